import { beforeEach, describe, expect, it } from 'vitest';
import {
  createMemoryIndex,
  InvalidCursorError,
  MAX_RELAXED_HITS,
  SnapshotError,
  type SearchIndex,
} from '../../src/search/index.js';
import { noteIndex, type Note } from './support/notes.js';

const records: Note[] = [
  {
    id: 'a',
    title: '钙钛矿太阳能电池',
    tags: ['光伏'],
    body: '一种稳定的薄膜电池',
    colours: ['red'],
    shape: 'round',
    day: 3,
  },
  {
    id: 'b',
    title: '锂电池回收',
    tags: ['环保'],
    body: '回收钙与锂',
    colours: ['red', 'green'],
    shape: 'square',
    day: 5,
  },
  { id: 'c', title: 'Perovskite solar cell', body: '鈣鈦礦電池的封裝', colours: ['green'], day: 1 },
  { id: 'd', title: '专利 ZL 2013 1 0123456.7', body: 'CAS 7440-44-0, US6109270', tags: ['ZL201310123456.7'] },
];

let index: SearchIndex;
let seq = 0;

async function put(...added: readonly Note[]): Promise<void> {
  await index.apply(added.map((record) => ({ seq: ++seq, op: 'put', document: noteIndex.toDocument(record) })));
}

async function idsOf(q: string): Promise<string[]> {
  const page = await index.search({ q, limit: 20 });
  return page.hits.filter(({ relaxed }) => !relaxed).map(({ id }) => id);
}

beforeEach(async () => {
  index = createMemoryIndex(noteIndex);
  seq = 0;
  await put(...records);
});

describe('finding', () => {
  it('finds a word of two characters in whichever script and width it is written', async () => {
    expect((await idsOf('电池')).toSorted()).toEqual(['a', 'b', 'c']);
    expect((await idsOf('電池')).toSorted()).toEqual(['a', 'b', 'c']);
    expect(await idsOf('ＰＥＲＯＶＳＫＩＴＥ')).toEqual(['c']);
  });
  it('puts a match in the title first', async () => {
    expect((await idsOf('电池')).at(-1)).toBe('c');
  });
  it('takes a longer run exactly as typed, not as a bag of pairs', async () => {
    expect(await idsOf('钙钛矿电池')).toEqual(['c']);
    expect(await idsOf('钙钛矿太阳')).toEqual(['a']);
  });
  it('wants all parts, a phrase in order, none of the excluded', async () => {
    expect(await idsOf('电池 光伏')).toEqual(['a']);
    expect(await idsOf('"solar cell"')).toEqual(['c']);
    expect(await idsOf('"cell solar"')).toEqual([]);
    expect(await idsOf('电池 -锂')).toEqual(expect.arrayContaining(['a', 'c']));
    expect(await idsOf('电池 -锂')).not.toContain('b');
    expect(await idsOf('body:钙')).toEqual(expect.arrayContaining(['b', 'c']));
    expect(await idsOf('title:钙')).toEqual(['a']);
  });
  it('finds numbers whole, whatever their joints and country prefix', async () => {
    for (const q of ['7440-44-0', '7440440', 'ZL201310123456.7', '201310123456.7', 'US6109270', '6109270']) {
      expect(await idsOf(q), q).toEqual(['d']);
    }
    expect(await idsOf('7440-44-1')).toEqual([]);
  });
  it('finds everything for nothing, and for signs alone', async () => {
    for (const q of ['', '  ', '"', '-', '？！']) expect((await index.search({ q, limit: 1 })).total, q).toBe(4);
  });
  it('sorts by the first sort when there are no words to rank by', async () => {
    const page = await index.search({ limit: 10 });
    expect(page.hits.map(({ id }) => id)).toEqual(['b', 'a', 'c', 'd']);
  });
  it('refuses names that the definition does not have, naming those it has', async () => {
    await expect(index.search({ sort: 'price', limit: 1 })).rejects.toThrow(/Unknown sort "price".*relevance, newest/);
    await expect(index.search({ facets: ['size'], limit: 1 })).rejects.toThrow(/Unknown facet "size".*colour, shape/);
    await expect(index.search({ filters: { size: ['1'] }, limit: 1 })).rejects.toThrow(RangeError);
    await expect(index.search({ matchAll: ['size'], limit: 1 })).rejects.toThrow(/Unknown facet "size"/);
    await expect(index.search({ ranges: { day: { min: 1 } }, limit: 1 })).rejects.toThrow(/Unknown range "day".*size/);
    await expect(index.search({ countRanges: ['day'], limit: 1 })).rejects.toThrow(RangeError);
    await expect(index.search({ ranges: { size: { max: Number.NaN } }, limit: 1 })).rejects.toThrow(/must be numbers/);
  });
});

describe('choosing', () => {
  it('takes any of the values chosen in a facet, or all where asked', async () => {
    const ids = async (matchAll: string[]): Promise<string[]> => {
      const page = await index.search({ filters: { colour: ['red', 'green'] }, matchAll, limit: 9 });
      return page.hits.map(({ id }) => id).toSorted();
    };
    expect(await ids([])).toEqual(['a', 'b', 'c']);
    expect(await ids(['colour'])).toEqual(['b']);
  });
  it('counts a facet without its own choice, but for one whose values are all wanted', async () => {
    const counts = async (matchAll: string[]): Promise<unknown> =>
      (await index.search({ filters: { colour: ['green'] }, facets: ['colour'], matchAll, limit: 0 })).facets.colour;
    expect(await counts([])).toEqual([
      { value: 'green', count: 2 },
      { value: 'red', count: 2 },
    ]);
    expect(await counts(['colour'])).toEqual([
      { value: 'green', count: 2 },
      { value: 'red', count: 1 },
    ]);
  });
  it('takes both ends of a range in, and leaves out what has no number', async () => {
    const ids = async (range: { min?: number; max?: number }): Promise<string[]> =>
      (await index.search({ ranges: { newest: range }, limit: 9 })).hits.map(({ id }) => id);
    expect(await ids({ min: 3, max: 5 })).toEqual(['b', 'a']);
    expect(await ids({ max: 3 })).toEqual(['a', 'c']);
    expect(await ids({ min: 4, max: 2 })).toEqual([]);
    expect(await ids({})).toHaveLength(4);
  });
  it('tells the span of a range without its own choice, under all others', async () => {
    const span = async (filters: Record<string, string[]>): Promise<unknown> =>
      (await index.search({ filters, ranges: { newest: { min: 4 } }, countRanges: ['newest', 'size'], limit: 0 }))
        .ranges;
    expect(await span({})).toEqual({ newest: { min: 1, max: 5, count: 3 }, size: { count: 0 } });
    expect(await span({ shape: ['round'] })).toEqual({ newest: { min: 3, max: 3, count: 1 }, size: { count: 0 } });
  });
  it('binds a cursor to the ranges it was made for', async () => {
    const query = { ranges: { newest: { min: 1 } }, limit: 1 };
    const cursor = (await index.search(query)).nextCursor!;
    expect((await index.search({ ...query, cursor })).hits.map(({ id }) => id)).toEqual(['a']);
    await expect(index.search({ ranges: { newest: { min: 2 } }, limit: 1, cursor })).rejects.toThrow(
      InvalidCursorError,
    );
  });
});

describe('near matches', () => {
  it('fill up a page, best first, by terms that tell something, and are not counted', async () => {
    const page = await index.search({ q: '钙钛矿太阳能电池封装', limit: 3 });
    expect(page.total).toBe(0);
    expect(page.hits.map(({ id, relaxed }) => ({ id, relaxed }))).toEqual([
      { id: 'a', relaxed: true },
      { id: 'c', relaxed: true },
    ]);
  });
  it('never come for one word, nor when the strict ones fill the page', async () => {
    expect((await index.search({ q: '光伏', limit: 10 })).hits).toHaveLength(1);
    expect((await index.search({ q: '钙钛矿电池', limit: 1 })).hits).toEqual([
      expect.objectContaining({ id: 'c', relaxed: false }),
    ]);
  });
  it('respect filters and exclusions', async () => {
    const page = await index.search({ q: '钙钛矿太阳能电池封装 -锂', filters: { colour: ['red'] }, limit: 10 });
    expect(page.hits.map(({ id }) => id)).toEqual(['a']);
  });
  it('end after a bounded number, over all pages', async () => {
    const many = Array.from({ length: 150 }, (_, at): Note => ({ id: `m${at}`, title: at % 2 ? '光子' : '量子' }));
    await put(...many, ...Array.from({ length: 150 }, (_, at): Note => ({ id: `x${at}`, title: '其他' })));
    let given = 0;
    let cursor: string | undefined;
    do {
      const page = await index.search({ q: '光子 量子', limit: 30, ...(cursor === undefined ? {} : { cursor }) });
      given += page.hits.length;
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(given).toBe(MAX_RELAXED_HITS);
  });
});

describe('changes', () => {
  it('replace and remove whole records, and skip what is already known', async () => {
    await put({ id: 'a', title: '储氢罐' });
    expect(await idsOf('光伏')).toEqual([]);
    expect(await idsOf('储氢')).toEqual(['a']);
    expect(await index.apply([{ seq, op: 'delete', id: 'a' }])).toBe(seq);
    expect(await idsOf('储氢')).toEqual(['a']);
    await index.apply([{ seq: seq + 1, op: 'delete', id: 'a' }]);
    expect(await idsOf('储氢')).toEqual([]);
  });
  it('between two pages neither repeat nor hide a record that did not change', async () => {
    const many = Array.from({ length: 40 }, (_, at): Note => ({
      id: `m${at}`,
      title: `材料 ${'料'.repeat(at % 7)}`,
      body: at % 3 ? '电池材料' : '电池',
    }));
    await put(...many);
    const seen: string[] = [];
    let cursor: string | undefined;
    let round = 0;
    do {
      const page = await index.search({ q: '材料 电池', limit: 7, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.hits.map(({ id }) => id));
      cursor = page.nextCursor;
      round++;
      await put({ id: `new${round}`, title: '材料材料材料', body: '电池' }, { id: `other${round}`, title: '电池' });
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(many.map(({ id }) => id)));
  });
});

describe('cursors', () => {
  it('belong to their query', async () => {
    const { nextCursor } = await index.search({ q: '电池', limit: 1 });
    expect(nextCursor).toBeDefined();
    const cursor = nextCursor!;
    expect((await index.search({ q: '電池', limit: 1, cursor })).hits).toHaveLength(1);
    await expect(index.search({ q: '回收', limit: 1, cursor })).rejects.toThrow(InvalidCursorError);
    await expect(index.search({ q: '电池', sort: 'newest', limit: 1, cursor })).rejects.toThrow(InvalidCursorError);
    await expect(index.search({ q: '电池', filters: { shape: ['round'] }, limit: 1, cursor })).rejects.toThrow(
      InvalidCursorError,
    );
  });
  it('are told when they are damaged', async () => {
    const cursor = (await index.search({ q: '电池', limit: 1 })).nextCursor!;
    for (const broken of ['', 'x', '中文', `${cursor}A`, cursor.slice(1), cursor.slice(0, -4), 'A'.repeat(10_000)]) {
      await expect(index.search({ q: '电池', limit: 1, cursor: broken }), broken).rejects.toThrow(InvalidCursorError);
    }
  });
});

describe('suggestions and facet values', () => {
  it('completes from the start first, inside Han anywhere, inside Latin at a word only', async () => {
    expect((await index.suggest({ q: '電池', limit: 5 })).map(({ text }) => text).toSorted()).toEqual(
      ['钙钛矿太阳能电池', '锂电池回收'].toSorted(),
    );
    expect(await index.suggest({ q: 'PERO', limit: 5 })).toEqual([
      { text: 'Perovskite solar cell', field: 'title', count: 1 },
    ]);
    expect(await index.suggest({ q: 'sol', limit: 5 })).toHaveLength(1);
    expect(await index.suggest({ q: 'olar', limit: 5 })).toEqual([]);
    expect(await index.suggest({ q: '光', limit: 5, fields: ['tags'] })).toEqual([
      { text: '光伏', field: 'tags', count: 1 },
    ]);
    expect(await index.suggest({ q: '  ', limit: 5 })).toEqual([]);
  });
  it('lists the values of a facet, narrowed by what they contain', async () => {
    expect(await index.facetValues({ facet: 'colour', limit: 9 })).toEqual([
      { value: 'green', count: 2 },
      { value: 'red', count: 2 },
    ]);
    expect(await index.facetValues({ facet: 'shape', contains: 'ＲＯ', limit: 9 })).toEqual([
      { value: 'round', count: 1 },
    ]);
    await expect(index.facetValues({ facet: 'size', limit: 9 })).rejects.toThrow(RangeError);
  });
});

describe('snapshots', () => {
  it('open to the same answers', async () => {
    const copy = createMemoryIndex(noteIndex, { snapshot: await index.snapshot() });
    const query = { q: '电池', facets: ['colour'], limit: 10 };
    expect(await copy.search(query)).toEqual(await index.search(query));
    expect(await copy.stats()).toMatchObject({ documents: 4, seq });
  });
  it('open from a subclass that slices without copying, at any offset, as files are read', async () => {
    class FileBytes extends Uint8Array {
      override slice(from?: number, to?: number): Uint8Array<ArrayBuffer> {
        return this.subarray(from, to) as Uint8Array<ArrayBuffer>;
      }
    }
    const bytes = await index.snapshot();
    const file = new FileBytes(bytes.length + 3);
    file.set(bytes, 3);
    const copy = createMemoryIndex(noteIndex, { snapshot: file.subarray(3) });
    const query = { q: '电池', facets: ['colour'], limit: 10 };
    expect(await copy.search(query)).toEqual(await index.search(query));
  });
  it('are refused when cut, damaged, or made by another definition', async () => {
    const bytes = await index.snapshot();
    const open = (snapshot: Uint8Array) => () => createMemoryIndex(noteIndex, { snapshot });
    expect(open(bytes.subarray(0, bytes.length - 1))).toThrow(SnapshotError);
    expect(open(new Uint8Array(0))).toThrow(SnapshotError);
    for (const at of [0, 5, 9, 13, 40, bytes.length - 1]) {
      const damaged = bytes.slice();
      damaged[at]! ^= 1;
      expect(open(damaged), `byte ${at}`).toThrow(SnapshotError);
    }
    expect(() => createMemoryIndex({ ...noteIndex, version: 2 }, { snapshot: bytes })).toThrow(SnapshotError);
  });
});
