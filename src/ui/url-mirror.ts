import { formatSearchParams, parseSearchParams, type SearchState } from '../sdk/search-params.js';
import type { ChangeKind } from './search-types.js';
import { sameSearch } from './search-key.js';
import type { UrlStateOptions } from './url-state-controller.js';

/** A search in the address of the page, under one prefix. */
export class UrlMirror {
  readonly #prefix: string;
  readonly #options: UrlStateOptions;
  /** What the page had set; it holds where the address tells of nothing. */
  readonly #initial: SearchState;
  #lastKind?: ChangeKind;
  /** Where a record was opened from, while its entry is the last one. */
  #openedFrom?: string | undefined;

  /** Takes up the search that the address tells of, if any. */
  constructor(prefix: string, options: UrlStateOptions) {
    this.#prefix = prefix;
    this.#options = options;
    this.#initial = options.state();
    if (this.#holdsSearch()) this.read();
  }

  /** Writes the search into the address. */
  write(kind: ChangeKind): void {
    const url = new URL(location.href);
    const replace = kind === 'typed' && this.#lastKind === 'typed';
    this.#lastKind = kind;
    const openedFrom = this.#openedFrom;
    const state = this.#options.state();
    this.#openedFrom = state.record === undefined ? undefined : location.href;
    try {
      url.search = formatSearchParams(state, url.searchParams, { prefix: this.#prefix }).toString();
      if (url.href === location.href) return;
      // The page's own router may keep something in the state
      if (openedFrom === url.href) history.back();
      else if (replace) history.replaceState(history.state, '', url);
      else history.pushState(history.state, '', url);
    } catch (error) {
      console.warn('url-state:', error);
    }
  }

  /** Goes where the address leads. */
  read(): void {
    this.#lastKind = undefined;
    this.#openedFrom = undefined;
    const shown = this.#options.state();
    const state = this.#holdsSearch() ? this.#parse() : this.#initial;
    if (state && (!sameSearch(state, shown) || state.record !== shown.record)) this.#options.onNavigate(state);
  }

  #parse(): SearchState | undefined {
    try {
      return parseSearchParams(new URLSearchParams(location.search), { prefix: this.#prefix });
    } catch (error) {
      console.warn('url-state:', error); // the prefix cannot be used; the message says what can
      return undefined;
    }
  }

  #holdsSearch(): boolean {
    const state = this.#parse();
    return state !== undefined && formatSearchParams(state).toString() !== '';
  }
}
