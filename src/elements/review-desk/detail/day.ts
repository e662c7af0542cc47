/** A calendar day, `2026-11-29`. */
export type Day = string;

const DAY_MS = 86_400_000;
/** The platform counts the days of a notice by the clock of China, wherever its operator is. */
const CHINA_MS = 8 * 3_600_000;

/** The day that many days from now, in China. */
export function dayIn(days: number, now: number = Date.now()): Day {
  return new Date(now + CHINA_MS + days * DAY_MS).toISOString().slice(0, 10);
}
