import { codeLabel } from '../../domain/code-lists/index.js';
import type { Demand, RequiredIndicator } from '../../domain/demand.js';
import type { Language } from '../language.js';
import { type ExportColumn, many, yesOrNo } from './export-columns.js';
import { budgetText, conceptLabel, nameOf, plainAmount, textIn } from './record-text.js';

/** The columns of a table of demands, in order. Headers are understood when such a table is imported again. */
export const DEMAND_COLUMNS: readonly ExportColumn<Demand>[] = [
  { name: { 'zh-CN': '编号', en: 'Id' }, value: ({ id }) => id },
  { name: { 'zh-CN': '需求名称', en: 'Title' }, value: ({ title }, { lang }) => textIn(title, lang) },
  {
    name: { 'zh-CN': '需求单位', en: 'Owner' },
    value: ({ owner, anonymous }, { lang }) => (owner && anonymous !== true ? nameOf(owner, lang) : undefined),
  },
  { name: { 'zh-CN': '是否匿名', en: 'Anonymous' }, value: ({ anonymous }, { lang }) => yesOrNo(anonymous, lang) },
  {
    name: { 'zh-CN': '单位性质', en: 'Organisation nature' },
    value: ({ organisationNature: code }, { lang }) => code && codeLabel('organisation-nature', code, lang),
  },
  {
    name: { 'zh-CN': '需求类型', en: 'Demand type' },
    value: ({ demandType }, { lang }) => demandType && codeLabel('demand-type', demandType, lang),
  },
  {
    name: { 'zh-CN': '技术领域', en: 'Fields' },
    value: ({ fields = [] }, { lang }) =>
      many(
        fields.map((each) => conceptLabel(each, lang)),
        lang,
      ),
  },
  {
    name: { 'zh-CN': '关键词', en: 'Keywords' },
    value: ({ keywords = {} }, { lang }) => many(keywords[lang] ?? Object.values(keywords).flat(), lang),
  },
  { name: { 'zh-CN': '需求详情', en: 'Summary' }, value: ({ summary }, { lang }) => textIn(summary, lang) },
  { name: { 'zh-CN': '拟解决的技术难题', en: 'Problem' }, value: ({ problem }, { lang }) => textIn(problem, lang) },
  {
    name: { 'zh-CN': '技术指标', en: 'Requirements' },
    value: ({ indicators = [], requirements }, { lang }) =>
      [...indicators.map((each) => figure(each, lang)), textIn(requirements, lang)].filter(Boolean).join('\n'),
  },
  { name: { 'zh-CN': '现有基础条件', en: 'Context' }, value: ({ context }, { lang }) => textIn(context, lang) },
  { name: { 'zh-CN': '预算', en: 'Budget' }, value: ({ budget }, { lang }) => budget && budgetText(budget, lang) },
  { name: { 'zh-CN': '预算下限', en: 'Budget from' }, value: ({ budget }) => budget?.min && plainAmount(budget.min) },
  { name: { 'zh-CN': '预算上限', en: 'Budget to' }, value: ({ budget }) => budget?.max && plainAmount(budget.max) },
  { name: { 'zh-CN': '币种', en: 'Currency' }, value: ({ budget }) => (budget?.max ?? budget?.min)?.currency },
  {
    name: { 'zh-CN': '合作方式', en: 'Cooperation modes' },
    value: ({ cooperationModes = [] }, { lang }) =>
      many(
        cooperationModes.map((each) => codeLabel('cooperation-mode', each, lang)),
        lang,
      ),
  },
  { name: { 'zh-CN': '解决期限', en: 'Deadline' }, value: ({ deadline }) => deadline },
  { name: { 'zh-CN': '有效期', en: 'Valid until' }, value: ({ validUntil }) => validUntil },
  {
    name: { 'zh-CN': '地区', en: 'Region' },
    value: ({ region }, { lang }) => region && codeLabel('region', region, lang),
  },
  { name: { 'zh-CN': '发布日期', en: 'Published' }, value: ({ publishedOn }) => publishedOn },
  { name: { 'zh-CN': '更新时间', en: 'Updated' }, value: ({ updatedAt }) => updatedAt },
  { name: { 'zh-CN': '信息来源', en: 'Source' }, value: ({ source }) => source.name },
  { name: { 'zh-CN': '来源编号', en: 'Id at the source' }, value: ({ source }) => source.id },
  { name: { 'zh-CN': '链接', en: 'Link' }, value: ({ id }, { permalink }) => permalink(id) },
];

const SIGNS: Readonly<Record<string, string>> = { '<=': '≤', '>=': '≥', range: '' };

/** 耐压 ≥ 35 kV */
export function figure({ name, operator, value, upper, unit = '' }: RequiredIndicator, lang: Language): string {
  return `${textIn(name, lang)} ${figureAmount({ operator, value, upper, unit }, lang)}`.trim();
}

/** `≥ 35 kV`, `10 – 20 ℃`. */
export function figureAmount(
  { operator, value, upper, unit = '' }: Omit<RequiredIndicator, 'name'>,
  lang: Language,
): string {
  const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 10 });
  const end = operator === 'range' && upper !== undefined ? ` – ${number.format(upper)}` : '';
  return `${SIGNS[operator] ?? operator} ${number.format(value)}${end} ${unit}`.trim();
}
