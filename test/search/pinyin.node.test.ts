import { describe, expect, it } from 'vitest';
import { createMemoryIndex } from '../../src/search/index.js';
import { pinyinPhonetics } from '../../src/search/pinyin.js';
import { noteIndex } from './support/notes.js';

describe('pinyinPhonetics', () => {
  const { readings } = pinyinPhonetics();

  it('gives every reading of a character, without tones', () => {
    expect(readings('行').toSorted()).toEqual(['hang', 'heng', 'xing']);
    expect(readings('电')).toEqual(['dian']);
    expect(readings('绿')).toEqual(['lu']);
  });
  it('gives none of what is no Chinese character', () => {
    for (const character of ['x', '7', 'ん', '한', '𠮷', '。']) expect(readings(character), character).toEqual([]);
  });
  it('lets an index find what was typed without an input method', async () => {
    const index = createMemoryIndex(noteIndex, { phonetics: pinyinPhonetics() });
    const titles = ['钙钛矿太阳能电池', '滤波器', '行人过街延误', '重庆大学'];
    await index.apply(
      titles.map((title, at) => ({ seq: at + 1, op: 'put', document: noteIndex.toDocument({ id: title, title }) })),
    );
    const typed = ['taiyangneng', 'taiyangneng dianchi', 'lvboqi', 'lüboqi', 'xing ren guo jie', 'chongqingdaxue'];
    const found = await Promise.all(typed.map((q) => index.search({ q, limit: 5 })));
    expect(found.map(({ hits }) => hits[0]?.id)).toEqual([
      titles[0],
      titles[0],
      titles[1],
      titles[1],
      titles[2],
      titles[3],
    ]);
  });
});
