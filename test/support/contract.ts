import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { type VersionedElement, define } from '../../src/ui/define.js';
import type { Catalogue } from '../../src/ui/localize-controller.js';
import { createFakeClient, type FakeClient } from './fake-client.js';
import { drawn, expectAccessible, settled, until } from './testing.js';

type ClientElement = HTMLElement & { client?: FakeClient; updateComplete: Promise<boolean> };

/** Readies the element for a state; `attach` puts it on the page before its time, and waits for its first answer. */
type Prepare = (element: ClientElement, client: FakeClient, attach: () => Promise<void>) => void | Promise<void>;

/** A method of the fake client, whatever it answers. */
interface Deferrable {
  defer(): { readonly called: Promise<void>; readonly signal: AbortSignal | undefined };
  readonly calls: readonly unknown[];
}

/** What the suite has to know about one element. */
export interface ElementContract {
  readonly elementClass: VersionedElement;
  /** Properties as a page would set them. Each must survive whatever the order of events. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** How to bring the element, attached with a client, into each of its states. */
  readonly states: Readonly<Record<string, Prepare>>;
  /** Whether it asks the platform for data by itself. */
  readonly loads: boolean;
  /** The method by which it asks. Default: that of the achievements. */
  readonly list?: (client: FakeClient) => Deferrable;
  readonly messages?: Catalogue<string>;
  /** Properties that every instance needs before it shows anything. */
  readonly always?: Readonly<Record<string, unknown>>;
  /** Whether all has come that follows a first answer by itself. Default: nothing does. */
  readonly isComplete?: (element: Element) => boolean;
}

/** What every element of the library promises, whatever its subject. */
export function describeElementContract(tag: string, contract: ElementContract): void {
  const {
    elementClass,
    properties,
    states,
    loads,
    list = ({ achievements }) => achievements.list,
    messages,
    isComplete = () => true,
    always = {},
  } = contract;

  function create(client: FakeClient = createFakeClient()): ClientElement {
    return Object.assign(document.createElement(tag) as ClientElement, { client }, always);
  }

  async function shown(element: ClientElement, parent: ParentNode = document.body): Promise<ClientElement> {
    if (!element.isConnected) parent.append(element);
    await element.updateComplete;
    if (loads) await settled(element);
    if (!element.matches(':state(error)')) await until(() => isComplete(element));
    await element.updateComplete;
    return element;
  }

  async function inState(name: string, parent: ParentNode = document.body): Promise<ClientElement> {
    const client = createFakeClient();
    const element = create(client);
    await states[name]?.(element, client, async () => void (await shown(element, parent)));
    if (!element.isConnected) parent.append(element);
    await element.updateComplete;
    if (loads) await until(() => element.matches(`:state(${name.split(' ')[0] ?? name})`));
    if (element.matches(':state(ready), :state(empty)')) await until(() => isComplete(element));
    return element;
  }

  describe(`<${tag}> keeps the contract of every element`, () => {
    beforeEach(() => {
      document.body.lang = 'zh-CN';
      vi.spyOn(console, 'error');
      vi.spyOn(console, 'warn');
    });
    afterEach(() => {
      const complaints = [...vi.mocked(console.error).mock.calls, ...vi.mocked(console.warn).mock.calls];
      vi.restoreAllMocks();
      document.body.replaceChildren();
      document.body.removeAttribute('dir');
      expect(complaints.filter(([message]) => !String(message).includes('Lit is in dev mode'))).toEqual([]);
    });

    describe.each(Object.keys(states))('in the state "%s"', (name) => {
      it('is accessible', async () => {
        await expectAccessible(await inState(name));
      });

      it('needs no inline style, so that a strict Content-Security-Policy may stand', async () => {
        const element = await inState(name);
        expect(element.shadowRoot?.querySelectorAll('style, [style], script, [onclick]')).toHaveLength(0);
        expect(element.hasAttribute('style')).toBe(false);
      });

      it.each(['ltr', 'rtl'])('fits into 320 pixels (%s)', async (dir) => {
        const frame = document.createElement('div');
        frame.dir = dir;
        frame.style.cssText = 'width: 320px; position: absolute; left: 50px; top: 0';
        document.body.append(frame);
        const element = await inState(name, frame);
        const sticksOut = [...(element.shadowRoot?.querySelectorAll('*') ?? [])].filter((each) => {
          const { left, right, width } = each.getBoundingClientRect();
          return width > 1 && (left < 49.5 || right > 370.5);
        });
        expect(sticksOut.map(({ outerHTML }) => outerHTML)).toEqual([]);
      });
    });

    it('honours properties that were set before it was defined', async () => {
      const lateTag = `${tag}-late`;
      const client = createFakeClient();
      const late = Object.assign(document.createElement(lateTag) as ClientElement, { client }, properties);
      document.body.append(late);
      customElements.define(lateTag, class extends elementClass {});
      await shown(late);
      for (const [name, value] of Object.entries(properties))
        expect((late as unknown as Record<string, unknown>)[name], name).toEqual(value);
      const early = await shown(Object.assign(create(), properties));
      // Parts that come on need are drawn as they come
      await until(() => drawn(late) === drawn(early));
    });

    it('draws the same whether properties come before or after it is attached', async () => {
      const before = await shown(Object.assign(create(), properties));
      const after = await shown(create());
      Object.assign(after, properties);
      await after.updateComplete;
      await shown(after);
      await until(() => drawn(after) === drawn(before));
    });

    it('survives being moved and put back', async () => {
      const element = await shown(create());
      const first = drawn(element);
      const elsewhere = document.createElement('section');
      document.body.append(elsewhere);
      elsewhere.append(element);
      await shown(element);
      expect(drawn(element)).toBe(first);
      element.remove();
      await shown(element);
      expect(drawn(element)).toBe(first);
    });

    it('draws the same inside another shadow root', async () => {
      const outside = await shown(create());
      const host = document.createElement('div');
      document.body.append(host);
      const inside = await shown(create(), host.attachShadow({ mode: 'open' }));
      expect(drawn(inside)).toBe(drawn(outside));
    });

    it('shares no state with another instance', async () => {
      const alone = drawn(await shown(create()));
      for (const name of Object.keys(states)) {
        const other = await shown(create());
        await inState(name);
        expect(drawn(other)).toBe(alone);
      }
    });

    it('is defined twice in silence, and warns once when the other copy is of another version', () => {
      define(tag, elementClass);
      expect(console.warn).not.toHaveBeenCalled();
      class Newer extends elementClass {
        static override readonly version = '99.0.0';
      }
      define(tag, Newer);
      expect(console.warn).toHaveBeenCalledOnce();
      const [warning] = vi.mocked(console.warn).mock.calls[0] ?? [];
      expect(warning).toContain('99.0.0');
      expect(warning).toContain(elementClass.version);
      expect(customElements.get(tag)).toBe(elementClass);
      vi.mocked(console.warn).mockClear();
    });

    it('is not shown when hidden', async () => {
      const element = await shown(create());
      element.hidden = true;
      expect(getComputedStyle(element).display).toBe('none');
    });

    it('asks nobody but its client', async () => {
      const fetched = vi.spyOn(window, 'fetch');
      const opened = vi.spyOn(XMLHttpRequest.prototype, 'open');
      const beacon = vi.spyOn(navigator, 'sendBeacon');
      for (const name of Object.keys(states)) await inState(name);
      expect(fetched).not.toHaveBeenCalled();
      expect(opened).not.toHaveBeenCalled();
      expect(beacon).not.toHaveBeenCalled();
    });

    it('takes every listener off the page again', async () => {
      const added = [window, document].map((target) => vi.spyOn(target, 'addEventListener'));
      const removed = [window, document].map((target) => vi.spyOn(target, 'removeEventListener'));
      (await shown(create())).remove();
      expect(removed.map((spy) => spy.mock.calls.length)).toEqual(added.map((spy) => spy.mock.calls.length));
    });

    it('is forgotten after fifty visits', async () => {
      const visitors: WeakRef<Element>[] = [];
      for (let visit = 0; visit < 50; visit += 1) {
        const element = await shown(create());
        visitors.push(new WeakRef(element));
        element.remove();
      }
      await vi.waitFor(
        async () => {
          await cdp().send('HeapProfiler.collectGarbage');
          expect(visitors.filter((visitor) => visitor.deref()).length).toBeLessThan(3);
        },
        { timeout: 30_000 },
      );
    }, 90_000);

    if (loads) {
      it('gives its request up when it leaves the page, and takes it up again when it comes back', async () => {
        const client = createFakeClient();
        const first = list(client).defer();
        const element = create(client);
        document.body.append(element);
        await first.called;
        element.remove();
        expect(first.signal?.aborted).toBe(true);
        await shown(element);
        expect(list(client).calls).toHaveLength(2);
      });
    }

    if (messages) {
      it('has every text in every language', async () => {
        const [zhCN, en] = [messages['zh-CN'], await messages.en()];
        expect(Object.keys(en).toSorted()).toEqual(Object.keys(zhCN).toSorted());
        for (const texts of [zhCN, en])
          for (const [key, text] of Object.entries(texts)) expect(JSON.stringify(text).length, key).toBeGreaterThan(3);
      });
    }
  });
}
