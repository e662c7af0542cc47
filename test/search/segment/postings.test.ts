import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addScores,
  decodeList,
  FULL_IMPACT,
  has,
  impactOf,
  packPostings,
  retain,
  type Postings,
} from '../../../src/search/segment/postings.js';

interface Model {
  readonly documents: number;
  /** Impact by document, term by term. */
  readonly terms: readonly ReadonlyMap<number, number>[];
}

/** Terms from empty to "in every document", in segments on both sides of the size from which bitmaps are used. */
const models: fc.Arbitrary<Model> = fc.integer({ min: 1, max: 300 }).chain((documents) =>
  fc.record({
    documents: fc.constant(documents),
    terms: fc.array(
      fc
        .oneof(
          fc.uniqueArray(fc.nat(documents - 1), { maxLength: 12 }),
          fc.subarray(Array.from({ length: documents }, (_, at) => at)),
          fc.constant(Array.from({ length: documents }, (_, at) => at)),
        )
        .map(
          (list) =>
            new Map(list.toSorted((a, b) => a - b).map((document) => [document, 1 + ((document * 37) % FULL_IMPACT)])),
        ),
      { maxLength: 8 },
    ),
  }),
);

function pack({ documents, terms }: Model): Postings {
  const starts = [0];
  for (const term of terms) starts.push(starts.at(-1)! + term.size);
  return packPostings(
    Uint32Array.from(starts),
    Uint16Array.from(terms.flatMap((term) => [...term.keys()])),
    Uint8Array.from(terms.flatMap((term) => [...term.values()])),
    documents,
  );
}

describe('posting lists, whether kept as lists or as bitmaps', () => {
  it('give back what was packed', () => {
    fc.assert(
      fc.property(models, (model) => {
        const postings = pack(model);
        for (const [ordinal, term] of model.terms.entries()) {
          const list = postings.list(ordinal);
          const out = new Uint16Array(model.documents);
          expect(postings.sizeOf(ordinal)).toBe(term.size);
          expect([...out.subarray(0, decodeList(list, out))]).toEqual([...term.keys()]);
          for (let document = 0; document < model.documents; document++) {
            expect(impactOf(list, document)).toBe(term.get(document) ?? 0);
            expect(has(list, document)).toBe(term.has(document));
          }
        }
      }),
    );
  });

  it('use a bitmap for a term that most documents have', () => {
    const all = new Map(Array.from({ length: 200 }, (_, at) => [at, 9]));
    const postings = pack({ documents: 200, terms: [new Map([[3, 1]]), all, new Map([[199, 2]])] });
    expect([...postings.dense]).toEqual([1]);
    expect(postings.list(1).bits).toBeDefined();
    expect(postings.list(2).documents).toEqual(Uint16Array.of(199));
  });

  it('intersect, subtract and score like sets', () => {
    fc.assert(
      fc.property(models, fc.infiniteStream(fc.boolean()), (model, coin) => {
        const postings = pack(model);
        const candidates = Array.from({ length: model.documents }, (_, at) => at).filter(() => coin.next().value);
        for (const [ordinal, term] of model.terms.entries()) {
          const list = postings.list(ordinal);
          for (const keep of [true, false]) {
            const documents = Uint16Array.from(candidates);
            const count = retain(list, documents, documents.length, keep);
            expect([...documents.subarray(0, count)]).toEqual(candidates.filter((at) => term.has(at) === keep));
          }
          const scores = new Float64Array(candidates.length).fill(1);
          addScores(list, Uint16Array.from(candidates), candidates.length, scores, FULL_IMPACT);
          expect([...scores]).toEqual(candidates.map((document) => 1 + (term.get(document) ?? 0)));
        }
      }),
    );
  });
});
