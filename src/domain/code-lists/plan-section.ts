import type { CodeList } from './code-list.js';

/** 方案板块: the parts of the district's plan, 一心两翼 and its four sides, under which indicators stand together. */
export const planSection: CodeList = {
  id: 'plan-section',
  label: { 'zh-CN': '方案板块', en: 'Section of the plan' },
  version: '2026-11-24',
  source:
    '区级科技成果转化行动方案：总体目标；人才为核心，科研供给与企业需求为两翼，平台支撑、中介服务、园区落地、金融支持为四方',
  complete: true,
  entries: [
    { code: 'goals', label: { 'zh-CN': '总体目标', en: 'Overall targets' }, aliases: ['主要目标'] },
    { code: 'talent', label: { 'zh-CN': '人才', en: 'Talent' }, aliases: ['人才核心'] },
    { code: 'supply', label: { 'zh-CN': '科研供给', en: 'Research supply' }, aliases: ['成果供给'] },
    { code: 'demand', label: { 'zh-CN': '企业需求', en: 'Enterprise demand' } },
    { code: 'platform', label: { 'zh-CN': '平台支撑', en: 'Platform support' }, aliases: ['平台'] },
    { code: 'intermediary', label: { 'zh-CN': '中介服务', en: 'Intermediaries' }, aliases: ['中介'] },
    { code: 'parks', label: { 'zh-CN': '园区落地', en: 'Landing in parks' }, aliases: ['园区'] },
    { code: 'finance', label: { 'zh-CN': '金融支持', en: 'Finance' }, aliases: ['金融'] },
  ],
};
