import type { SubmissionSettings } from '../../domain/submission.js';
import { nextTask } from '../next-task.js';
import { prefixHasher } from './sha256.js';

/** A proof of work as ALTCHA words it: which number, written after `salt`, hashes to `challenge`? */
export type Challenge = NonNullable<SubmissionSettings['challenge']>;

/** How long the page may be kept busy at a stretch: half of what one picture of the screen takes. */
const SLICE_MS = 8;
/** Numbers between two looks at the clock: well under a millisecond's worth. */
const BATCH = 200;
/** ALTCHA's own bound, where a challenge names none. */
const DEFAULT_MAX = 1_000_000;
/** A solution that has less time left than this might be too old when it arrives. */
const MARGIN_MS = 30_000;

/**
 * The solution of `challenge`, as the platform takes it. It is sought in slices between which the page can draw and
 * take keys; no worker is needed, which many a page's policy forbids.
 * @throws an `AbortError` when `signal` aborts, an `Error` where there is no solution
 */
export async function solveChallenge(challenge: Challenge, signal: AbortSignal): Promise<string> {
  const { algorithm, challenge: wanted, maxnumber = DEFAULT_MAX, salt, signature } = challenge;
  if (algorithm !== 'SHA-256') throw new Error(`yuniao: cannot solve a challenge with ${algorithm}`);
  const target = Array.from({ length: 8 }, (_, word) => Number.parseInt(wanted.slice(word * 8, word * 8 + 8), 16) | 0);
  const hash = prefixHasher(salt);
  for (let number = 0; number <= maxnumber;) {
    const sliceEnd = performance.now() + SLICE_MS;
    while (number <= maxnumber && performance.now() < sliceEnd)
      for (const end = number + BATCH; number < end && number <= maxnumber; number += 1) {
        const found = hash(`${number}`);
        if (target.every((word, at) => word === found[at]))
          return btoa(JSON.stringify({ algorithm, challenge: wanted, number, salt, signature }));
      }
    await nextTask();
    if (signal.aborted) throw new DOMException('The search was given up.', 'AbortError');
  }
  throw new Error('yuniao: the challenge has no solution');
}

/** Whether a solution of `challenge` would come too late by now. ALTCHA writes the end of its life into the salt. */
export function isExpired({ salt }: Challenge, now: number = Date.now()): boolean {
  const [, expires] = /[?&]expires=(\d+)/.exec(salt) ?? [];
  return expires !== undefined && Number(expires) * 1000 < now + MARGIN_MS;
}
