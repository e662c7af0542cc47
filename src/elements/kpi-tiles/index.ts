export { YnKpiTiles } from './kpi-tiles.js';
export type { KpiDrillDownDetail, KpiTilesErrorDetail, KpiTilesEventMap } from './kpi-tiles.events.js';
export type { KpiTilesKey, KpiTilesMessages } from './messages.js';
export type { KpiLayout, KpiSize } from './view.js';
