import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FacetDictionary, mostFrequent } from '../../src/search/facet-dictionary.js';

describe('mostFrequent', () => {
  it('is sorting by count and value, cut, with the chosen values kept', () => {
    const counted = fc.uniqueArray(fc.tuple(fc.string({ maxLength: 3 }), fc.nat(5)), { selector: ([value]) => value });
    const chosen = fc.uniqueArray(fc.string({ maxLength: 2 }), { maxLength: 3 });
    fc.assert(
      fc.property(counted, fc.nat(8), chosen, (entries, most, wanted) => {
        const dictionary = new FacetDictionary();
        for (const [value] of entries) dictionary.number(value);
        const counts = Uint32Array.from(entries, ([, count]) => count);
        const order = (a: { value: string; count: number }, b: typeof a): number =>
          b.count - a.count || (a.value < b.value ? -1 : 1);
        const all = entries.map(([value, count]) => ({ value, count })).toSorted(order);
        const top = all.filter(({ count }) => count > 0).slice(0, most);
        const kept = wanted
          .filter((value) => !top.some((entry) => entry.value === value))
          .map((value) => ({ value, count: all.find((entry) => entry.value === value)?.count ?? 0 }));
        expect(mostFrequent(dictionary, counts, most, wanted)).toEqual([...top, ...kept].toSorted(order));
      }),
      { numRuns: 500 },
    );
  });
  it('lists only what is accepted', () => {
    const dictionary = new FacetDictionary();
    for (const value of ['a', 'b', 'c']) dictionary.number(value);
    const counts = Uint32Array.of(3, 2, 1);
    expect(mostFrequent(dictionary, counts, 1, [], (value) => value !== 'a')).toEqual([{ value: 'b', count: 2 }]);
  });
});
