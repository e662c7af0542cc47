import { type IndicatorChange, indicatorChange } from './indicator-change.js';
import { type IndicatorStanding, indicatorStanding, type MeasuredIndicator } from './indicator-standing.js';
import type { PartialDate } from './primitives.js';

export type { IndicatorChange } from './indicator-change.js';
export type { MeasuredIndicator, ProgressState } from './indicator-standing.js';

/** What the figures of an indicator say of its target, and of the year before. */
export interface IndicatorProgress extends IndicatorStanding {
  /** Against the same period of the year before; absent where that has no figure. */
  readonly change?: IndicatorChange;
}

/**
 * How far an indicator is, by its basis.
 *
 * **Value.** `annualNew`: what the target's period has so far. An observation that begins with the target's period counts
 * alone; shorter ones (quarters, months) are added up, and when one of them is missing the sum is unknown. Other bases:
 * the latest observation.
 *
 * **Target.** `annualNew`: the one whose period contains the observation's. Other bases: the latest.
 *
 * **Straight line.** It ends at the target on the last day of the target's period. `annualNew` and `cumulative` begin
 * with 0 on the day before that period; `stock` and `ratio` begin with the last figure from before the period or, where
 * there is none, with the first one in it. At an as-of date before the target's end a value below the line is `behind`;
 * with `direction: 'down'`, one above it.
 *
 * **Change.** From the observation whose period and as-of date lie one year earlier.
 * @param options.at last day to look at: later periods are left out. Default: none is.
 */
export function indicatorProgress(
  indicator: MeasuredIndicator,
  { at }: { readonly at?: PartialDate } = {},
): IndicatorProgress {
  const standing = indicatorStanding(indicator, at);
  return standing.latest ? { ...standing, change: indicatorChange(indicator, at) } : standing;
}
