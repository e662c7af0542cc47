import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFigure, formatPercent, writeLike } from '../../../src/elements/kpi-tiles/figure.js';
import { declaredUnit } from '../../../src/elements/kpi-tiles/sheet/declared-unit.js';
import { exactNumber } from '../../../src/elements/kpi-tiles/sheet/exact-number.js';
import { type FigureLang, parseUnit } from '../../../src/elements/kpi-tiles/unit.js';

const zh = (value: number, unit = '', decimals?: number): string =>
  formatFigure(value, parseUnit(unit === '' ? undefined : { 'zh-CN': unit }), 'zh-CN', decimals).text;
const en = (value: number, unit = '', label?: string, decimals?: number): string =>
  formatFigure(
    value,
    parseUnit(unit === '' ? undefined : { 'zh-CN': unit, ...(label === undefined ? {} : { en: label }) }),
    'en',
    decimals,
  ).text;

describe('a figure in Chinese', () => {
  it.each([
    [300, '项', '300项'],
    [2500, '家', '2500家'],
    [60_000, '家', '6万家'],
    [25_000, '家', '2.5万家'],
    [30_000_000, '平方米', '3000万平方米'],
    [500, '万㎡', '500万㎡'],
    [20, '亿元', '20亿元'],
    [0.5, '亿元', '5000万元'],
    [12_000.5, '万元', '1.2亿元'],
    [3, '千元', '3000元'],
    [1500, '万美元', '1500万美元'],
    [98, '%', '98%'],
    [12_345, '%', '12345%'],
    [36.5, '件/万人', '36.5件/万人'],
    [320, '千瓦', '320千瓦'],
    [4, '', '4'],
  ])('%d %s is written %s', (value, unit, text) => {
    expect(zh(value, unit)).toBe(text);
  });
});

describe('a figure in English', () => {
  it.each([
    [300, '项', undefined, '300'],
    [2500, '家', 'enterprises', '2,500 enterprises'],
    [12_300_000, '人', undefined, '12.3 million people'],
    [500, '万㎡', undefined, '5 million m²'],
    [500, '万平方米', '10,000 m²', '5 million m²'],
    [20, '亿元', undefined, 'CNY 2 billion'],
    [20, '亿元', 'CNY 100 million', 'CNY 2 billion'],
    [0.07, '亿元', undefined, 'CNY 7 million'],
    [36.5, '件/万人', 'per 10,000 people', '36.5 per 10,000 people'],
    [98, '%', undefined, '98%'],
    [98, '%', '%', '98%'],
    [3, '百万美元', undefined, 'USD 3 million'],
  ])('%d %s (%s) is written %s', (value, unit, label, text) => {
    expect(en(value, unit, label)).toBe(text);
  });

  it('reads the power of ten from an English unit where there is no Chinese one', () => {
    const unit = parseUnit({ en: 'CNY 100 million' });
    expect(formatFigure(20, unit, 'zh-CN').text).toBe('20亿CNY');
    expect(formatFigure(20, unit, 'en').text).toBe('CNY 2 billion');
    expect(formatFigure(700, parseUnit({ en: 'licences' }), 'zh-CN').text).toBe('700 licences');
  });

  it('says in a table what the declared unit multiplies by', () => {
    expect(
      ['亿元', '万元', '百万元', '万㎡', '家'].map((unit) =>
        declaredUnit({ 'zh-CN': unit }, parseUnit({ 'zh-CN': unit }), 'en'),
      ),
    ).toEqual(['CNY 100 million', 'CNY 10,000', 'CNY million', '10,000 m²', '']);
  });
});

describe('the hard ones', () => {
  it('keeps zero a zero, in the plain unit', () => {
    expect(zh(0, '亿元')).toBe('0元');
    expect(en(0, '亿元')).toBe('CNY 0');
    expect(zh(-0, '项')).toBe('0项');
    expect(zh(0, '%', 1)).toBe('0.0%');
  });

  it('writes a negative with a real minus sign', () => {
    expect(zh(-12_345, '家')).toBe('−1.23万家');
    expect(en(-3.5, '亿元')).toBe('CNY −350 million');
    expect(exactNumber(-12_345.6)).toBe('−12,345.6');
  });

  it('reaches a million million', () => {
    expect(zh(1e12, '元')).toBe('1万亿元');
    expect(en(1e12, '元')).toBe('CNY 1 trillion');
    expect(zh(1e12, '亿元')).toBe('100000000万亿元');
    expect(exactNumber(1e12)).toBe('1,000,000,000,000');
  });

  it('shows the digits that count of something very small, whatever number of decimals was asked for', () => {
    expect(zh(0.0004)).toBe('0.0004');
    expect(zh(0.0004, '%', 1)).toBe('0.0004%');
    expect(zh(0.25, '%', 1)).toBe('0.3%');
    expect(en(0.000456)).toBe('0.00046');
    expect(zh(1e-30)).toBe('1e-30');
  });

  it('goes up a scale when rounding reaches it', () => {
    expect(zh(9999, '家')).toBe('9999家');
    expect(zh(9999.99, '家')).toBe('9999.99家');
    expect(zh(9999.99, '家', 0)).toBe('1万家');
    expect(zh(9999.999, '家')).toBe('1万家');
    expect(zh(10_000, '家')).toBe('1万家');
    expect(zh(99_999_999, '家')).toBe('1亿家');
    expect(en(999_999.999)).toBe('1 million');
    expect(en(999_994)).toBe('999,994');
  });

  it('keeps the decimals that the record fixes, while its own scale is kept', () => {
    expect(zh(20, '亿元', 2)).toBe('20.00亿元');
    expect(zh(12_345, '家', 0)).toBe('1.23万家');
  });
});

describe('a share of the target', () => {
  it.each([
    [0.95, '95%'],
    [0.954, '95%'],
    [0, '0%'],
    [1, '100%'],
    [0.997, '99.7%'],
    [299_999 / 300_000, '99.9%'],
    [1.0001, '100.1%'],
    [1.3, '130%'],
    [123.45, '12,345%'],
    [-0.05, '−5%'],
    [0.0004, '0.04%'],
  ])('%d is written %s', (ratio, text) => {
    expect(formatPercent(ratio)).toBe(text);
  });

  it('shows 100 % only of a target that is met exactly, and zero only of nothing', () => {
    fc.assert(
      fc.property(fc.double({ min: -10, max: 10, noNaN: true }), (ratio) => {
        const shown = Number(formatPercent(ratio).replace('−', '-').replaceAll(/[%,]/g, ''));
        expect(Math.abs(shown - ratio * 100)).toBeLessThanOrEqual(0.5 + 1e-9);
        if (shown === 100) expect(ratio).toBe(1);
        if (shown === 0) expect(ratio).toBeCloseTo(0, 20);
      }),
    );
  });
});

/** A decimal number as a whole number of `10^-places`, so that tests compare exactly. */
function decimal(text: string, places: number): bigint {
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const shift = places + Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction);
  return (sign ? -1n : 1n) * (shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift));
}

/** Not of a size that no statistics knows. */
function isOrdinary(value: number): boolean {
  return value === 0 || Math.abs(value) > 1e-12;
}

describe('whatever the value', () => {
  const values = fc.oneof(
    fc.double({ min: -1e15, max: 1e15, noNaN: true }).filter(isOrdinary),
    fc.double({ min: -2, max: 2, noNaN: true }).filter(isOrdinary),
    fc.integer({ min: -100_000_000, max: 100_000_000 }),
    // Just below and just above each power of ten, where the scale changes
    fc
      .tuple(fc.integer({ min: 0, max: 13 }), fc.double({ min: -1, max: 1, noNaN: true }))
      .map(([power, near]) => 10 ** power + near),
  );
  const units = fc.constantFrom('', '项', '元', '千元', '万元', '亿元', '㎡', '万平方米', '%', '件/万人');
  const powers: Record<string, number> = { 千元: 3, 万元: 4, 亿元: 8, 万平方米: 4 };
  const words: Record<string, number> = {
    万亿: 12,
    亿: 8,
    万: 4,
    million: 6,
    billion: 9,
    trillion: 12,
  };
  const langs = fc.constantFrom<FigureLang>('zh-CN', 'en');
  const decimals = fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined });

  it('the figure differs from it by no more than its own rounding', () => {
    fc.assert(
      fc.property(values, units, langs, decimals, (value, label, lang, fixed) => {
        const unit = parseUnit(label === '' ? undefined : { 'zh-CN': label });
        const figure = formatFigure(value, unit, lang, fixed);
        const word = /^(万亿|亿|万|million|billion|trillion)/.exec(figure.after)?.[1] ?? '';
        const { shift, digits } = figure.shape;
        const number = figure.number.replace('−', '-').replaceAll(',', '');
        // Everything in whole 10⁻⁶⁰ of the plain unit: what is read off the tile, and what was reported
        const shown = decimal(`${number}e${words[word] ?? 0}`, 60);
        const reported = decimal(`${value}`, 60 + (powers[label] ?? 0));
        const half = 5n * 10n ** BigInt(60 - 1 + shift - digits + (powers[label] ?? 0));
        const distance = shown > reported ? shown - reported : reported - shown;
        // A tie of the decimal number may fall to either side in binary
        expect(distance <= half).toBe(true);
        if (shown === 0n) expect(value === 0).toBe(true);
        const [, fraction = ''] = number.split('.');
        expect(fraction.length).toBeLessThanOrEqual(digits);
      }),
      { numRuns: 3000 },
    );
  });

  it('a Chinese number before 万亿 has no more than four digits before its point, and an English one none ungrouped', () => {
    fc.assert(
      fc.property(values, fc.constantFrom('项', '亿元', '㎡'), (value, label) => {
        const unit = parseUnit({ 'zh-CN': label });
        const chinese = formatFigure(value, unit, 'zh-CN');
        if (!chinese.after.startsWith('万亿')) expect(chinese.number).toMatch(/^−?\d{1,4}(\.\d+)?$/);
        expect(formatFigure(value, unit, 'en').number).toMatch(/^−?\d{1,3}(,\d{3})*(\.\d+)?$/);
      }),
    );
  });

  it('is written as Intl writes it', () => {
    const shapes = fc.record({ shift: fc.constant(0), digits: fc.integer({ min: 0, max: 20 }), isFixed: fc.boolean() });
    const numbers = fc.oneof(
      fc.double({ min: -100, max: 100, noNaN: true }),
      fc.integer({ min: -999_999_999, max: 999_999_999 }).map((whole) => whole / 1000),
    );
    fc.assert(
      fc.property(numbers, shapes, langs, (value, shape, lang) => {
        const format = new Intl.NumberFormat('en', {
          minimumFractionDigits: shape.isFixed ? shape.digits : 0,
          maximumFractionDigits: shape.digits,
          useGrouping: lang === 'en',
        });
        const inFull = format.format(value);
        // Intl keeps the sign of what it rounds to zero, which no figure is
        if (/[1-9]/.test(inFull)) expect(writeLike(value, shape, lang)).toBe(inFull.replace('-', '−'));
      }),
      { numRuns: 2000 },
    );
  });

  it('a number on its way to a figure keeps the scale and the precision of the figure', () => {
    const { shape } = formatFigure(25_000, parseUnit({ 'zh-CN': '家' }), 'zh-CN');
    expect([0, 0.25, 0.5, 1].map((part) => writeLike(25_000 * part, shape, 'zh-CN'))).toEqual([
      '0',
      '0.63',
      '1.25',
      '2.5',
    ]);
  });
});
