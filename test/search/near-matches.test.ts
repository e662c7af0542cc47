import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createMemoryIndex,
  foldText,
  highlight,
  parseQuery,
  type Phonetics,
  type SearchIndex,
} from '../../src/search/index.js';
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
  钙: ['gai'],
  钛: ['tai'],
  矿: ['kuang'],
  太: ['tai'],
  阳: ['yang'],
  能: ['neng'],
  电: ['dian'],
  池: ['chi'],
  地: ['di', 'de'],
  层: ['ceng'],
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

describe('a query in initials of pinyin', () => {
  const cells: Note[] = [
    { id: 'cell', title: '高效鈣鈦礦電池' },
    { id: 'solar', title: '钙钛矿太阳能电池的封装' },
    { id: 'keyword', title: '另一个题目', tags: ['钙钛矿电池'] },
    { id: 'apart', title: '钙钛矿', tags: ['电池'] },
    { id: 'body', title: '其他', body: '钙钛矿电池' },
    { id: 'words', title: 'AC-DC converter', body: 'gtk' },
    { id: 'layer', title: '地层能' },
  ];
  beforeEach(async () => {
    const changes = cells.map((record, at) => ({
      seq: records.length + at + 1,
      op: 'put' as const,
      document: noteIndex.toDocument(record),
    }));
    await index.apply(changes);
  });

  it('finds titles and keywords whose characters begin so, as near matches, a whole keyword first', async () => {
    for (const q of ['gtkdc', 'GTKDC', 'ｇｔｋｄｃ', 'g t k d c']) {
      expect((await found(q)).toSorted(), q).toEqual(['~cell', '~keyword']);
      expect((await found(q))[0], q).toBe('~keyword');
    }
    expect((await found('gtkd')).toSorted()).toEqual(['~cell', '~keyword']);
  });
  it('wants every part of a parted query, in one text', async () => {
    expect((await found('gtkt yndc')).toSorted()).toEqual(['~solar']);
    expect((await found('gxg tkdc')).toSorted()).toEqual([]);
  });
  it('never takes a word that records have for initials', async () => {
    expect(await found('dc')).toEqual(['words']);
    expect(await found('gtk')).toEqual(['words']);
    expect(await found('gtk dc')).toEqual(['words']);
  });
  it('does not guess by two letters, nor by letters that begin no syllable', async () => {
    expect(await found('kd')).toEqual([]);
    expect(await found('gtkvdc')).toEqual([]);
  });
  it('tells by which words, so that they can be highlighted', async () => {
    const page = await index.search({ q: 'gtkdc', limit: 10 });
    expect(page.words).toEqual(['钙钛矿电池']);
    const text = '高效鈣鈦礦電池';
    const ranges = highlight(text, parseQuery('gtkdc', []), page.words);
    expect(ranges.map(([start, end]) => text.slice(start, end))).toEqual(['鈣鈦礦電池']);
    expect((await index.search({ q: 'gtkt yndc', limit: 10 })).words).toEqual(['钙钛矿太', '阳能电池']);
    expect((await index.search({ q: 'baohumo', limit: 10 })).words).toEqual(['保护膜']);
    expect((await index.search({ q: 'conveter', limit: 10 })).words).toEqual(['converter']);
    expect((await index.search({ q: 'photov', limit: 10 })).words).toEqual(['photovoltaics']);
    expect((await index.search({ q: '电池', limit: 10 })).words).toBeUndefined();
  });
  it('completes to texts that begin so, from two letters on, after all others', async () => {
    const texts = async (q: string): Promise<string[]> =>
      (await index.suggest({ q, limit: 9 })).map(({ text }) => text);
    expect(await texts('gtkdc')).toEqual(['钙钛矿电池', '高效鈣鈦礦電池']);
    expect((await texts('dc')).slice(0, 2)).toEqual(['AC-DC converter', '地层能']);
    expect((await texts('dc')).slice(2).toSorted()).toEqual(
      ['电池', '钙钛矿太阳能电池的封装', '钙钛矿电池', '高效鈣鈦礦電池'].toSorted(),
    );
    expect(await texts('d')).toEqual(['AC-DC converter']);
  });
  it('finds what a plain reading of every text finds', async () => {
    const texts = [...records, ...cells].map(({ id, title, tags = [] }) => ({
      id,
      texts: [title, ...tags].map(foldText),
    }));
    const begins = (text: string, run: string): boolean =>
      Array.from(text).some((_, at) =>
        Array.from(run).every((letter, step) =>
          READINGS[text[at + step] ?? '']?.some((reading) => reading[0] === letter),
        ),
      );
    const letters = fc.string({
      unit: fc.constantFrom('g', 't', 'k', 'd', 'c', 'y', 'n', 'b', 'h', 'm'),
      minLength: 3,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(letters, async (q) => {
        const expected = texts.filter((each) => each.texts.some((text) => begins(text, q))).map(({ id }) => `~${id}`);
        fc.pre(!['gtk', 'dc'].includes(q));
        // A slip of `gtk` finds the record that has this word.
        const named = (await found(q)).filter((id) => id !== '~words');
        expect(named.toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 200 },
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

describe('a word in English', () => {
  const bilingual: Note[] = [
    { id: 'b1', title: '钙钛矿电池的封装', body: 'Encapsulation of perovskite cells' },
    { id: 'b2', title: '钙钛矿薄膜', body: 'Perovskite films' },
    { id: 'b3', title: '钙钛矿的合成', body: 'Synthesis of perovskite' },
    { id: 'zh', title: '钙钛矿材料' },
    { id: 'other', title: '地层的能量' },
    { id: 'cells', title: '锂电池', body: 'Lithium cells' },
  ];
  const bare = async (q: string): Promise<string[]> => {
    const other = createMemoryIndex(noteIndex);
    const documents = bilingual.map((record) => noteIndex.toDocument(record));
    await other.apply(documents.map((document, at) => ({ seq: at + 1, op: 'put', document })));
    const { hits } = await other.search({ q, limit: 10 });
    return hits.map(({ id, relaxed }) => (relaxed ? `~${id}` : id));
  };

  it('finds, as near matches, records in Chinese alone, by what records in both languages call it', async () => {
    expect((await bare('perovskite')).toSorted()).toEqual(['b1', 'b2', 'b3', '~zh'].toSorted());
    expect(await bare('cells')).not.toContain('~zh');
  });
  it('learns nothing from a single record', async () => {
    expect(await bare('synthesis')).toEqual(['b3']);
    expect(await bare('lithium')).toEqual(['cells']);
  });
});

describe('a query as long as a title', () => {
  const library: Note[] = [
    { id: 'found', title: '钙钛矿太阳能电池的界面', body: '封装工艺 稳定性' },
    { id: 'alike', title: '稳定性与封装工艺' },
    { id: 'words', title: '界面的太阳' },
    { id: 'other', title: '地层研究' },
    ...Array.from({ length: 8 }, (_, at): Note => ({ id: `far${at}`, title: `其他样例${'甲乙丙丁戊己庚辛'[at]}` })),
  ];
  const near = async (q: string): Promise<string[]> => {
    const other = createMemoryIndex(noteIndex);
    const documents = library.map((record) => noteIndex.toDocument(record));
    await other.apply(documents.map((document, at) => ({ seq: at + 1, op: 'put', document })));
    const { hits } = await other.search({ q, limit: 10 });
    return hits.map(({ id, relaxed }) => (relaxed ? `~${id}` : id));
  };

  it('finds, after the record that it names, those like it', async () => {
    const ids = await near('钙钛矿太阳能电池的界面');
    expect(ids[0]).toBe('found');
    expect(ids).toContain('~alike');
    expect(ids).not.toContain('~other');
  });
  it('is what it takes: a short one finds no records like its own', async () => {
    expect(await near('钙钛矿')).toEqual(['found']);
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
