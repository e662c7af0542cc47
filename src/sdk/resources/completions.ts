import type { Facet, Suggestion } from '../../domain/page.js';
import type { ListQuery } from '../list-query.js';
import type { RequestOptions } from '../options.js';

/** What a user is typing. */
export interface SuggestQuery {
  readonly q: string;
  /** 1 to 20. @default 8 */
  readonly limit?: number;
  readonly lang?: string;
}

/** Which values of a facet are wanted, and among which records they are counted. */
export interface FacetValuesQuery extends Pick<ListQuery, 'q' | 'filters' | 'matchAll' | 'ranges' | 'lang'> {
  readonly facet: string;
  /** Part of the label, or of an institution's other name, in any case or script; Chinese also in pinyin or its initials. */
  readonly contains?: string;
  /** 1 to 100. @default 20 */
  readonly limit?: number;
}

/** Helps a user to go on: with the word being typed, and in a facet too long to show whole. */
export interface Completions {
  /**
   * Texts of titles, keywords and institutions that complete `q`, best first.
   * @throws the same as `list`
   */
  suggest(query: SuggestQuery, options?: RequestOptions): Promise<readonly Suggestion[]>;
  /**
   * Values of one facet, most frequent first, with `contains` those before that begin so, counted among the records that the rest of the query finds, the facet's own
   * filter left out.
   * @throws the same as `list`
   */
  facetValues(query: FacetValuesQuery, options?: RequestOptions): Promise<Facet>;
}
