import { timeoutWords } from './words.js';
import { brand, brandOf, hasBrand, YuniaoError } from './yuniao-error.js';

const BRAND = brandOf('TimeoutError');

/** The answer, its body included, took longer than `timeoutMs`. */
export class TimeoutError extends YuniaoError {
  /** The limit that was passed, in milliseconds. */
  readonly timeoutMs: number;

  constructor(options: { timeoutMs: number; cause?: unknown }) {
    const { timeoutMs, ...rest } = options;
    super(timeoutWords(timeoutMs), { code: 'timeout', retryable: true, ...rest });
    this.name = 'TimeoutError';
    this.timeoutMs = timeoutMs;
    brand(this, BRAND);
  }

  static override isInstance(error: unknown): error is TimeoutError {
    return hasBrand(error, BRAND);
  }
}
