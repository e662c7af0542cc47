/** Most documents of a segment: their numbers fit 16 bits. */
export const MAX_SEGMENT_DOCUMENTS = 0x10000;
/** A term in more than one of this many documents is kept as a bitmap, which is then smaller than a list. */
const DENSE_SHARE = 12;
/** Highest stored impact: 1. */
export const FULL_IMPACT = 255;

/** Documents of one term, ascending, each with its impact: as a list, or as a bitmap with the rank of each 64th. */
export interface PostingList {
  readonly size: number;
  readonly impacts: Uint8Array;
  readonly documents?: Uint16Array;
  readonly bits?: Uint32Array;
  readonly ranks?: Uint16Array;
}

/**
 * All postings of a segment. Impacts of term `t` are `impacts[starts[t]] … impacts[starts[t + 1] - 1]`, in the order of
 * its documents, 1 to {@link FULL_IMPACT}. The documents of terms that are not dense follow each other in `documents`;
 * dense terms have a row in `bits` and `ranks` instead.
 */
export class Postings {
  readonly starts: Uint32Array;
  readonly impacts: Uint8Array;
  readonly documents: Uint16Array;
  /** Ordinals of the dense terms, ascending. */
  readonly dense: Uint32Array;
  /** Postings of the dense terms before each. */
  readonly denseBefore: Uint32Array;
  readonly bits: Uint32Array;
  readonly ranks: Uint16Array;
  readonly #wordsPerRow: number;
  readonly #ranksPerRow: number;

  constructor(parts: PostingParts) {
    this.starts = parts.starts;
    this.impacts = parts.impacts;
    this.documents = parts.documents;
    this.dense = parts.dense;
    this.bits = parts.bits;
    this.ranks = parts.ranks;
    this.#wordsPerRow = this.dense.length === 0 ? 0 : this.bits.length / this.dense.length;
    this.#ranksPerRow = this.dense.length === 0 ? 0 : this.ranks.length / this.dense.length;
    this.denseBefore = new Uint32Array(this.dense.length + 1);
    for (let i = 0; i < this.dense.length; i++) {
      this.denseBefore[i + 1] = (this.denseBefore[i] as number) + this.sizeOf(this.dense[i] as number);
    }
  }

  /** How many documents have the term. */
  sizeOf(ordinal: number): number {
    return (this.starts[ordinal + 1] as number) - (this.starts[ordinal] as number);
  }

  list(ordinal: number): PostingList {
    const start = this.starts[ordinal] as number;
    const end = this.starts[ordinal + 1] as number;
    const impacts = this.impacts.subarray(start, end);
    const row = this.#denseBelow(ordinal);
    if (this.dense[row] === ordinal) {
      return {
        size: end - start,
        impacts,
        bits: this.bits.subarray(row * this.#wordsPerRow, (row + 1) * this.#wordsPerRow),
        ranks: this.ranks.subarray(row * this.#ranksPerRow, (row + 1) * this.#ranksPerRow),
      };
    }
    const before = this.denseBefore[row] as number;
    return { size: end - start, impacts, documents: this.documents.subarray(start - before, end - before) };
  }

  #denseBelow(ordinal: number): number {
    let low = 0;
    let high = this.dense.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.dense[middle] as number) < ordinal) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The arrays that {@link Postings} are made of. */
export interface PostingParts {
  readonly starts: Uint32Array;
  readonly impacts: Uint8Array;
  readonly documents: Uint16Array;
  readonly dense: Uint32Array;
  readonly bits: Uint32Array;
  readonly ranks: Uint16Array;
}

/** Packs lists that stand one after the other in `documents` and `impacts`, by `starts`. */
export function packPostings(
  starts: Uint32Array,
  documents: Uint16Array,
  impacts: Uint8Array,
  documentCount: number,
): Postings {
  const terms = starts.length - 1;
  const dense: number[] = [];
  let densePostings = 0;
  for (let term = 0; term < terms; term++) {
    const size = (starts[term + 1] as number) - (starts[term] as number);
    if (documentCount >= 64 && size * DENSE_SHARE > documentCount) {
      dense.push(term);
      densePostings += size;
    }
  }
  const blocks = Math.ceil(documentCount / 64);
  const bits = new Uint32Array(dense.length * blocks * 2);
  const ranks = new Uint16Array(dense.length * blocks);
  const sparse = new Uint16Array(documents.length - densePostings);
  let from = 0;
  let to = 0;
  for (const [row, term] of [...dense, terms].entries()) {
    const start = starts[term] as number;
    sparse.set(documents.subarray(from, start), to);
    to += start - from;
    if (row === dense.length) break;
    from = starts[term + 1] as number;
    for (let i = start; i < from; i++) {
      const document = documents[i] as number;
      const word = row * blocks * 2 + (document >>> 5);
      bits[word] = (bits[word] as number) | (1 << (document & 31));
    }
    let rank = 0;
    for (let block = 0; block < blocks; block++) {
      ranks[row * blocks + block] = rank;
      const word = (row * blocks + block) * 2;
      rank += bitCount(bits[word] as number) + bitCount(bits[word + 1] as number);
    }
  }
  return new Postings({ starts, impacts, documents: sparse, dense: Uint32Array.from(dense), bits, ranks });
}

function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Place of `document` in a bitmap's impacts, -1 when it is not there. */
function denseIndex(bits: Uint32Array, ranks: Uint16Array, document: number): number {
  const at = document >>> 5;
  const word = bits[at] as number;
  const bit = 1 << (document & 31);
  if ((word & bit) === 0) return -1;
  const before = (ranks[document >>> 6] as number) + bitCount(word & (bit - 1));
  return (at & 1) === 0 ? before : before + bitCount(bits[at - 1] as number);
}

/** First index at or after `from` whose document is not below `document`, by doubling steps and halving back. */
function gallop(documents: Uint16Array, from: number, document: number): number {
  let step = 1;
  let high = from;
  while (high < documents.length && (documents[high] as number) < document) {
    from = high + 1;
    high += step;
    step *= 2;
  }
  if (high > documents.length) high = documents.length;
  while (from < high) {
    const middle = (from + high) >>> 1;
    if ((documents[middle] as number) < document) from = middle + 1;
    else high = middle;
  }
  return from;
}

/** Writes all documents of a list to `out`; returns how many. */
export function decodeList(list: PostingList, out: Uint16Array): number {
  if (list.documents) {
    out.set(list.documents);
    return list.size;
  }
  const bits = list.bits as Uint32Array;
  let count = 0;
  for (let at = 0; at < bits.length; at++) {
    let word = bits[at] as number;
    while (word !== 0) {
      const low = word & -word;
      out[count++] = at * 32 + (31 - Math.clz32(low));
      word ^= low;
    }
  }
  return count;
}

/** Keeps, in place, the candidates that the list has (or, with `keep` false, has not); returns how many. Both ascend. */
export function retain(list: PostingList, candidates: Uint16Array, count: number, keep = true): number {
  let kept = 0;
  const { documents, bits } = list;
  if (bits) {
    for (let i = 0; i < count; i++) {
      const document = candidates[i] as number;
      const has = ((bits[document >>> 5] as number) & (1 << (document & 31))) !== 0;
      if (has === keep) candidates[kept++] = document;
    }
    return kept;
  }
  const sorted = documents as Uint16Array;
  let at = 0;
  for (let i = 0; i < count; i++) {
    const document = candidates[i] as number;
    at = gallop(sorted, at, document);
    if ((sorted[at] === document) === keep) candidates[kept++] = document;
  }
  return kept;
}

export function has(list: PostingList, document: number): boolean {
  return impactOf(list, document) > 0;
}

/** The document's impact, 0 when the list does not have it. */
export function impactOf({ documents, bits, ranks, impacts }: PostingList, document: number): number {
  if (bits && ranks) {
    const index = denseIndex(bits, ranks, document);
    return index < 0 ? 0 : (impacts[index] as number);
  }
  const sorted = documents as Uint16Array;
  const at = gallop(sorted, 0, document);
  return sorted[at] === document ? (impacts[at] as number) : 0;
}

/** {@link addScores} where the hits are all of the list's documents. */
export function addAllScores({ impacts, size }: PostingList, scores: Float64Array, weight: number): void {
  const unit = weight / FULL_IMPACT;
  for (let i = 0; i < size; i++) scores[i] = (scores[i] as number) + unit * (impacts[i] as number);
}

/** Adds `weight` × impact to the scores of the hits that the list has; `scores` runs beside `hits`, which ascend. */
export function addScores(
  list: PostingList,
  hits: Uint16Array,
  count: number,
  scores: Float64Array,
  weight: number,
): void {
  const { documents, bits, ranks, impacts } = list;
  const unit = weight / FULL_IMPACT;
  if (bits && ranks) {
    for (let i = 0; i < count; i++) {
      const index = denseIndex(bits, ranks, hits[i] as number);
      if (index >= 0) scores[i] = (scores[i] as number) + unit * (impacts[index] as number);
    }
    return;
  }
  const sorted = documents as Uint16Array;
  let at = 0;
  for (let i = 0; i < count; i++) {
    const document = hits[i] as number;
    at = gallop(sorted, at, document);
    if (sorted[at] === document) scores[i] = (scores[i] as number) + unit * (impacts[at] as number);
  }
}
