import { lowerBound, type StringTable } from './string-table.js';

/**
 * One facet of a segment. Values have ordinals from 1, in their order by code units; 0 is none. Where no document has two values, `ordinals` has one
 * entry a document and `starts` is empty; else document `d` has `ordinals[starts[d]] … ordinals[starts[d + 1] - 1]`,
 * without doubles.
 */
export interface FacetColumn {
  readonly values: StringTable;
  /** By ordinal, the value's number in the whole index. */
  readonly numbers: Uint32Array;
  readonly starts: Uint32Array;
  /** 16 bits but where there are more values: loops over one type of array run twice as fast as over two. */
  readonly ordinals: Uint16Array | Uint32Array;
}

/** Packs lists of ordinals that stand one after the other by `starts`. */
export function packFacet(
  values: StringTable,
  numbers: Uint32Array,
  starts: Uint32Array,
  ordinals: Uint32Array,
): FacetColumn {
  const narrow = (list: Uint32Array): FacetColumn['ordinals'] =>
    values.size < 0x10000 ? Uint16Array.from(list) : list.slice();
  const documents = starts.length - 1;
  const single = new Uint32Array(documents);
  for (let document = 0; document < documents; document++) {
    const start = starts[document] as number;
    const count = (starts[document + 1] as number) - start;
    if (count > 1) return { values, numbers, starts, ordinals: narrow(ordinals) };
    if (count === 1) single[document] = ordinals[start] as number;
  }
  return { values, numbers, starts: new Uint32Array(0), ordinals: narrow(single) };
}

/** Where in a column's `ordinals` those of a document stand: from the first number, up to but without the second. */
export function ordinalsOf({ starts }: FacetColumn, document: number): readonly [from: number, to: number] {
  if (starts.length === 0) return [document, document + 1];
  return [starts[document] as number, starts[document + 1] as number];
}

/** Adds one for each value of each hit to `counts`, by ordinal. */
export function countValues(
  { starts, ordinals }: FacetColumn,
  hits: Uint16Array,
  size: number,
  counts: Uint32Array,
): void {
  if (starts.length === 0) {
    for (let i = 0; i < size; i++) {
      const ordinal = ordinals[hits[i] as number] as number;
      counts[ordinal] = (counts[ordinal] as number) + 1;
    }
    return;
  }
  for (let i = 0; i < size; i++) {
    const document = hits[i] as number;
    const end = starts[document + 1] as number;
    for (let at = starts[document] as number; at < end; at++) {
      const ordinal = ordinals[at] as number;
      counts[ordinal] = (counts[ordinal] as number) + 1;
    }
  }
}

/** {@link countValues} for a few hits: straight into `totals`, by the values' numbers in the whole index. */
export function countFew(
  { numbers, starts, ordinals }: FacetColumn,
  hits: Uint16Array,
  size: number,
  totals: Uint32Array,
): void {
  for (let i = 0; i < size; i++) {
    const document = hits[i] as number;
    const from = starts.length === 0 ? document : (starts[document] as number);
    const to = starts.length === 0 ? document + 1 : (starts[document + 1] as number);
    for (let at = from; at < to; at++) {
      const ordinal = ordinals[at] as number;
      if (ordinal === 0) continue;
      const number = numbers[ordinal] as number;
      totals[number] = (totals[number] as number) + 1;
    }
  }
}

/** Adds counts by ordinal to `totals` by the values' numbers in the whole index. */
export function addCounts({ numbers }: FacetColumn, counts: Uint32Array, totals: Uint32Array): void {
  for (let ordinal = 1; ordinal < counts.length; ordinal++) {
    const count = counts[ordinal] as number;
    if (count === 0) continue;
    const number = numbers[ordinal] as number;
    totals[number] = (totals[number] as number) + count;
  }
}

/** By ordinal, 1 for each of the wanted values. */
export function markValues({ values }: FacetColumn, wanted: readonly string[]): Uint8Array {
  const marks = new Uint8Array(values.size + 1);
  for (const value of wanted) {
    const at = lowerBound(values, values.size, value);
    if (at < values.size && values.compare(at, value) === 0) marks[at + 1] = 1;
  }
  return marks;
}

/** How documents that fail a filter are marked: by `first` in `fails` beside the hits, those that have a mark by `more`. */
export interface FailMarks {
  readonly fails: Uint8Array;
  readonly first: number;
  readonly more: number;
}

/** Marks the hits that have fewer than `least` of the values that `wanted` marks by ordinal. */
export function failValues(
  { starts, ordinals }: FacetColumn,
  hits: Uint16Array,
  size: number,
  wanted: Uint8Array,
  least: number,
  { fails, first, more }: FailMarks,
): void {
  if (starts.length === 0) {
    for (let i = 0; i < size; i++) {
      const has = wanted[ordinals[hits[i] as number] as number] as number;
      if (has < least) fails[i] = fails[i] === 0 ? first : more;
    }
    return;
  }
  for (let i = 0; i < size; i++) {
    const document = hits[i] as number;
    const end = starts[document + 1] as number;
    let has = 0;
    for (let at = starts[document] as number; at < end; at++) has += wanted[ordinals[at] as number] as number;
    if (has < least) fails[i] = fails[i] === 0 ? first : more;
  }
}
