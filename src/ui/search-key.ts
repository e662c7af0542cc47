import type { SearchState } from '../sdk/index.js';
import { formatRange } from '../sdk/list-query.js';

/** Equal for searches that ask for the same records, however their facets and ranges are ordered. */
export function searchKey({ q, filters, matchAll = [], ranges = {}, sort, page = 1, cursor }: SearchState): string {
  const chosen = Object.entries(filters).filter(([, values]) => values.length > 0);
  const within = Object.entries(ranges).map(([name, ends]): [string, string] => [name, formatRange(ends)]);
  const limits = within.filter(([, ends]) => ends);
  return JSON.stringify([
    q,
    chosen.sort(byName),
    [...matchAll].sort(),
    limits.sort(byName),
    sort || null,
    page,
    cursor || null,
  ]);
}

export function sameSearch(a: SearchState, b: SearchState): boolean {
  return searchKey(a) === searchKey(b);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : Number(a > b);
}
