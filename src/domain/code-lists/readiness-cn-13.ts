import type { CodeList } from './code-list.js';

/** The thirteen steps from report to return on investment. Steps 10 to 13 are measured by sales and profit. */
export const readinessCn13: CodeList = {
  id: 'cn-13',
  label: { 'zh-CN': '技术成熟度（十三级）', en: 'Technology maturity in thirteen levels' },
  version: '2025',
  source: '青科资字〔2025〕2号（青岛市科技局），转引自实验室网页；另有版本把“功能”列在“仿真”之前',
  complete: true,
  entries: [
    { code: '1', label: { 'zh-CN': '报告级', en: 'Report' }, aliases: ['报告'] },
    { code: '2', label: { 'zh-CN': '方案级', en: 'Plan' }, aliases: ['方案'] },
    { code: '3', label: { 'zh-CN': '仿真级', en: 'Simulation' }, aliases: ['仿真'] },
    { code: '4', label: { 'zh-CN': '功能级', en: 'Function' }, aliases: ['功能'] },
    { code: '5', label: { 'zh-CN': '初样级', en: 'First sample' }, aliases: ['初样'] },
    { code: '6', label: { 'zh-CN': '正样级', en: 'Final sample' }, aliases: ['正样'] },
    { code: '7', label: { 'zh-CN': '环境级', en: 'Environment' }, aliases: ['环境'] },
    { code: '8', label: { 'zh-CN': '产品级', en: 'Product' }, aliases: ['产品'] },
    { code: '9', label: { 'zh-CN': '系统级', en: 'System' }, aliases: ['系统'] },
    { code: '10', label: { 'zh-CN': '销售级', en: 'Sales' }, aliases: ['销售'] },
    { code: '11', label: { 'zh-CN': '盈亏级', en: 'Break-even' }, aliases: ['盈亏'] },
    { code: '12', label: { 'zh-CN': '利润级', en: 'Profit' }, aliases: ['利润'] },
    { code: '13', label: { 'zh-CN': '回报级', en: 'Return' }, aliases: ['回报'] },
  ],
};
