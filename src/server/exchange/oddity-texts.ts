import type { Text } from '../language.js';

/** The words for everything that can be odd about a row. */
export const ODDITY_TEXTS = {
  'no-id': {
    'zh-CN': '没有编号：已按内容生成，内容修改后会成为新记录',
    en: 'no id of its own: one was made from the content, so a changed row becomes a new record',
  },
  'no-summary': { 'zh-CN': '没有简介', en: 'no summary' },
  'no-keywords': { 'zh-CN': '没有与记录语言相同的关键词', en: 'no keywords in the language of the record' },
  'no-field': { 'zh-CN': '没有技术领域', en: 'no technical field' },
  'no-institution': { 'zh-CN': '没有完成单位', en: 'no institution' },
  'no-owner': { 'zh-CN': '没有需求单位', en: 'no organisation in need' },
  'no-date': { 'zh-CN': '没有日期', en: 'no date' },
  'date-imprecise': { 'zh-CN': '日期不精确到日', en: 'date without a day' },
  'unknown-value': {
    'zh-CN': '“{column}”的值不在代码表中，已按原文保留',
    en: 'unknown value in "{column}", kept as it is',
  },
  'unusable-value': {
    'zh-CN': '“{column}”的值无法识别，已略去',
    en: 'value in "{column}" cannot be read and was left out',
  },
  'price-as-text': {
    'zh-CN': '价格不是带单位的单一金额，已作为说明保留',
    en: 'price that is no single amount with a unit, kept as a note',
  },
  'budget-as-text': {
    'zh-CN': '预算无法确定为具体金额，已按原文保留',
    en: 'budget that cannot be read as figures for sure, kept as text',
  },
  'anonymous-assumed': {
    'zh-CN': '“{column}”的值无法识别，已按匿名处理，不公开单位名称',
    en: 'value in "{column}" cannot be read: taken for anonymous, the organisation is not named',
  },
  'readiness-scale-assumed': {
    'zh-CN': '成熟度只有数字，按 ISO 16290 的等级处理',
    en: 'readiness as a bare number, taken for a level of ISO 16290',
  },
  'region-coarse': { 'zh-CN': '“{column}”只能识别到省级', en: 'region found to the province only, from "{column}"' },
  'control-characters': {
    'zh-CN': '“{column}”含控制字符或损坏的字符，已删除',
    en: 'control characters or broken characters removed in "{column}"',
  },
  'replacement-characters': {
    'zh-CN': '“{column}”中有在来源处已丢失的字符（显示为�）',
    en: 'characters already lost in the source (shown as �) in "{column}"',
  },
  'markup-in-text': {
    'zh-CN': '“{column}”含标记代码，已按普通文本保留',
    en: 'markup in "{column}", kept and shown as plain text',
  },
  'title-ends-in-digit': {
    'zh-CN': '中文名称以数字结尾，可能是脚注号',
    en: 'Chinese title that ends in a digit, perhaps a footnote mark',
  },
  'mobile-number': {
    'zh-CN': '联系方式是手机号：请确认可以公开',
    en: 'a mobile phone number as contact: make sure that it may be published',
  },
  'status-unknown': { 'zh-CN': '状态无法识别，已按“已发布”导入', en: 'unknown status, imported as published' },
  'figure-rough': {
    'zh-CN': '“{column}”是约数，已按其中的数字导入，原文保留在备注中',
    en: 'rough figure in "{column}": its number was taken, the wording kept as a note',
  },
  'figure-empty': { 'zh-CN': '“{column}”为空，未导入', en: 'empty cell in "{column}", nothing imported' },
  'basis-assumed': {
    'zh-CN': '没有统计口径，已按单位和时间推断，请核对',
    en: 'no basis given: inferred from unit and period, to be checked',
  },
  'fiscal-year': {
    'zh-CN': '财政年度的起止日期不明，已按同名年份导入',
    en: 'financial year of unknown days, imported as the year of that name',
  },
  'unit-note': { 'zh-CN': '单位中的说明已移入备注', en: 'words in the unit that are none, kept as a note' },
  'code-made': { 'zh-CN': '没有指标编码，已按名称生成', en: 'no code: one was made from the name' },
  'duplicate-figure': {
    'zh-CN': '同一指标同一时期有多个数值：以最后一行为准',
    en: 'several figures of one indicator for one period: the last one counts',
  },
  'duplicate-title': { 'zh-CN': '名称与文件中另一条记录相同', en: 'title that another record of the file has too' },
  'duplicate-id': {
    'zh-CN': '编号与文件中前面的行重复：以最后一行为准',
    en: 'id that an earlier row of the file has too: the last one counts',
  },
} as const satisfies Readonly<Record<string, Text>>;
