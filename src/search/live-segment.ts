import { countValues } from './segment/facet-column.js';
import { segmentArrays, type Segment } from './segment/segment.js';
import { lowerBound } from './segment/string-table.js';
import type { FacetDictionary } from './facet-dictionary.js';

/** A segment in service: with the documents that were deleted since, and its facet values' numbers in the whole index. */
export class LiveSegment {
  readonly segment: Segment;
  /** 1 for each deleted document. */
  readonly deleted: Uint8Array;
  deletedCount: number;
  /** For each facet, the number in the whole index of each value's ordinal. */
  readonly globalValues: readonly Uint32Array[];
  #allCounts: (Uint32Array | undefined)[] = [];
  #liveDocuments: Uint16Array | undefined;

  constructor(segment: Segment, deleted: Uint8Array, dictionaries: readonly FacetDictionary[]) {
    this.segment = segment;
    this.deleted = deleted;
    this.deletedCount = deleted.reduce((sum, flag) => sum + flag, 0);
    this.globalValues = segment.facets.map(({ values }, facet) => {
      const numbers = new Uint32Array(values.size + 1);
      for (let i = 0; i < values.size; i++) numbers[i + 1] = dictionaries[facet]?.number(values.at(i)) ?? 0;
      return numbers;
    });
  }

  get size(): number {
    return this.segment.documents - this.deletedCount;
  }

  get bytes(): number {
    const arrays = [...segmentArrays(this.segment), this.deleted, ...this.globalValues];
    return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  /** Marks the document of that id; tells whether there was one. */
  delete(id: string): boolean {
    const { ids, byId, documents } = this.segment;
    const document = byId[lowerBound(ids, documents, id, byId)];
    if (document === undefined || ids.compare(document, id) !== 0 || this.deleted[document] === 1) return false;
    this.deleted[document] = 1;
    this.deletedCount++;
    this.#allCounts = [];
    this.#liveDocuments = undefined;
    return true;
  }

  /** Every document that is not deleted, ascending. Not to be written to. */
  liveDocuments(): Uint16Array {
    this.#liveDocuments ??= Uint16Array.from({ length: this.segment.documents }, (_, i) => i).filter(
      (document) => this.deleted[document] === 0,
    );
    return this.#liveDocuments;
  }

  /** How many live documents have each value of a facet, by ordinal. Not to be written to. */
  allCounts(facet: number): Uint32Array {
    let counts = this.#allCounts[facet];
    const column = this.segment.facets[facet];
    if (!counts && column) {
      const live = this.liveDocuments();
      counts = new Uint32Array(column.values.size + 1);
      countValues(column, live, live.length, counts);
      this.#allCounts[facet] = counts;
    }
    return counts ?? new Uint32Array(0);
  }

  /** Adds counts by the segment's ordinals to `totals` by the whole index's numbers. */
  addCounts(facet: number, counts: Uint32Array, totals: Uint32Array): void {
    const numbers = this.globalValues[facet] as Uint32Array;
    for (let ordinal = 1; ordinal < counts.length; ordinal++) {
      const count = counts[ordinal] as number;
      if (count === 0) continue;
      const number = numbers[ordinal] as number;
      totals[number] = (totals[number] as number) + count;
    }
  }

  /** How many of the segment's ids sort at or before `id`: documents of a lower rank come no later than it. */
  idsUpTo(id: string): number {
    const { ids, byId, documents } = this.segment;
    const at = lowerBound(ids, documents, id, byId);
    const document = byId[at];
    return document !== undefined && ids.compare(document, id) === 0 ? at + 1 : at;
  }
}
