import { ConfigError } from './errors/config-error.js';
import type { ClientOptions, HeadersOption, RequestOptions } from './options.js';

/** The headers of one call. @throws {ConfigError} naming a bad one */
export function headersOf(
  client: ClientOptions,
  options: RequestOptions,
  body: string | Blob | undefined,
): Promise<Headers> {
  return mergeHeaders([
    { accept: 'application/json' },
    body === undefined ? undefined : { 'content-type': typeof body === 'string' ? 'application/json' : body.type },
    client.headers,
    options.headers,
    options.idempotencyKey === undefined ? undefined : { 'idempotency-key': options.idempotencyKey },
  ]);
}

/** Headers of all sources in one, later ones replacing earlier ones. */
async function mergeHeaders(sources: readonly (HeadersOption | undefined)[]): Promise<Headers> {
  const headers = new Headers();
  for (const source of sources) {
    const entries = typeof source === 'function' ? await source() : source;
    for (const [name, value] of Object.entries(entries ?? {})) {
      try {
        headers.set(name, value);
      } catch (cause) {
        throw new ConfigError(
          `The header ${JSON.stringify(name)} cannot be sent: a name is of ASCII letters, digits and dashes, a value one line of Latin-1.`,
          { cause },
        );
      }
    }
  }
  return headers;
}
