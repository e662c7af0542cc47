import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelRange, parseRange } from '../../../src/server/http/ranges.js';

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

describe('a range of numbers', () => {
  it.each([
    ['100000..500000', { min: 100_000, max: 500_000 }],
    ['..500000', { max: 500_000 }],
    ['0..', { min: 0 }],
    ['-1.5..2.25', { min: -1.5, max: 2.25 }],
  ])('reads %s', (text, range) => expect(parseRange(text, 'price')).toEqual(range));

  it.each(['', '..', '5', '5.', 'a..b', '1...5', '1..5..9', ' 1..2', '1e3..', '0x10..', 'NaN..', '1,000..', '..∞'])(
    'refuses %j',
    (text) => expect(parseRange(text, 'price')).toBeUndefined(),
  );
});

describe('a range of dates', () => {
  it.each([
    ['2024-02-29..2024-03-01', { min: day('2024-02-29'), max: day('2024-03-01') }],
    ['2024..2025', { min: day('2024-01-01'), max: day('2025-12-31') }],
    ['2024-02..2024-02', { min: day('2024-02-01'), max: day('2024-02-29') }],
    ['..2023-02', { max: day('2023-02-28') }],
    ['0099..', { min: day('0099-01-01') }],
  ])('reads %s, a year or a month as its first or last day', (text, range) =>
    expect(parseRange(text, 'published')).toEqual(range),
  );

  it.each([
    '2023-02-29..',
    '2024-13..',
    '2024-00..',
    '2024-1-1..',
    '20240101..',
    '2024-01-00..',
    '..2024-01-32',
    '24..',
  ])('refuses %j, which is no day', (text) => expect(parseRange(text, 'published')).toBeUndefined());

  it('is told as it was asked for', () => {
    const days = fc.integer({ min: day('0001-01-01'), max: day('9999-12-31') });
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)];
        const told = labelRange('published', { min, max, count: 1 }, 'en');
        expect(parseRange(`${told.min}..${told.max}`, 'published')).toEqual({ min, max });
      }),
    );
  });
});

describe('a counted range', () => {
  it('says in the language asked for what it counts', () => {
    expect(labelRange('price', { min: 5, max: 10, count: 2 }, 'zh-CN')).toEqual({
      id: 'price',
      label: '价格',
      type: 'money',
      unit: 'CNY',
      min: 5,
      max: 10,
      count: 2,
    });
    expect(labelRange('freeArea', { count: 0 }, 'en')).toEqual({
      id: 'freeArea',
      label: 'Available area',
      type: 'number',
      unit: 'm²',
      count: 0,
    });
  });
});
