import { describe, expect, it } from 'vitest';
import {
  createMemoryIndex,
  type IndexDefinition,
  type IndexDocument,
  type SearchIndex,
} from '../../src/search/index.js';
import { SharedIndex } from './support/shares.js';
import { noteIndex } from './support/notes.js';

const names = Array.from({ length: 200 }, (_, at) => `f${at}`);
const wide: IndexDefinition<number> = {
  kind: 'wide',
  version: 1,
  fields: [{ name: 'title', weight: 1, usualLength: 5 }],
  facets: [...names, 'long'],
  sorts: [],
  ranges: names.slice(0, 60).map((name) => `r${name}`),
  toDocument: (at): IndexDocument => ({
    id: `d${at}`,
    texts: { title: ['电池'] },
    facets: Object.fromEntries(names.map((name, facet) => [name, [`${(at + facet) % 3}`]])),
    sorts: {},
    ranges: {},
  }),
};

async function wideIndex(records: number): Promise<SearchIndex> {
  const index = createMemoryIndex(wide);
  const changes = Array.from({ length: records }, (_, at) => at);
  await index.apply(changes.map((at) => ({ seq: at + 1, op: 'put' as const, document: wide.toDocument(at) })));
  return index;
}

describe('many facets', () => {
  it('are counted and filtered by, two hundred at once', async () => {
    const index = await wideIndex(30);
    // Of three records in a row, one has '0' in the first facet, and so '1' in the second, '2' in the third, …
    const filters = Object.fromEntries(names.map((name, at) => [name, [`${at % 3}`]]));
    const page = await index.search({ q: '电池', filters, facets: names, limit: 50 });
    expect(page.total).toBe(10);
    // Every other record fails all filters, so that no facet counts it.
    for (const [at, name] of names.entries()) expect(page.facets[name]).toEqual([{ value: `${at % 3}`, count: 10 }]);
  });
  it('are too many beyond what a byte can tell apart, and said to be', async () => {
    const index = await wideIndex(1);
    const filters = Object.fromEntries(names.map((name) => [name, ['0']]));
    const ranges = Object.fromEntries(wide.ranges.map((name) => [name, { min: 1 }]));
    await expect(index.search({ filters, ranges, limit: 1 })).rejects.toThrow(/at most 250 facets and ranges/);
  });
});

describe('many values', () => {
  const values = Array.from({ length: 20_000 }, (_, at) => `单位${at}`);
  it('of one record and one facet are counted, found and chosen among, in shares too', async () => {
    const index = new SharedIndex(wide, 2);
    for (const at of [0, 1]) {
      const document = { ...wide.toDocument(at), facets: { long: at === 0 ? values : values.slice(0, 3) } };
      index.apply([{ seq: at + 1, op: 'put', document }]);
    }
    const page = await index.search({ filters: { long: values }, facets: ['long'], limit: 1 });
    expect(page.total).toBe(2);
    expect(page.facets['long']).toHaveLength(values.length);
    const all = { filters: { long: values }, matchAll: ['long'], facets: [], limit: 1 };
    expect((await index.search(all)).hits.map(({ id }) => id)).toEqual(['d0']);
    const counted = { facet: 'long', contains: '9999', limit: 3 };
    expect(await index.gatherer.facetValues(counted, 2, index.ask)).toEqual([
      { value: '单位19999', count: 1 },
      { value: '单位9999', count: 1 },
    ]);
  });
});

describe('long queries and texts', () => {
  it('cost what their limits allow, in shares too', async () => {
    const index = new SharedIndex(noteIndex, 3);
    // Texts in which every place looks like the beginning of what is sought.
    for (let at = 0; at < 30; at++) {
      const document = noteIndex.toDocument({ id: `n${at}`, title: '电池'.repeat(500), body: '电'.repeat(1000) });
      index.apply([{ seq: at + 1, op: 'put', document }]);
    }
    const terms = Array.from({ length: 10_000 }, (_, at) => String.fromCodePoint(0x4e00 + at));
    const queries = [
      `${'电池'.repeat(400)}材`,
      '电'.repeat(1_000_000),
      terms.join(' '),
      terms.map((term) => `-${term}`).join(' '),
      `"${'电池 '.repeat(300)}"`,
      `title:${'电池'.repeat(300)}`,
    ];
    for (const q of queries) {
      const page = await index.search({ q, facets: ['colour', 'shape'], limit: 100 });
      expect(page.hits.length).toBeLessThanOrEqual(30);
    }
  });
});
