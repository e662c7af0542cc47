import { describe, expect, it } from 'vitest';
import { groupDigits, PLAIN_DIGITS, writeDate, writeTime } from '../../src/ui/write-plainly.js';

const PARTS: readonly Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
];

describe('what is written without Intl', () => {
  it.each(['zh', 'zh-CN', 'zh-Hans', 'zh-Hans-CN', 'en', 'en-GB', 'en-US'])('is as Intl has it in %s', (lang) => {
    expect(lang).toMatch(PLAIN_DIGITS);
    const numbers = new Intl.NumberFormat(lang);
    for (const value of [0, 7, 999, 1000, 6187, 12_345, 1_234_567, 5_000_000_000, 0.5, 300.25, 1234.5678, -4321.1])
      expect(groupDigits(value)).toBe(numbers.format(value));
    const plurals = new Intl.PluralRules(lang);
    for (const count of [0, 1, 2, 11, 101])
      expect(plurals.select(count)).toBe(lang.startsWith('en') && count === 1 ? 'one' : 'other');
  });

  it.each(['en-IN', 'en-ZA', 'zh-u-nu-hanidec', 'fr', 'ar'])('leaves %s to Intl', (lang) => {
    expect(lang).not.toMatch(PLAIN_DIGITS);
  });

  it.each(['zh-CN', 'en'] as const)('has dates as Intl has them in %s', (lang) => {
    for (let month = 1; month <= 12; month += 1) {
      const at = Date.UTC(2024, month - 1, 9);
      PARTS.forEach((parts, index) => {
        const format = new Intl.DateTimeFormat(lang, { ...parts, timeZone: 'UTC' });
        expect(writeDate(lang, [2024, month, 9].slice(0, index + 1))).toBe(format.format(at));
      });
    }
  });

  it('has times by the clock of 24 hours, in the time zone of the reader', () => {
    expect(writeTime('zh-CN', new Date(2026, 9, 1, 0, 5))).toBe('2026年10月1日 00:05');
    expect(writeTime('en', new Date(2026, 9, 1, 15, 40))).toBe('October 1, 2026, 15:40');
  });
});
