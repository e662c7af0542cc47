import type { CodeList } from './code-list.js';

/** 需求类型 */
export const demandType: CodeList = {
  id: 'demand-type',
  label: { 'zh-CN': '需求类型', en: 'Type of demand' },
  version: '2021',
  source:
    '前三项据乌海市需求征集表（乌科发〔2021〕4号）；其余为各地征集表通行用法，未见官方统一清单 (the others are general knowledge)',
  complete: false,
  entries: [
    { code: 'joint-programme', label: { 'zh-CN': '联合实施科技计划项目', en: 'Joint project in a public programme' } },
    {
      code: 'adopt-achievement',
      label: { 'zh-CN': '引进及转化应用成果', en: 'Adoption of research results' },
      aliases: ['引进成果', '成果引进'],
    },
    {
      code: 'recruit-team',
      label: { 'zh-CN': '引进团队人才', en: 'Recruiting a team' },
      aliases: ['人才引进', '引进人才'],
    },
    { code: 'breakthrough', label: { 'zh-CN': '技术攻关', en: 'Technical breakthrough' }, aliases: ['技术难题攻关'] },
    { code: 'product-upgrade', label: { 'zh-CN': '产品升级', en: 'Product upgrade' }, aliases: ['产品升级换代'] },
    { code: 'process-improvement', label: { 'zh-CN': '工艺改进', en: 'Process improvement' }, aliases: ['工艺改造'] },
    { code: 'testing', label: { 'zh-CN': '检测', en: 'Testing' }, aliases: ['检验检测'] },
    { code: 'equipment', label: { 'zh-CN': '设备', en: 'Equipment' }, aliases: ['设备共享'] },
  ],
};
