import type { IndexDefinition, SearchQuery } from '../../search/search-index.js';
import type { Language } from '../language.js';
import { Parameters } from './parameters.js';

/** Longest query text, in characters. */
export const MAX_QUERY_LENGTH = 1_000;
/** Most items on a page. */
export const MAX_PAGE_SIZE = 100;
/** Items on a page when `limit` is absent. */
export const DEFAULT_PAGE_SIZE = 20;
/** Most facet values that may be chosen together. */
export const MAX_FILTER_VALUES = 100;
const MAX_FILTER_VALUE_LENGTH = 500;
const MAX_CURSOR_LENGTH = 8_000;
const MAX_SITE_KEY_LENGTH = 200;

/** The parameters of a list, besides one `f.<facet>` for each facet. */
export const LIST_PARAMETERS = ['q', 'sort', 'limit', 'cursor', 'facets', 'lang', 'siteKey'] as const;

/**
 * Reads the query of a list address. Facets are counted as `facets` names them (repeated or separated by commas); an empty
 * `facets` counts none, and without it the kind's main facets are counted.
 * @throws {ProblemError} 400 that lists every fault.
 */
export function readListQuery(
  url: string,
  lang: Language,
  definition: IndexDefinition,
  defaultFacets: readonly string[],
): SearchQuery {
  const params = new Parameters(url, lang);
  const facetParameters = definition.facets.map((facet) => `f.${facet}`);
  params.allowOnly([...LIST_PARAMETERS, ...facetParameters], (name) => name.startsWith('f.'));
  params.language('lang');
  params.single('siteKey', MAX_SITE_KEY_LENGTH);
  const q = params.single('q', MAX_QUERY_LENGTH);
  const sort = params.choice('sort', ['relevance', ...definition.sorts]);
  const limit = params.integer('limit', 0, MAX_PAGE_SIZE) ?? DEFAULT_PAGE_SIZE;
  const cursor = readCursor(params);
  const filters = readFilters(params, definition);
  const facets = params.has('facets') ? readFacets(params, definition) : defaultFacets;
  params.assertValid();
  return {
    limit,
    filters,
    facets,
    ...(q !== undefined && { q }),
    ...(sort !== undefined && { sort }),
    ...(cursor !== undefined && { cursor }),
  };
}

function readCursor(params: Parameters): string | undefined {
  const cursor = params.single('cursor', Infinity);
  if (cursor === '') params.fault('cursor', 'empty');
  if (cursor !== undefined && cursor.length > MAX_CURSOR_LENGTH) params.fault('cursor', 'invalid_cursor');
  return cursor;
}

function readFilters(params: Parameters, definition: IndexDefinition): Record<string, string[]> {
  const filters: [string, string[]][] = [];
  let count = 0;
  for (const name of params.names().filter((candidate) => candidate.startsWith('f.'))) {
    const facet = name.slice(2);
    const values = params.all(name);
    count += values.length;
    if (!definition.facets.includes(facet))
      params.fault(name, 'unknown_facet', { known: definition.facets.join(', ') });
    else if (values.includes('')) params.fault(name, 'empty');
    else if (values.some((value) => value.length > MAX_FILTER_VALUE_LENGTH)) {
      params.fault(name, 'too_long', { max: MAX_FILTER_VALUE_LENGTH });
    } else filters.push([facet, values]);
  }
  if (count > MAX_FILTER_VALUES) params.fault('f', 'too_many', { max: MAX_FILTER_VALUES });
  return Object.fromEntries(filters);
}

function readFacets(params: Parameters, definition: IndexDefinition): string[] {
  const names = params.all('facets').flatMap((value) => value.split(','));
  const facets = [...new Set(names.map((name) => name.trim()))].filter((name) => name !== '');
  const unknown = facets.filter((facet) => !definition.facets.includes(facet));
  if (unknown.length > 0) params.fault('facets', 'unknown_facet', { known: definition.facets.join(', ') });
  return facets;
}
