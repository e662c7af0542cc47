import type { CodeList } from './code-list.js';

/** 载体类型 */
export const carrierType: CodeList = {
  id: 'carrier-type',
  label: { 'zh-CN': '载体类型', en: 'Type of carrier' },
  version: '2026-11-23',
  source:
    '区级科技成果转移转化行动方案所列载体类型；大学科技园据《浙江省促进科技成果转化条例》第二十三条；“加速器”为通行用法，尚未核对 (general knowledge)',
  complete: false,
  entries: [
    { code: 'incubator', label: { 'zh-CN': '科技企业孵化器', en: 'Incubator' }, aliases: ['孵化器'] },
    {
      code: 'incubator-general',
      label: { 'zh-CN': '综合孵化器', en: 'General incubator' },
      aliases: ['综合型科技企业孵化器', '科技企业孵化器（综合）'],
    },
    {
      code: 'incubator-specialised',
      label: { 'zh-CN': '专业孵化器', en: 'Specialised incubator' },
      aliases: ['专业型科技企业孵化器', '科技企业孵化器（专业）'],
    },
    { code: 'accelerator', label: { 'zh-CN': '加速器', en: 'Accelerator' }, aliases: ['科技企业加速器'] },
    { code: 'maker-space', label: { 'zh-CN': '众创空间', en: 'Maker space' } },
    { code: 'star-space', label: { 'zh-CN': '星创天地', en: 'Rural maker space' } },
    {
      code: 'dual-innovation-base',
      label: { 'zh-CN': '双创示范基地', en: 'Demonstration base for innovation and start-ups' },
    },
    { code: 'transfer-park', label: { 'zh-CN': '成果转化园', en: 'Transfer park' }, aliases: ['科技成果转化园'] },
    { code: 'science-park', label: { 'zh-CN': '科创园', en: 'Science and innovation park' } },
    {
      code: 'micro-business-park',
      label: { 'zh-CN': '小微企业园', en: 'Park for small and micro businesses' },
      aliases: ['小微园'],
    },
    { code: 'university-science-park', label: { 'zh-CN': '大学科技园', en: 'University science park' } },
    { code: 'enclave', label: { 'zh-CN': '科创飞地', en: 'Innovation enclave' }, aliases: ['飞地'] },
    { code: 'carrier-area', label: { 'zh-CN': '承载区', en: 'Carrier area' } },
    { code: 'innovation-hall', label: { 'zh-CN': '创新馆', en: 'Innovation hall' } },
  ],
};
