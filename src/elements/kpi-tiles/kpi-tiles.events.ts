import type { Indicator } from '../../domain/indicator.js';

/** Detail of `yn-drill-down`. */
export interface KpiDrillDownDetail {
  readonly indicator: Indicator;
  /** The address that the click leads to. */
  readonly href: string;
}

/** Detail of `yn-error`. */
export interface KpiTilesErrorDetail {
  /** A `YuniaoError`, unless the client is not one of ours. */
  readonly error: unknown;
}

/** The own events of `<yn-kpi-tiles>`. */
export interface KpiTilesEventMap {
  'yn-drill-down': CustomEvent<KpiDrillDownDetail>;
  'yn-error': CustomEvent<KpiTilesErrorDetail>;
}
