import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoney, readMoneyRange, readNumber } from '../../../src/ui/form/read-number.js';

describe('a number as it was typed', () => {
  it.each([
    ['35', 35],
    ['３５．５', 35.5],
    ['1,200', 1200],
    ['１２，０００', 12_000],
    ['3.5万', 35_000],
    ['3.3 万', 33_000],
    ['2千万', 20_000_000],
    ['1.2亿', 120_000_000],
    ['−40', -40],
    ['.5', 0.5],
    [' 12 ', 12],
  ])('%s is read as people mean it', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  it.each(['', '约35', '35 kV', '3,5', '1,20,000', '12-15', '1e5', '三十五', '35%', 'Infinity', '50元'])(
    '%s is no number, and nothing is guessed',
    (text) => {
      expect(readNumber(text)).toBeUndefined();
    },
  );

  it('is read back from how it is written here', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (any) => {
        const number = Number(any.toFixed(4));
        expect(readNumber(new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4 }).format(number))).toBeCloseTo(
          number,
          4,
        );
      }),
    );
  });
});

describe('money as it was typed', () => {
  it.each([
    ['50', '万元', { amount: 50, currency: 'CNY', unit: '万元' }],
    ['50万', '元', { amount: 50, currency: 'CNY', unit: '万元' }],
    ['50万元', '亿元', { amount: 50, currency: 'CNY', unit: '万元' }],
    ['800元', '万元', { amount: 800, currency: 'CNY', unit: '元' }],
    ['1.5亿', '万元', { amount: 1.5, currency: 'CNY', unit: '亿元' }],
    ['￥3,000', '元', { amount: 3000, currency: 'CNY', unit: '元' }],
    ['3千', '万元', { amount: 3000, currency: 'CNY', unit: '元' }],
  ] as const)('%s with the unit %s', (text, unit, money) => {
    expect(readMoney(text, unit)).toEqual(money);
  });

  it.each(['-5', '面议', '50-80万', ''])('%s is no amount', (text) => {
    expect(readMoney(text, '万元')).toBeUndefined();
  });

  it.each([
    ['50-80万', 50, 80],
    ['50万～80万', 50, 80],
    ['50 至 80', 50, 80],
  ])('%s is a range', (text, least, most) => {
    expect(readMoneyRange(text, '万元')).toEqual([
      { amount: least, currency: 'CNY', unit: '万元' },
      { amount: most, currency: 'CNY', unit: '万元' },
    ]);
  });

  it('takes no range that runs backwards', () => {
    expect(readMoneyRange('80-50万', '万元')).toBeUndefined();
  });
});
