import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFigure } from '../../../src/server/exchange/parse-figure.js';
import { parsePeriod } from '../../../src/server/exchange/parse-period.js';

const exact = (value: number, unit?: string): object => ({ value, isRough: false, ...(unit && { unit }) });
const rough = (value: number, unit?: string): object => ({ value, isRough: true, ...(unit && { unit }) });

describe('parseFigure', () => {
  it.each([
    [0, exact(0)],
    ['0', exact(0)],
    ['1,234', exact(1234)],
    ['1,234,567.89', exact(1234567.89)],
    ['１２３４', exact(1234)],
    ['−3.25', exact(-3.25)],
    [' 12 ', exact(12)],
    ['1e12', exact(1e12)],
    ['98%', exact(98, '%')],
    ['36件', exact(36, '件')],
    ['20亿元', exact(20, '亿元')],
    ['500万㎡', exact(500, '万㎡')],
    ['1.2万家', exact(12000, '家')],
    ['4.35万', exact(43500)],
    ['3亿人', exact(300000000, '人')],
    ['≥300项', exact(300, '项')],
    ['达到100人', exact(100, '人')],
    ['1400余', rough(1400)],
    ['1800多', rough(1800)],
    ['约300家', rough(300, '家')],
    ['超过1.5万人', rough(15000, '人')],
    ['突破2500', rough(2500)],
  ])('reads %j', (cell, figure) => {
    expect(parseFigure(cell)).toEqual(figure);
  });

  it.each([
    ['na', 'not-available'],
    ['N/A', 'not-available'],
    ['—', 'not-available'],
    ['暂无数据', 'not-available'],
    ['尚未发布', 'not-yet-published'],
    ['保密', 'confidential'],
  ])('knows that %j is a figure that is missing', (cell, absence) => {
    expect(parseFigure(cell)).toEqual({ absence });
  });

  it.each(['', 'abc', '1.2.3', '12-15', '1,23', '见附件', true, null, {}, Number.NaN, Infinity])(
    'reads nothing from %j',
    (cell) => {
      expect(parseFigure(cell)).toBeUndefined();
    },
  );

  it('reads any number back as it was, however it is written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseFigure(value)).toEqual({ value, isRough: false });
        expect(parseFigure(String(value))).toEqual({ value: value === 0 ? 0 : value, isRough: false });
      }),
    );
  });

  it('works out 万 and 亿 without the errors of binary fractions', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.constantFrom(['万', 4], ['亿', 8]),
        (hundredths, [scale, power]) => {
          const digits = `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
          const whole = hundredths * 10 ** (Number(power) - 2);
          expect(parseFigure(`${digits}${scale}家`)).toEqual({ value: whole, isRough: false, unit: '家' });
        },
      ),
    );
  });

  it('never throws and never makes up a number', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const figure = parseFigure(text);
        if (figure && 'value' in figure) expect(text.normalize('NFKC')).toMatch(/\d/);
      }),
    );
  });
});

describe('parsePeriod', () => {
  it.each([
    [2024, '2024', '2024'],
    ['2024', '2024', '2024'],
    ['２０２４年度', '2024', '2024'],
    ['2024年6月', '2024-06', '2024-06'],
    ['2024-06-30', '2024-06-30', '2024-06-30'],
    ['2024Q3', '2024-07', '2024-09'],
    ['2024年第一季度', '2024-01', '2024-03'],
    ['2024年四季度', '2024-10', '2024-12'],
    ['2024年上半年', '2024-01', '2024-06'],
    ['2024年前三季度', '2024-01', '2024-09'],
    ['2024年1-5月', '2024-01', '2024-05'],
    ['2022—2025年', '2022', '2025'],
    ['2022年至2025年', '2022', '2025'],
    ['到2025年', '2025', '2025'],
  ])('reads %j', (cell, periodStart, periodEnd) => {
    expect(parsePeriod(cell)).toEqual({ periodStart, periodEnd, isTarget: false, isFiscal: false });
  });
  it('knows a target and a financial year by their names', () => {
    expect(parsePeriod('2030目标')).toMatchObject({ periodStart: '2030', isTarget: true });
    expect(parsePeriod('fy2016')).toMatchObject({ periodStart: '2016', isFiscal: true });
  });
  it.each(['', '昨天', '2025-2022', '2024-13', '2024年5-3月', '20241', '1400余', null, true])(
    'reads nothing from %j',
    (cell) => {
      expect(parsePeriod(cell)).toBeUndefined();
    },
  );
});
