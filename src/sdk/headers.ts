import { ConfigError } from './errors/config-error.js';
import type { HeadersOption } from './options.js';

/** Headers of all sources in one, later ones replacing earlier ones. @throws {ConfigError} naming the bad header */
export async function mergeHeaders(sources: readonly (HeadersOption | undefined)[]): Promise<Headers> {
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
