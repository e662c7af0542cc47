import type { MiddlewareHandler } from 'hono';
import type { AppContext, AppEnv } from './app-env.js';
import { ProblemError } from './problems.js';

/** How many requests one client may send. */
export interface RateLimit {
  /** Requests a second that may go on for ever. Default 50. */
  readonly perSecond: number;
  /** Requests that may come at once after a pause. Default 200. */
  readonly burst: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** More clients than this at one time are not told apart any longer: the oldest are forgotten. */
const MAX_CLIENTS = 10_000;

/** A token bucket for each client address, in the memory of this process. */
export class RateLimiter {
  readonly #limit: RateLimit;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(limit: Partial<RateLimit> = {}, now: () => number = () => performance.now()) {
    this.#limit = { perSecond: limit.perSecond ?? 50, burst: limit.burst ?? 200 };
    this.#now = now;
  }

  /** Takes `count` requests from the client's allowance. Answers the seconds to wait, 0 when it may go on. */
  take(client: string, count = 1): number {
    const { perSecond, burst } = this.#limit;
    const now = this.#now();
    const bucket = this.#buckets.get(client) ?? { tokens: burst, at: now };
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    // Taken out and put back, the most recent clients stand last and the oldest are the first to be forgotten
    this.#buckets.delete(client);
    this.#buckets.set(client, bucket);
    if (this.#buckets.size > MAX_CLIENTS) this.#forgetOldest();
    if (bucket.tokens < count) return Math.max(1, Math.ceil((count - bucket.tokens) / perSecond));
    bucket.tokens -= count;
    return 0;
  }

  /** Seconds that the client has to wait before it may go on, 0 when it may now; takes nothing. */
  wait(client: string): number {
    const { perSecond, burst } = this.#limit;
    const bucket = this.#buckets.get(client);
    if (!bucket) return 0;
    const tokens = Math.min(burst, bucket.tokens + ((this.#now() - bucket.at) / 1000) * perSecond);
    return tokens < 1 ? Math.max(1, Math.ceil((1 - tokens) / perSecond)) : 0;
  }

  #forgetOldest(): void {
    const oldest = this.#buckets.keys().next();
    if (!oldest.done) this.#buckets.delete(oldest.value);
  }
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/**
 * Who a request is counted for: the address of the connection. A connection from this machine is a reverse proxy when it
 * brings `X-Forwarded-For`, whose last entry the proxy itself wrote; without that header it is a local process, which is
 * not limited (`undefined`).
 */
export function clientOf(address: string | undefined, forwardedFor: string | undefined): string | undefined {
  if (address !== undefined && !LOOPBACK.test(address)) return address;
  const last = forwardedFor?.split(',').at(-1)?.trim();
  return last && !LOOPBACK.test(last) ? last : undefined;
}

/** Answers 429 with `Retry-After` to a client that asks too often. */
export function limitRate(limiter: RateLimiter): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    takeFrom(limiter, c);
    await next();
  };
}

/** Wrong tokens that one client may send: enough for slips of the hand, too few to try any out. */
const WRONG_TOKENS: RateLimit = { perSecond: 0.1, burst: 10 };

/** Answers 429 to a client that has sent wrong tokens again and again, whatever it brings next. */
export function limitWrongTokens(limiter: RateLimiter = new RateLimiter(WRONG_TOKENS)): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const client = clientOf(c.env.incoming.socket.remoteAddress, c.req.header('x-forwarded-for'));
    const brings = client !== undefined && c.req.header('authorization') !== undefined;
    const seconds = brings ? limiter.wait(client) : 0;
    if (seconds > 0) {
      throw new ProblemError('too-many-requests', { values: { seconds }, headers: { 'Retry-After': String(seconds) } });
    }
    await next();
    if (brings && c.error instanceof ProblemError && c.error.kind === 'invalid-token') limiter.take(client);
  };
}

/** A handler of one method that has an allowance of its own: it can be used up without harm to others. */
export function limited<T>(limiter: RateLimiter, handler: (c: AppContext) => T): (c: AppContext) => T {
  return (c) => {
    takeFrom(limiter, c);
    return handler(c);
  };
}

/** Who sent the request; `undefined` for a process of this machine. */
export function requestClient(c: AppContext): string | undefined {
  return clientOf(c.env.incoming.socket.remoteAddress, c.req.header('x-forwarded-for'));
}

/** Takes from the client's allowance. @throws {ProblemError} 429 with `Retry-After` when it is used up */
export function takeFrom(limiter: RateLimiter, c: AppContext, count = 1): void {
  const client = requestClient(c);
  const seconds = client === undefined ? 0 : limiter.take(client, count);
  if (seconds > 0) {
    throw new ProblemError('too-many-requests', { values: { seconds }, headers: { 'Retry-After': String(seconds) } });
  }
}
