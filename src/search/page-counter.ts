import type { LiveSegment } from './live-segment.js';
import { addRange, NO_RANGE, type RangeCount } from './range-count.js';
import type { Scratch } from './scratch.js';
import type { RangeFilter } from './search-index.js';
import { addCounts, countFew, countValues, failValues, markValues } from './segment/facet-column.js';
import { failNumbers, rangeOf } from './segment/number-column.js';

/** What a page's records must have, and what is counted of them; facets and number columns by ordinal. */
export interface Selection {
  readonly facets: readonly FacetFilter[];
  readonly ranges: readonly NumberFilter[];
  /** Facets to count, with how many values each has in the whole index. */
  readonly countFacets: readonly { readonly facet: number; readonly values: number }[];
  readonly countRanges: readonly number[];
}

export interface FacetFilter {
  readonly facet: number;
  readonly values: readonly string[];
  /** Whether a record must have all of the values, not just one. Such a facet is counted under its own filter, too. */
  readonly all: boolean;
}

export interface NumberFilter extends RangeFilter {
  readonly column: number;
}

/** Facets and ranges that one query can filter by: a byte tells which of them a document fails. */
export const MAX_FILTERS = 250;

/** What a document fails: 0 nothing, else the only filter's ordinal plus one, or this. */
const SEVERAL = 255;

/**
 * Filters the documents of one query and counts its facets and ranges in one pass: a document that passes every filter
 * counts everywhere; one that fails exactly one counts for that facet or range only, so that each shows what choosing
 * another of its values would give.
 */
export class PageCounter {
  readonly #selection: Selection;
  readonly #filters: number;
  readonly #counts: readonly Uint32Array[];
  readonly #ranges: RangeCount[];
  readonly #scratch: Scratch;

  constructor(selection: Selection, scratch: Scratch) {
    this.#selection = selection;
    this.#filters = selection.facets.length + selection.ranges.length;
    this.#counts = selection.countFacets.map(({ values }) => new Uint32Array(values));
    this.#ranges = selection.countRanges.map(() => NO_RANGE);
    this.#scratch = scratch;
  }

  /** Counts of each facet asked for, by value number, over all segments counted. */
  counts(): readonly Uint32Array[] {
    return this.#counts;
  }

  /** Of each range asked for, over all segments counted. */
  ranges(): readonly RangeCount[] {
    return this.#ranges;
  }

  /** Keeps, in place, the documents that pass every filter; returns how many. Nothing is counted. */
  filter(live: LiveSegment, documents: Uint16Array, count: number): number {
    if (this.#filters === 0) return count;
    const fails = this.#fails(live, documents, count);
    let kept = 0;
    for (let i = 0; i < count; i++) if (fails[i] === 0) documents[kept++] = documents[i] as number;
    return kept;
  }

  /** Whether there is nothing to filter by. */
  get acceptsAll(): boolean {
    return this.#filters === 0;
  }

  /** Counts every document of a segment, where there is nothing to filter by. */
  countAll(live: LiveSegment): void {
    const { countFacets, countRanges } = this.#selection;
    for (const [at, { facet }] of countFacets.entries()) {
      const column = live.segment.facets[facet];
      if (column) addCounts(column, live.allCounts(facet), this.#counts[at] as Uint32Array);
    }
    for (const [at, column] of countRanges.entries()) {
      this.#ranges[at] = addRange(this.#ranges[at] ?? NO_RANGE, live.allRange(column));
    }
  }

  /** Counts, and keeps in place, the documents that pass every filter; returns how many. */
  count(live: LiveSegment, documents: Uint16Array, size: number): number {
    const { countFacets, countRanges } = this.#selection;
    if (this.#filters === 0) {
      for (const [at, { facet }] of countFacets.entries()) this.#countFacet(live, facet, documents, size, at);
      for (const [at, column] of countRanges.entries()) this.#countRange(live, column, documents, size, at);
      return size;
    }
    const fails = this.#fails(live, documents, size);
    for (const [at, { facet }] of countFacets.entries()) {
      const own = this.#selection.facets.findIndex((filter) => filter.facet === facet && !filter.all);
      if (own >= 0) this.#countFacet(live, facet, ...this.#failing(documents, fails, size, own), at);
    }
    for (const [at, column] of countRanges.entries()) {
      const own = this.#selection.ranges.findIndex((filter) => filter.column === column);
      const filter = own + this.#selection.facets.length;
      if (own >= 0) this.#countRange(live, column, ...this.#failing(documents, fails, size, filter), at);
    }
    let kept = 0;
    for (let i = 0; i < size; i++) if (fails[i] === 0) documents[kept++] = documents[i] as number;
    for (const [at, { facet }] of countFacets.entries()) this.#countFacet(live, facet, documents, kept, at);
    for (const [at, column] of countRanges.entries()) this.#countRange(live, column, documents, kept, at);
    return kept;
  }

  /** For each document what it fails. Filter by filter, each a loop over one type of array. */
  #fails({ segment }: LiveSegment, documents: Uint16Array, size: number): Uint8Array {
    const { fails } = this.#scratch;
    fails.fill(0, 0, size);
    const marks = (filter: number): { fails: Uint8Array; first: number; more: number } => {
      return { fails, first: filter + 1, more: SEVERAL };
    };
    for (const [at, { facet, values, all }] of this.#selection.facets.entries()) {
      const column = segment.facets[facet];
      if (column) failValues(column, documents, size, markValues(column, values), all ? values.length : 1, marks(at));
    }
    for (const [at, { column, min = -Infinity, max = Infinity }] of this.#selection.ranges.entries()) {
      const numbers = segment.numbers[column];
      if (numbers) failNumbers(numbers, documents, size, { min, max }, marks(this.#selection.facets.length + at));
    }
    return fails;
  }

  /** The documents that fail just one filter. */
  #failing(documents: Uint16Array, fails: Uint8Array, size: number, filter: number): [Uint16Array, number] {
    const { others } = this.#scratch;
    let count = 0;
    for (let i = 0; i < size; i++) if (fails[i] === filter + 1) others[count++] = documents[i] as number;
    return [others, count];
  }

  #countFacet(live: LiveSegment, facet: number, hits: Uint16Array, size: number, at: number): void {
    const column = live.segment.facets[facet];
    if (!column || size === 0 || column.values.size === 0) return;
    const counts = this.#counts[at] as Uint32Array;
    if (size < column.values.size) {
      countFew(column, hits, size, counts);
      return;
    }
    const own = this.#scratch.histogram(column.values.size + 1);
    countValues(column, hits, size, own);
    addCounts(column, own, counts);
  }

  #countRange({ segment }: LiveSegment, column: number, hits: Uint16Array, size: number, at: number): void {
    const numbers = segment.numbers[column];
    if (numbers) this.#ranges[at] = addRange(this.#ranges[at] ?? NO_RANGE, rangeOf(numbers, hits, size));
  }
}
