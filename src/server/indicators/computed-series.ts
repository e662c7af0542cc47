import type { Observation } from '../../domain/indicator.js';
import type { YearFigure } from '../store/store.js';

/** Days begin and end where the platform's records are dated, not where its machine stands. */
const TIME_ZONE = 'Asia/Shanghai';
// This locale writes dates as 2026-05-18
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE, dateStyle: 'short' });

/** The calendar day of an instant in China: `2026-05-18`. */
export function chinaDay(instant: Date): string {
  return DAY.format(instant);
}

/** Counted figures as observations by year; that of the year which is running holds up to `today` and may still rise. */
export function computedObservations(figures: readonly YearFigure[], today: string): Observation[] {
  return figures.map(({ year, value }) => ({
    periodStart: String(year),
    periodEnd: String(year),
    value,
    confidence: 'high',
    ...(String(year) === today.slice(0, 4) && { asOf: today, provisional: true }),
  }));
}

/** The lists that show the records behind a figure of one year up to a day of it, where a list can. */
const DRILL_DOWNS: Readonly<Record<string, (days: string) => string>> = {
  'achievements-published': (days) => `achievements?r.published=${days}`,
  'demands-published': (days) => `demands?r.published=${days}`,
  'events-held': (days) => `events?f.state=scheduled&f.state=rescheduled&r.start=${days}`,
  'cooperations-reported': (days) => `events?f.state=scheduled&f.state=rescheduled&r.start=${days}`,
  'incubators-added': (days) => `incubators?r.recognised=${days}`,
};

/**
 * Query of this platform that lists the records behind the newest figure of `query`; `undefined` where no list can, or
 * where there are none.
 */
export function drillDownOf(query: string, figures: readonly YearFigure[], today: string): string | undefined {
  const { year, value } = figures.at(-1) ?? {};
  if (year === undefined || value === 0) return undefined;
  const until = String(year) === today.slice(0, 4) ? today : `${year}-12-31`;
  return DRILL_DOWNS[query]?.(`${year}-01-01..${until}`);
}
