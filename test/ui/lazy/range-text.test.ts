import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInverted, readEnd, writeEnd } from '../../../src/ui/lazy/range-text.js';

describe('an amount of money', () => {
  it.each([
    ['50', '500000'],
    ['50万', '500000'],
    ['50 万元', '500000'],
    ['５０万', '500000'],
    ['1.2亿', '120000000'],
    ['500,000元', '500000'],
    ['￥3，000元', '3000'],
    ['0.5', '5000'],
    ['.5', '5000'],
    ['3百万', '3000000'],
    ['人民币 20 万元', '200000'],
  ])('is read as people write it on a Chinese page: %s', (typed, value) => {
    expect(readEnd(typed, 'money', 'zh-CN')).toEqual({ value });
  });

  it.each([
    ['500,000', '500000'],
    ['CNY 500k', '500000'],
    ['1.2M', '1200000'],
    ['50万', '500000'],
  ])('is read in yuan elsewhere: %s', (typed, value) => {
    expect(readEnd(typed, 'money', 'en')).toEqual({ value });
  });

  it.each(['abc', '-5', '1.2.3', '五十', '1e999', '9'.repeat(30), '<b>', '50 / 60', '10..20'])(
    'is asked for again when it is none: %s',
    (typed) => {
      expect(readEnd(typed, 'money', 'zh-CN')).toEqual({ problem: 'money' });
    },
  );

  it('stands in its field as it was typed, whatever its size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_99 }), fc.constantFrom('zh-CN', 'en'), (fen, lang) => {
        const value = String(fen / 100);
        expect(readEnd(writeEnd(value, 'money', lang), 'money', lang)).toEqual({ value });
      }),
    );
  });
});

describe('a date', () => {
  it.each([
    ['2024', '2024'],
    ['2024年', '2024'],
    ['2024-6', '2024-06'],
    ['2024年6月', '2024-06'],
    ['2024/6/3', '2024-06-03'],
    ['2024.06.30', '2024-06-30'],
    ['2024年6月30日', '2024-06-30'],
    ['20240630', '2024-06-30'],
    ['２０２４', '2024'],
    ['2024-02-29', '2024-02-29'],
  ])('is read as people write it: %s', (typed, value) => {
    expect(readEnd(typed, 'date', 'zh-CN')).toEqual({ value });
  });

  it.each(['24', '2024-13', '2023-02-29', '2024-00', '去年', '6/30/2024', '2024-06-', '20241'])(
    'is asked for again when it is none: %s',
    (typed) => {
      expect(readEnd(typed, 'date', 'zh-CN')).toEqual({ problem: 'date' });
    },
  );
});

describe('a number', () => {
  it.each([
    ['6', '6'],
    ['TRL 6', '6'],
    ['6级', '6'],
    ['６', '6'],
    ['-1.5', '-1.5'],
  ])('is read as people write it: %s', (typed, value) => {
    expect(readEnd(typed, 'number', 'zh-CN')).toEqual({ value });
  });

  it('is asked for again when it is none', () => {
    expect(readEnd('六', 'a newer type', 'zh-CN')).toEqual({ problem: 'number' });
  });
});

describe('an end', () => {
  it.each(['money', 'date', 'number'])('that is left empty is open: %s', (type) => {
    expect(readEnd(' 　', type, 'zh-CN')).toEqual({});
    expect(writeEnd(undefined, type, 'zh-CN')).toBe('');
  });

  it('never makes anything throw, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('money', 'date', 'number'), (typed, type) => {
        const read = readEnd(typed, type, 'zh-CN');
        if ('problem' in read) expect(read.problem).toBe(type);
        else expect(read.value ?? '').toMatch(/^(-?\d+(\.\d+)?|\d{4}(-\d\d){0,2})?$/);
      }),
    );
  });
});

describe('the ends of a range', () => {
  it.each([
    [{ min: '6', max: '10' }, 'number', false],
    [{ min: '10', max: '6' }, 'number', true],
    [{ min: '5', max: '5' }, 'money', false],
    [{ min: '2024-06', max: '2024' }, 'date', false],
    [{ min: '2024', max: '2024-06' }, 'date', false],
    [{ min: '2025', max: '2024-06' }, 'date', true],
    [{ max: '6' }, 'number', false],
    [{}, 'date', false],
  ])('fit together or not: %o %s', (ends, type, inverted) => {
    expect(isInverted(ends, type)).toBe(inverted);
  });
});
