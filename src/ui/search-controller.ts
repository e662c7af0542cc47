import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Facet } from '../domain/page.js';
import { HttpError, type Page, type RangeEnds, type SearchState } from '../sdk/index.js';
import { hasEnds } from '../sdk/list-query.js';
import { RequestController, type RequestState } from './request-controller.js';
import { sameSearch, searchKey } from './search-key.js';
import type { Answer, ChangeKind, Searchable, SearchOptions } from './search-types.js';

/** Milliseconds without a key press after which typing rests, and what was typed is searched for. */
export const DEBOUNCE_MS = 200;

const EMPTY: SearchState = { q: '', filters: {} };

/**
 * Owns what is searched for (words, filters, order, page) and asks for what is missing: a new page when any of it
 * changes, new facet counts only when the words or the filters do.
 */
export class SearchController<Item> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: SearchOptions<Item>;
  readonly #request: RequestController<Answer<Item>>;
  readonly #labels = new Map<string, string>();
  #state: SearchState = EMPTY;
  #text = '';
  /** Cursors of the pages of this list that were met, by page number. */
  #trail: ReadonlyMap<number, string> = new Map();
  #byUser = false;
  #isConnected = false;
  #recount = false;
  #debounce?: ReturnType<typeof setTimeout> | undefined;
  #source?: Searchable<Item>;
  #pageKey?: string;
  #labelLang?: string;

  constructor(host: ReactiveControllerHost, options: SearchOptions<Item>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    this.#request = new RequestController(host, {
      isEmpty: ({ page }) => page.items.length === 0,
      onAnswer: (answer) => {
        this.#state = answer.state;
        this.#pageKey = this.#wantedPage();
        answer.page.facets.forEach((facet) => this.learn(facet));
        options.onAnswer?.(answer);
      },
      onFailure: (error) => options.onFailure?.(error),
    });
  }

  get requestState(): RequestState {
    return this.#request.state;
  }

  get isPending(): boolean {
    return this.#request.isPending;
  }

  get error(): unknown {
    return this.#request.error;
  }

  /** The last good answer, which may be older than what is asked for now. */
  get answer(): Answer<Item> | undefined {
    return this.#request.value;
  }

  /** What is asked for. */
  get state(): SearchState {
    return this.#state;
  }

  /** What stands in the search box: ahead of `state.q` while the reader types. */
  get text(): string {
    return this.#text;
  }

  /** How many values are chosen, in all facets together, and ranges. */
  get filterCount(): number {
    return Object.values(this.#state.filters).flat().length + this.#chosenRanges.length;
  }

  /** Number of the page that is shown, from 1. */
  get pageNumber(): number {
    return this.answer?.state.page ?? 1;
  }

  /** Number of pages, as far as it is known. */
  get pageCount(): number {
    const { page, limit } = this.answer ?? {};
    if (!page || !limit) return 1;
    return Math.max(this.pageNumber + (page.nextCursor === undefined ? 0 : 1), Math.ceil(page.total / limit));
  }

  /** The label of a facet's value as an answer gave it. */
  labelOf(facet: string, value: string): string | undefined {
    return this.#labels.get(labelKey(facet, value));
  }

  /** Ranges to offer, and chosen ones, which a link may have brought. Their ends are asked for. */
  get rangeIds(): readonly string[] {
    return [...new Set([...this.#options.settings().ranges, ...this.#chosenRanges])];
  }

  /** Whether there is anything to filter by. */
  get hasFilters(): boolean {
    return this.#options.settings().facets?.length !== 0 || this.rangeIds.length > 0;
  }

  /** The facets asked for that have values, in that order; chosen values stay even where nothing matches them now. */
  get facets(): readonly Facet[] {
    const counted = this.answer?.page.facets ?? [];
    const { facets = counted.map(({ id }) => id) } = this.#options.settings();
    return facets.flatMap((id) => {
      const facet = counted.find((each) => each.id === id);
      if (!facet) return [];
      const known = new Set(facet.values.map(({ value }) => value));
      const missing = (this.#state.filters[id] ?? []).filter((value) => !known.has(value));
      const kept = missing.map((value) => ({ value, label: this.labelOf(id, value) ?? value, count: 0 }));
      const values = [...facet.values, ...kept];
      return values.length > 0 ? [{ ...facet, values }] : [];
    });
  }

  /** Keeps the labels of a facet's values: one of them may be chosen and then be missing in an answer. */
  learn({ id, values }: Facet): void {
    for (const { value, label } of values) this.#labels.set(labelKey(id, value), label);
  }

  hostConnected(): void {
    this.#isConnected = true;
    if (this.#text.trim() !== this.#state.q) this.submit();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#stopWaiting();
  }

  hostUpdate(): void {
    if (!this.#isConnected || !this.#options.isReady()) return;
    const source = this.#options.source();
    const { limit, lang } = this.#options.settings();
    if (lang !== this.#labelLang) this.#labels.clear();
    this.#labelLang = lang;
    this.#state = this.#withMatchAll(this.#state);
    if (this.answer && this.answer.limit !== limit) this.#state = firstPage(this.#state); // pages of another length
    const pageKey = this.#wantedPage();
    if (source === this.#source && pageKey === this.#pageKey) return;
    if (source !== this.#source) this.#request.reset();
    this.#source = source;
    this.#pageKey = pageKey;
    if (source) this.#fetch(source);
  }

  /** Takes over a search that the page around set, not its reader. */
  restore(state: SearchState): void {
    this.#stopWaiting();
    this.#text = state.q;
    this.#apply({ ...state, q: state.q.trim() }, false);
  }

  /**
   * The reader types: searches at once after a rest, as the word that an input method gives comes alone, and again when
   * the typing rests; unless the page wants it to wait for `submit()`.
   */
  type(text: string): void {
    const hasRested = this.#debounce === undefined;
    this.#stopWaiting();
    this.#text = text;
    this.#host.requestUpdate();
    if (this.#options.settings().submitOnly) return;
    if (hasRested) this.#commitText('typed');
    this.#debounce = setTimeout(() => {
      this.#debounce = undefined;
      if (this.#text.trim() !== this.#state.q) this.#commitText('typed');
    }, DEBOUNCE_MS);
  }

  /** The reader composes a word with an input method: nothing happens until `type()` tells which. */
  compose(): void {
    this.#stopWaiting();
  }

  /** The reader is done with the words, or wants to try again. */
  submit(text: string = this.#text): void {
    this.#stopWaiting();
    this.#text = text;
    if (!this.#commitText('committed')) this.#options.onChange?.('committed');
  }

  /** Chooses a value of a facet, or takes the choice back. */
  setFilter(facet: string, value: string, chosen: boolean): void {
    const { [facet]: values = [], ...others } = this.#state.filters;
    const kept = values.filter((each) => each !== value);
    if (chosen) kept.push(value);
    this.#choose({ filters: kept.length > 0 ? { ...others, [facet]: kept } : others });
  }

  /** Wants records within these ends only; without ends, any. */
  setRange(name: string, ends: RangeEnds = {}): void {
    const { [name]: _before, ...others } = this.#state.ranges ?? {};
    this.#choose({ ranges: hasEnds(ends) ? { ...others, [name]: ends } : others });
  }

  /** Takes back every chosen value and range. */
  clearFilters(): void {
    this.#choose({ filters: {}, ranges: {} });
  }

  sortBy(sort: string): void {
    this.#choose({ sort });
  }

  /** Turns to the page after the one that is shown, if there is one. */
  nextPage(): void {
    const cursor = this.answer?.page.nextCursor;
    if (this.#canTurn && cursor !== undefined) this.#turn(this.pageNumber + 1, cursor);
  }

  /** Turns to the page before the one that is shown; to the first when a link led into the middle. */
  previousPage(): void {
    const page = this.pageNumber - 1;
    if (this.#canTurn && page > 0) this.#turn(page, this.#trail.get(page));
  }

  /** Asks again for what is shown, new facet counts included, for the page around. */
  refresh(): void {
    this.#byUser = false;
    this.#recount = true;
    this.#pageKey = undefined;
    this.#host.requestUpdate();
  }

  /** Asks again for what could not be loaded, for the reader. */
  retry(): void {
    this.#byUser = true;
    this.#request.retry();
  }

  /** Searches for what stands in the box, unless that is what shows. */
  #commitText(kind: ChangeKind): boolean {
    const q = this.#text.trim();
    const isNew = q !== this.#state.q || this.requestState === 'error';
    if (isNew) this.#choose({ q }, kind);
    return isNew;
  }

  #choose(change: Partial<SearchState>, kind: ChangeKind = 'committed'): void {
    this.#apply(firstPage({ ...this.#state, ...change }), true);
    this.#options.onChange?.(kind);
  }

  /** Whether the page shown belongs to the list that is asked for. */
  get #canTurn(): boolean {
    return !this.isPending && !!this.answer && sameList(this.answer.state, this.#state);
  }

  #turn(page: number, cursor: string | undefined): void {
    this.#apply(cursor === undefined ? firstPage(this.#state) : { ...this.#state, page, cursor }, true);
    this.#options.onChange?.('committed');
  }

  #apply(state: SearchState, byUser: boolean): void {
    const trail = new Map(sameList(state, this.#state) ? this.#trail : []);
    if (state.page !== undefined && state.cursor !== undefined) trail.set(state.page, state.cursor);
    this.#trail = trail;
    this.#state = this.#withMatchAll(state);
    this.#byUser = byUser;
    if (this.requestState === 'error') this.#pageKey = undefined; // the same wish again is a retry
    this.#host.requestUpdate();
  }

  #stopWaiting(): void {
    clearTimeout(this.#debounce);
    this.#debounce = undefined;
  }

  /** Only facets with a choice need to say that all of it is wanted; the page or a link may say so. */
  #withMatchAll({ matchAll = [], ...state }: SearchState): SearchState {
    const wanted = new Set([...this.#options.settings().matchAll, ...matchAll]);
    const chosen = Object.keys(state.filters).filter((facet) => wanted.has(facet));
    return chosen.length > 0 ? { ...state, matchAll: chosen } : state;
  }

  get #chosenRanges(): readonly string[] {
    return Object.entries(this.#state.ranges ?? {}).flatMap(([name, ends]) => (hasEnds(ends) ? name : []));
  }

  /** Changes whenever other records have to be shown. */
  #wantedPage(): string {
    const { limit, texts } = this.#options.settings();
    return JSON.stringify([searchKey(this.#state), limit, texts, this.#wantedFacets()]);
  }

  /** Changes whenever facets have to be counted anew: neither order nor page matter. */
  #wantedFacets(): string {
    const { facets, lang } = this.#options.settings();
    return JSON.stringify([searchKey({ ...firstPage(this.#state), sort: undefined }), facets, this.rangeIds, lang]);
  }

  #fetch(source: Searchable<Item>): void {
    const { limit, lang, texts, facets } = this.#options.settings();
    const countRanges = this.rangeIds;
    const wanted = this.#state;
    const facetKey = this.#wantedFacets();
    const recount = this.#recount;
    this.#recount = false;
    this.#request.run(async (signal) => {
      const wait = this.#options.waits?.();
      if (wait) await wait;
      const byUser = this.#byUser;
      const counted = !recount && this.answer?.facetKey === facetKey ? this.answer.page : undefined;
      const counts = counted ? { facets: [] } : { facets, countRanges };
      const ask = ({ page: _page, ...query }: SearchState): Promise<Page<Item>> =>
        source.list({ ...query, limit, lang, texts, ...counts }, { signal });
      let state = wanted;
      const page = await ask(state).catch((error: unknown) => {
        if (state.cursor === undefined || !isCursorProblem(error)) throw error;
        state = firstPage(state); // the list behind the cursor is gone: begin at its first page
        return ask(state);
      });
      const { facets: values, ranges } = counted ?? page;
      return { page: { ...page, facets: values, ranges }, state, limit, facetKey, byUser };
    });
  }
}

function firstPage({ page: _page, cursor: _cursor, ...list }: SearchState): SearchState {
  return list;
}

/** Whether both are pages of one list. */
function sameList(a: SearchState, b: SearchState): boolean {
  return sameSearch(firstPage(a), firstPage(b));
}

function labelKey(facet: string, value: string): string {
  return JSON.stringify([facet, value]);
}

function isCursorProblem(error: unknown): boolean {
  return HttpError.isInstance(error) && (error.problem?.errors?.some(({ path }) => path === 'cursor') ?? false);
}
