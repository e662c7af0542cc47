import type { Problem } from '../../domain/problem.js';
import { httpWords } from './words.js';
import { brand, brandOf, type ErrorCode, hasBrand, YuniaoError } from './yuniao-error.js';

const BRAND = brandOf('HttpError');

type HttpErrorCode = Exclude<ErrorCode, 'network' | 'offline' | 'timeout' | 'schema' | 'config'>;

const CODES: Readonly<Record<number, HttpErrorCode>> = {
  400: 'bad-request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  408: 'unavailable',
  409: 'conflict',
  410: 'not-found',
  413: 'bad-request',
  414: 'bad-request',
  415: 'bad-request',
  422: 'invalid',
  429: 'rate-limited',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

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
    const code = CODES[status] ?? (status >= 500 ? 'server' : 'http');
    // The same request may succeed a little later
    const retryable = status === 500 || code === 'unavailable' || code === 'rate-limited';
    super(httpWords(status, code), { code, retryable, ...rest });
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
