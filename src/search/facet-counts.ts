import { MAX_FACET_VALUES, type IndexDocument } from './search-index.js';

/** Which documents pass every filter, and the counts of the facets asked for. */
export interface FacetCounts {
  readonly ids: readonly string[];
  readonly facets: Record<string, { readonly value: string; readonly count: number }[]>;
}

/**
 * Filters and counts in one pass: a document that passes every filter counts everywhere, one that fails exactly one
 * filter counts for that facet only, so that each facet shows what choosing another of its values would give.
 */
export function countFacets(
  documents: readonly IndexDocument[],
  filters: Readonly<Record<string, readonly string[]>>,
  facets: readonly string[],
  most: number = MAX_FACET_VALUES,
): FacetCounts {
  const active = Object.entries(filters).filter(([, values]) => values.length > 0);
  const counts = new Map(facets.map((facet) => [facet, new Map<string, number>()]));
  const ids: string[] = [];
  for (const { id, facets: values } of documents) {
    const failed = active.filter(([facet, wanted]) => !values[facet]?.some((value) => wanted.includes(value)));
    if (failed.length === 0) ids.push(id);
    if (failed.length > 1) continue;
    for (const [facet, count] of counts) {
      if (failed.length === 1 && failed[0]?.[0] !== facet) continue;
      for (const value of new Set(values[facet])) count.set(value, (count.get(value) ?? 0) + 1);
    }
  }
  return {
    ids,
    facets: Object.fromEntries(
      Array.from(counts, ([facet, count]) => [facet, mostFrequent(count, filters[facet] ?? [], most)]),
    ),
  };
}

function mostFrequent(
  counts: Map<string, number>,
  chosen: readonly string[],
  most: number,
): { value: string; count: number }[] {
  for (const value of chosen) if (!counts.has(value)) counts.set(value, 0);
  return Array.from(counts, ([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .filter(({ value }, rank) => rank < most || chosen.includes(value));
}
