import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FacetDictionary } from '../../../src/search/facet-dictionary.js';
import { FacetDraft } from '../../../src/search/segment/drafts.js';
import {
  addCounts,
  countFew,
  countValues,
  failValues,
  markValues,
  type FacetColumn,
} from '../../../src/search/segment/facet-column.js';
import { ABSENT, failNumbers, rangeOf } from '../../../src/search/segment/number-column.js';

const value: fc.Arbitrary<string> = fc.constantFrom('', 'a', 'b', 'ab', '中', '𠮷', 'c');
/** Documents with several values, or one at most: both layouts. */
const lists = fc.oneof(
  fc.array(fc.uniqueArray(value, { maxLength: 4 }), { maxLength: 20 }),
  fc.array(fc.uniqueArray(value, { maxLength: 1 }), { maxLength: 20 }),
);

function column(documents: readonly string[][], dictionary = new FacetDictionary()): FacetColumn {
  const draft = new FacetDraft();
  for (const values of documents) draft.add(values);
  return draft.finish(dictionary);
}

const everyThird = (length: number): Uint16Array =>
  Uint16Array.from({ length }, (_, at) => at).filter((at) => at % 3 !== 1);
const marks = (size: number): { fails: Uint8Array; first: number; more: number } => {
  return { fails: new Uint8Array(size), first: 1, more: 255 };
};

describe('a facet column', () => {
  it('counts the values of hits, few or many, by the numbers they have in the whole index', () => {
    fc.assert(
      fc.property(lists, (documents) => {
        const dictionary = new FacetDictionary();
        dictionary.number('zzz');
        const facet = column(documents, dictionary);
        const hits = everyThird(documents.length);
        const few = new Uint32Array(dictionary.values.length);
        countFew(facet, hits, hits.length, few);
        const own = new Uint32Array(facet.values.size + 1);
        countValues(facet, hits, hits.length, own);
        const many = new Uint32Array(dictionary.values.length);
        addCounts(facet, own, many);
        const expected = dictionary.values.map(
          (each) => Array.from(hits).filter((hit) => documents[hit]!.includes(each)).length,
        );
        expect([...few]).toEqual(expected);
        expect([...many]).toEqual(expected);
      }),
    );
  });
  it('marks what has fewer of the wanted values than asked for, and a second failure as such', () => {
    fc.assert(
      fc.property(
        lists,
        fc.uniqueArray(value, { maxLength: 3 }),
        fc.integer({ min: 1, max: 3 }),
        (documents, wanted, least) => {
          const facet = column(documents);
          const hits = everyThird(documents.length);
          const marked = marks(hits.length);
          failValues(facet, hits, hits.length, markValues(facet, wanted), least, marked);
          const fails = Array.from(
            hits,
            (hit) => documents[hit]!.filter((each) => wanted.includes(each)).length < least,
          );
          expect([...marked.fails]).toEqual(fails.map((fail) => (fail ? 1 : 0)));
          failValues(facet, hits, hits.length, markValues(facet, wanted), least, marked);
          expect([...marked.fails]).toEqual(fails.map((fail) => (fail ? 255 : 0)));
        },
      ),
    );
  });
  it('keeps its values when it is merged with others', () => {
    fc.assert(
      fc.property(lists, lists, (first, second) => {
        const dictionary = new FacetDictionary();
        const draft = new FacetDraft();
        for (const documents of [first, second]) {
          const moved = Int32Array.from(documents, (_, at) => (at % 2 === 0 ? at : -1));
          draft.addColumn(column(documents, dictionary), moved);
        }
        const kept = [...first, ...second].filter((_, at) => {
          return at < first.length ? at % 2 === 0 : (at - first.length) % 2 === 0;
        });
        // Nothing new: the values keep the numbers they have.
        const merged = draft.finish();
        for (const [at, values] of kept.entries()) {
          const counts = new Uint32Array(dictionary.values.length);
          countFew(merged, Uint16Array.of(at), 1, counts);
          expect(dictionary.values.filter((_, number) => counts[number] === 1).toSorted()).toEqual(values.toSorted());
        }
      }),
    );
  });
});

describe('a number column', () => {
  const numbers = fc.array(fc.oneof(fc.constant(ABSENT), fc.double({ noNaN: true, noDefaultInfinity: true })), {
    maxLength: 20,
  });
  const end = fc.oneof(fc.constantFrom(-Infinity, Infinity), fc.double({ noNaN: true }));
  it('tells the span of hits', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const hits = everyThird(values.length);
        const present = Array.from(hits, (hit) => values[hit]!).filter((each) => each !== ABSENT);
        expect(rangeOf(Float64Array.from(values), hits, hits.length)).toEqual({
          min: Math.min(...present),
          max: Math.max(...present),
          count: present.length,
        });
      }),
    );
  });
  it('marks what is outside a range or absent', () => {
    fc.assert(
      fc.property(numbers, end, end, (values, min, max) => {
        const hits = everyThird(values.length);
        const marked = marks(hits.length);
        failNumbers(Float64Array.from(values), hits, hits.length, { min, max }, marked);
        const fails = Array.from(hits, (hit) => values[hit]!).map(
          (each) => each === ABSENT || each < min || each > max,
        );
        expect([...marked.fails]).toEqual(fails.map(Number));
      }),
    );
  });
});
