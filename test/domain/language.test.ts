import { describe, expect, it } from 'vitest';
import { pickText } from '../../src/domain/language.js';

describe('pickText', () => {
  const map = { 'zh-CN': '钙钛矿电池', en: 'Perovskite cell' };

  it('takes the language that is asked for, with its tag', () => {
    expect(pickText(map, 'en')).toEqual({ text: 'Perovskite cell', lang: 'en' });
  });
  it('takes a neighbour of the same primary language before a foreign one', () => {
    expect(pickText(map, 'en-GB')?.lang).toBe('en');
    expect(pickText({ 'zh-TW': '鈣鈦礦', en: 'x' }, 'zh-CN')?.lang).toBe('zh-TW');
  });
  it('falls back to Chinese, then English, then whatever there is', () => {
    expect(pickText(map, 'fr')?.lang).toBe('zh-CN');
    expect(pickText({ de: 'Zelle', en: 'cell' }, 'fr')?.lang).toBe('en');
    expect(pickText({ de: 'Zelle' }, 'fr')?.lang).toBe('de');
  });
  it('answers nothing for nothing', () => {
    expect(pickText(undefined, 'zh-CN')).toBeUndefined();
  });
});
