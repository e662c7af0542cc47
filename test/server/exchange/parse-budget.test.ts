import { describe, expect, it } from 'vitest';
import { parseBudget } from '../../../src/server/exchange/parse-budget.js';

const wan = (amount: number) => ({ amount, currency: 'CNY', unit: '万元' });

describe('a budget', () => {
  it.each([
    ['50万元', { max: wan(50) }],
    ['100-200万元', { min: wan(100), max: wan(200) }],
    ['100万元至200万元', { min: wan(100), max: wan(200) }],
    ['100万～1,200万', { min: wan(100), max: wan(1200) }],
    ['5000元-1万元', { min: { amount: 5000, currency: 'CNY', unit: '元' }, max: wan(1) }],
    ['不超过80万元', { max: wan(80) }],
    ['≤ 80 万元', { max: wan(80) }],
    ['80万元以内', { max: wan(80) }],
    ['300万元以上', { min: wan(300) }],
    ['不低于300万', { min: wan(300) }],
    ['面议', { negotiable: true }],
    ['50万元（可面议）', { max: wan(50), negotiable: true }],
    ['预算：20万元', { max: wan(20) }],
    ['USD 5,000', { max: { amount: 5000, currency: 'USD', unit: '1' } }],
    ['$5,000-8,000', undefined],
  ])('%s', (text, expected) => {
    expect(parseBudget(text)).toEqual(expected);
  });

  it('takes its unit from the header', () => {
    expect(parseBudget('50', '万元')).toEqual({ max: wan(50) });
    expect(parseBudget('50-100', '万元')).toEqual({ min: wan(50), max: wan(100) });
  });

  it.each([
    '50',
    '约50万元',
    '50万左右',
    '视方案而定',
    '200-100万元',
    '一期50万元，二期100万元',
    '0',
    '暂无',
    '-50万元',
    '1.2.3万元',
  ])('is not guessed at: %s', (text) => {
    expect(parseBudget(text)).toBeUndefined();
  });
});
