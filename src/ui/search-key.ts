import type { SearchState } from '../sdk/index.js';

/** Equal for searches that ask for the same records, however their facets are ordered. */
export function searchKey({ q, filters, sort, page = 1, cursor }: SearchState): string {
  const chosen = Object.entries(filters).filter(([, values]) => values.length > 0);
  return JSON.stringify([q, chosen.sort(byName), sort || null, page, cursor || null]);
}

export function sameSearch(a: SearchState, b: SearchState): boolean {
  return searchKey(a) === searchKey(b);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : Number(a > b);
}
