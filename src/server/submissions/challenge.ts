import type { Payload } from 'altcha-lib/v1/types';
import type { SubmissionSettings } from '../../domain/submission.js';

/** When a challenge is asked for: `auto` of everybody but this machine and operators, once a site is registered. */
export const CHALLENGE_POLICIES = ['auto', 'always', 'never'] as const;
export type ChallengePolicy = (typeof CHALLENGE_POLICIES)[number];

/** Whether strangers are asked for one on a platform with so many sites. */
export function asksStrangers(policy: ChallengePolicy, sites: number): boolean {
  return policy === 'always' || (policy === 'auto' && sites > 0);
}

const ALGORITHM = 'SHA-256';
/** Half as many hashes on average: a second on an office machine, days for who sends a million. */
const MAX_NUMBER = 50_000;
const LIFETIME_MS = 20 * 60_000;
/** Longest solution that is looked at, in characters. */
const MAX_SOLUTION = 4000;

/** A challenge that was solved in time. */
export interface Solved {
  /** Tells it from every other: it counts once. */
  readonly signature: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  /** How long ago it was handed out. */
  readonly ageMs: number;
}

/**
 * Proof-of-work challenges as ALTCHA has them: nothing to see or to read, and no third party. Each lasts 20 minutes; its
 * times stand in the salt, which is signed.
 */
export class Challenges {
  readonly #key: () => Promise<string>;
  readonly #now: () => number;
  readonly #maxNumber: number;

  /** @param key gives the secret that challenges are signed with */
  constructor(key: () => Promise<string>, now: () => number = Date.now, maxNumber: number = MAX_NUMBER) {
    this.#key = key;
    this.#now = now;
    this.#maxNumber = maxNumber;
  }

  /** A new challenge. @throws when the package altcha-lib is not installed */
  async make(): Promise<NonNullable<SubmissionSettings['challenge']>> {
    const { createChallenge } = await import('altcha-lib/v1');
    const now = this.#now();
    return createChallenge({
      algorithm: ALGORITHM,
      hmacKey: await this.#key(),
      maxnumber: this.#maxNumber,
      expires: new Date(now + LIFETIME_MS),
      params: { issued: String(now) },
    });
  }

  /** What a solution solves; `undefined` for one that is wrong, made up or too late. */
  async check(solution: string): Promise<Solved | undefined> {
    const payload = readPayload(solution);
    const { verifySolution } = await import('altcha-lib/v1');
    if (!payload || !(await verifySolution(payload, await this.#key(), false))) return undefined;
    const params = new URLSearchParams(payload.salt.slice(payload.salt.indexOf('?') + 1));
    const now = this.#now();
    const expiresMs = Number(params.get('expires')) * 1000;
    if (!(expiresMs > now)) return undefined;
    return {
      signature: payload.signature,
      expiresAt: new Date(expiresMs).toISOString(),
      ageMs: now - Number(params.get('issued')),
    };
  }
}

function readPayload(solution: string): Payload | undefined {
  if (solution.length > MAX_SOLUTION) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(solution, 'base64').toString());
    const { algorithm, challenge, number, salt, signature } = Object(value) as Partial<Record<keyof Payload, unknown>>;
    if (algorithm !== ALGORITHM || typeof number !== 'number' || !Number.isSafeInteger(number)) return undefined;
    if (typeof challenge !== 'string' || typeof salt !== 'string' || typeof signature !== 'string') return undefined;
    return { algorithm, challenge, number, salt, signature };
  } catch {
    return undefined;
  }
}
