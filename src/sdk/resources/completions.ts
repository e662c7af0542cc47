import * as z from 'zod/mini';
import { Facet, Suggestion } from '../../domain/page.js';
import { type ListQuery, listParams } from '../list-query.js';
import type { RequestOptions } from '../options.js';
import { parseAnswer } from '../parse.js';
import type { Transport } from '../transport.js';

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
  /** Part of the label, in any case or script, or in pinyin. */
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
   * Values of one facet, most frequent first, counted among the records that the rest of the query finds, the facet's own
   * filter left out.
   * @throws the same as `list`
   */
  facetValues(query: FacetValuesQuery, options?: RequestOptions): Promise<Facet>;
}

const Suggestions = /* @__PURE__ */ z.object({ items: z.array(Suggestion) });

/** Completions from the records at `path`. */
export function createCompletions(transport: Transport, path: string): Completions {
  return {
    suggest: (query, options) =>
      transport.get(
        `${path}/suggest`,
        listParams(query),
        (data, context) => parseAnswer(Suggestions, data, context).items,
        options,
      ),
    facetValues: ({ facet, contains, ...query }, options) => {
      const params = listParams(query);
      if (contains) params.set('contains', contains);
      return transport.get(
        `${path}/facets/${encodeURIComponent(facet)}`,
        params,
        (data, context) => parseAnswer(Facet, data, context),
        options,
      );
    },
  };
}
