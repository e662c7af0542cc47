import { describe, expect, it } from 'vitest';
import { createMemoryIndex, highlight, parseQuery, type SearchIndex } from '../../src/search/index.js';
import { noteIndex } from './support/notes.js';

const APPLICATION = [
  'ZL201310123456.7',
  'ZL 2013 1 0123456.7',
  'ＺＬ２０１３１０１２３４５６．７',
  'CN201310123456.7',
  '201310123456.7',
  '2013101234567',
];
const PUBLICATION = ['CN103456789A', 'CN 103456789 A', 'CN103456789B', 'cn103456789'];
const SUBSTANCE = ['7440-44-0', '7440–44–0', '７４４０－４４－０'];

async function indexOf(title: string): Promise<SearchIndex> {
  const index = createMemoryIndex(noteIndex);
  const document = noteIndex.toDocument({ id: 'n', title: `一种膜（${title}）及应用` });
  await index.apply([{ seq: 1, op: 'put', document }]);
  return index;
}

describe('a number of a patent or a substance', () => {
  it.each([
    ['application', APPLICATION],
    ['publication', PUBLICATION],
    ['substance', SUBSTANCE],
  ])('is found in every spelling by every spelling (%s)', async (_name, spellings) => {
    for (const written of spellings) {
      const index = await indexOf(written);
      for (const typed of spellings) {
        for (const q of [typed, `膜 ${typed}`, `title:${typed}`, `标题：${typed}`, `"${typed}"`]) {
          expect((await index.search({ q, limit: 1 })).total, `${q} in ${written}`).toBe(1);
        }
        expect((await index.search({ q: `膜 -${typed}`, limit: 1 })).total, `-${typed} in ${written}`).toBe(0);
      }
    }
  });
  it('is not found by another number that shares a part with it', async () => {
    const index = await indexOf('ZL 2013 1 0123456.7');
    for (const q of ['ZL201310123456.8', 'ZL201320123456.7', 'CN201310123', '7440-44-0']) {
      expect((await index.search({ q, limit: 1 })).total, q).toBe(0);
    }
  });
  it('is highlighted from its first digit group to its last', () => {
    const text = '授权专利：ZL 2013 1 0123456.7。';
    const ranges = highlight(text, parseQuery('201310123456.7', []));
    expect(ranges.map(([start, end]) => text.slice(start, end))).toEqual(['2013 1 0123456.7']);
  });
});
