import { simplified } from './characters.js';
import { foldText } from './fold.js';
import type { Segment } from './segment/segment.js';

/** How characters sound: what is needed to find Chinese by pinyin. */
export interface Phonetics {
  /** Every reading of a simplified character, without tones, in letters a to z; empty for what is no Chinese character. */
  readings(character: string): readonly string[];
}

/** Ways to read one word as syllables that are followed up. */
const MAX_READINGS = 4;
const MAX_SYLLABLE = 6;
/** Longer words are no pinyin that anyone types. */
const MAX_WORD = 60;
/** Longer queries are not read as pinyin. */
const MAX_LENGTH = 120;

const KNOWN = 0x80000000;

/** Bits of the letters that readings begin with, 0 for a to 25 for z, and bit 31, so that it is never 0. */
export function initialBits(readings: readonly string[]): number {
  return readings.reduce((bits, reading) => bits | (1 << (reading.charCodeAt(0) - 97)), KNOWN);
}

/** One way to read what was typed: syllables that follow each other. */
export type Syllables = readonly string[];

/**
 * The characters of an index by their syllables, learned from the segments as they come. It only grows: a few thousand
 * characters write everything.
 */
export class SyllableTable {
  readonly #phonetics: Phonetics;
  readonly #characters = new Map<string, Set<number>>();
  readonly #known = new Set<number>();
  readonly #seen = new WeakSet<Segment>();
  /** Bits of the letters that the readings of a character begin with; bit 31 marks those that are known. */
  readonly #initials = new Uint32Array(0x10000);

  constructor(phonetics: Phonetics) {
    this.#phonetics = phonetics;
  }

  /** Learns the characters of a segment; nothing to do for one it has seen. */
  learn(segment: Segment): void {
    if (this.#seen.has(segment)) return;
    this.#seen.add(segment);
    for (const key of segment.dictionary.grams) {
      // Single characters sort before all pairs.
      if (key > 0xffff) break;
      if (this.#known.has(key)) continue;
      this.#known.add(key);
      const readings = this.#phonetics.readings(String.fromCharCode(key));
      this.#initials[key] = initialBits(readings);
      for (const syllable of readings) {
        const characters = this.#characters.get(syllable);
        if (characters) characters.add(key);
        else this.#characters.set(syllable, new Set([key]));
      }
    }
  }

  /** The characters read as `syllable`. */
  characters(syllable: string): ReadonlySet<number> {
    return this.#characters.get(syllable) ?? new Set();
  }

  /** The letters that a character as written may be typed by, bit 0 for a, bit 25 for z; 0 for what is no character. */
  initials(unit: number): number {
    if (this.#initials[unit] === 0) {
      this.#initials[unit] = initialBits(this.#phonetics.readings(String.fromCodePoint(simplified(unit))));
    }
    return (this.#initials[unit] as number) & ~KNOWN;
  }

  /**
   * Reads a query as pinyin: `bao hu mo` and `baohumo` are one run of three syllables, `taiyangneng dianchi` two runs.
   * Each run comes with its possible readings (`xian` is one syllable or two), the shortest first. Nothing for a query
   * with anything but letters, or with a word that cannot be read.
   */
  read(q: string): readonly (readonly Syllables[])[] {
    if (q.length > MAX_LENGTH) return [];
    const words = foldText(q)
      .replaceAll('v', 'u')
      .trim()
      .split(/[\s']+/);
    if (!words.every((word) => /^[a-z]+$/.test(word) && word.length <= MAX_WORD)) return [];
    const runs = words.map((word) => this.#split(word));
    if (runs.some((readings) => readings.length === 0)) return [];
    const single = words.length > 1 && runs.every((readings) => readings[0]?.length === 1);
    return single ? [[runs.flatMap((readings) => readings[0] ?? [])]] : runs;
  }

  /** Where a folded text first sounds like one of the readings; -1 where it nowhere does. */
  placeOf(text: string, readings: readonly Syllables[]): number {
    for (let at = 0; at < text.length; at++) {
      for (const syllables of readings) {
        if (syllables.every((syllable, step) => this.characters(syllable).has(text.charCodeAt(at + step)))) return at;
      }
    }
    return -1;
  }

  /** The ways to cut a word into syllables, from the fewest on. */
  #split(word: string): Syllables[] {
    const best: Syllables[][] = [[[]]];
    for (let end = 1; end <= word.length; end++) {
      const here: Syllables[] = [];
      for (let start = Math.max(0, end - MAX_SYLLABLE); start < end; start++) {
        const syllable = word.slice(start, end);
        if (!this.#characters.has(syllable)) continue;
        for (const before of best[start] ?? []) here.push([...before, syllable]);
      }
      best.push(here.toSorted((a, b) => a.length - b.length).slice(0, MAX_READINGS));
    }
    return best[word.length] ?? [];
  }
}
