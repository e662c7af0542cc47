import type { LiveSegment } from './live-segment.js';
import type { Scratch } from './scratch.js';
import { addCounts, countFew, countValues, hasValue, markValues } from './segment/facet-column.js';

interface Filter {
  readonly facet: number;
  readonly values: readonly string[];
}

/** What the counter knows of the index: its facets and how many values each has. */
export interface FacetSizes {
  readonly names: readonly string[];
  readonly valueCounts: readonly number[];
}

/**
 * Filters the documents of one query and counts its facets in one pass: a document that passes every filter counts
 * everywhere; one that fails exactly one counts for that facet only, so that each facet shows what choosing another of
 * its values would give.
 */
export class FacetCounter {
  readonly #filters: readonly Filter[];
  /** Facets to count, with the counts by value number. */
  readonly #counts: readonly { readonly facet: number; readonly counts: Uint32Array }[];
  readonly #scratch: Scratch;

  constructor(
    { names, valueCounts }: FacetSizes,
    chosen: Readonly<Record<string, readonly string[]>>,
    facets: readonly string[],
    scratch: Scratch,
  ) {
    this.#scratch = scratch;
    this.#filters = Object.entries(chosen)
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => ({ facet: names.indexOf(name), values }));
    this.#counts = [...new Set(facets)].map((name) => {
      const facet = names.indexOf(name);
      return { facet, counts: new Uint32Array(valueCounts[facet] ?? 0) };
    });
  }

  /** Keeps, in place, the documents that pass every filter; returns how many. Nothing is counted. */
  filter(live: LiveSegment, documents: Uint16Array, count: number): number {
    if (this.#filters.length === 0) return count;
    const tables = this.#tables(live);
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const document = documents[i] as number;
      if (this.#failed(live, tables, document) === -1) documents[kept++] = document;
    }
    return kept;
  }

  /** Counts, and keeps in place, the documents that pass every filter; returns how many. `all` says that they are all there are. */
  count(live: LiveSegment, documents: Uint16Array, size: number, all: boolean): number {
    if (this.#filters.length === 0) {
      for (const { facet, counts } of this.#counts) {
        const column = live.segment.facets[facet];
        if (all && column) addCounts(column, live.allCounts(facet), counts);
        else this.#addHits(live, facet, documents, size, counts);
      }
      return size;
    }
    const tables = this.#tables(live);
    const near = this.#filters.map((_, at) => this.#scratch.list(at));
    const nearSizes = this.#filters.map(() => 0);
    let kept = 0;
    for (let i = 0; i < size; i++) {
      const document = documents[i] as number;
      const failed = this.#failed(live, tables, document);
      if (failed === -1) documents[kept++] = document;
      else if (failed >= 0) {
        const at = nearSizes[failed] as number;
        (near[failed] as Uint16Array)[at] = document;
        nearSizes[failed] = at + 1;
      }
    }
    for (const { facet, counts } of this.#counts) {
      this.#addHits(live, facet, documents, kept, counts);
      const own = this.#filters.findIndex((filter) => filter.facet === facet);
      if (own >= 0) this.#addHits(live, facet, near[own] as Uint16Array, nearSizes[own] as number, counts);
    }
    return kept;
  }

  /** The counts of each facet asked for, over all segments counted. */
  counts(): Uint32Array[] {
    return this.#counts.map(({ counts }) => counts);
  }

  /** For each filter, which of the segment's ordinals pass. */
  #tables({ segment }: LiveSegment): Uint8Array[] {
    return this.#filters.map(({ facet, values }) => {
      const column = segment.facets[facet];
      return column ? markValues(column, values) : new Uint8Array(1);
    });
  }

  /** The one filter that the document fails, -1 for none, -2 for several. */
  #failed(live: LiveSegment, tables: readonly Uint8Array[], document: number): number {
    let failed = -1;
    for (let i = 0; i < tables.length; i++) {
      const column = live.segment.facets[(this.#filters[i] as Filter).facet];
      if (column && hasValue(column, document, tables[i] as Uint8Array)) continue;
      if (failed !== -1) return -2;
      failed = i;
    }
    return failed;
  }

  #addHits({ segment }: LiveSegment, facet: number, hits: Uint16Array, size: number, counts: Uint32Array): void {
    const column = segment.facets[facet];
    if (!column || size === 0 || column.values.size === 0) return;
    if (size * 8 < column.values.size) {
      countFew(column, hits, size, counts);
      return;
    }
    const own = new Uint32Array(column.values.size + 1);
    countValues(column, hits, size, own);
    addCounts(column, own, counts);
  }
}
