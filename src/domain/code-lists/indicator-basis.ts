import type { CodeList } from './code-list.js';

/** 统计口径: how the figures of an indicator add up. */
export const indicatorBasis: CodeList = {
  id: 'indicator-basis',
  label: { 'zh-CN': '统计口径', en: 'Basis of a figure' },
  version: '2026-11-23',
  source: 'Our own list',
  complete: true,
  entries: [
    {
      code: 'annualNew',
      label: { 'zh-CN': '年度新增', en: 'New in the year' },
      aliases: ['当年新增', '每年新增', '新增'],
    },
    { code: 'cumulative', label: { 'zh-CN': '累计', en: 'Cumulative' }, aliases: ['累计数'] },
    { code: 'stock', label: { 'zh-CN': '存量', en: 'Stock at a date' }, aliases: ['期末数', '保有量', '总量'] },
    { code: 'ratio', label: { 'zh-CN': '比率', en: 'Ratio' }, aliases: ['占比', '比例'] },
  ],
};
