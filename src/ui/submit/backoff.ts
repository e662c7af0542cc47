import { type ErrorCode, HttpError, YuniaoError } from '../../sdk/index.js';

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** Longer than this is not slept through, whatever the platform asks for. */
const LONGEST_ASKED_MS = 60 * 60_000;

/**
 * Not only what is worth a retry at once: a broken answer may come from the sign-in page of a network or from a proxy,
 * and a conflict from a first attempt that is still being dealt with.
 */
const PASSING: ReadonlySet<ErrorCode> = new Set(['schema', 'conflict']);

/** Whether the same submission may be taken a little later, with nothing changed. */
export function mayPass(error: unknown): boolean {
  if (!YuniaoError.isInstance(error)) return false;
  return error.retryable || PASSING.has(error.code) || (HttpError.isInstance(error) && error.status >= 500);
}

/**
 * Milliseconds before the next attempt after `attempts` that failed, the last one with `error`. What the platform asks
 * for is kept to; else pauses grow, and are random, so that not everybody comes back at once.
 */
export function pauseAfter(attempts: number, error: unknown, random: () => number = Math.random): number {
  const asked = HttpError.isInstance(error) ? error.retryAfterMs : undefined;
  // A little later than asked: clocks differ
  if (asked !== undefined) return Math.min(asked, LONGEST_ASKED_MS) + random() * 1_000;
  const bound = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
  return bound * (0.5 + random() / 2);
}
