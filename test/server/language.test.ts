import { describe, expect, it } from 'vitest';
import { fill, negotiateLanguage } from '../../src/server/language.js';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'zh-CN'],
    ['', 'zh-CN'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-TW', 'zh-CN'],
    ['fr-FR, en;q=0.5, zh;q=0.4', 'en'],
    ['en;q=0.3, zh-Hans-CN;q=0.8', 'zh-CN'],
    ['en;q=0', 'zh-CN'],
    ['de, fr', 'zh-CN'],
    ['en;q=x', 'zh-CN'],
  ])('is chosen from Accept-Language %j: %s', (header, lang) => {
    expect(negotiateLanguage(header)).toBe(lang);
  });

  it('fills values into a text and leaves a placeholder without a value as it is', () => {
    const text = { 'zh-CN': '最多 {max} 个', en: 'Up to {max} of {what}' };
    expect(fill(text, 'en', { max: 3 })).toBe('Up to 3 of {what}');
    expect(fill(text, 'zh-CN', { max: 3 })).toBe('最多 3 个');
  });
});
