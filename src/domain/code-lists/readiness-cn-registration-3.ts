import type { CodeList } from './code-list.js';

/** 成果所处阶段 of the national registration. */
export const readinessCnRegistration3: CodeList = {
  id: 'cn-registration-3',
  label: { 'zh-CN': '成果所处阶段', en: 'Stage of the achievement' },
  version: '2026-11-23',
  source: '科技成果登记表填写说明“成果所处阶段”',
  complete: true,
  entries: [
    {
      code: '1',
      label: { 'zh-CN': '初期阶段', en: 'Early stage (laboratory, bench scale)' },
      aliases: ['初期', '实验室阶段', '小试', '小试阶段'],
    },
    {
      code: '2',
      label: { 'zh-CN': '中期阶段', en: 'Middle stage (pilot, before production)' },
      aliases: ['中期', '中试', '中试阶段'],
    },
    {
      code: '3',
      label: { 'zh-CN': '成熟应用阶段', en: 'Mature stage (in use)' },
      aliases: ['成熟应用', '成熟期', '产业化阶段'],
    },
  ],
};
