import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SearchState } from '../sdk/index.js';
import type { ChangeKind } from './search-types.js';
import type { UrlMirror } from './url-mirror.js';

export interface UrlStateOptions {
  /** Prefix of the parameters; `undefined` leaves the page's address alone. Read at every update of the host. */
  prefix(): string | undefined;
  /** What is searched for now. */
  state(): SearchState;
  /** The address tells of another search: on arrival, and when the reader goes back or forward. */
  onNavigate(state: SearchState): void;
}

/**
 * Mirrors a search in the address of the page, if the page wants that: links to it can be shared, reload keeps it, back
 * and forward walk through it. Parameters that are not of this search stay as they are. The code for it is fetched by
 * pages that want it; where it does not come, the search works without, until the host is put on the page again.
 */
export class UrlStateController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: UrlStateOptions;
  #prefix?: string;
  /** The prefix under which the address was read, or could not be. */
  #readPrefix?: string;
  #mirror?: UrlMirror;

  constructor(host: ReactiveControllerHost, options: UrlStateOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** False while the address may hold a search that is not known yet. */
  get isReady(): boolean {
    return this.#prefix === this.#readPrefix;
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.#onPopState);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#onPopState);
    if (!this.#mirror) this.#prefix = undefined;
  }

  hostUpdate(): void {
    const prefix = this.#options.prefix();
    if (prefix === this.#prefix) return;
    this.#prefix = prefix;
    this.#mirror = undefined;
    if (prefix === undefined) this.#readPrefix = undefined;
    else void this.#load(prefix);
  }

  /**
   * Writes the search into the address. What is typed step by step becomes one entry of the history; every other change
   * is one of its own.
   */
  write(kind: ChangeKind): void {
    this.#mirror?.write(kind);
  }

  async #load(prefix: string): Promise<void> {
    const isOutdated = (): boolean => prefix !== this.#prefix || this.#mirror !== undefined;
    try {
      const mirror = await import('./url-mirror.js');
      if (isOutdated()) return;
      this.#mirror = new mirror.UrlMirror(prefix, this.#options);
    } catch (error) {
      if (isOutdated()) return;
      console.warn('yuniao: url-state could not be loaded.', error);
    }
    this.#readPrefix = prefix;
    this.#host.requestUpdate();
  }

  readonly #onPopState = (): void => {
    this.#mirror?.read();
  };
}
