import type { ListQuery, Page, RequestOptions, SearchState } from '../sdk/index.js';

/** Chosen values by facet. A facet without any is absent. */
export type Filters = SearchState['filters'];
/** Wanted ranges by name, both ends included. A range without ends is absent. */
export type RangeFilters = NonNullable<SearchState['ranges']>;

/** What the page around decides about a search. */
export interface SearchSettings {
  /** Records on a page. */
  readonly limit: number;
  /** Facets to offer; `undefined` for the main ones of the platform. */
  readonly facets?: readonly string[];
  /** Facets of which a record must have all chosen values. */
  readonly matchAll: readonly string[];
  /** Ranges to offer. */
  readonly ranges: readonly string[];
  readonly lang: string;
  /** How much of long texts is wanted. */
  readonly texts: ListQuery['texts'];
  /** Waits for `submit()` while the reader types. */
  readonly submitOnly: boolean;
}

/** A resource of the client that can be searched. */
export interface Searchable<Item> {
  list(query: ListQuery, options: RequestOptions): Promise<Page<Item>>;
}

/** An answer with the question it answers. */
export interface Answer<Item> {
  readonly page: Page<Item>;
  readonly state: SearchState;
  readonly limit: number;
  /** What its facets were counted for. */
  readonly facetKey: string;
  /** Whether the reader asked for it, not the page around. */
  readonly byUser: boolean;
}

/** How the reader changed the search: still typing, or done. */
export type ChangeKind = 'typed' | 'committed';

export interface SearchOptions<Item> {
  /** What to search; `undefined` while there is no client. */
  source(): Searchable<Item> | undefined;
  /** Whether it is known what to search for; until then nothing is asked for. */
  isReady(): boolean;
  /** What a request waits for, if for anything. */
  waits?(): Promise<void> | undefined;
  /** Read at every update of the host. */
  settings(): SearchSettings;
  /** The reader changed what is asked for; the request follows with the host's next update. */
  onChange?(kind: ChangeKind): void;
  onAnswer?(answer: Answer<Item>): void;
  onFailure?(error: unknown): unknown;
}
