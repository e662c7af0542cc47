import { networkWords } from './words.js';
import { brand, brandOf, hasBrand, YuniaoError } from './yuniao-error.js';

const BRAND = brandOf('NetworkError');

/**
 * No complete answer came: the device is offline (`code: 'offline'`), the address is wrong, the connection broke, or
 * the browser kept the answer back because the platform does not allow this page's origin. Browsers do not tell which.
 */
export class NetworkError extends YuniaoError {
  constructor(options: { offline?: boolean; cause?: unknown } = {}) {
    const { offline = false, ...rest } = options;
    super(networkWords(offline), { code: offline ? 'offline' : 'network', retryable: true, ...rest });
    this.name = 'NetworkError';
    brand(this, BRAND);
  }

  static override isInstance(error: unknown): error is NetworkError {
    return hasBrand(error, BRAND);
  }
}
