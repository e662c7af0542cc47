import { kthLargest } from './kth-largest.js';
import { NO_RANGE, type RangeCount } from './range-count.js';
import { countValues } from './segment/facet-column.js';
import { TextReader } from './segment/document-texts.js';
import { contains, type Needle } from './segment/needle.js';
import { rangeOf } from './segment/number-column.js';
import type { PostingList } from './segment/postings.js';
import { RunFinder } from './segment/run-finder.js';
import type { Segment } from './segment/segment.js';
import { lowerBound } from './segment/string-table.js';

/** How many of a sort's first hits are at hand: as many as a page may have. */
export const MAX_BEST = 100;
/**
 * Terms that a segment has at hand: a query asks for the same ones several times, and what is beyond one query is hardly
 * asked again.
 */
const MAX_ORDINALS = 512;
const MAX_LISTS = 128;

/** A segment in service of a reader: with the documents that were deleted since, and what is counted once for many searches. */
export class LiveSegment {
  readonly number: number;
  readonly segment: Segment;
  /** How long the segment is. */
  readonly bytes: number;
  /** 1 for each deleted document. */
  readonly deleted: Uint8Array;
  deletedCount = 0;
  #allCounts: (Uint32Array | undefined)[] = [];
  #allRanges: (RangeCount | undefined)[] = [];
  #liveDocuments: Uint16Array | undefined;
  #best: (Uint16Array | undefined)[] = [];
  readonly #ordinals = new Map<string, number>();
  readonly #lists = new Map<number, PostingList>();
  #reader: TextReader | undefined;
  #finder: RunFinder | undefined;

  constructor(number: number, segment: Segment, deleted: Uint16Array, bytes: number) {
    this.number = number;
    this.segment = segment;
    this.bytes = bytes;
    this.deleted = new Uint8Array(segment.documents);
    this.delete(deleted);
  }

  get size(): number {
    return this.segment.documents - this.deletedCount;
  }

  delete(documents: Uint16Array): void {
    for (const document of documents) this.deleted[document] = 1;
    this.deletedCount += documents.length;
    this.#allCounts = [];
    this.#allRanges = [];
    this.#best = [];
    this.#liveDocuments = undefined;
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

  /** Smallest, largest and number of a column's numbers among live documents. */
  allRange(column: number): RangeCount {
    const numbers = this.segment.numbers[column];
    if (!numbers) return NO_RANGE;
    const live = this.liveDocuments();
    return (this.#allRanges[column] ??= rangeOf(numbers, live, live.length));
  }

  /** The first live documents by a column of numbers, the highest first, equals by id: as many as a page can have. */
  bestBy(column: number): Uint16Array {
    let best = this.#best[column];
    const numbers = this.segment.numbers[column];
    if (!best && numbers) {
      const { rankOf } = this.segment;
      const live = this.liveDocuments();
      const least = kthLargest(
        Float64Array.from(live, (document) => numbers[document] as number),
        live.length,
        MAX_BEST,
      );
      best = live
        .filter((document) => (numbers[document] as number) >= least)
        .sort((a, b) => {
          const [left, right] = [numbers[a] as number, numbers[b] as number];
          return left === right ? (rankOf[a] as number) - (rankOf[b] as number) : right > left ? 1 : -1;
        })
        .slice(0, MAX_BEST);
      this.#best[column] = best;
    }
    return best ?? new Uint16Array(0);
  }

  /** How many documents have the term. */
  frequency(term: string): number {
    const ordinal = this.#ordinal(term);
    return ordinal < 0 ? 0 : this.segment.postings.sizeOf(ordinal);
  }

  /** The term's postings, `undefined` for a term that the segment does not have. */
  list(term: string): PostingList | undefined {
    const ordinal = this.#ordinal(term);
    if (ordinal < 0) return undefined;
    let list = this.#lists.get(ordinal);
    if (!list) {
      if (this.#lists.size >= MAX_LISTS) this.#lists.clear();
      list = this.segment.postings.list(ordinal);
      this.#lists.set(ordinal, list);
    }
    return list;
  }

  /** Keeps, in place, the candidates that have the needle; returns how many. */
  retainNeedle(needle: Needle, candidates: Uint16Array, count: number): number {
    if (needle.run) {
      this.#finder ??= new RunFinder(this.segment.texts);
      const run = this.#finder.pack(needle.run);
      return run ? this.#finder.retain(run, candidates, count) : 0;
    }
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const document = candidates[i] as number;
      if (this.hasNeedle(needle, document)) candidates[kept++] = document;
    }
    return kept;
  }

  hasNeedle(needle: Needle, document: number): boolean {
    this.#reader ??= new TextReader(this.segment.texts);
    return contains(this.#reader, document, needle);
  }

  /** The term's ordinal, -1 for a term that the segment does not have. */
  #ordinal(term: string): number {
    let ordinal = this.#ordinals.get(term);
    if (ordinal === undefined) {
      if (this.#ordinals.size >= MAX_ORDINALS) this.#ordinals.clear();
      ordinal = this.segment.dictionary.find(term);
      this.#ordinals.set(term, ordinal);
    }
    return ordinal;
  }

  /** How many of the segment's ids sort at or before `id`: documents of a lower rank come no later than it. */
  idsUpTo(id: string): number {
    const { ids, byId, documents } = this.segment;
    const at = lowerBound(ids, documents, id, byId);
    const document = byId[at];
    return document !== undefined && ids.compare(document, id) === 0 ? at + 1 : at;
  }
}
