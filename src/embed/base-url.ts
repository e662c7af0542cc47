// Stands in for sdk/base-url.ts in the bundle that pages load: an element shows the page's author its own words on an
// address that cannot work, in their language, and nobody reads the SDK's. Same verdicts; a test compares both.
import { ConfigError } from '../sdk/errors/config-error.js';

/** The absolute address that all paths are appended to; it ends with a slash. @throws {ConfigError} */
export function resolveBaseUrl(baseUrl: string | URL): string {
  const { protocol, username, password, search, hash, origin, pathname } = parse(baseUrl);
  const path = pathname.replace(/\/+$/, '');
  if (!/^https?:$/.test(protocol) || username || password || search || hash || path.endsWith('/api/v1'))
    throw unusable();
  return `${origin}${path}/`;
}

function parse(baseUrl: unknown): URL {
  try {
    if (typeof baseUrl === 'string' || baseUrl instanceof URL)
      return new URL(baseUrl, origin === 'null' ? undefined : origin);
  } catch {
    // told below
  }
  throw unusable();
}

function unusable(): ConfigError {
  return new ConfigError('`baseUrl` is not the address of a platform.');
}
