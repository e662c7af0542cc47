import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createMemoryIndex,
  type Change,
  type IndexDefinition,
  type IndexDocument,
  type SearchIndex,
  type ValueCount,
  type ValueName,
} from '../../src/search/index.js';
import { SharedIndex } from './support/shares.js';

interface Plant {
  readonly id: string;
  readonly makers: readonly (readonly [value: string, name?: string])[];
}

const plantIndex: IndexDefinition<Plant> = {
  kind: 'plant',
  version: 1,
  fields: [{ name: 'title', weight: 1, usualLength: 4 }],
  facets: ['plain', 'maker'],
  namedFacets: ['maker'],
  sorts: [],
  ranges: [],
  toDocument: ({ id, makers }): IndexDocument => ({
    id,
    texts: { title: [id] },
    facets: { maker: makers.map(([value]) => value), plain: ['same'] },
    names: { maker: makers.flatMap(([value, name]): ValueName[] => (name === undefined ? [] : [[value, name]])) },
    sorts: {},
    ranges: {},
  }),
};

const put = (record: Plant, seq: number): Change => ({ seq, op: 'put', document: plantIndex.toDocument(record) });

/** Counts again from the records alone. */
function expectedValues(records: Iterable<Plant>): Record<string, { count: number; name?: string }> {
  const counts = new Map<string, number>();
  const names = new Map<string, Map<string, number>>();
  for (const { makers } of records) {
    for (const value of new Set(makers.map(([each]) => each))) counts.set(value, (counts.get(value) ?? 0) + 1);
    for (const pair of new Set(makers.filter(([, name]) => name !== undefined).map((each) => JSON.stringify(each)))) {
      const [value, name] = JSON.parse(pair) as [string, string];
      const known = names.get(value) ?? new Map<string, number>();
      names.set(value, known.set(name, (known.get(name) ?? 0) + 1));
    }
  }
  return Object.fromEntries(
    [...counts].map(([value, count]) => {
      const [best] = [...(names.get(value) ?? [])].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      return [value, best ? { count, name: best[0] } : { count }];
    }),
  );
}
const asRecord = (values: readonly ValueCount[]): Record<string, { count: number; name?: string }> =>
  Object.fromEntries(values.map(({ value, ...rest }) => [value, rest]));

async function indexOf(...records: Plant[]): Promise<SearchIndex> {
  const index = createMemoryIndex(plantIndex);
  await index.apply(records.map((record, at) => put(record, at + 1)));
  return index;
}
const makers = async (index: SearchIndex, q = ''): Promise<readonly ValueCount[]> =>
  (await index.search({ q, facets: ['maker'], limit: 0 })).facets.maker ?? [];

describe('what values of a facet are called in English', () => {
  it('is the name that most records give, equals by the name, whatever is searched for', async () => {
    const index = await indexOf(
      { id: 'a', makers: [['天大', 'Tianjin University'], ['浙大']] },
      { id: 'b', makers: [['天大', 'Tianda']] },
      { id: 'c', makers: [['天大', 'Tianjin University']] },
      { id: 'd', makers: [['同济', 'Tongji University']] },
      { id: 'e', makers: [['同济', 'Tongji']] },
    );
    expect(await makers(index)).toEqual([
      { value: '天大', count: 3, name: 'Tianjin University' },
      { value: '同济', count: 2, name: 'Tongji' },
      { value: '浙大', count: 1 },
    ]);
    expect(await makers(index, 'b')).toEqual([{ value: '天大', count: 1, name: 'Tianjin University' }]);
    const chosen = { facets: ['maker'], filters: { maker: ['浙大', '同济', 'nobody'] }, q: 'b', limit: 0 };
    expect((await index.search(chosen)).facets.maker).toEqual([
      { value: '天大', count: 1, name: 'Tianjin University' },
      { value: 'nobody', count: 0 },
      { value: '同济', count: 0, name: 'Tongji' },
      { value: '浙大', count: 0 },
    ]);
    expect(await index.facetValues({ facet: 'maker', limit: 1 })).toEqual((await makers(index)).slice(0, 1));
    expect(await index.names('maker', ['同济', '浙大', 'nobody', '天大', '天大'])).toEqual(
      new Map([
        ['同济', 'Tongji'],
        ['天大', 'Tianjin University'],
      ]),
    );
    expect(await index.names('plain', ['same'])).toEqual(new Map());
    expect(await index.names('size', ['same'])).toEqual(new Map());
  });

  it('follows records that change and go, and a name that nobody gives any more is gone', async () => {
    const index = await indexOf(
      { id: 'a', makers: [['天大', 'Tianjin University']] },
      { id: 'b', makers: [['天大', 'Tianda']] },
      { id: 'c', makers: [['天大', 'Tianda']] },
    );
    expect(await makers(index)).toMatchObject([{ name: 'Tianda' }]);
    await index.apply([put({ id: 'b', makers: [['天大', 'Tianjin University']] }, 4)]);
    expect(await makers(index)).toMatchObject([{ name: 'Tianjin University' }]);
    await index.apply([
      { seq: 5, op: 'delete', id: 'a' },
      { seq: 6, op: 'delete', id: 'b' },
    ]);
    expect(await makers(index)).toMatchObject([{ name: 'Tianda' }]);
    await index.apply([put({ id: 'c', makers: [['天大']] }, 7)]);
    expect(await makers(index)).toEqual([{ value: '天大', count: 1 }]);
  });

  it('takes a record that gives one value several names, or one name several times', async () => {
    const index = await indexOf(
      { id: 'a', makers: [['甲', 'B'], ['甲', 'A'], ['甲', 'B'], ['甲']] },
      { id: 'b', makers: [['甲', 'C']] },
      { id: 'c', makers: [['甲', 'C']] },
    );
    expect(await makers(index)).toEqual([{ value: '甲', count: 3, name: 'C' }]);
  });

  it('keeps values and names apart that look alike, even like what the index makes of them', async () => {
    const index = await indexOf({
      id: 'a',
      makers: [
        ['', 'empty'],
        ['1:x', 'colon'],
        ['1', ':xcolon'],
        ['a\u0000b', 'zero\u0000'],
        ['__proto__', 'constructor'],
        ['👩‍🔬', 'emoji 👩‍🔬'],
        ['\ud800', 'half'],
      ],
    });
    const names = Object.fromEntries((await makers(index)).map(({ value, name }) => [value, name]));
    expect(names['']).toBe('empty');
    expect(names['1:x']).toBe('colon');
    expect(names['1']).toBe(':xcolon');
    expect(names['a\u0000b']).toBe('zero\u0000');
    expect(names['👩‍🔬']).toBe('emoji 👩‍🔬');
    expect(names['\ud800']).toBe('half');
    expect((await makers(index)).find(({ value }) => value === '__proto__')?.name).toBe('constructor');
  });

  it('refuses names of what is no facet', () => {
    expect(() => createMemoryIndex({ ...plantIndex, namedFacets: ['size'] })).toThrow('"size" is named');
  });

  it('agrees with a plain count after puts, deletes, merges and restarts, in one reader and in shares', async () => {
    const ids = fc.integer({ min: 0, max: 20 }).map((number) => `p${number}`);
    const maker = fc.tuple(
      fc.constantFrom('甲', '乙', '丙', 'x'),
      fc.option(fc.constantFrom('One', 'Two', 'Three', '甲'), { nil: undefined }),
    );
    const record = fc.record({ id: ids, makers: fc.array(maker, { maxLength: 4 }) });
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.array(record, { minLength: 1, maxLength: 5 }).map((added) => ({ added })) },
      { weight: 3, arbitrary: ids.map((gone) => ({ gone })) },
      { weight: 2, arbitrary: fc.constant({ merge: true }) },
      { weight: 1, arbitrary: fc.constant({ restart: true }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
        const truth = new Map<string, Plant>();
        const shared = new SharedIndex(plantIndex, 3);
        let index = createMemoryIndex(plantIndex);
        let seq = 0;
        for (const todo of steps) {
          let changes: Change[] = [];
          if ('added' in todo) {
            changes = todo.added.map((each) => put(each as Plant, ++seq));
            for (const each of todo.added) truth.set(each.id, each as Plant);
          } else if ('gone' in todo) {
            changes = [{ seq: ++seq, op: 'delete', id: todo.gone }];
            truth.delete(todo.gone);
          } else if ('merge' in todo) shared.merge();
          else index = createMemoryIndex(plantIndex, { snapshot: await index.snapshot() });
          shared.apply(changes);
          await index.apply(changes);
          const expected = expectedValues(truth.values());
          expect(asRecord(await makers(index))).toEqual(expected);
          const named = Object.entries(expected).flatMap(([value, { name }]) =>
            name === undefined ? [] : [[value, name]],
          );
          expect([...(await index.names('maker', Object.keys(expected)))]).toEqual(named);
          const page = await shared.search({ facets: ['plain', 'maker'], limit: 0 });
          expect(asRecord(page.facets.maker ?? [])).toEqual(expected);
          // A reader that comes later is told the same
          const late = new SharedIndex(plantIndex, 1);
          late.update(shared.writer.state());
          expect(asRecord((await late.search({ facets: ['maker'], limit: 0 })).facets.maker ?? [])).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });
});
