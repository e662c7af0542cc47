import { characterClass, GRAM } from '../characters.js';
import { lowerBound, type StringTable } from './string-table.js';

/**
 * The key of one character or a pair of neighbours in the basic plane; `undefined` for words and for the rare
 * characters beyond it, which are kept as strings.
 */
export function gramKey(term: string): number | undefined {
  if (term.length > 2) return undefined;
  const first = term.charCodeAt(0);
  if (characterClass(first) !== GRAM) return undefined;
  if (term.length === 1) return first;
  const second = term.charCodeAt(1);
  return characterClass(second) === GRAM ? pairKey(first, second) : undefined;
}

/** Key of a pair; a single character's key is its code, below every pair's. */
export function pairKey(first: number, second: number): number {
  return ((first << 16) | second) >>> 0;
}

/**
 * The terms of a segment. A term's ordinal is its place in `grams`, or that many plus its place in `texts`.
 * Invariant: both are sorted and without doubles.
 */
export class Dictionary {
  readonly grams: Uint32Array;
  readonly texts: StringTable;

  constructor(grams: Uint32Array, texts: StringTable) {
    this.grams = grams;
    this.texts = texts;
  }

  get size(): number {
    return this.grams.length + this.texts.size;
  }

  /** The term's ordinal, -1 when the segment does not have it. */
  find(term: string): number {
    const key = gramKey(term);
    return key === undefined ? this.#findText(term) : this.findGram(key);
  }

  /** Ordinals `[from, to)` of the words that begin with `prefix`. */
  wordsFrom(prefix: string): readonly [from: number, to: number] {
    const { size } = this.texts;
    const offset = this.grams.length;
    return [offset + lowerBound(this.texts, size, prefix), offset + lowerBound(this.texts, size, `${prefix}\uffff`)];
  }

  /** {@link find} by key. */
  findGram(key: number): number {
    const at = this.#gramBound(key);
    return this.grams[at] === key ? at : -1;
  }

  /** Ordinals `[from, to)` of the pairs that begin with a character. */
  pairsOf(first: number): readonly [from: number, to: number] {
    return [this.#gramBound(pairKey(first, 0)), this.#gramBound(pairKey(first, 0xffff) + 1)];
  }

  #gramBound(key: number): number {
    let low = 0;
    let high = this.grams.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.grams[middle] as number) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #findText(term: string): number {
    const at = lowerBound(this.texts, this.texts.size, term);
    return at < this.texts.size && this.texts.compare(at, term) === 0 ? this.grams.length + at : -1;
  }
}
