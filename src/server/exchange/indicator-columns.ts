import type { Text } from '../language.js';
import { columnFinder } from './column-finder.js';
import type { Fault } from './fault.js';

interface ColumnNames {
  /** What the platform writes above it. */
  readonly header: Text;
  /** What other tables call it. */
  readonly aliases?: readonly string[];
}

/**
 * The columns of a table of indicators, one row for each period, in the order in which they are written. Texts have a
 * column for Chinese and one for English.
 */
export const INDICATOR_COLUMNS = {
  code: {
    header: { 'zh-CN': '指标编码', en: 'Code' },
    aliases: ['指标代码', '编码', '代码', '编号', '指标编号', 'id'],
  },
  title: {
    header: { 'zh-CN': '指标名称', en: 'Name (Chinese)' },
    aliases: ['指标', '名称', '指标项', '考核指标', '目标任务', '项目', 'label', 'title', 'name', 'indicator'],
  },
  titleEn: {
    header: { 'zh-CN': '指标名称（英文）', en: 'Name (English)' },
    aliases: ['英文名称', 'title en', 'name en', 'english name'],
  },
  section: {
    header: { 'zh-CN': '板块', en: 'Section' },
    aliases: ['方案板块', '类别', '分类', '所属板块', '一级指标', 'category'],
  },
  order: { header: { 'zh-CN': '排序', en: 'Order' }, aliases: ['序号', '顺序', 'no', 'no.'] },
  period: {
    header: { 'zh-CN': '期间', en: 'Period' },
    aliases: ['年份', '年度', '统计期', '报告期', '时期', '季度', '月份', 'year', 'date'],
  },
  periodStart: {
    header: { 'zh-CN': '期间起', en: 'Period from' },
    aliases: ['起始', '开始日期', '期初', 'period start', 'from'],
  },
  periodEnd: { header: { 'zh-CN': '期间止', en: 'Period to' }, aliases: ['结束日期', '期末', 'period end', 'to'] },
  value: {
    header: { 'zh-CN': '数值', en: 'Value' },
    aliases: [
      '实际值',
      '完成值',
      '完成情况',
      '完成数',
      '实际完成',
      '当前值',
      '指标值',
      '实绩',
      '值',
      'actual',
      'figure',
    ],
  },
  absence: { header: { 'zh-CN': '缺失原因', en: 'Why missing' }, aliases: ['absence'] },
  unit: { header: { 'zh-CN': '计量单位', en: 'Unit (Chinese)' }, aliases: ['单位', '指标单位', 'unit'] },
  unitEn: { header: { 'zh-CN': '计量单位（英文）', en: 'Unit (English)' }, aliases: ['unit en'] },
  asOf: {
    header: { 'zh-CN': '截至日期', en: 'As of' },
    aliases: ['截止日期', '截至', '截止', '统计时点', '数据日期', 'asof', 'as of date'],
  },
  provisional: { header: { 'zh-CN': '是否暂定', en: 'Provisional' }, aliases: ['暂定', '初步数'] },
  confidence: { header: { 'zh-CN': '可信度', en: 'Confidence' }, aliases: ['置信度'] },
  target: {
    header: { 'zh-CN': '目标值', en: 'Target' },
    aliases: ['目标', '计划值', '目标数', '任务数', '年度目标', '计划数', 'goal', 'target value'],
  },
  targetSource: { header: { 'zh-CN': '目标来源', en: 'Source of target' }, aliases: ['目标依据', '依据'] },
  basis: { header: { 'zh-CN': '统计口径', en: 'Basis' }, aliases: ['口径', '指标类型', '类型'] },
  direction: { header: { 'zh-CN': '指标方向', en: 'Better when' }, aliases: ['方向', 'direction'] },
  decimals: { header: { 'zh-CN': '小数位数', en: 'Decimals' }, aliases: ['小数位'] },
  definition: {
    header: { 'zh-CN': '指标定义', en: 'Definition (Chinese)' },
    aliases: ['定义', '指标解释', '指标说明', '释义', 'definition'],
  },
  definitionEn: { header: { 'zh-CN': '指标定义（英文）', en: 'Definition (English)' } },
  formula: { header: { 'zh-CN': '计算公式', en: 'Formula (Chinese)' }, aliases: ['公式', '计算方法', 'formula'] },
  formulaEn: { header: { 'zh-CN': '计算公式（英文）', en: 'Formula (English)' } },
  method: { header: { 'zh-CN': '采集方式', en: 'Method' }, aliases: ['数据采集方式', '来源方式', '统计方式'] },
  computed: { header: { 'zh-CN': '平台计算', en: 'Computed by' }, aliases: ['计算查询', 'computed'] },
  office: {
    header: { 'zh-CN': '责任单位', en: 'Responsible office' },
    aliases: ['牵头单位', '责任部门', '主管部门', '牵头部门', 'office', 'owner'],
  },
  source: { header: { 'zh-CN': '数据来源', en: 'Source' }, aliases: ['来源', '出处', 'data source'] },
  sourceUrl: { header: { 'zh-CN': '来源网址', en: 'Source address' }, aliases: ['来源链接', 'source url', 'url'] },
  note: { header: { 'zh-CN': '备注', en: 'Note' }, aliases: ['说明', '注', 'remark', 'remarks'] },
  sample: { header: { 'zh-CN': '样例数据', en: 'Sample' } },
  corrections: { header: { 'zh-CN': '更正记录', en: 'Corrections' } },
} as const satisfies Record<string, ColumnNames>;

export type IndicatorColumn = keyof typeof INDICATOR_COLUMNS;

/** What a header of a table of indicators means; nothing when it is not one we know. */
export const findIndicatorColumn = columnFinder(
  (Object.entries(INDICATOR_COLUMNS) as [IndicatorColumn, ColumnNames][]).map(([column, { header, aliases = [] }]) => [
    column,
    [header['zh-CN'], header.en, column, ...aliases],
  ]),
);

/** Refuses a table in which no column names indicators: none of its rows could become one. */
export function checkIndicatorColumns(columns: readonly string[]): Fault | undefined {
  const hasName = columns.some((header) => /^(code|title|titleEn)$/.test(findIndicatorColumn(header)?.column ?? ''));
  if (hasName) return undefined;
  return { code: 'indicator-columns-unknown', details: { columns: columns.join(', ').slice(0, 500) } };
}
