import type { SearchState } from '../sdk/index.js';
import { appendSearch } from '../sdk/list-query.js';

/** Equal for searches that ask for the same records, however their facets and ranges are ordered. */
export function searchKey({ page = 1, cursor = '', ...search }: SearchState): string {
  const params = new URLSearchParams({ page: `${page}`, cursor });
  appendSearch(params, '', search);
  return params.toString();
}

export function sameSearch(a: SearchState, b: SearchState): boolean {
  return searchKey(a) === searchKey(b);
}
