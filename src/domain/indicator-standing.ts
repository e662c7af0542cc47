import type { Indicator, Observation, Target } from './indicator.js';
import { firstDay, lastDay } from './partial-date.js';
import type { PartialDate } from './primitives.js';

/**
 * How far an indicator is:
 * - `unknown`: there is no figure for the latest period, or no target to compare it with.
 * - `not-due`: the target's period has not begun, or it has not ended and there is nothing to draw a line from.
 * - `behind`: short of the target when it is due, or below the straight line to it before that.
 * - `on-track`: on the straight line to the target or above it, the target not yet reached.
 * - `reached`: exactly what was aimed at.
 * - `exceeded`: better than that.
 */
export type ProgressState = 'unknown' | 'not-due' | 'behind' | 'on-track' | 'reached' | 'exceeded';

/** What the figures of an indicator say of its target. */
export interface IndicatorStanding {
  readonly state: ProgressState;
  /** The newest observation, whether its figure is known or not. */
  readonly latest?: Observation;
  /** The newest observation with a figure; the same as `latest` unless that one's is missing. */
  readonly latestKnown?: Observation;
  /** The target that the newest observation is measured by. */
  readonly target?: Target;
  /** The figure compared with it: that of `latest`, or what the parts of the target's period add up to. */
  readonly value?: number;
  /**
   * How much of the target is reached, 1 for all of it and more where it is exceeded: `value / target`, with
   * `direction: 'down'` `target / value`. Absent where that division says nothing (a target or divisor not above 0).
   */
  readonly ratio?: number;
  /** Where the straight line to the target stands at `asOf`. */
  readonly expected?: number;
  /** Last day that `value` speaks of, at the precision that is known. */
  readonly asOf?: PartialDate;
}

/** What `indicatorProgress` reads of an indicator. */
export type MeasuredIndicator = Pick<Indicator, 'basis' | 'direction' | 'targets' | 'observations'>;

/** How far an indicator is, by its basis, as `indicatorProgress` explains. Later periods than `at` are left out. */
export function indicatorStanding(indicator: MeasuredIndicator, at?: PartialDate): IndicatorStanding {
  const observations = newestFirst(indicator.observations, at);
  const [latest] = observations;
  if (!latest) return { state: awaits(indicator, at) ? 'not-due' : 'unknown' };
  const latestKnown = observations.find((each) => each.value !== undefined);
  const target = targetOf(indicator, latest);
  const value = valueFor(indicator, latest, target, observations);
  const base = {
    latest,
    latestKnown,
    target,
    asOf: heldAt(latest),
  };
  if (value === undefined) return { ...base, state: 'unknown' };
  if (!target) return { ...base, value, state: 'unknown' };
  const expected = lineAt(indicator, target, lastDay(heldAt(latest)), observations);
  const ratio = ratioOf(value, target.value, indicator.direction);
  return {
    ...base,
    value,
    ratio,
    expected,
    state: stateOf(indicator, value, target, expected, lastDay(heldAt(latest))),
  };
}

/** Whether a period adds up from nothing: its figure can only be judged as a part of the whole before its end. */
function adds({ basis }: MeasuredIndicator): boolean {
  return basis === 'annualNew' || basis === 'cumulative';
}

/** Last day a figure speaks of: its as-of date, and never a day after its period. */
export function heldAt({ asOf, periodEnd }: Observation): PartialDate {
  return asOf !== undefined && lastDay(asOf) < lastDay(periodEnd) ? asOf : periodEnd;
}

/** By the last day spoken of; of two for the same, the one with the longer period is the newer. */
export function newestFirst(observations: readonly Observation[], at: PartialDate | undefined): readonly Observation[] {
  return observations
    .filter(({ periodStart }) => at === undefined || firstDay(periodStart) <= lastDay(at))
    .sort((a, b) => lastDay(heldAt(b)) - lastDay(heldAt(a)) || firstDay(a.periodStart) - firstDay(b.periodStart));
}

/** Whether all that is aimed at lies after the day asked about. */
function awaits({ targets = [] }: MeasuredIndicator, at: PartialDate | undefined): boolean {
  return at !== undefined && targets.length > 0 && targets.every((each) => firstDay(each.periodStart) > lastDay(at));
}

function contains(outer: Target | Observation, inner: Target | Observation): boolean {
  return (
    firstDay(outer.periodStart) <= firstDay(inner.periodStart) && lastDay(outer.periodEnd) >= lastDay(inner.periodEnd)
  );
}

function targetOf({ basis, targets = [] }: MeasuredIndicator, latest: Observation): Target | undefined {
  if (basis === 'annualNew') return targets.find((each) => contains(each, latest));
  const [newest] = targets.slice().sort((a, b) => lastDay(b.periodEnd) - lastDay(a.periodEnd));
  return newest;
}

function valueFor(
  { basis }: MeasuredIndicator,
  latest: Observation,
  target: Target | undefined,
  observations: readonly Observation[],
): number | undefined {
  const isWhole = !target || firstDay(latest.periodStart) === firstDay(target.periodStart);
  if (basis !== 'annualNew' || isWhole) return latest.value;
  return sumOfParts(latest, firstDay(target.periodStart), observations);
}

/** What the periods from `start` to the latest observation add up to; nothing where one of them is not known. */
function sumOfParts(latest: Observation, start: number, observations: readonly Observation[]): number | undefined {
  if (latest.value === undefined) return undefined;
  if (firstDay(latest.periodStart) === start) return latest.value;
  const before = observations.find((each) => lastDay(each.periodEnd) === firstDay(latest.periodStart) - 1);
  const sum = before && sumOfParts(before, start, observations);
  // To the digits that a double holds for sure: 0.1 and 0.2 make 0.3
  return sum === undefined ? undefined : Number((sum + latest.value).toPrecision(15));
}

/** Where the straight line to the target stands on `day`. */
function lineAt(
  indicator: MeasuredIndicator,
  target: Target,
  day: number,
  observations: readonly Observation[],
): number | undefined {
  const first = firstDay(target.periodStart);
  const end = lastDay(target.periodEnd);
  if (day >= end) return target.value;
  if (day < first) return undefined;
  const start = adds(indicator) ? { day: first - 1, value: 0 } : baseline(first, day, observations);
  return start && start.value + ((target.value - start.value) * (day - start.day)) / (end - start.day);
}

/** The last known figure from before `first`, else the first known one, where that is before `day`. */
function baseline(
  first: number,
  day: number,
  observations: readonly Observation[],
): { readonly day: number; readonly value: number } | undefined {
  const known = observations.flatMap((each) =>
    each.value === undefined ? [] : [{ day: lastDay(heldAt(each)), value: each.value }],
  );
  const oldest = known.at(-1);
  return known.find((each) => each.day < first) ?? (oldest && oldest.day < day ? oldest : undefined);
}

export function ratioOf(value: number, target: number, direction: string | undefined): number | undefined {
  const [part, whole] = direction === 'down' ? [target, value] : [value, target];
  const ratio = part / whole;
  return whole > 0 && Number.isFinite(ratio) ? ratio : undefined;
}

/** Sums of decimals are off by the last digits of a double: that much is no difference. */
const SAME = 1e-9;

function stateOf(
  indicator: MeasuredIndicator,
  value: number,
  target: Target,
  expected: number | undefined,
  day: number,
): ProgressState {
  const isDown = indicator.direction === 'down';
  /** Above 0 where the value is better than `goal`, 0 where it is as good. */
  const lead = (goal: number): number => {
    const difference = isDown ? goal - value : value - goal;
    return Math.abs(difference) <= SAME * Math.abs(goal) ? 0 : difference;
  };
  const isDue = day >= lastDay(target.periodEnd);
  // A limit on what adds up is not kept before the period is over
  const isOpen = isDown && adds(indicator) && !isDue;
  if (!isOpen && lead(target.value) >= 0) return lead(target.value) > 0 ? 'exceeded' : 'reached';
  if (isDue) return 'behind';
  if (expected === undefined) return 'not-due';
  return lead(expected) >= 0 ? 'on-track' : 'behind';
}
