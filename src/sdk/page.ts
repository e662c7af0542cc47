import type { Facet } from '../domain/page.js';

/** One page of a list, with where and when its data came from. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Exact number of records that match, all pages together. */
  readonly total: number;
  /** The facets asked for, labelled in the language asked for. */
  readonly facets: readonly Facet[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  readonly nextCursor?: string;
  /** Time of the data, ISO 8601. */
  readonly asOf: string;
  /** Name of the platform that answered. */
  readonly source: string;
  /** How many of `items`, from the first, match every word. Present only when the answer was filled up with near matches. */
  readonly strict?: number;
  /** How many records of this page could not be read and were left out of `items`. */
  readonly rejected: number;
}
