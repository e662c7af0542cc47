import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseMerge, chooseQuietMerge, type Mergeable } from '../../src/search/merge-policy.js';

const segment = (size: number, deletedCount = 0): Mergeable => ({ size, deletedCount });

describe('chooseMerge', () => {
  it('leaves a few segments alone', () => {
    expect(chooseMerge([])).toBeUndefined();
    expect(chooseMerge([segment(1), segment(1), segment(500), segment(60_000)])).toBeUndefined();
  });
  it('merges as many of like size as make the next size', () => {
    expect(chooseMerge(Array.from({ length: 6 }, () => segment(500)))).toHaveLength(6);
  });
  it('makes a segment anew when most of it was deleted', () => {
    const worn = segment(10, 11);
    expect(chooseMerge([segment(500), worn])).toEqual([worn]);
  });
  it('never exceeds what one segment can number, and comes to an end with few segments', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 65_536 }), { maxLength: 400 }), (sizes) => {
        let segments: Mergeable[] = [];
        for (const size of sizes) {
          segments.push(segment(size));
          for (let group = chooseMerge(segments); group; group = chooseMerge(segments)) {
            const merged = group.reduce((sum, each) => sum + each.size, 0);
            expect(merged).toBeLessThanOrEqual(65_536);
            segments = [...segments.filter((each) => !group?.includes(each)), segment(merged)];
          }
        }
        expect(segments.reduce((sum, { size }) => sum + size, 0)).toBe(sizes.reduce((a, b) => a + b, 0));
        expect(segments.filter(({ size }) => size < 1000).length).toBeLessThan(25);
      }),
      { numRuns: 50 },
    );
  });
});

describe('chooseQuietMerge', () => {
  it('leaves no two segments that would fit one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 65_536 }), { maxLength: 60 }), (sizes) => {
        let segments = sizes.map((size) => segment(size));
        for (let group = chooseQuietMerge(segments); group; group = chooseQuietMerge(segments)) {
          const merged = group.reduce((sum, each) => sum + each.size, 0);
          expect(merged).toBeLessThanOrEqual(65_536);
          segments = [...segments.filter((each) => !group?.includes(each)), segment(merged)];
        }
        const [smallest, next] = segments.map(({ size }) => size).toSorted((a, b) => a - b);
        if (smallest !== undefined && next !== undefined) expect(smallest + next).toBeGreaterThan(65_536);
        expect(segments.reduce((sum, { size }) => sum + size, 0)).toBe(sizes.reduce((a, b) => a + b, 0));
      }),
      { numRuns: 50 },
    );
  });
  it('drops what was deleted even where nothing else is to be merged', () => {
    const worn = segment(20_000, 30_000);
    expect(chooseQuietMerge([segment(50_000), worn])).toEqual([worn]);
  });
});
