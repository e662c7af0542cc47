import { characterClass, GRAM, OTHER, WORD } from './characters.js';
import { fold, type FoldedText } from './fold.js';

/** Raised whenever the same text would give other terms: an index of another version is rebuilt, never read. */
export const ANALYSER_VERSION = 1;

/** What a term stands for. `single` and `pair` are one and two characters of a script without word spaces. */
export type TermKind = 'single' | 'pair' | 'word' | 'number';

/**
 * Takes the terms of a text in order. `position` counts characters of scripts without word spaces and whole words; a
 * `pair` stands at its first character, a `number` at its first word. `[start, end)` are UTF-16 units of the original.
 */
export type TermSink = (term: string, kind: TermKind, position: number, start: number, end: number) => void;

/** Longest word that is kept whole; what is longer (encoded data, hostile input) is indexed by its beginning. */
export const MAX_WORD = 64;
/** A number is told from a hyphenated word by this many digits: the shortest CAS number has five. */
const MIN_NUMBER_DIGITS = 5;
const MAX_NUMBER_PARTS = 8;

const joiner = /^[-./_·‐-―−]$/u;
const digits = /[0-9]/g;
const letterPrefix = /^[a-z]{1,3}(?=[0-9]{5})/;

interface Word {
  readonly text: string;
  readonly position: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Splits a text into terms, the same way for records and for queries:
 *
 * - a run of Han (also kana, Hangul, Thai …) gives each character and each pair of neighbours, so that any run of
 *   characters is found exactly: by one term up to two characters, by pairs at successive positions beyond;
 * - a run of letters and digits of other scripts gives one word;
 * - words joined by `-`, `.`, `/` with at least five digits (patent, standard, CAS numbers) give their words and, as
 *   one `number`, all of it without the joints; a number after letters (`ZL2013…`, `US6109270`) also gives it bare.
 *
 * Returns how many positions the text has: its length for ranking.
 */
export function analyse(text: string, sink: TermSink): number {
  const folded = fold(text);
  const source = folded.text;
  const startOf = (unit: number): number => (folded.starts ? (folded.starts[unit] as number) : unit);
  const endOf = (unit: number): number => (folded.ends ? (folded.ends[unit - 1] as number) : unit);
  let position = 0;
  let previous = -1;
  let compound: Word[] = [];

  for (let i = 0; i < source.length;) {
    const codePoint = source.codePointAt(i) as number;
    const size = codePoint > 0xffff ? 2 : 1;
    const kind = characterClass(codePoint);
    if (kind === GRAM) {
      if (compound.length > 0) compound = closeCompound(compound, folded, sink);
      sink(source.slice(i, i + size), 'single', position, startOf(i), endOf(i + size));
      if (previous >= 0) {
        sink(source.slice(previous, i + size), 'pair', position - 1, startOf(previous), endOf(i + size));
      }
      previous = i;
      position++;
      i += size;
      continue;
    }
    previous = -1;
    if (kind === OTHER) {
      const joins = compound.length > 0 && compound.at(-1)?.to === i && joiner.test(source.slice(i, i + size));
      if (compound.length > 0 && !joins) compound = closeCompound(compound, folded, sink);
      i += size;
      continue;
    }
    const end = wordEnd(source, i);
    const last = compound.at(-1);
    if (last && (last.to + 1 !== i || compound.length >= MAX_NUMBER_PARTS)) {
      compound = closeCompound(compound, folded, sink);
    }
    const word = { text: source.slice(i, Math.min(end, i + MAX_WORD)), position, from: i, to: end };
    sink(word.text, 'word', position, startOf(i), endOf(end));
    compound.push(word);
    position++;
    i = end;
  }
  if (compound.length > 0) closeCompound(compound, folded, sink);
  return position;
}

function wordEnd(source: string, start: number): number {
  let end = start;
  while (end < source.length) {
    const codePoint = source.codePointAt(end) as number;
    if (characterClass(codePoint) !== WORD) break;
    end += codePoint > 0xffff ? 2 : 1;
  }
  return end;
}

function closeCompound(words: readonly Word[], folded: FoldedText, sink: TermSink): Word[] {
  const first = words[0] as Word;
  const last = words.at(-1) as Word;
  const joined = words.map((word) => word.text).join('');
  if ((joined.match(digits)?.length ?? 0) >= MIN_NUMBER_DIGITS) {
    const start = folded.starts ? (folded.starts[first.from] as number) : first.from;
    const end = folded.ends ? (folded.ends[last.to - 1] as number) : last.to;
    if (words.length > 1) sink(joined.slice(0, MAX_WORD), 'number', first.position, start, end);
    const bare = joined.slice(letterPrefix.exec(first.text)?.[0].length ?? 0);
    if (bare !== joined) sink(bare.slice(0, MAX_WORD), 'number', first.position, start, end);
  }
  return [];
}
