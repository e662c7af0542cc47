import { simplified } from './characters.js';
import { foldText } from './fold.js';
import type { LiveSegment } from './live-segment.js';
import type { SyllableTable } from './phonetics.js';
import { pairKey } from './segment/dictionary.js';
import { FULL_IMPACT, impactOf } from './segment/postings.js';
import type { Segment } from './segment/segment.js';

/** Fewer letters stand for too much. */
const MIN_LETTERS = 2;
/** One bit of a state each. */
const MAX_LETTERS = 30;

/** Where a run of initials stands in a text, in its units. */
export type Place = readonly [start: number, end: number];

/**
 * Reads a query as initials of pinyin, the first letter of each character: `gtkdc` is one run, `gtk dc` two, `g t k d c`
 * one again. Nothing for a query with anything but letters, or with i, u or v, by which no syllable begins.
 */
export function readInitials(q: string): readonly string[] {
  const words = foldText(q)
    .trim()
    .split(/[\s']+/);
  const letters = words.join('');
  if (letters.length < MIN_LETTERS || letters.length > MAX_LETTERS || !/^[a-hj-tw-z]+$/.test(letters)) return [];
  return words.every((word) => word.length > 1) ? words : [letters];
}

/**
 * Runs of initials, looked for side by side (shift-and): bit `i` of the state says that the text read so far ends with
 * the letters of a run up to its `i`th, the runs' letters being numbered through.
 */
export class InitialsPattern {
  readonly #table: SyllableTable;
  readonly #runs: readonly string[];
  /** The bits of each letter's places. */
  readonly #places = new Uint32Array(26);
  readonly #starts: number;
  readonly #ends: number;
  /** The bits that a character may set, one higher; 0 for those not met yet. */
  readonly #masks = new Uint32Array(0x10000);

  constructor(runs: readonly string[], table: SyllableTable) {
    this.#runs = runs;
    this.#table = table;
    let bit = 0;
    let [starts, ends] = [0, 0];
    for (const run of runs) {
      starts |= 1 << bit;
      for (const letter of run) {
        const at = letter.charCodeAt(0) - 97;
        this.#places[at] = (this.#places[at] as number) | (1 << bit++);
      }
      ends |= 1 << (bit - 1);
    }
    this.#starts = starts;
    this.#ends = ends;
  }

  /** Where each run first stands in `units[from, to)`; `undefined` when one of them does not. */
  find(units: Uint16Array, from: number, to: number): readonly Place[] | undefined {
    const ends = this.#ends;
    let state = 0;
    let met = 0;
    const at = new Map<number, number>();
    for (let i = from; i < to; i++) {
      state = ((state << 1) | this.#starts) & this.#maskOf(units[i] as number);
      const fresh = state & ends & ~met;
      if (fresh === 0) continue;
      met |= fresh;
      for (let left = fresh; left !== 0; left &= left - 1) at.set(left & -left, i + 1);
      if (met === ends) return this.#placesOf(at);
    }
    return undefined;
  }

  #placesOf(at: ReadonlyMap<number, number>): readonly Place[] {
    let bit = 0;
    return this.#runs.map(({ length }) => {
      bit += length;
      const end = at.get(1 << (bit - 1)) ?? 0;
      return [end - length, end];
    });
  }

  #maskOf(unit: number): number {
    const known = this.#masks[unit] as number;
    if (known !== 0) return known - 1;
    let mask = 0;
    for (let left = this.#table.initials(unit); left !== 0; left &= left - 1) {
      mask |= this.#places[31 - Math.clz32(left & -left)] as number;
    }
    this.#masks[unit] = mask + 1;
    return mask;
  }
}

/** How a document matches: the words that begin so, and whether one of them is all of a text. */
export interface InitialsMatch {
  readonly words: Set<string>;
  whole: boolean;
}

/**
 * Documents of a segment one of whose texts, in a field that `fields` marks, has every run. All distinct texts that are
 * offered as completions are read for it, some two million characters a segment at most.
 */
export function matchInitials(
  { segment, deleted }: LiveSegment,
  pattern: InitialsPattern,
  fields: readonly boolean[],
): Map<number, InitialsMatch> {
  const { texts, fields: fieldOf, starts, entries } = segment.completions;
  const places = new Map<number, readonly Place[]>();
  for (let entry = 0; entry < texts.size; entry++) {
    if (!fields[fieldOf[entry] as number]) continue;
    const found = pattern.find(texts.units, texts.starts[entry] as number, texts.starts[entry + 1] as number);
    if (found) places.set(entry, found);
  }
  const matches = new Map<number, InitialsMatch>();
  if (places.size === 0) return matches;
  for (let document = 0; document < segment.documents; document++) {
    if (deleted[document] === 1) continue;
    for (let i = starts[document] as number; i < (starts[document + 1] as number); i++) {
      const entry = entries[i] as number;
      const found = places.get(entry);
      if (!found) continue;
      const match = matches.get(document) ?? { words: new Set<string>(), whole: false };
      matches.set(document, match);
      const length = (texts.starts[entry + 1] as number) - (texts.starts[entry] as number);
      for (const [start, end] of found) {
        match.words.add(wordOf(texts.units, start, end));
        match.whole ||= end - start === length;
      }
    }
  }
  return matches;
}

function wordOf(units: Uint16Array, start: number, end: number): string {
  return Array.from(units.subarray(start, end), (unit) => String.fromCharCode(simplified(unit))).join('');
}

/** The impacts of the pairs of what was found, and more where that is all of a text. */
export function initialsScore({ dictionary, postings }: Segment, document: number, match: InitialsMatch): number {
  let score = match.whole ? 1 : 0;
  for (const word of match.words) {
    for (let i = 0; i + 1 < word.length; i++) {
      const ordinal = dictionary.findGram(pairKey(word.charCodeAt(i), word.charCodeAt(i + 1)));
      if (ordinal >= 0) score += impactOf(postings.list(ordinal), document) / FULL_IMPACT;
    }
  }
  return score;
}
