/** What went wrong, stable across versions: choose words and reactions by it. */
export type ErrorCode =
  | 'bad-request'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'rate-limited'
  | 'server'
  | 'unavailable'
  | 'http'
  | 'network'
  | 'offline'
  | 'timeout'
  | 'schema'
  | 'config';

/**
 * Recognises an error class across copies of this package. Two bundles on one page each have their own classes, which
 * makes `instanceof` lie; symbols from the global registry are shared.
 */
export function brandOf(name: string): symbol {
  return Symbol.for(`yuniao.error.${name}`);
}

export function hasBrand(error: unknown, brand: symbol): boolean {
  return typeof error === 'object' && error !== null && brand in error;
}

const BRAND = brandOf('YuniaoError');

/**
 * What every error of the SDK is, except a caller's own abort, which stays an `AbortError`. `message` tells a developer
 * what to do about it and never holds text from the network; that is kept in `cause`.
 */
export abstract class YuniaoError extends Error {
  readonly code: ErrorCode;
  /** Whether the same call may succeed later with nothing changed. */
  readonly retryable: boolean;

  constructor(message: string, options: { code: ErrorCode; retryable: boolean; cause?: unknown }) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.name = 'YuniaoError';
    this.code = options.code;
    this.retryable = options.retryable;
    brand(this, BRAND);
  }

  /** Like `instanceof`, but also true for errors of another copy of this package. */
  static isInstance(error: unknown): error is YuniaoError {
    return hasBrand(error, BRAND);
  }
}

/** Marks an error as one of a branded class, out of sight of loops and logs. */
export function brand(error: Error, symbol: symbol): void {
  Object.defineProperty(error, symbol, { value: true });
}
