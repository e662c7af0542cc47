import type { CodeList } from './code-list.js';

/** 载体级别 */
export const carrierLevel: CodeList = {
  id: 'carrier-level',
  label: { 'zh-CN': '载体级别', en: 'Level of recognition' },
  version: '2026-11-23',
  source: '国家级、省级、市级认定与区级备案，据余杭区孵化器备案规定；小微企业园星级各地不一，暂未收录',
  complete: false,
  entries: [
    { code: 'national', label: { 'zh-CN': '国家级', en: 'National' }, aliases: ['部级'] },
    { code: 'provincial', label: { 'zh-CN': '省级', en: 'Provincial' } },
    { code: 'municipal', label: { 'zh-CN': '市级', en: 'Municipal' } },
    { code: 'district', label: { 'zh-CN': '区级', en: 'District' }, aliases: ['区级备案', '区县级'] },
  ],
};
