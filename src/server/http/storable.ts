import { isStorable } from '../store/storable.js';

/** Path of the first text in `value`, keys included, that a database cannot hold; `undefined` when all is well. */
export function unstorablePath(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, child] of Object.entries(value)) {
    const childPath = path === '' ? key : `${path}.${key}`;
    if (!isStorable(key)) return path;
    const found = unstorablePath(child, childPath);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether the calendar has the day of an ISO 8601 instant: it has no 30 February and no year 0. */
export function isRealDay(instant: string): boolean {
  const [year = 0, month = 0, day = 0] = instant.slice(0, 10).split('-').map(Number);
  return year >= 1 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}
