import type { Logger } from 'pino';
import type { Site, Store } from '../store/store.js';

/** A site registered or removed by another process is noticed after this long at most. */
const REFRESH_MS = 5_000;

/** The registered sites, read from the store now and then rather than for each request. */
export class SiteRegistry {
  readonly #store: Store;
  readonly #logger: Logger;
  readonly #now: () => number;
  #sites: readonly Site[] = [];
  #readAt = -Infinity;
  #reading: Promise<void> | undefined;

  constructor(store: Store, logger: Logger, now: () => number = () => performance.now()) {
    this.#store = store;
    this.#logger = logger;
    this.#now = now;
  }

  /** The sites as of at most five seconds ago; the last known ones while the store does not answer. */
  async list(): Promise<readonly Site[]> {
    if (this.#now() - this.#readAt >= REFRESH_MS) {
      this.#reading ??= this.#read();
      await this.#reading;
    }
    return this.#sites;
  }

  async #read(): Promise<void> {
    try {
      this.#sites = await this.#store.listSites();
    } catch (error) {
      this.#logger.error({ err: error }, 'the list of sites could not be read; the last known one stays in force');
    } finally {
      this.#readAt = this.#now();
      this.#reading = undefined;
    }
  }
}

/**
 * Whether `origin` is one of a site's origins: equal, or below a wildcard. `https://*.example.org` stands for
 * `https://park.example.org` and `https://a.b.example.org` on the same port, not for `https://example.org` itself.
 */
export function allowsOrigin(origins: readonly string[], origin: string): boolean {
  return origins.some((allowed) => {
    const star = allowed.indexOf('://*.');
    if (star < 0) return allowed === origin;
    const scheme = allowed.slice(0, star + 3);
    const suffix = allowed.slice(star + 4);
    const host = origin.slice(scheme.length);
    return origin.startsWith(scheme) && host.endsWith(suffix) && /^[\w-]/.test(host) && !host.includes('/');
  });
}
