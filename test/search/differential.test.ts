import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryIndex, type Change, type SearchIndex, type SearchPage } from '../../src/search/index.js';
import { scan, scanFold, scanScorer } from './support/brute-force.js';
import { note, noteIndex, notes, part, selection, typed, type Note } from './support/notes.js';

const FACETS = ['colour', 'shape'];
const RANGES = ['newest', 'size'];
/** The index may round a score to one part in a hundred; order must agree with the textbook beyond that. */
const ROUNDING = 0.01;

async function indexOf(records: readonly Note[]): Promise<SearchIndex> {
  const index = createMemoryIndex(noteIndex);
  await index.apply(records.map((record, at) => ({ seq: at + 1, op: 'put', document: noteIndex.toDocument(record) })));
  return index;
}

function counted(page: SearchPage): Record<string, Record<string, number>> {
  return Object.fromEntries(
    Object.entries(page.facets).map(([facet, values]) => [
      facet,
      Object.fromEntries(values.map(({ value, count }) => [value, count])),
    ]),
  );
}

const strictIds = (page: SearchPage): string[] => page.hits.filter(({ relaxed }) => !relaxed).map(({ id }) => id);

describe('the index and a plain scan', () => {
  const parts = fc.array(part, { maxLength: 3 });

  it('find the same records, totals and facets', async () => {
    await fc.assert(
      fc.asyncProperty(notes, parts, selection, async (records, wanted, chosen) => {
        const index = await indexOf(records);
        const expected = scan(records.map(noteIndex.toDocument), wanted, chosen, FACETS, RANGES);
        const page = await index.search({
          q: typed(wanted),
          ...chosen,
          facets: FACETS,
          countRanges: RANGES,
          limit: 100,
        });
        expect(page.total).toBe(expected.matching.length);
        expect(strictIds(page).toSorted()).toEqual(expected.matching.map(({ id }) => id).toSorted());
        expect(counted(page)).toEqual(expected.facets);
        expect(page.ranges).toEqual(expected.ranges);
      }),
      { numRuns: 400 },
    );
  });

  it('rank the same way', async () => {
    await fc.assert(
      fc.asyncProperty(notes, fc.array(part, { minLength: 1, maxLength: 3 }), async (records, wanted) => {
        fc.pre(wanted.some(({ excluded }) => !excluded));
        const documents = records.map(noteIndex.toDocument);
        const score = scanScorer(documents, noteIndex, wanted);
        const page = await (await indexOf(records)).search({ q: typed(wanted), limit: 100 });
        const scores = strictIds(page).map((id) => score(documents.find((document) => document.id === id)!));
        for (let i = 1; i < scores.length; i++) {
          expect(scores[i]).toBeLessThanOrEqual(scores[i - 1]! * (1 + ROUNDING) + 0.005);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('sort by a number the same way: highest first, absent last, then by id', async () => {
    await fc.assert(
      fc.asyncProperty(notes, selection, async (records, chosen) => {
        const expected = scan(records.map(noteIndex.toDocument), [], chosen, []).matching.toSorted(
          (a, b) =>
            (b.sorts.newest ?? -Infinity) - (a.sorts.newest ?? -Infinity) ||
            (a.sorts.newest === b.sorts.newest || (a.sorts.newest ?? b.sorts.newest) === undefined
              ? a.id < b.id
                ? -1
                : 1
              : 0),
        );
        const page = await (await indexOf(records)).search({ ...chosen, sort: 'newest', limit: 100 });
        expect(page.hits.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      }),
    );
  });

  it('list the same values of a facet among the records found', async () => {
    const narrowing = fc.record(
      { contains: fc.constantFrom('', 'r', 'ＲＥ', '红'), values: fc.subarray(['red', 'blue', 'absent']) },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(notes, parts, selection, narrowing, async (records, wanted, chosen, narrowed) => {
        const index = await indexOf(records);
        const { facets } = scan(records.map(noteIndex.toDocument), wanted, chosen, ['colour']);
        const contains = scanFold(narrowed.contains ?? '');
        const expected = Object.entries(facets.colour!)
          .filter(([value, count]) => count > 0 && (narrowed.values?.includes(value) ?? true))
          .filter(([value]) => value.includes(contains))
          .map(([value, count]) => ({ value, count }))
          .toSorted(
            (a, b) =>
              Number(b.value.startsWith(contains)) - Number(a.value.startsWith(contains)) ||
              b.count - a.count ||
              (a.value < b.value ? -1 : 1),
          );
        const asked = { facet: 'colour', q: typed(wanted), ...chosen, ...narrowed, limit: 9 };
        expect(await index.facetValues(asked)).toEqual(expected);
        expect(await index.facetValues({ ...asked, limit: 1 })).toEqual(expected.slice(0, 1));
      }),
      { numRuns: 150 },
    );
  });

  it('agree after any sequence of puts, replacements, deletes and restarts', async () => {
    const step = fc.oneof(
      { weight: 6, arbitrary: note(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g')).map((record) => ({ record })) },
      { weight: 2, arbitrary: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g').map((gone) => ({ gone })) },
      { weight: 1, arbitrary: fc.constant({ restart: true }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), parts, selection, async (steps, wanted, chosen) => {
        let index = createMemoryIndex(noteIndex);
        const truth = new Map<string, Note>();
        let seq = 0;
        for (const todo of steps) {
          if ('restart' in todo) {
            index = createMemoryIndex(noteIndex, { snapshot: await index.snapshot() });
            continue;
          }
          seq++;
          const change: Change =
            'record' in todo
              ? { seq, op: 'put', document: noteIndex.toDocument(todo.record) }
              : { seq, op: 'delete', id: todo.gone };
          if ('record' in todo) truth.set(todo.record.id, todo.record);
          else truth.delete(todo.gone);
          expect(await index.apply([change])).toBe(seq);
        }
        const documents = [...truth.values()].map(noteIndex.toDocument);
        const expected = scan(documents, wanted, chosen, FACETS, RANGES);
        const page = await index.search({
          q: typed(wanted),
          ...chosen,
          facets: FACETS,
          countRanges: RANGES,
          limit: 100,
        });
        expect(page.total).toBe(expected.matching.length);
        expect(strictIds(page).toSorted()).toEqual(expected.matching.map(({ id }) => id).toSorted());
        expect(counted(page)).toEqual(expected.facets);
        expect(page.ranges).toEqual(expected.ranges);
        expect(await index.stats()).toMatchObject({ documents: truth.size, seq });
      }),
      { numRuns: 150 },
    );
  });

  it('agree over hundreds of records that came in batches, were merged, replaced and saved', async () => {
    const many = fc.array(note(fc.integer({ min: 0, max: 500 }).map((number) => `n${number}`)), {
      minLength: 200,
      maxLength: 600,
      size: 'max',
    });
    const queries = fc.array(fc.tuple(parts, selection), { minLength: 5, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(many, fc.integer({ min: 1, max: 90 }), queries, async (records, batch, wanted) => {
        let index = createMemoryIndex(noteIndex);
        for (let at = 0; at < records.length; at += batch) {
          const documents = records.slice(at, at + batch).map(noteIndex.toDocument);
          await index.apply(documents.map((document, offset) => ({ seq: at + offset + 1, op: 'put', document })));
        }
        const latest = [...new Map(records.map((record) => [record.id, record])).values()].map(noteIndex.toDocument);
        for (const [query, chosen] of wanted) {
          const expected = scan(latest, query, chosen, FACETS, RANGES);
          const page = await index.search({
            q: typed(query),
            ...chosen,
            facets: FACETS,
            countRanges: RANGES,
            limit: 100,
          });
          expect(page.total).toBe(expected.matching.length);
          expect(counted(page)).toEqual(expected.facets);
          expect(page.ranges).toEqual(expected.ranges);
          const ids = new Set(expected.matching.map(({ id }) => id));
          expect(strictIds(page).filter((id) => !ids.has(id))).toEqual([]);
          index = createMemoryIndex(noteIndex, { snapshot: await index.snapshot() });
        }
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it('give every record once when the pages are walked, whatever their size, near matches last', async () => {
    const size = fc.integer({ min: 1, max: 5 });
    await fc.assert(
      fc.asyncProperty(
        notes,
        parts,
        selection,
        size,
        fc.constantFrom('relevance', 'newest'),
        async (records, wanted, chosen, limit, sort) => {
          const index = await indexOf(records);
          const query = { q: typed(wanted), ...chosen, sort, limit };
          const whole = await index.search({ ...query, limit: 100 });
          const seen: SearchPage['hits'][number][] = [];
          let cursor: string | undefined;
          do {
            const page = await index.search(cursor === undefined ? query : { ...query, cursor });
            expect(page.total).toBe(whole.total);
            seen.push(...page.hits);
            cursor = page.nextCursor;
          } while (cursor !== undefined);
          const strict = seen.filter(({ relaxed }) => !relaxed).map(({ id }) => id);
          expect(strict).toEqual(strictIds(whole));
          expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
          expect(seen.findIndex(({ relaxed }) => relaxed) + 1 || seen.length + 1).toBe(strict.length + 1);
        },
      ),
      { numRuns: 150 },
    );
  });
});
