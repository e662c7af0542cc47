import type { Cursor } from './cursor.js';
import type { LiveSegment } from './live-segment.js';
import { ABSENT } from './segment/number-column.js';

/** A hit and where it stands. Higher keys come first, equal ones by id. */
export interface TopHit {
  readonly key: number;
  readonly live: LiveSegment;
  readonly document: number;
}

/** Whether `a` comes before `b`. */
function precedes(a: TopHit, b: TopHit): boolean {
  return a.key === b.key ? precedesById(a.live, a.document, b) : a.key > b.key;
}

/** Whether the id of a segment's document sorts before that of a hit. */
function precedesById(live: LiveSegment, document: number, hit: TopHit): boolean {
  const { rankOf, ids } = live.segment;
  if (live === hit.live) return (rankOf[document] as number) < (rankOf[hit.document] as number);
  return ids.compareTo(document, hit.live.segment.ids, hit.document) < 0;
}

/**
 * Keeps the first `limit` of the hits offered that come after the cursor. A heap with its last hit at the root: most
 * hits are turned away by one comparison of numbers.
 */
export class TopHits {
  /** How many hits came after the cursor, kept or not. */
  eligible = 0;
  /** How many are kept. */
  readonly limit: number;
  readonly #after: Cursor | undefined;
  readonly #heap: TopHit[] = [];

  constructor(limit: number, after?: Cursor) {
    this.limit = limit;
    this.#after = after;
  }

  /** Offers hits of one segment; `keys` runs beside `hits`. */
  offer(live: LiveSegment, hits: Uint16Array, count: number, keys: Float64Array): void {
    const after = this.#after;
    const afterKey = after ? (after.key ?? -Infinity) : Infinity;
    const lowestRank = after ? live.idsUpTo(after.id) : 0;
    const { rankOf } = live.segment;
    let eligible = 0;
    let lowestKey = this.lowestKey;
    for (let i = 0; i < count; i++) {
      const key = keys[i] as number;
      if (after && key >= afterKey) {
        if (key > afterKey || (rankOf[hits[i] as number] as number) < lowestRank) continue;
      }
      eligible++;
      // Scores have few values: most hits that get so far are as good as the last one kept, and come after it.
      if (key < lowestKey || (key === lowestKey && this.#isAfterLast(live, hits[i] as number))) continue;
      this.#add({ key, live, document: hits[i] as number });
      lowestKey = this.lowestKey;
    }
    this.eligible += eligible;
  }

  /** Offers all live documents of a segment, by a column of numbers. Only where there is no cursor. */
  offerBest(live: LiveSegment, column: number): void {
    const best = live.bestBy(column);
    const numbers = live.segment.numbers[column];
    const keys = Float64Array.from(best, (document) => numbers?.[document] ?? ABSENT);
    this.offer(live, best, best.length, keys);
    this.eligible += live.size - best.length;
  }

  /** The kept hits in order. */
  sorted(): TopHit[] {
    return this.#heap.toSorted((a, b) => (precedes(a, b) ? -1 : 1));
  }

  /** No hit below this key is kept. */
  get lowestKey(): number {
    if (this.limit === 0) return Infinity;
    return this.#heap.length < this.limit ? -Infinity : (this.#heap[0] as TopHit).key;
  }

  #isAfterLast(live: LiveSegment, document: number): boolean {
    const last = this.#heap[0];
    return this.#heap.length === this.limit && last !== undefined && !precedesById(live, document, last);
  }

  #add(hit: TopHit): void {
    const heap = this.#heap;
    if (heap.length < this.limit) {
      let at = heap.push(hit) - 1;
      while (at > 0) {
        const parent = (at - 1) >>> 1;
        if (!precedes(heap[parent] as TopHit, hit)) break;
        heap[at] = heap[parent] as TopHit;
        at = parent;
      }
      heap[at] = hit;
      return;
    }
    if (this.limit === 0) return;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && precedes(heap[child] as TopHit, heap[child + 1] as TopHit)) child++;
      if (precedes(heap[child] as TopHit, hit)) break;
      heap[at] = heap[child] as TopHit;
      at = child;
    }
    heap[at] = hit;
  }
}
