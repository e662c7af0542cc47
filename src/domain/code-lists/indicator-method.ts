import type { CodeList } from './code-list.js';

/** 数据来源方式: how the figures of an indicator come about. */
export const indicatorMethod: CodeList = {
  id: 'indicator-method',
  label: { 'zh-CN': '数据采集方式', en: 'How figures are obtained' },
  version: '2026-11-24',
  source: 'Our own list',
  complete: true,
  entries: [
    { code: 'registered', label: { 'zh-CN': '登记备案', en: 'Official register' }, aliases: ['登记', '备案'] },
    { code: 'self-reported', label: { 'zh-CN': '自行填报', en: 'Self-reported' }, aliases: ['自报', '填报', '上报'] },
    { code: 'computed', label: { 'zh-CN': '系统计算', en: 'Computed' }, aliases: ['自动计算', '平台计算', '系统统计'] },
    { code: 'survey', label: { 'zh-CN': '统计调查', en: 'Survey' }, aliases: ['调查', '抽样调查'] },
  ],
};
