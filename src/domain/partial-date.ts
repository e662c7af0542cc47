import type { PartialDate } from './primitives.js';

const DAY_MS = 86_400_000;

/** The parts of a partial date, or of the day at the head of a timestamp. */
function parts(date: PartialDate): [year: number, month: number | undefined, day: number | undefined] {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  return [year ?? 0, month, day];
}

/** Days since 1970-01-01 of a calendar day; a day past the month's end counts on into the next month. */
function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY_MS;
}

/** First day that a partial date covers, in days since 1970-01-01: 1 January for `2024`. */
export function firstDay(date: PartialDate): number {
  const [year, month = 1, day = 1] = parts(date);
  return dayNumber(year, month, day);
}

/** Last day that a partial date covers, in days since 1970-01-01: 31 December for `2024`, 29 February for `2024-02`. */
export function lastDay(date: PartialDate): number {
  const [year, month = 12, day] = parts(date);
  return day === undefined ? dayNumber(year, month + 1, 0) : dayNumber(year, month, day);
}

/** The same date `years` later, or earlier where negative, at the same precision; 29 February becomes the 28th. */
export function addYears(date: PartialDate, years: number): PartialDate {
  const [year] = parts(date);
  const moved = `${String(year + years).padStart(4, '0')}${date.slice(4, 10)}`;
  const isLeapDay = moved.slice(5) === '02-29' && new Date(`${moved}T00:00:00Z`).getUTCDate() !== 29;
  return isLeapDay ? `${moved.slice(0, 4)}-02-28` : moved;
}
