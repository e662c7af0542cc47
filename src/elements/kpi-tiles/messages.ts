import type { Catalogue, MessageOverrides } from '../../ui/localize-controller.js';
import type { ConfigKey } from '../../ui/lazy/config-part.js';
import type { ErrorKey } from '../../ui/lazy/error-texts.js';
import { stateZhCN, type StateKey } from '../../ui/messages.js';
import type { KpiBoardKey } from './board/board.messages.js';
import type { KpiMoreKey } from './more/more.messages.js';
import type { KpiSheetKey } from './sheet/sheet.messages.js';

/** Chinese texts of `<yn-kpi-tiles>`. Their keys are the ones that every language has. */
export const kpiZhCN = {
  'kpi.label': '指标完成情况',
  'kpi.other': '其他指标',
  'kpi.basis.annualNew': '年度新增',
  'kpi.basis.cumulative': '累计',
  'kpi.basis.stock': '期末存量',
  'kpi.basis.ratio': '比率',
  'kpi.quarter': '{year}第{quarter}季度',
  'kpi.range': '{from}至{to}',
  'kpi.asOf': '截至{date}',
  'kpi.asOfYear': '截至{date}底',
  'kpi.target': '目标 {target}',
  'kpi.target.of': '{period}目标 {target}',
  'kpi.target.limit': '控制目标 不超过 {target}',
  'kpi.target.spoken': '目标{target}',
  'kpi.target.limitSpoken': '控制目标为不超过{target}',
  'kpi.target.none': '未设目标',
  'kpi.percent': '完成 {percent}',
  'kpi.state.exceeded': '超额完成',
  'kpi.state.better': '优于目标',
  'kpi.state.reached': '已完成',
  'kpi.state.on-track': '进度正常',
  'kpi.state.behind': '进度滞后',
  'kpi.state.missed': '未完成',
  'kpi.state.not-due': '未到期',
  'kpi.absence.not-available': '暂无数据',
  'kpi.absence.not-collected': '未统计',
  'kpi.absence.not-yet-published': '尚未发布',
  'kpi.absence.not-applicable': '不适用',
  'kpi.absence.confidential': '不予公开',
  'kpi.lastKnown': '最近数据：{figure}（{period}）',
  'kpi.mark.sample': '示例',
  'kpi.mark.revised': '已修订',
  'kpi.mark.provisional': '初步数',
  'kpi.mark.sampleSpoken': '示例数据，并非实际完成数',
  'kpi.source': '来源：{source}',
  'kpi.provenance': '数据来源：{source}，截至 {time}',
} as const;

/** Keys of the texts that every layout needs. */
export type KpiTilesFirstKey = keyof typeof kpiZhCN | StateKey;
/** Every key that `.messages` may override. */
export type KpiTilesKey = KpiTilesFirstKey | KpiMoreKey | KpiSheetKey | KpiBoardKey | ConfigKey | ErrorKey;
/** Own words for some texts of `<yn-kpi-tiles>`. */
export type KpiTilesMessages = MessageOverrides<KpiTilesKey>;

/** The texts that every layout needs; the others come with the parts that are fetched on need. */
export const messages: Catalogue<KpiTilesFirstKey> = {
  'zh-CN': { ...stateZhCN, ...kpiZhCN },
  en: async () => (await import('./messages.en.js')).en,
};
