import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Facet, FacetValue } from '../../domain/page.js';
import type { FacetValuesQuery, RequestOptions, SearchState } from '../../sdk/index.js';
import type { FacetFinder } from '../facet-view.js';
import { searchKey } from '../search-key.js';

/** From how many values on a facet gets a field to look for one. */
export const FACET_LONG = 12;

/** How many values are asked for at once. */
const LIMIT = 100;

/** Milliseconds between the last key press and the question. */
const WAIT_MS = 150;

/** Words that looking for a value needs, in the reader's language. */
export interface FacetSearchWords {
  label(facet: string): string;
  none(): string;
  failed(): string;
}

export interface FacetSearchOptions {
  /** Asks the platform, whose folding of case, script and pinyin a page could not do. */
  find(query: FacetValuesQuery, options: RequestOptions): Promise<Facet> | undefined;
  /** What is searched for, as values are counted among its results; and the language of the labels. */
  state(): SearchState;
  lang(): string;
  /** Values were found: their labels may be needed when one is chosen. */
  onFound(facet: Facet): void;
  readonly words: FacetSearchWords;
}

interface Wish {
  text: string;
  /** What the values found are for. */
  key?: string;
  found?: readonly FacetValue[] | undefined;
  failed?: boolean;
  running?: AbortController;
  timer?: ReturnType<typeof setTimeout>;
}

/** Looks for values in long facets, each facet on its own. */
export class FacetSearch implements FacetFinder {
  readonly #host: ReactiveControllerHost;
  readonly #options: FacetSearchOptions;
  readonly #wishes = new Map<string, Wish>();

  constructor(host: ReactiveControllerHost, options: FacetSearchOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Asks again where what is searched for has changed. To be called at every update of the host. */
  update(): void {
    for (const [facet, wish] of this.#wishes)
      if (wish.key !== undefined && wish.key !== this.#keyOf(wish)) void this.#find(facet, wish);
  }

  /** Gives up what is on its way, and forgets what was looked for. */
  close(): void {
    for (const wish of this.#wishes.values()) stop(wish);
    this.#wishes.clear();
  }

  valuesOf({ id, values }: Facet): readonly FacetValue[] {
    return this.#wishes.get(id)?.found ?? values;
  }

  field(facet: Facet): TemplateResult | undefined {
    const { words } = this.#options;
    const wish = this.#wishes.get(facet.id);
    if (facet.values.length < FACET_LONG && !wish) return undefined;
    const message = wish?.failed ? words.failed() : wish?.found?.length === 0 ? words.none() : '';
    return html`<input
        class="facet-search"
        part="facet-search"
        type="search"
        autocomplete="off"
        maxlength="100"
        aria-label=${words.label(facet.label)}
        placeholder=${words.label(facet.label)}
        @input=${(event: Event) => {
          this.#type(facet.id, event);
        }}
        @compositionend=${(event: Event) => {
          this.#type(facet.id, event);
        }}
      />
      <p class="facet-message" role="status">${message}</p>`;
  }

  #type(facet: string, event: Event): void {
    if (event instanceof InputEvent && event.isComposing) return;
    const wish = this.#wishes.get(facet) ?? { text: '' };
    this.#wishes.set(facet, wish);
    wish.text = (event.currentTarget as HTMLInputElement).value.trim();
    stop(wish);
    wish.timer = setTimeout(() => void this.#find(facet, wish), WAIT_MS);
  }

  async #find(facet: string, wish: Wish): Promise<void> {
    stop(wish);
    wish.key = this.#keyOf(wish);
    wish.failed = false;
    if (wish.text === '') {
      delete wish.key;
      wish.found = undefined;
      this.#host.requestUpdate();
      return;
    }
    const running = new AbortController();
    wish.running = running;
    const { q, filters, matchAll, ranges } = this.#options.state();
    const wanted = {
      facet,
      contains: wish.text,
      limit: LIMIT,
      lang: this.#options.lang(),
      q,
      filters,
      matchAll,
      ranges,
    };
    try {
      const found = await this.#options.find(wanted, { signal: running.signal });
      if (wish.running !== running) return;
      wish.found = found?.values;
      if (found) this.#options.onFound(found);
    } catch {
      // A failure of the platform shows with the results; here the values that were there stay
      if (wish.running !== running) return;
      wish.failed = true;
    }
    this.#host.requestUpdate();
  }

  #keyOf({ text }: Wish): string {
    const { page: _page, cursor: _cursor, sort: _sort, ...list } = this.#options.state();
    return JSON.stringify([text, searchKey(list), this.#options.lang()]);
  }
}

function stop(wish: Wish): void {
  clearTimeout(wish.timer);
  wish.running?.abort();
  delete wish.running;
}
