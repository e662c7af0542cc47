/** A calendar day, `2026-11-29`. */
export type Day = string;

/** The day that many days from now, where the operator is. */
export function dayIn(days: number, now: Date = new Date()): Day {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
