const NUMERIC = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ].*)?$/;
const CHINESE = /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?$/;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;

/**
 * A calendar date at the precision that the source gives (`2024`, `2024-06`, `2024-06-30`) from the ways it is written
 * in tables: with hyphens, slashes, dots, 年月日 or eight digits, with or without a time of day. Nothing for a text that
 * is no date, or for a day that no calendar has.
 */
export function parseDate(text: string): string | undefined {
  const compact = text.normalize('NFKC').replace(/\s*([年月日号])\s*/g, '$1');
  const match = NUMERIC.exec(compact) ?? CHINESE.exec(compact) ?? COMPACT.exec(compact);
  if (!match) return undefined;
  const [, year = '', month, day] = match;
  const parts = [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  return isCalendarDate(Number(year), Number(month ?? 1), Number(day ?? 1)) ? parts.join('-') : undefined;
}

function isCalendarDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
