import { brand, brandOf, hasBrand, YuniaoError } from './yuniao-error.js';

const BRAND = brandOf('ConfigError');

/** The call or the client was set up wrongly; the message names the option and the fix. Nothing was sent. */
export class ConfigError extends YuniaoError {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, { code: 'config', retryable: false, ...options });
    this.name = 'ConfigError';
    brand(this, BRAND);
  }

  static override isInstance(error: unknown): error is ConfigError {
    return hasBrand(error, BRAND);
  }
}
