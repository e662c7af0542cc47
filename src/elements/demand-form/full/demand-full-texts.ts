import type { Messages } from '../../../ui/localize-controller.js';

const zhCN = {
  'section.background': '背景与条件',
  'form.role': '职务',
  'demand.summary': '公开简介',
  'demand.summary.help': '显示在检索结果里，请不要写商业秘密。不填则取难题描述的开头。',
  'demand.requirements': '其他要求',
  'demand.requirements.help': '不便用数字表示的要求，例如外观、兼容性、使用环境。',
  'demand.context': '现有基础条件',
  'demand.context.help': '已有的设备、产线、团队和前期投入。',
  'demand.attemptedSolutions': '已尝试的办法',
  'demand.attemptedSolutions.help': '试过什么、效果如何，可以避免重复走弯路。',
  'demand.constraints': '限制条件',
  'demand.constraints.help': '安全、认证、环保或须沿用的设备等。',
  'demand.region': '所在地区',
  'demand.keywords': '关键词',
  'demand.keywords.help': '两到五个，用顿号或逗号隔开。',
  'demand.cooperationModes': '可接受的合作方式',
  'demand.ipExpectation': '知识产权归属意向',
  'demand.ipExpectation.help': '例如归企业所有、双方共有、使用许可。',
  'demand.validUntil': '需求有效期至',
  'demand.detailsUnderNda': '详细资料在签订保密协议后提供',
  'demand.organisationNature': '单位性质',
} as const;

const en: Messages<keyof typeof zhCN> = {
  'section.background': 'Background',
  'form.role': 'Position',
  'demand.summary': 'Public summary',
  'demand.summary.help': 'Shows in lists of results; no trade secrets here. Left empty, the problem stands in.',
  'demand.requirements': 'Other requirements',
  'demand.requirements.help': 'What numbers cannot say: appearance, compatibility, surroundings.',
  'demand.context': 'What you have already',
  'demand.context.help': 'Equipment, production lines, people, earlier work.',
  'demand.attemptedSolutions': 'What you have tried',
  'demand.attemptedSolutions.help': 'What was tried and how it went saves others the detour.',
  'demand.constraints': 'Limits',
  'demand.constraints.help': 'Safety, certification, environment, equipment that has to stay.',
  'demand.region': 'Region',
  'demand.keywords': 'Keywords',
  'demand.keywords.help': 'Two to five, separated by commas.',
  'demand.cooperationModes': 'Ways of cooperation that you accept',
  'demand.ipExpectation': 'Who is to own the results',
  'demand.ipExpectation.help': 'For example: the enterprise, both, a licence.',
  'demand.validUntil': 'Open until',
  'demand.detailsUnderNda': 'Details follow after a confidentiality agreement',
  'demand.organisationNature': 'Kind of organisation',
};

export type DemandFullKey = keyof typeof zhCN;

/** Texts of the fields that only the full form has. */
export const texts = { 'zh-CN': zhCN, en } as const;
