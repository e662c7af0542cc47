import { ConfigError } from './errors/config-error.js';

const EXAMPLE = "for example 'https://platform.example.org'";

/** The absolute address that all paths are appended to; it ends with a slash. @throws {ConfigError} naming the fix */
export function resolveBaseUrl(baseUrl: string | URL): string {
  if (typeof baseUrl !== 'string' && !(baseUrl instanceof URL)) {
    throw new ConfigError(`createClient() needs \`baseUrl\`, the address of the platform, ${EXAMPLE}.`);
  }
  const url = parse(String(baseUrl));
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new ConfigError(`\`baseUrl\` must begin with https:// or http://, ${EXAMPLE}.`);
  }
  if (url.username || url.password) {
    throw new ConfigError('`baseUrl` must not hold a user name or password; give a token in `headers`.');
  }
  if (url.search || url.hash) {
    throw new ConfigError('`baseUrl` must not hold a query or fragment; give the key of the site as `siteKey`.');
  }
  const path = url.pathname.replace(/\/+$/, '');
  if (path.endsWith('/api/v1')) {
    throw new ConfigError('`baseUrl` is the address of the platform without `/api/v1`; leave that part out.');
  }
  return `${url.origin}${path}/`;
}

function parse(baseUrl: string): URL {
  // A page, a worker and a srcdoc frame all know their origin; Node has none
  const { origin } = globalThis as { origin?: string };
  try {
    return new URL(baseUrl, origin === undefined || origin === 'null' ? undefined : `${origin}/`);
  } catch (cause) {
    throw new ConfigError(
      `\`baseUrl\` must be an absolute address where there is no page to take the origin from, ${EXAMPLE}.`,
      { cause },
    );
  }
}
