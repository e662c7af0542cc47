import type { Text } from '../language.js';

/** Headings of the groups of a demand's fields. */
export const DEMAND_GROUPS = {
  content: { 'zh-CN': '需求介绍', en: 'About' },
  deal: { 'zh-CN': '合作意向', en: 'What is offered' },
  class: { 'zh-CN': '分类', en: 'Classification' },
  contact: { 'zh-CN': '联系方式', en: 'Contact' },
  origin: { 'zh-CN': '来源', en: 'Source' },
} as const satisfies Record<string, Text>;
export type DemandGroup = keyof typeof DEMAND_GROUPS;

/** Names of the fields of a demand. */
export const DEMAND_FIELDS = {
  summary: { 'zh-CN': '需求详情', en: 'Description' },
  problem: { 'zh-CN': '拟解决的技术难题', en: 'Problem to be solved' },
  indicators: { 'zh-CN': '量化指标', en: 'Figures to be reached' },
  requirements: { 'zh-CN': '技术指标与要求', en: 'Requirements' },
  context: { 'zh-CN': '现有基础条件', en: 'What is there already' },
  attemptedSolutions: { 'zh-CN': '已尝试的方案', en: 'What was tried' },
  constraints: { 'zh-CN': '约束条件', en: 'Constraints' },
  keywords: { 'zh-CN': '关键词', en: 'Keywords' },
  attachments: { 'zh-CN': '附件', en: 'Attachments' },
  budget: { 'zh-CN': '预算', en: 'Budget' },
  cooperationModes: { 'zh-CN': '合作方式', en: 'Ways of cooperation' },
  ipExpectation: { 'zh-CN': '知识产权归属', en: 'Ownership of results' },
  deadline: { 'zh-CN': '解决期限', en: 'Solution needed by' },
  detailsUnderNda: { 'zh-CN': '保密要求', en: 'Confidentiality' },
  owner: { 'zh-CN': '需求单位', en: 'Organisation in need' },
  organisationNature: { 'zh-CN': '单位性质', en: 'Kind of organisation' },
  demandType: { 'zh-CN': '需求类型', en: 'Type of demand' },
  fields: { 'zh-CN': '技术领域', en: 'Technical field' },
  industries: { 'zh-CN': '所属行业', en: 'Industry' },
  region: { 'zh-CN': '所在地区', en: 'Region' },
  contact: { 'zh-CN': '联系方式', en: 'Contact' },
  origin: { 'zh-CN': '来源', en: 'Source' },
  originId: { 'zh-CN': '来源编号', en: 'No. at the source' },
  publishedOn: { 'zh-CN': '发布日期', en: 'Published' },
  validUntil: { 'zh-CN': '有效期至', en: 'Valid until' },
  updatedAt: { 'zh-CN': '更新时间', en: 'Updated' },
} as const satisfies Record<string, Text>;
export type DemandField = keyof typeof DEMAND_FIELDS;

/** Words beside the values. */
export const DEMAND_WORDS = {
  anonymous: { 'zh-CN': '匿名发布', en: 'Anonymous' },
  underNda: { 'zh-CN': '签署保密协议后提供详情', en: 'Details follow after a confidentiality agreement' },
} as const satisfies Record<string, Text>;
