import type { IndexDefinition, RangeFilter, SearchQuery, SearchSelection } from '../../search/search-index.js';
import type { Language } from '../language.js';
import { Parameters } from './parameters.js';
import { parseRange, rangeNames } from './ranges.js';

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

/** The parameters of a list, besides `f.<facet>`, `match.<facet>` and `r.<range>`. */
export const LIST_PARAMETERS = [
  'q',
  'sort',
  'limit',
  'cursor',
  'facets',
  'ranges',
  'texts',
  'lang',
  'siteKey',
] as const;

/** How the long texts of a list's records are given. */
export const TEXTS = ['whole', 'excerpts'] as const;

/** What a list address asks for. */
export interface ListRequest {
  readonly query: SearchQuery;
  readonly texts: (typeof TEXTS)[number];
}

/** What makes a result set: which records, in which order. */
export type Selection = SearchSelection & Pick<SearchQuery, 'sort'>;

/**
 * Reads the query of a list address. Facets are counted as `facets` names them (repeated or separated by commas), and those
 * of which values are chosen; an empty `facets` counts none, and without it the kind's main facets are counted. Ranges are
 * counted as `ranges` names them.
 * @throws {ProblemError} 400 that lists every fault.
 */
export function readListQuery(
  url: string,
  lang: Language,
  definition: IndexDefinition,
  defaultFacets: readonly string[],
): ListRequest {
  const params = new Parameters(url, lang);
  const selection = readSelection(params, definition, ['limit', 'cursor', 'facets', 'ranges', 'texts', 'sort']);
  const limit = params.integer('limit', 0, MAX_PAGE_SIZE) ?? DEFAULT_PAGE_SIZE;
  const cursor = readCursor(params);
  const asked = params.has('facets') ? readNames(params, 'facets', definition.facets) : defaultFacets;
  // Chosen values need labels, in a facet that is not offered, too: for the chips of who opens a link
  const facets = asked.length > 0 ? [...new Set([...asked, ...Object.keys(selection.filters ?? {})])] : asked;
  const countRanges = readNames(params, 'ranges', definition.ranges);
  const texts = params.choice('texts', TEXTS) ?? 'whole';
  params.assertValid();
  return { query: { ...selection, limit, facets, countRanges, ...(cursor !== undefined && { cursor }) }, texts };
}

/**
 * Reads what makes a result set, and faults every parameter that is neither part of that nor in `others`. `sort` is read
 * where it is among the others.
 */
export function readSelection(params: Parameters, definition: IndexDefinition, others: readonly string[]): Selection {
  const { facets, ranges, sorts } = definition;
  const known = ['q', ...others, 'lang', 'siteKey', ...facets.map((facet) => `f.${facet}`)];
  params.allowOnly(known, (name) => /^(f|match|r)\./.test(name));
  params.language('lang');
  params.single('siteKey', MAX_SITE_KEY_LENGTH);
  const q = params.single('q', MAX_QUERY_LENGTH);
  const sort = others.includes('sort') ? params.choice('sort', ['relevance', ...sorts]) : undefined;
  return {
    filters: readFilters(params, facets),
    matchAll: readMatchAll(params, facets),
    ranges: readRanges(params, ranges),
    ...(q !== undefined && { q }),
    ...(sort !== undefined && { sort }),
  };
}

function readCursor(params: Parameters): string | undefined {
  const cursor = params.single('cursor', Infinity);
  if (cursor === '') params.fault('cursor', 'empty');
  if (cursor !== undefined && cursor.length > MAX_CURSOR_LENGTH) params.fault('cursor', 'invalid_cursor');
  return cursor;
}

/** The parameters that begin with `start`, each with the rest of its name. */
function namesAfter(params: Parameters, start: string): (readonly [name: string, rest: string])[] {
  return params
    .names()
    .filter((name) => name.startsWith(start))
    .map((name) => [name, name.slice(start.length)]);
}

function readFilters(params: Parameters, facets: readonly string[]): Record<string, string[]> {
  const filters: [string, string[]][] = [];
  let count = 0;
  for (const [name, facet] of namesAfter(params, 'f.')) {
    const values = params.all(name);
    count += values.length;
    if (!facets.includes(facet)) params.fault(name, 'unknown_facet', { known: facets.join(', ') });
    else if (values.includes('')) params.fault(name, 'empty');
    else if (values.some((value) => value.length > MAX_FILTER_VALUE_LENGTH)) {
      params.fault(name, 'too_long', { max: MAX_FILTER_VALUE_LENGTH });
    } else filters.push([facet, values]);
  }
  if (count > MAX_FILTER_VALUES) params.fault('f', 'too_many', { max: MAX_FILTER_VALUES });
  return Object.fromEntries(filters);
}

function readMatchAll(params: Parameters, facets: readonly string[]): string[] {
  return namesAfter(params, 'match.').flatMap(([name, facet]) => {
    if (!facets.includes(facet)) params.fault(name, 'unknown_facet', { known: facets.join(', ') });
    return params.choice(name, ['all', 'any']) === 'all' ? [facet] : [];
  });
}

function readRanges(params: Parameters, ranges: readonly string[]): Record<string, RangeFilter> {
  const found: [string, RangeFilter][] = [];
  for (const [name, id] of namesAfter(params, 'r.')) {
    const text = params.single(name, 100) ?? '';
    const range = parseRange(text, id);
    if (!ranges.includes(id)) params.fault(name, 'unknown_range', { known: ranges.join(', ') });
    else if (!range) params.fault(name, rangeNames(id).type === 'date' ? 'invalid_dates' : 'invalid_range');
    else if (range.min !== undefined && range.max !== undefined && range.min > range.max) {
      params.fault(name, 'reversed_range');
    } else found.push([id, range]);
  }
  return Object.fromEntries(found);
}

/** A list of names, separated by commas or repeated. */
function readNames(params: Parameters, name: 'facets' | 'ranges', known: readonly string[]): string[] {
  const given = params.all(name).flatMap((value) => value.split(','));
  const names = [...new Set(given.map((each) => each.trim()))].filter((each) => each !== '');
  if (!names.every((each) => known.includes(each))) {
    params.fault(name, name === 'facets' ? 'unknown_facet' : 'unknown_range', { known: known.join(', ') });
  }
  return names;
}
