import { HttpError } from './errors/http-error.js';
import { YuniaoError } from './errors/yuniao-error.js';

const FIRST_BACKOFF_MS = 300;

/**
 * How long to wait before retry number `retry` (from 1), or `undefined` when there should be none. What the platform
 * asks for in `Retry-After` is kept to; else the wait is random up to a bound that doubles, so that the visitors of a
 * page do not all come back at once. A wait that does not fit into `remainingMs` is not begun.
 */
export function retryDelay(
  error: unknown,
  retry: number,
  remainingMs: number,
  random: () => number = Math.random,
): number | undefined {
  if (!YuniaoError.isInstance(error) || !error.retryable) return undefined;
  const asked = HttpError.isInstance(error) ? error.retryAfterMs : undefined;
  const delay = asked ?? random() * FIRST_BACKOFF_MS * 2 ** (retry - 1);
  return delay < remainingMs ? delay : undefined;
}

/** A `Retry-After` header in milliseconds from `now`; `undefined` when absent or neither seconds nor a date. */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  // Date.parse takes '1.5' or '-5' for a year; an HTTP date begins with the name of a day
  const date = /^\s*[A-Z]/i.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
