import { LitElement } from 'lit';
import { expect, describe, it, vi } from 'vitest';
import { ContextProvider } from '../../../src/elements/provider/context-provider.js';
import { type ContextCallback, requestContext } from '../../../src/ui/context.js';
import { fixture, html } from '../../support/testing.js';

const KEY = Symbol('test');

class Provider extends LitElement {
  readonly provided: ContextProvider<string> = new ContextProvider(this, KEY);
}
customElements.define('test-context-provider', Provider);

async function around(): Promise<{ provider: Provider; inside: HTMLElement }> {
  const provider = await fixture<Provider>(html`<test-context-provider><div></div></test-context-provider>`);
  provider.provided.setValue('first');
  const root = provider.querySelector('div')!.attachShadow({ mode: 'open' });
  const inside = document.createElement('p');
  root.append(inside);
  return { provider, inside };
}

const listener = () => vi.fn<ContextCallback<string>>();

describe('a context', () => {
  it('reaches whoever asks from inside, through shadow roots, and follows the value', async () => {
    const { provider, inside } = await around();
    const heard = listener();
    requestContext(inside, KEY, heard);
    provider.provided.setValue('second');
    provider.provided.setValue('second');
    expect(heard.mock.calls.map(([value]) => value)).toEqual(['first', 'second']);
  });

  it('is silent once its listener has had enough', async () => {
    const { provider, inside } = await around();
    const heard = listener();
    requestContext(inside, KEY, heard);
    heard.mock.lastCall?.[1]?.();
    provider.provided.setValue('second');
    expect(heard).toHaveBeenCalledOnce();
  });

  it('comes from the nearest provider, and from none of another key', async () => {
    const { provider, inside } = await around();
    const outer = document.createElement('test-context-provider') as Provider;
    provider.replaceWith(outer);
    outer.append(provider);
    outer.provided.setValue('outer');
    const [heard, unheard] = [listener(), listener()];
    requestContext(inside, KEY, heard);
    requestContext(inside, Symbol('test'), unheard);
    expect(heard.mock.calls.map(([value]) => value)).toEqual(['first']);
    expect(unheard).not.toHaveBeenCalled();
  });

  it('answers an element of another library, once where it does not subscribe', async () => {
    const { provider, inside } = await around();
    const heard = listener();
    const request = Object.assign(new Event('context-request', { bubbles: true, composed: true }), {
      context: KEY,
      callback: heard,
    });
    inside.dispatchEvent(request);
    provider.provided.setValue('second');
    expect(heard.mock.calls).toEqual([['first', undefined]]);
  });

  it('can be given by a provider of another library', async () => {
    const { inside } = await around();
    const other = Symbol('other');
    const foreign = (event: Event & { context?: unknown; callback?: ContextCallback<string> }): void => {
      if (event.context === other) event.callback?.('foreign');
    };
    document.addEventListener('context-request', foreign);
    const heard = listener();
    requestContext(inside, other, heard);
    document.removeEventListener('context-request', foreign);
    expect(heard.mock.calls).toEqual([['foreign']]);
  });

  it('is announced when its provider comes later', async () => {
    const announced = vi.fn<(event: Event & { context?: unknown; contextTarget?: unknown }) => void>();
    document.addEventListener('context-provider', announced);
    const { provider } = await around();
    document.removeEventListener('context-provider', announced);
    const [event] = announced.mock.lastCall ?? [];
    expect([event?.context, event?.contextTarget]).toEqual([KEY, provider]);
  });
});
