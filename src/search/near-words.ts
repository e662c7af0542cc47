import type { LiveSegment } from './live-segment.js';
import type { Dictionary } from './segment/dictionary.js';

/** Shorter words have too many neighbours to guess by. */
const MIN_TYPO_LENGTH = 4;
/** Words from this prefix length on are completed. */
const MIN_PREFIX_LENGTH = 3;
/** Most words that one is taken for. */
const MAX_WORDS = 16;

/** Whether one insertion, deletion, substitution or swap of neighbours makes `a` into `b` (Damerau, distance 1). */
export function isNeighbour(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || a === b) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}

/** A word that may have been meant, and how much less it counts than one that was typed. */
export interface NearWord {
  readonly word: string;
  readonly worth: number;
}

/**
 * Words of the index that a word it does not have may stand for: those it begins, then those one slip away; of each the
 * most frequent first.
 */
export function nearWords(segments: readonly LiveSegment[], word: string): NearWord[] {
  const counts = new Map<string, { count: number; worth: number }>();
  const add = (dictionary: Dictionary, ordinal: number, size: number, worth: number): void => {
    const found = dictionary.texts.at(ordinal - dictionary.grams.length);
    const known = counts.get(found);
    if (known) known.count += size;
    else counts.set(found, { count: size, worth });
  };
  for (const { segment } of segments) {
    const { dictionary, postings } = segment;
    if (word.length >= MIN_PREFIX_LENGTH) {
      const [from, to] = dictionary.wordsFrom(word);
      for (let ordinal = from; ordinal < to; ordinal++) add(dictionary, ordinal, postings.sizeOf(ordinal), 0.75);
    }
    if (word.length >= MIN_TYPO_LENGTH) {
      for (const ordinal of neighbours(dictionary, word)) add(dictionary, ordinal, postings.sizeOf(ordinal), 0.5);
    }
  }
  return Array.from(counts, ([found, { count, worth }]) => ({ word: found, count, worth }))
    .toSorted((a, b) => b.worth - a.worth || b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, MAX_WORDS)
    .map(({ word: found, worth }) => ({ word: found, worth }));
}

/** Ordinals of the neighbours of a word. A slip in the first letter is rare, so only words that share it are compared, or the second. */
function neighbours(dictionary: Dictionary, word: string): number[] {
  const { texts, grams } = dictionary;
  const [first = '', second = ''] = word;
  const ordinals: number[] = [];
  for (const letter of new Set([first, second])) {
    const [from, to] = dictionary.wordsFrom(letter);
    for (let ordinal = from; ordinal < to; ordinal++) {
      const at = ordinal - grams.length;
      const length = (texts.starts[at + 1] as number) - (texts.starts[at] as number);
      if (Math.abs(length - word.length) <= 1 && isNeighbour(word, texts.at(at))) ordinals.push(ordinal);
    }
  }
  return ordinals;
}
