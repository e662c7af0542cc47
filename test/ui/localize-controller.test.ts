import { LitElement } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LocalizeController, type Messages } from '../../src/ui/localize-controller.js';
import { fixture, html, until } from '../support/testing.js';

type Key = 'count' | 'hello';
const english = { count: { one: '{count} thing', other: '{count} things' }, hello: 'Hello {name}' };
const catalogue = {
  'zh-CN': { count: { other: '{count} 件' }, hello: '您好，{name}' },
  en: vi.fn<() => Promise<Messages<Key>>>(),
};
beforeEach(() => {
  catalogue.en.mockReset().mockResolvedValue(english);
});

class Speaker extends LitElement {
  messages?: Partial<Record<Key, string>>;
  readonly l10n: LocalizeController<Key> = new LocalizeController<Key>(this, catalogue);
}
customElements.define('test-speaker', Speaker);

/** Keeps the English texts back; the answer lets them arrive. */
function onTheirWay(): () => Promise<unknown> {
  let resolve: (texts: Messages<Key>) => void = () => undefined;
  const texts = new Promise<Messages<Key>>((done) => {
    resolve = done;
  });
  catalogue.en.mockReturnValue(texts);
  return async () => {
    resolve(english);
    return texts;
  };
}

async function newcomer(lang: string | undefined): Promise<Speaker> {
  const frame = await fixture<HTMLElement>(html`<div lang=${lang ?? ''}><test-speaker></test-speaker></div>`);
  return frame.querySelector<Speaker>('test-speaker')!;
}

async function speaker(lang: string | undefined): Promise<Speaker> {
  const element = await newcomer(lang);
  await until(() => element.l10n.hasTexts);
  return element;
}

describe('LocalizeController', () => {
  it.each([
    ['zh-CN', 'zh-CN', 'zh-CN'],
    ['zh-TW', 'zh-TW', 'zh-CN'],
    ['en-GB', 'en-GB', 'en'],
    ['fr', 'fr', 'en'],
    ['zh_CN', 'zh-CN', 'zh-CN'],
    ['chinese!', 'zh-CN', 'zh-CN'],
  ])('understands lang="%s"', async (stated, lang, textLang) => {
    const { l10n } = await speaker(stated);
    expect([l10n.lang, l10n.textLang]).toEqual([lang, textLang]);
  });

  it('speaks Chinese where the page names no language', async () => {
    const before = document.documentElement.lang;
    document.documentElement.removeAttribute('lang');
    const { l10n } = await speaker(undefined);
    expect(l10n.lang).toBe('zh-CN');
    document.documentElement.lang = before;
  });

  it('hears the language through shadow roots, and its changes', async () => {
    const frame = await fixture<HTMLElement>(html`<div lang="en"><section></section></div>`);
    const inner = document.createElement('div');
    frame.querySelector('section')!.attachShadow({ mode: 'open' }).append(inner);
    const element = document.createElement('test-speaker') as Speaker;
    inner.append(element);
    expect(element.l10n.lang).toBe('en');
    frame.lang = 'zh-CN';
    await until(() => element.l10n.lang === 'zh-CN');
    inner.lang = 'fr';
    await until(() => element.l10n.lang === 'fr');
    element.lang = 'en';
    await until(() => element.l10n.lang === 'en');
  });

  it('takes the plural form and writes numbers as the language does', async () => {
    const inEnglish = await speaker('en');
    expect([1, 2, 12_345].map((count) => inEnglish.l10n.t('count', { count }))).toEqual([
      '1 thing',
      '2 things',
      '12,345 things',
    ]);
    expect((await speaker('zh-CN')).l10n.t('count', { count: 1 })).toBe('1 件');
  });

  it('prefers the words of the page, and never reads a value as a placeholder', async () => {
    const element = await speaker('en');
    element.messages = { hello: 'Hi {name}' };
    expect(element.l10n.t('hello', { name: '{name} {count}' })).toBe('Hi {name} {count}');
    expect(element.l10n.t('count', { count: 2 })).toBe('2 things');
  });

  it('writes a date as exactly as it is known', async () => {
    const chinese = await speaker('zh-CN');
    expect(['2024', '2024-06', '2024-06-30'].map((date) => chinese.l10n.date(date))).toEqual([
      '2024年',
      '2024年6月',
      '2024年6月30日',
    ]);
    const inEnglish = await speaker('en');
    expect(inEnglish.l10n.date('2024-06')).toBe('June 2024');
  });
});

describe('texts that do not come with the element', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('are not fetched by a Chinese page', async () => {
    await speaker('zh-CN');
    expect(catalogue.en).not.toHaveBeenCalled();
  });

  it('are awaited without a word of another language', async () => {
    const arrive = onTheirWay();
    const { l10n } = await newcomer('en');
    expect([l10n.hasTexts, l10n.t('hello', { name: 'Li' })]).toEqual([false, '']);
    await arrive();
    await until(() => l10n.hasTexts);
    expect(l10n.t('hello', { name: 'Li' })).toBe('Hello Li');
  });

  it('leave the old ones in use until they are there', async () => {
    const arrive = onTheirWay();
    const element = await speaker('zh-CN');
    element.lang = 'en';
    await until(() => catalogue.en.mock.calls.length === 1);
    expect([element.l10n.lang, element.l10n.textLang, element.l10n.t('hello')]).toEqual([
      'en',
      'zh-CN',
      '您好，{name}',
    ]);
    await arrive();
    await until(() => element.l10n.textLang === 'en');
    expect(element.l10n.t('hello')).toBe('Hello {name}');
  });

  it('come too late for a page that is Chinese again', async () => {
    const arrive = onTheirWay();
    const element = await newcomer('en');
    element.lang = 'zh-CN';
    await until(() => element.l10n.hasTexts);
    await arrive();
    await element.updateComplete;
    expect(element.l10n.t('hello')).toBe('您好，{name}');
  });

  it('are replaced by Chinese ones when they cannot be loaded, and asked for again later', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    catalogue.en.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const element = await speaker('en');
    expect(element.l10n.t('hello')).toBe('您好，{name}');
    expect(warned).toHaveBeenCalledOnce();
    element.requestUpdate();
    await element.updateComplete;
    expect(catalogue.en).toHaveBeenCalledOnce();

    const later = Date.now() + 10_000;
    vi.spyOn(Date, 'now').mockReturnValue(later);
    element.requestUpdate();
    await until(() => element.l10n.textLang === 'en');
    expect(element.l10n.t('hello')).toBe('Hello {name}');
  });
});
