import type { Observation, Revision } from '../../domain/indicator.js';
import type { RecordedObservation } from '../store/store.js';

/** Who reads a series: who entered a figure is told to operators only. */
export interface SeriesReader {
  readonly isOperator: boolean;
}

/**
 * The observations of each indicator, made of all that was ever entered (as the store gives it): the newest entry of a
 * period is the observation, and each time that its figure changed is one of its revisions. Entries that left the figure
 * as it was, and only made its note or source better, are no revision.
 */
export function observationsOf(
  entries: readonly RecordedObservation[],
  { isOperator }: SeriesReader,
): ReadonlyMap<string, readonly Observation[]> {
  const series = new Map<string, Observation[]>();
  let period: RecordedObservation[] = [];
  const close = (): void => {
    const [first] = period;
    if (!first) return;
    const observations = series.get(first.indicatorId) ?? [];
    series.set(first.indicatorId, observations);
    observations.push(toObservation(period, isOperator));
  };
  for (const entry of entries) {
    const [first] = period;
    if (first && !isSamePeriod(first, entry)) {
      close();
      period = [];
    }
    period.push(entry);
  }
  close();
  return series;
}

/** However it was written: the store gives the entries of one period together, and in the same form or not. */
function isSamePeriod(a: RecordedObservation, b: RecordedObservation): boolean {
  return a.indicatorId === b.indicatorId && a.firstDay === b.firstDay && a.lastDay === b.lastDay;
}

function toObservation(entries: readonly RecordedObservation[], isOperator: boolean): Observation {
  const revisions: Revision[] = [];
  let current: RecordedObservation | undefined;
  for (const entry of entries) {
    if (current && isOtherFigure(current.observation, entry.observation)) {
      const { value, absence } = current.observation;
      revisions.push({
        ...(value === undefined ? { absence } : { value }),
        replacedAt: entry.at,
        ...(entry.reason && { reason: entry.reason }),
        ...(isOperator && { by: entry.by }),
      });
    }
    current = entry;
  }
  if (!current) throw new Error('a period without any entry');
  return { ...current.observation, ...(revisions.length > 0 && { revisions }) };
}

function isOtherFigure(a: Observation, b: Observation): boolean {
  return a.value !== b.value || a.absence !== b.absence;
}
