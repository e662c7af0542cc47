import { LitElement } from 'lit';
import { describe, expect, it } from 'vitest';
import { LocalizeController } from '../../src/ui/localize-controller.js';
import { fixture, html, until } from '../support/testing.js';

type Key = 'count' | 'hello';
const catalogue = {
  en: { count: { one: '{count} thing', other: '{count} things' }, hello: 'Hello {name}' },
  'zh-CN': { count: { other: '{count} 件' }, hello: '您好，{name}' },
} as const;

class Speaker extends LitElement {
  messages?: Partial<Record<Key, string>>;
  readonly l10n: LocalizeController<Key> = new LocalizeController<Key>(this, catalogue);
}
customElements.define('test-speaker', Speaker);

async function speaker(lang: string | undefined): Promise<Speaker> {
  const frame = await fixture<HTMLElement>(html`<div lang=${lang ?? ''}><test-speaker></test-speaker></div>`);
  return frame.querySelector<Speaker>('test-speaker')!;
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
    const english = await speaker('en');
    expect([1, 2, 12_345].map((count) => english.l10n.t('count', { count }))).toEqual([
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
    const english = await speaker('en');
    expect(english.l10n.date('2024-06')).toBe('June 2024');
  });
});
