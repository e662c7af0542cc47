import type { Messages, PartTexts } from '../../../ui/localize-controller.js';

const zhCN = {
  'kpi.change.up': '同比增加 {difference}',
  'kpi.change.down': '同比减少 {difference}',
  'kpi.change.same': '与上年同期持平',
  'kpi.change.relative': '（{percent}）',
  'kpi.points': '个百分点',
  'kpi.details': '说明',
  'kpi.details.of': '{name}：指标说明与历史数据',
  'kpi.records': '查看明细',
  'kpi.records.of': '{name}：查看明细记录',
  'kpi.records.data': '明细数据（JSON）',
  'kpi.records.dataOf': '{name}：明细数据（JSON）',
  'kpi.notFound': '平台没有代码为“{code}”的指标',
  'kpi.empty': '没有可显示的指标',
  'kpi.empty.advice': '平台上还没有发布指标，或所选范围内没有指标。',
  'kpi.rejected': { other: '有 {count} 条数据无法识别，未予显示。' },
} as const;

export type KpiMoreKey = keyof typeof zhCN;

const en: Messages<KpiMoreKey> = {
  'kpi.change.up': 'Up {difference} in a year',
  'kpi.change.down': 'Down {difference} in a year',
  'kpi.change.same': 'Unchanged year on year',
  'kpi.change.relative': ' ({percent})',
  'kpi.points': 'percentage points',
  'kpi.details': 'About',
  'kpi.details.of': 'About “{name}”: definition and history',
  'kpi.records': 'Records',
  'kpi.records.of': 'Records behind “{name}”',
  'kpi.records.data': 'Records (JSON)',
  'kpi.records.dataOf': 'Records behind “{name}” (JSON)',
  'kpi.notFound': 'The platform has no indicator with the code “{code}”',
  'kpi.empty': 'No indicators to show',
  'kpi.empty.advice': 'Nothing has been published on the platform yet, or nothing within this selection.',
  'kpi.rejected': {
    one: '{count} record could not be read and is not shown.',
    other: '{count} records could not be read and are not shown.',
  },
};

/** Texts of what comes a moment after the figures, or is seldom said at all. */
export const moreTexts: PartTexts<KpiMoreKey> = { 'zh-CN': zhCN, en };
