import type { FormKey } from '../../ui/form/messages.js';
import { formZhCN } from '../../ui/form/messages.js';
import type { Catalogue } from '../../ui/localize-controller.js';

/** Chinese texts of `<yn-demand-form>`. Their keys are the ones that every language has. */
export const demandZhCN = {
  'demand.heading': '发布技术需求',
  'demand.intro': '说清难题和指标即可，约三分钟。内容随写随存，不会丢失。',
  'demand.submit': '提交需求',
  'section.need': '需求内容',
  'section.terms': '类型与条件',
  'demand.title': '需求名称',
  'demand.title.help': '一句话说清要解决什么，例如“电机用耐高温绝缘漆”。',
  'demand.problem': '要解决的难题',
  'demand.problem.help': '现在遇到什么问题、影响多大、希望做到什么程度。',
  'demand.indicators': '量化指标',
  'demand.indicators.help': '例如“耐压 ≥ 35 kV”。写出数字更容易找到合适的团队，没有可不填。',
  'demand.indicator': '指标名称',
  'demand.operator': '关系',
  'demand.operator.codes': '≥ 不低于|≤ 不高于|= 等于|介于|> 高于|< 低于',
  'demand.value': '数值',
  'demand.upper': '上限',
  'demand.unit': '单位',
  'demand.demandType': '需求类型',
  'demand.field': '技术领域',
  'demand.budget': '预算',
  'demand.budget.help': '不便写明可勾选“面议”。',
  'demand.deadline': '希望完成时间',
  'demand.anonymous': '公开发布时不显示单位名称',
} as const;

export type DemandKey = keyof typeof demandZhCN | FormKey;

export const messages: Catalogue<DemandKey> = {
  'zh-CN': { ...formZhCN, ...demandZhCN },
  en: async () => (await import('./messages.en.js')).en,
};
