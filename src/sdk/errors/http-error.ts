import type { Problem } from '../../domain/problem.js';
import { brand, brandOf, type ErrorCode, hasBrand, YuniaoError } from './yuniao-error.js';

const BRAND = brandOf('HttpError');

/** Statuses after which the same request may succeed a little later. */
const RETRYABLE_STATUSES: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

interface Meaning {
  readonly code: ErrorCode;
  readonly fix: string;
}

const MEANINGS: Readonly<Record<number, Meaning>> = {
  400: { code: 'bad-request', fix: 'a parameter was not accepted; `problem.errors` names it' },
  401: { code: 'unauthorized', fix: 'give a valid `siteKey` or token' },
  403: { code: 'forbidden', fix: "the key may not do this from this page; add the page's origin to the site key" },
  404: { code: 'not-found', fix: 'there is no such record, or `baseUrl` is not the address of a platform' },
  408: { code: 'unavailable', fix: 'the platform gave up waiting; try again' },
  409: { code: 'conflict', fix: 'the record has changed meanwhile; read it again' },
  410: { code: 'not-found', fix: 'the record was withdrawn' },
  413: { code: 'bad-request', fix: 'the request is too large; send less at once' },
  414: { code: 'bad-request', fix: 'the query is too long; shorten it' },
  422: { code: 'invalid', fix: 'some fields were not accepted; `problem.errors` names each' },
  429: { code: 'rate-limited', fix: 'too many requests; wait `retryAfterMs` before the next' },
  500: { code: 'server', fix: 'the platform failed; try again, and report the request id if it stays' },
  502: { code: 'unavailable', fix: 'the platform cannot be reached behind its gateway; try again' },
  503: { code: 'unavailable', fix: 'the platform is busy or under maintenance; try again later' },
  504: { code: 'unavailable', fix: 'the platform did not answer its gateway in time; try again' },
};

function meaningOf(status: number): Meaning {
  return (
    MEANINGS[status] ??
    (status >= 500
      ? { code: 'server', fix: 'the platform failed; try again later' }
      : { code: 'http', fix: 'the platform did not accept the request' })
  );
}

/** The platform answered, with an error status. */
export class HttpError extends YuniaoError {
  readonly status: number;
  /** The platform's own account (RFC 9457), with faults by field in `errors`; absent when it sent none that can be read. */
  readonly problem?: Problem;
  /** The platform's name for the request, to quote in a report. */
  readonly requestId?: string;
  /** How long the platform asks to wait before the next try. */
  readonly retryAfterMs?: number;

  constructor(options: {
    status: number;
    problem?: Problem;
    requestId?: string;
    retryAfterMs?: number;
    /** Raw text of the answer. */
    cause?: unknown;
  }) {
    const { status, problem, requestId, retryAfterMs, ...rest } = options;
    const { code, fix } = meaningOf(status);
    super(`HTTP ${status}: ${fix}.`, { code, retryable: RETRYABLE_STATUSES.has(status), ...rest });
    this.name = 'HttpError';
    this.status = status;
    if (problem) this.problem = problem;
    if (requestId !== undefined) this.requestId = requestId;
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs;
    brand(this, BRAND);
  }

  static override isInstance(error: unknown): error is HttpError {
    return hasBrand(error, BRAND);
  }
}
