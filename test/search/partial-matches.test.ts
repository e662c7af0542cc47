import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryIndex } from '../../src/search/index.js';
import { kthLargest } from '../../src/search/kth-largest.js';
import { scanScorer } from './support/brute-force.js';
import { noteIndex, type Note } from './support/notes.js';

describe('kthLargest', () => {
  it('is sorting and counting', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 30 })), fc.nat(40), fc.nat(12), (values, count, k) => {
        const first = values.slice(0, count);
        const expected = k === 0 ? undefined : first.toSorted((a, b) => b - a)[k - 1];
        expect(kthLargest(Float64Array.from(values), first.length, k)).toBe(expected ?? -Infinity);
      }),
    );
  });
});

describe('records with some of the words', () => {
  const WORDS = ['电池', '材料', '回收', '薄膜', '催化', '传感'];
  /** Rare words and common ones, so that the lists of the common ones need not be gone through. */
  const note = fc.tuple(fc.array(fc.nat(99), { maxLength: 3 }), fc.boolean()).map(([draws, red]): Omit<Note, 'id'> => ({
    title: draws.map((draw) => WORDS[Math.floor((draw / 100) ** 2 * WORDS.length)]).join('，'),
    colours: red ? ['red'] : [],
  }));

  it('come as a full scan ranks them, however few lists are gone through, with filters and in several segments', async () => {
    const sets = fc.array(note, { minLength: 300, maxLength: 1200, size: 'max' });
    const asked = fc.subarray(WORDS, { minLength: 2 });
    const batch = fc.constantFrom(150, 400, 2000);
    await fc.assert(
      fc.asyncProperty(sets, asked, batch, fc.boolean(), async (bare, words, size, filtered) => {
        const records = bare.map((each, at): Note => ({ ...each, id: `n${String(at).padStart(4, '0')}` }));
        const documents = records.map(noteIndex.toDocument);
        const index = createMemoryIndex(noteIndex);
        for (let at = 0; at < documents.length; at += size) {
          const part = documents.slice(at, at + size);
          await index.apply(part.map((document, each) => ({ seq: at + each + 1, op: 'put', document })));
        }
        // A word that no record has: every match is a near one.
        const filters: Record<string, string[]> = filtered ? { colour: ['red'] } : {};
        const page = await index.search({ q: [...words, '罒罒'].join(' '), filters, limit: 7 });
        const score = scanScorer(
          documents,
          noteIndex,
          words.map((text) => ({ text })),
        );
        const ranked = documents
          .filter(({ facets }) => !filtered || facets.colour?.includes('red'))
          .map((document) => ({ id: document.id, score: score(document) }))
          .filter((each) => each.score > 0);
        const best = ranked.toSorted((a, b) => b.score - a.score);
        expect(page.hits).toHaveLength(Math.min(7, page.hits.length === 0 ? 0 : best.length));
        expect(page.nextCursor !== undefined).toBe(page.hits.length > 0 && best.length > 7);
        for (const [at, { id }] of page.hits.entries()) {
          const own = ranked.find((each) => each.id === id)!.score;
          expect(own).toBeGreaterThanOrEqual(best[at]!.score * 0.98 - 0.01);
        }
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });
});
