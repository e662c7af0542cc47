import type { ChallengePolicy, Solved } from '../submissions/challenge.js';
import type { AppContext, Services } from './app-env.js';
import { ProblemError } from './problems.js';
import { requestClient } from './rate-limit.js';
import { type Admission, admit } from './submission-admission.js';

/** Nobody fills in a form faster than this: what comes sooner is taken, and set apart for the desk to look at. */
const MIN_AGE_MS = 3000;

/** Whether somebody who came in this way has to solve a challenge. */
export function asksOf(policy: ChallengePolicy, { via }: Admission): boolean {
  if (policy === 'never' || via === 'token') return false;
  return policy === 'always' || via !== 'machine';
}

/** Whether a form that reads its settings will have to solve a challenge. A read of a page's own origin has no `Origin`. */
export async function isChallenged(services: Services, c: AppContext): Promise<boolean> {
  const { sites, intake } = services;
  const { challengePolicy } = intake;
  if (challengePolicy !== 'auto') return challengePolicy === 'always';
  if ((await sites.list()).length === 0) return false;
  if (c.req.header('origin') === undefined && c.req.header('authorization') === undefined) return true;
  const admission = await admit(services, c).catch((error: unknown) => {
    if (error instanceof ProblemError) return undefined;
    throw error;
  });
  return admission !== undefined && asksOf(challengePolicy, admission);
}

/** @throws {ProblemError} 403 without a solution, or with one that is wrong or too late */
export async function requireSolved({ intake }: Services, solution: string | undefined): Promise<Solved> {
  if (solution === undefined) throw new ProblemError('challenge-missing');
  const solved = await intake.challenges.check(solution);
  if (!solved) throw new ProblemError('challenge-failed');
  return solved;
}

/** Whether it was sent sooner after the form was opened than anybody types. */
export function isTooFast({ intake }: Services, c: AppContext, { ageMs }: Solved): boolean {
  return ageMs < MIN_AGE_MS && (intake.firstSeen.ageMs(requestClient(c)) ?? 0) < MIN_AGE_MS;
}
