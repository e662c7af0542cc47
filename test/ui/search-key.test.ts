import { describe, expect, it } from 'vitest';
import type { SearchState } from '../../src/sdk/index.js';
import { sameSearch } from '../../src/ui/search-key.js';

const SEARCH: SearchState = { q: '电池', filters: { field: ['a', 'b'], region: ['c'] } };

describe('two searches are the same', () => {
  it.each<[string, SearchState]>([
    ['whatever the order of their facets', { q: '电池', filters: { region: ['c'], field: ['a', 'b'] } }],
    ['when a facet is there without a value', { ...SEARCH, filters: { ...SEARCH.filters, owner: [] } }],
    ['when the first page is named', { ...SEARCH, page: 1, cursor: '' }],
    ['when a range is there without ends', { ...SEARCH, ranges: { price: {} }, matchAll: [] }],
    ['when the default order is named by an empty word', { ...SEARCH, sort: '' }],
  ])('%s', (_, other) => {
    expect(sameSearch(SEARCH, other)).toBe(true);
  });

  it('whether the ends of a range are numbers or texts, in whatever order', () => {
    const ranges = { price: { min: 1, max: '5' }, year: { max: 2026 } };
    const asRead = { year: { max: '2026' }, price: { min: '1', max: '5' } };
    expect(sameSearch({ ...SEARCH, ranges }, { ...SEARCH, ranges: asRead })).toBe(true);
  });

  it.each<[string, SearchState]>([
    ['words', { ...SEARCH, q: '水稻' }],
    ['values', { ...SEARCH, filters: { field: ['a'], region: ['b', 'c'] } }],
    ['facets', { ...SEARCH, filters: { field: ['a', 'b'], place: ['c'] } }],
    ['order', { ...SEARCH, sort: 'newest' }],
    ['ranges', { ...SEARCH, ranges: { price: { min: 1 } } }],
    ['way to match', { ...SEARCH, matchAll: ['field'] }],
    ['page', { ...SEARCH, page: 2 }],
    ['cursor', { ...SEARCH, cursor: 'x' }],
  ])('unless they differ in their %s', (_, other) => {
    expect(sameSearch(SEARCH, other)).toBe(false);
  });
});
