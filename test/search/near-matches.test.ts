import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryIndex, type Phonetics, type SearchIndex } from '../../src/search/index.js';
import { isNeighbour } from '../../src/search/near-words.js';
import { noteIndex, type Note } from './support/notes.js';

const READINGS: Record<string, string[]> = {
  保: ['bao'],
  护: ['hu'],
  膜: ['mo'],
  西: ['xi'],
  安: ['an'],
  先: ['xian'],
  进: ['jin'],
  行: ['xing', 'hang'],
  业: ['ye'],
  率: ['lu', 'shuai'],
};
const phonetics: Phonetics = { readings: (character) => READINGS[character] ?? [] };

const records: Note[] = [
  { id: 'film', title: '耐磨保护膜', colours: ['red'] },
  { id: 'city', title: '西安', tags: ['行业'] },
  { id: 'first', title: '先进' },
  { id: 'body', title: '其他', body: '保护膜' },
  { id: 'hu', title: 'Bao and Hu', body: 'perovskite photovoltaics' },
  { id: 'rate', title: '功率' },
];

let index: SearchIndex;
const found = async (q: string, filters: Record<string, string[]> = {}): Promise<string[]> =>
  (await index.search({ q, filters, limit: 10 })).hits.map(({ id, relaxed }) => (relaxed ? `~${id}` : id));

beforeEach(async () => {
  index = createMemoryIndex(noteIndex, { phonetics });
  await index.apply(records.map((record, at) => ({ seq: at + 1, op: 'put', document: noteIndex.toDocument(record) })));
});

describe('a query in pinyin', () => {
  it('finds titles and keywords that sound so, as near matches', async () => {
    for (const q of ['baohumo', 'bao hu mo', 'BaoHuMo', 'ｂａｏｈｕｍｏ', "bao'hu'mo"]) {
      expect(await found(q), q).toEqual(['~film']);
      expect((await index.search({ q, limit: 1 })).total).toBe(0);
    }
  });
  it('reads a word in each way it can be read', async () => {
    expect((await found('xian')).toSorted()).toEqual(['~city', '~first']);
    expect(await found('hangye')).toEqual(['~city']);
    expect(await found('xingye')).toEqual(['~city']);
  });
  it('takes ü, u and v for the same sound', async () => {
    for (const q of ['gonglü', 'lü', 'lv', 'lu']) expect(await found(q), q).toEqual(q === 'gonglü' ? [] : ['~rate']);
  });
  it('wants every word of a longer query, and the chosen filters', async () => {
    expect(await found('baohu mo')).toEqual(['~film']);
    expect(await found('baohu xian')).not.toContain('~film');
    expect(await found('baohumo', { colour: ['green'] })).toEqual([]);
  });
  it('comes after records that have the words themselves', async () => {
    expect(await found('hu')).toEqual(['hu', '~film']);
  });
  it('completes to texts that sound so, after those that are written so', async () => {
    const texts = async (q: string): Promise<string[]> =>
      (await index.suggest({ q, limit: 5 })).map(({ text }) => text);
    expect(await texts('baohu')).toEqual(['耐磨保护膜']);
    expect(await texts('hangye')).toEqual(['行业']);
    expect((await texts('hu')).slice(0, 1)).toEqual(['Bao and Hu']);
    expect(await texts('hu')).toContain('耐磨保护膜');
    expect(await texts('baohux')).toEqual([]);
  });
  it('finds nothing by sound where the index was not given any', async () => {
    const silent = createMemoryIndex(noteIndex);
    await silent.apply([{ seq: 1, op: 'put', document: noteIndex.toDocument(records[0]!) }]);
    expect((await silent.search({ q: 'baohumo', limit: 5 })).hits).toEqual([]);
  });
  it('bears any letters', async () => {
    const letters = fc.array(fc.constantFrom('x', 'i', 'a', 'n', 'xi', 'an', 'bao', 'v', "'", ' '), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(letters, async (pieces) => {
        expect((await index.search({ q: pieces.join(''), limit: 5 })).hits.length).toBeLessThanOrEqual(5);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a word that no record has', () => {
  it('stands for words one slip away', async () => {
    for (const q of ['perovskte', 'perovskitee', 'perovsktie', 'perovskita'])
      expect(await found(q), q).toEqual(['~hu']);
    expect(await found('porevskite')).toEqual([]);
  });
  it('stands for words that begin with it', async () => {
    expect(await found('photov')).toEqual(['~hu']);
    expect(await found('ph')).toEqual([]);
  });
  it('does not weaken a word that records have', async () => {
    expect(await found('perovskite')).toEqual(['hu']);
  });
});

describe('isNeighbour', () => {
  /** The textbook's table, for words up to the distance of interest. */
  function distance(a: string, b: string): number {
    const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_x, j) => i + j));
    for (let i = 1; i <= a.length; i++) {
      for (let j = 1; j <= b.length; j++) {
        const same = a[i - 1] === b[j - 1] ? 0 : 1;
        let best = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + same);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          best = Math.min(best, rows[i - 2]![j - 2]! + 1);
        rows[i]![j] = best;
      }
    }
    return rows[a.length]![b.length]!;
  }
  it('is a Damerau-Levenshtein distance of exactly one', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(isNeighbour(a, b)).toBe(distance(a, b) === 1);
      }),
      { numRuns: 2000 },
    );
  });
});
