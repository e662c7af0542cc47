import { describe, expect, it } from 'vitest';
import { isCreditCode } from '../../src/domain/credit-code.js';

describe('the check digit of a unified social credit code', () => {
  it.each(['91350100M000100Y43', '91330106673959654P', '91330110MA2B00001P'])('holds for %s', (code) => {
    expect(isCreditCode(code)).toBe(true);
  });

  it.each([
    ['one sign mistaken', '91350100M000100Y44'],
    ['two signs swapped', '91350100M000010Y43'],
    ['a letter that is never used', '9135O100M000100Y43'],
    ['small letters', '91350100m000100y43'],
    ['one sign too few', '91350100M000100Y4'],
    ['one sign too many', '91350100M000100Y430'],
    ['nothing', ''],
    ['signs outside the plane', '💥'.repeat(9)],
  ])('tells %s', (_what, code) => {
    expect(isCreditCode(code)).toBe(false);
  });
});
