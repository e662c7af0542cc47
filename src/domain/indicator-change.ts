import type { Observation } from './indicator.js';
import { heldAt, type MeasuredIndicator, newestFirst, ratioOf } from './indicator-standing.js';
import { addYears, firstDay, lastDay } from './partial-date.js';
import type { PartialDate } from './primitives.js';

/** The difference from the same period of the year before. */
export interface IndicatorChange {
  /** The observation compared with. */
  readonly from: Observation;
  /** In the indicator's unit; percentage points where that is `%`. */
  readonly absolute: number;
  /** As a share of the earlier figure, 0.1 for a tenth more. Absent where that figure is not above 0. */
  readonly relative?: number;
}

/** From the observation whose period and as-of date lie one year before the latest one's; later periods than `at` are left out. */
export function indicatorChange(indicator: MeasuredIndicator, at?: PartialDate): IndicatorChange | undefined {
  const observations = newestFirst(indicator.observations, at);
  const [latest] = observations;
  if (latest?.value === undefined) return undefined;
  const wanted = [
    firstDay(addYears(latest.periodStart, -1)),
    lastDay(addYears(latest.periodEnd, -1)),
    lastDay(addYears(heldAt(latest), -1)),
  ];
  const from = observations.find((each) => {
    const days = [firstDay(each.periodStart), lastDay(each.periodEnd), lastDay(heldAt(each))];
    return days.every((day, index) => day === wanted[index]);
  });
  if (from?.value === undefined) return undefined;
  const absolute = latest.value - from.value;
  return { from, absolute, relative: ratioOf(absolute, from.value, 'up') };
}
