import type { CodeList } from './code-list.js';

/** 成果水平, as an evaluation concluded it. */
export const achievementLevel: CodeList = {
  id: 'achievement-level',
  label: { 'zh-CN': '成果水平', en: 'Level of achievement' },
  version: '2026-11-23',
  source: '科技成果登记表“成果水平”栏及成果库实际取值',
  complete: true,
  entries: [
    {
      code: 'international-leading',
      label: { 'zh-CN': '国际领先', en: 'Internationally leading' },
      aliases: ['国际领先水平'],
    },
    {
      code: 'international-advanced',
      label: { 'zh-CN': '国际先进', en: 'Internationally advanced' },
      aliases: ['国际先进水平'],
    },
    {
      code: 'domestic-leading',
      label: { 'zh-CN': '国内领先', en: 'Leading in China' },
      aliases: ['国内领先水平'],
    },
    {
      code: 'domestic-advanced',
      label: { 'zh-CN': '国内先进', en: 'Advanced in China' },
      aliases: ['国内先进水平'],
    },
    { code: 'domestic-average', label: { 'zh-CN': '国内一般', en: 'Average in China' }, aliases: ['国内一般水平'] },
    { code: 'not-evaluated', label: { 'zh-CN': '未评价', en: 'Not evaluated' }, aliases: ['未评'] },
  ],
};
