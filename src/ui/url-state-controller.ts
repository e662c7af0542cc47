import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { formatSearchParams, parseSearchParams, type SearchState } from '../sdk/index.js';
import type { ChangeKind } from './search-controller.js';

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
 * and forward walk through it. Parameters that are not of this search stay as they are.
 */
export class UrlStateController implements ReactiveController {
  readonly #options: UrlStateOptions;
  #prefix?: string;
  #initial?: SearchState;
  #lastKind?: ChangeKind;

  constructor(host: ReactiveControllerHost, options: UrlStateOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.#onPopState);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#onPopState);
  }

  hostUpdate(): void {
    const prefix = this.#options.prefix();
    if (prefix === this.#prefix) return;
    this.#prefix = prefix;
    if (prefix === undefined) return;
    this.#initial = this.#options.state();
    if (this.#holdsSearch()) this.#onPopState();
  }

  /**
   * Writes the search into the address. What is typed step by step becomes one entry of the history; every other change
   * is one of its own.
   */
  write(kind: ChangeKind): void {
    if (this.#prefix === undefined) return;
    const url = new URL(location.href);
    const replace = kind === 'typed' && this.#lastKind === 'typed';
    this.#lastKind = kind;
    try {
      url.search = formatSearchParams(this.#options.state(), url.searchParams, { prefix: this.#prefix }).toString();
      if (url.href === location.href) return;
      // The page's own router may keep something in the state
      if (replace) history.replaceState(history.state, '', url);
      else history.pushState(history.state, '', url);
    } catch (error) {
      console.warn('The search could not be written into the address of the page.', error);
    }
  }

  readonly #onPopState = (): void => {
    if (this.#prefix === undefined) return;
    this.#lastKind = undefined;
    const state = this.#holdsSearch() ? this.#read() : this.#initial;
    if (state && !sameSearch(state, this.#options.state())) this.#options.onNavigate(state);
  };

  #read(): SearchState | undefined {
    try {
      return parseSearchParams(new URLSearchParams(location.search), { prefix: this.#prefix });
    } catch (error) {
      console.warn('url-state:', error); // the prefix cannot be used; the message says what can
      return undefined;
    }
  }

  #holdsSearch(): boolean {
    const state = this.#read();
    return state !== undefined && formatSearchParams(state).toString() !== '';
  }
}

/** Whether two states would stand in an address in the same way. */
export function sameSearch(a: SearchState, b: SearchState): boolean {
  return formatSearchParams(a).toString() === formatSearchParams(b).toString();
}
