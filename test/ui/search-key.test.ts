import { describe, expect, it } from 'vitest';
import type { SearchState } from '../../src/sdk/index.js';
import { sameSearch } from '../../src/ui/search-key.js';

const SEARCH: SearchState = { q: '电池', filters: { field: ['a', 'b'], region: ['c'] } };

describe('two searches are the same', () => {
  it.each<[string, SearchState]>([
    ['whatever the order of their facets', { q: '电池', filters: { region: ['c'], field: ['a', 'b'] } }],
    ['when a facet is there without a value', { ...SEARCH, filters: { ...SEARCH.filters, owner: [] } }],
    ['when the first page is named', { ...SEARCH, page: 1, cursor: '' }],
    ['when the default order is named by an empty word', { ...SEARCH, sort: '' }],
  ])('%s', (_, other) => {
    expect(sameSearch(SEARCH, other)).toBe(true);
  });

  it.each<[string, SearchState]>([
    ['words', { ...SEARCH, q: '水稻' }],
    ['values', { ...SEARCH, filters: { field: ['a'], region: ['b', 'c'] } }],
    ['facets', { ...SEARCH, filters: { field: ['a', 'b'], place: ['c'] } }],
    ['order', { ...SEARCH, sort: 'newest' }],
    ['page', { ...SEARCH, page: 2 }],
    ['cursor', { ...SEARCH, cursor: 'x' }],
  ])('unless they differ in their %s', (_, other) => {
    expect(sameSearch(SEARCH, other)).toBe(false);
  });
});
