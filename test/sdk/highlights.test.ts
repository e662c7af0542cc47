import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Highlights } from '../../src/domain/page.js';
import { isHighlights } from '../../src/sdk/highlights.js';

const offset = fc.oneof(fc.nat(9), fc.constantFrom<unknown>(-1, 1.5, Number.NaN, Infinity, '1', null));
const range = fc.oneof(fc.tuple(fc.nat(9), fc.nat(9)), fc.array(offset, { maxLength: 3 }));
const ranges = fc.oneof(fc.array(range, { maxLength: 3 }), fc.constantFrom<unknown>('<b>x</b>', null, {}, 0));

describe('recognising highlights', () => {
  it("says the same as the domain's schema", () => {
    fc.assert(
      fc.property(fc.oneof(fc.dictionary(fc.string(), ranges), fc.jsonValue()), (value) => {
        expect(isHighlights(value)).toBe(Highlights.safeParse(value).success);
      }),
      { numRuns: 1000 },
    );
  });
});
