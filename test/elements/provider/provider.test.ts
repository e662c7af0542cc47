import { describe, expect, it } from 'vitest';
import '../../../src/elements/achievement-search/define.js';
import '../../../src/elements/provider/define.js';
import { YnProvider } from '../../../src/elements/provider/index.js';
import { describeElementContract } from '../../support/contract.js';
import { createFakeClient } from '../../support/fake-client.js';
import { fixture, html, settled, until } from '../../support/testing.js';

describeElementContract('yn-provider', {
  elementClass: YnProvider,
  properties: { api: 'https://platform.example', siteKey: 'yn_pk_sample' },
  states: { 'with a client': () => undefined, 'without one': (element) => void (element.client = undefined) },
  loads: false,
});

describe('<yn-provider>', () => {
  it('gives its client to the elements inside it, also through shadow roots', async () => {
    const client = createFakeClient();
    const provider = await fixture<YnProvider>(html`<yn-provider .client=${client}><div></div></yn-provider>`);
    const root = provider.querySelector('div')!.attachShadow({ mode: 'open' });
    const search = document.createElement('yn-achievement-search');
    root.append(search);
    await settled(search);
    expect(client.achievements.list.calls).toHaveLength(1);
  });

  it('switches the elements inside to another client', async () => {
    const [first, second] = [createFakeClient(), createFakeClient()];
    const provider = await fixture<YnProvider>(
      html`<yn-provider .client=${first}><yn-achievement-search></yn-achievement-search></yn-provider>`,
    );
    await settled(provider.firstElementChild!);
    provider.client = second;
    await until(() => second.achievements.list.calls.length === 1);
    expect(first.achievements.list.calls).toHaveLength(1);
  });

  it('serves elements that were there before its own code arrived', async () => {
    const late = document.createElement('yn-provider-late-loaded');
    const client = createFakeClient();
    Object.assign(late, { client });
    const search = document.createElement('yn-achievement-search');
    late.append(search);
    document.body.append(late);
    await search.updateComplete;
    expect(search.shadowRoot?.querySelector('[part=config-view]')).toBeNull();
    customElements.define('yn-provider-late-loaded', class extends YnProvider {});
    await settled(search);
    expect(client.achievements.list.calls).toHaveLength(1);
    late.remove();
  });

  it('comes before an api attribute of its own child', async () => {
    const client = createFakeClient();
    const provider = await fixture<YnProvider>(
      html`<yn-provider .client=${client}>
        <yn-achievement-search api="https://elsewhere.example"></yn-achievement-search>
      </yn-provider>`,
    );
    await settled(provider.firstElementChild!);
    expect(client.achievements.list.calls).toHaveLength(1);
  });
});
