import { MAX_FILTERS, type FacetFilter, type NumberFilter, type Selection } from './page-counter.js';
import type { IndexDefinition, SearchQuery } from './search-index.js';
import { numberColumns } from './segment/segment.js';

/** What a query asks for beside its words, checked against the definition. */
export interface ReadQuery {
  /** `relevance` or one of the definition's sorts. */
  readonly sort: string;
  readonly selection: Selection;
}

/**
 * @param valueCounts how many values each facet has in the whole index
 * @param hasTerms whether there are words to rank by
 * @throws {RangeError} for a facet, range or sort that is not defined, for an end of a range that is no number, and for more
 *   than {@link MAX_FILTERS} filters
 */
export function readQuery(
  definition: IndexDefinition,
  query: SearchQuery,
  valueCounts: readonly number[],
  hasTerms: boolean,
): ReadQuery {
  const { facets, ranges, sorts } = definition;
  const { filters = {}, matchAll = [] } = query;
  const columns = numberColumns(definition);
  const facetOf = (name: string): number => ordinalOf(name, facets, 'facet');
  const columnOf = (name: string): number => columns.indexOf(ranges[ordinalOf(name, ranges, 'range')] ?? '');
  const all = new Set(matchAll.map(facetOf));
  if (Object.keys(filters).length + Object.keys(query.ranges ?? {}).length > MAX_FILTERS) {
    throw new RangeError(`A search can filter by at most ${MAX_FILTERS} facets and ranges.`);
  }
  return {
    sort: sortOf(query.sort, sorts, hasTerms),
    selection: {
      facets: Object.entries(filters).flatMap(([name, values]) => facetFilter(facetOf(name), values, all)),
      ranges: Object.entries(query.ranges ?? {}).flatMap(([name, { min, max }]): NumberFilter[] => {
        if (Number.isNaN(min) || Number.isNaN(max)) {
          throw new RangeError(`The ends of the range "${name}" must be numbers.`);
        }
        const ends = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
        const column = columnOf(name);
        return min === undefined && max === undefined ? [] : [{ column, ...ends }];
      }),
      countFacets: [...new Set(query.facets)].map((name) => {
        const facet = facetOf(name);
        return { facet, values: valueCounts[facet] ?? 0 };
      }),
      countRanges: [...new Set(query.countRanges)].map(columnOf),
    },
  };
}

/** A text that is the same for queries that find the same in the same order, whatever order they were written in. */
export function cursorKey(
  { kind, version }: IndexDefinition,
  words: string,
  sort: string,
  { facets, ranges }: Selection,
): string {
  return JSON.stringify([
    kind,
    version,
    words,
    sort,
    facets.map(({ facet, values, all }) => [facet, values.toSorted(), all] as const).toSorted(([a], [b]) => a - b),
    ranges.map(({ column, min = null, max = null }) => [column, min, max] as const).toSorted(([a], [b]) => a - b),
  ]);
}

function facetFilter(facet: number, values: readonly string[], matchAll: ReadonlySet<number>): FacetFilter[] {
  const distinct = [...new Set(values)];
  return distinct.length === 0 ? [] : [{ facet, values: distinct, all: matchAll.has(facet) }];
}

function ordinalOf(name: string, known: readonly string[], what: string): number {
  const at = known.indexOf(name);
  if (at < 0) throw new RangeError(`Unknown ${what} "${name}". Known: ${known.join(', ') || 'none'}.`);
  return at;
}

function sortOf(sort: string | undefined, sorts: readonly string[], hasTerms: boolean): string {
  if (sort === undefined || sort === 'relevance') {
    return hasTerms ? 'relevance' : (sorts[0] ?? 'relevance');
  }
  if (!sorts.includes(sort))
    throw new RangeError(`Unknown sort "${sort}". Known: ${['relevance', ...sorts].join(', ')}.`);
  return sort;
}
