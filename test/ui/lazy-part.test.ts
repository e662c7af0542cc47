import { css, html as lit, LitElement, type TemplateResult } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LazyPart } from '../../src/ui/lazy-part.js';
import { LocalizeController } from '../../src/ui/localize-controller.js';
import { fixture, html } from '../support/testing.js';

type Key = 'hello' | 'later';

const part = {
  texts: { 'zh-CN': { later: '稍后' }, en: { later: 'Later' } },
  styles: css`
    .later {
      color: rgb(1, 2, 3);
    }
  `,
};
const fetchPart = vi.fn<() => Promise<typeof part>>();

class Host extends LitElement {
  static override readonly styles = css`
    .later {
      background: rgb(4, 5, 6);
    }
  `;
  messages?: Partial<Record<Key, string>>;
  readonly l10n: LocalizeController<Key, 'hello'> = new LocalizeController<Key, 'hello'>(this, {
    'zh-CN': { hello: '您好' },
    en: async () => Promise.resolve({ hello: 'Hello' }),
  });
  readonly lazy = new LazyPart<typeof part>(this, this.l10n, fetchPart);
  protected override render(): TemplateResult {
    return lit`<p class="later">${this.l10n.t('later')}</p>`;
  }
}
customElements.define('test-lazy-host', Host);

async function show(lang = 'zh-CN'): Promise<Host> {
  const frame = await fixture(html`<div lang=${lang}><test-lazy-host></test-lazy-host></div>`);
  const host = frame.querySelector<Host>('test-lazy-host')!;
  await host.updateComplete;
  return host;
}

const paragraph = (host: Host): HTMLElement => host.renderRoot.querySelector('p')!;

beforeEach(() => {
  fetchPart.mockReset().mockResolvedValue(part);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a part that is fetched when it is first needed', () => {
  it('is fetched once, however often it is needed', async () => {
    const { lazy } = await show();
    expect(lazy.part).toBeUndefined();
    expect(await Promise.all([lazy.load(), lazy.load()])).toEqual([part, part]);
    expect(lazy.part).toBe(part);
    expect(fetchPart).toHaveBeenCalledOnce();
  });

  it('brings its texts in the language of the page, and its styles beside those that are there', async () => {
    const host = await show('en');
    expect(paragraph(host).textContent).toBe('');
    await host.lazy.load();
    await host.updateComplete;
    expect(paragraph(host).textContent).toBe('Later');
    const { color, backgroundColor } = getComputedStyle(paragraph(host));
    expect([color, backgroundColor]).toEqual(['rgb(1, 2, 3)', 'rgb(4, 5, 6)']);
  });

  it('takes other words from the page', async () => {
    const host = await show();
    host.messages = { later: '过会儿' };
    await host.lazy.load();
    await host.updateComplete;
    expect(paragraph(host).textContent).toBe('过会儿');
  });

  it('is asked for again after it could not be had, and the element works on without it', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    fetchPart.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const { lazy } = await show();
    expect(await lazy.load()).toBeUndefined();
    expect(warned).toHaveBeenCalledOnce();
    expect(await lazy.load()).toBe(part);
  });
});
