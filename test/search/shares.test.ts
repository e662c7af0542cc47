import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createMemoryIndex,
  IndexReader,
  IndexWriter,
  ShareGatherer,
  type Change,
  type Phonetics,
} from '../../src/search/index.js';
import { scan } from './support/brute-force.js';
import { note, noteIndex, part, selection, typed } from './support/notes.js';
import { SharedIndex } from './support/shares.js';

const FACETS = ['colour', 'shape'];
const RANGES = ['newest', 'size'];
const READINGS: Record<string, string[]> = { 电: ['dian'], 池: ['chi'], 材: ['cai'], 料: ['liao'], 钙: ['gai'] };
const phonetics: Phonetics = { readings: (character) => READINGS[character] ?? [] };

const changes = (records: readonly { id: string }[], from: number): Change[] =>
  records.map((record, at) => ({ seq: from + at + 1, op: 'put', document: noteIndex.toDocument(record as never) }));

const records = fc.array(note(fc.integer({ min: 0, max: 80 }).map((number) => `n${number}`)), {
  minLength: 1,
  maxLength: 60,
  size: 'max',
});
/** Words that match, words that match a little, and pinyin. */
const wanted = fc.oneof(
  { weight: 3, arbitrary: fc.array(part, { maxLength: 3 }).map(typed) },
  { weight: 1, arbitrary: fc.constantFrom('dianchi', 'cailiao', 'gai', 'solr', 'sola cell', '电池材料钙 solar') },
);

describe('an index searched in shares', () => {
  it('answers as one reader does, page by page, near matches and facets too', async () => {
    const asked = fc.record({
      q: wanted,
      chosen: selection,
      limit: fc.integer({ min: 0, max: 8 }),
      sort: fc.constantFrom('relevance', 'newest'),
    });
    await fc.assert(
      fc.asyncProperty(
        records,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 5 }),
        fc.array(asked, { minLength: 1, maxLength: 4 }),
        async (given, batch, shares, queries) => {
          const index = new SharedIndex(noteIndex, shares, phonetics);
          const alone = createMemoryIndex(noteIndex, { phonetics });
          for (let at = 0; at < given.length; at += batch) {
            const step = changes(given.slice(at, at + batch), at);
            index.apply(step);
            // A sole reader of the same segments: merges drop deleted records, which weigh a little until then.
            index.merge();
            await alone.apply(step);
          }
          for (const { chosen, ...rest } of queries) {
            const query = { ...rest, ...chosen, facets: FACETS, countRanges: RANGES };
            let cursor: string | undefined;
            for (let page = 0; page < 4; page++) {
              const asked = { ...query, ...(cursor === undefined ? {} : { cursor }) };
              const together = await index.search(asked);
              const single = index.gatherer.searchAlone(asked, (each) => index.readers[0]!.search(each));
              expect(together).toEqual(single);
              cursor = together.nextCursor;
              if (cursor === undefined) break;
            }
            const all = await alone.search(query);
            expect((await index.search(query)).total).toBe(all.total);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('agrees with a plain scan after every update, be it of changes or of a merge', async () => {
    await fc.assert(
      fc.asyncProperty(records, fc.integer({ min: 1, max: 9 }), selection, async (given, batch, chosen) => {
        const index = new SharedIndex(noteIndex, 3);
        const truth = new Map<string, ReturnType<typeof noteIndex.toDocument>>();
        const check = async (): Promise<void> => {
          const expected = scan([...truth.values()], [{ text: '电' }], chosen, FACETS, RANGES);
          const page = await index.search({ q: '电', ...chosen, facets: FACETS, countRanges: RANGES, limit: 100 });
          expect(page.total).toBe(expected.matching.length);
          const strict = page.hits.filter(({ relaxed }) => !relaxed).map(({ id }) => id);
          expect(strict.toSorted()).toEqual(expected.matching.map(({ id }) => id).toSorted());
          expect(page.ranges).toEqual(expected.ranges);
          for (const facet of FACETS) {
            const counts = Object.fromEntries(page.facets[facet]!.map(({ value, count }) => [value, count]));
            expect(counts).toEqual(expected.facets[facet]);
          }
        };
        for (let at = 0; at < given.length; at += batch) {
          const step = changes(given.slice(at, at + batch), at);
          for (const change of step) if (change.op === 'put') truth.set(change.document.id, change.document);
          index.apply(step);
          await check();
          index.merge();
          await check();
        }
      }),
      { numRuns: 30 },
    );
  });

  it('lists the values of a facet over all shares', async () => {
    const index = new SharedIndex(noteIndex, 3);
    for (let at = 0; at < 5; at++) {
      index.apply(changes([{ id: `n${at}`, title: '电', colours: ['red', `c${at}`] } as never], at));
    }
    const values = await index.gatherer.facetValues({ facet: 'colour', limit: 2 }, 3, index.ask);
    expect(values).toEqual([
      { value: 'red', count: 5 },
      { value: 'c0', count: 1 },
    ]);
  });
});

describe('a reader', () => {
  it('that comes late begins with the whole index, and numbers facet values as the others do', async () => {
    const index = new SharedIndex(noteIndex, 1);
    for (const [at, colour] of ['red', 'green', 'red', 'blue'].entries()) {
      index.apply(changes([{ id: `n${at % 3}`, title: '电', colours: [colour] } as never], at));
    }
    const late = new IndexReader(noteIndex);
    late.update(index.writer.state());
    const update = index.writer.apply(changes([{ id: 'n9', title: '电', colours: ['white'] } as never], 9));
    late.update(update);
    index.update(update);
    const query = { q: '电', facets: FACETS, limit: 9 };
    const answer = index.gatherer.searchAlone(query, (asked) => late.search(asked));
    expect(answer).toEqual(await index.search(query));
    expect(answer.facets.colour!.map(({ value }) => value)).toEqual(['blue', 'green', 'red', 'white']);
    expect(late.stats()).toEqual(index.writer.stats());
  });
  it('refuses an update that is not the next one', () => {
    const writer = new IndexWriter(noteIndex);
    const reader = new IndexReader(noteIndex);
    writer.apply(changes([{ id: 'a', title: '电' } as never], 0));
    const second = writer.apply(changes([{ id: 'b', title: '电' } as never], 1));
    expect(() => reader.update(second)).toThrow(/Update 2 does not follow update 0.*state\(\)/);
    reader.update(writer.state());
    expect(reader.stats().documents).toBe(2);
  });
});

describe('a gatherer', () => {
  it('refuses shares of different versions, which would count a replaced record twice', async () => {
    const index = new SharedIndex(noteIndex, 2);
    index.apply(changes([{ id: 'a', title: '电' } as never], 0));
    const update = index.writer.apply(changes([{ id: 'a', title: '池' } as never], 1));
    index.readers[0]!.update(update);
    await expect(index.search({ q: '电', limit: 1 })).rejects.toThrow(/different versions/);
  });
  it('asks once where the shares have enough, twice where near matches are needed', async () => {
    const index = new SharedIndex(noteIndex, 2);
    index.apply(changes([{ id: 'a', title: '电池' } as never, { id: 'b', title: '电' } as never], 0));
    const rounds = async (q: string): Promise<number> => {
      let asked = 0;
      await new ShareGatherer(noteIndex).search({ q, limit: 1 }, 2, (query, share) => {
        asked++;
        return index.ask(query, share);
      });
      return asked / 2;
    };
    expect(await rounds('电')).toBe(1);
    expect(await rounds('')).toBe(1);
    expect(await rounds('电池 材料')).toBe(2);
  });
});
