import { characterClass, GRAM, OTHER, WORD } from './characters.js';
import { fold, type FoldedText } from './fold.js';

/** Raised whenever the same text would give other terms: an index of another version is rebuilt, never read. */
export const ANALYSER_VERSION = 3;

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
/** How a patent office marks the kind of publication: the `a1` of `us20130123456a1`. */
const kindCode = /(?<=[0-9]{7})[abcsuy][0-9]?$/;
const year = /(?:^|[ln])(?:19|20)[0-9]{2}$/;
/** The rest of a Chinese application number after its year, in the groups that official forms part it into. */
const groups = / [1-9] ?[0-9]{7} ?[.·]? ?[0-9x](?![0-9\p{L}])/uy;

/** Takes the tokens of a folded text in order; `[from, to)` are units of the folded text. */
export interface TokenVisitor {
  /** A character of a script without word spaces. `previous` is the one right before it in its run, -1 for the first. */
  gram(codePoint: number, previous: number, position: number, from: number, to: number): void;
  word(text: string, position: number, from: number, to: number): void;
  /** Joined words or a prefixed word that are a number. */
  number(text: string, position: number, from: number, to: number): void;
}

interface Word {
  readonly text: string;
  readonly position: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Splits a folded text into tokens, the same way for records and for queries:
 *
 * - a run of Han (also kana, Hangul, Thai …) gives each character and the one before it;
 * - a run of letters and digits of other scripts gives one word;
 * - words joined by `-`, `.`, `/` with at least five digits (patent, standard, CAS numbers) give their words and, as
 *   one `number`, all of it without the joints; a number after letters (`ZL2013…`, `US6109270`) also gives it bare,
 *   and without the kind of publication at its end (`CN103456789B`);
 * - the number of a Chinese patent in groups (`ZL 2013 1 0123456.7`) gives, beside its words, the same `number` as joined.
 *
 * Returns how many positions the text has: its length for ranking.
 */
export function tokenise(source: string, visitor: TokenVisitor): number {
  let position = 0;
  let previous = -1;
  const compound: Word[] = [];

  for (let i = 0; i < source.length;) {
    const codePoint = source.codePointAt(i) as number;
    const size = codePoint > 0xffff ? 2 : 1;
    const kind = characterClass(codePoint);
    if (kind === GRAM) {
      if (compound.length > 0) closeCompound(compound, visitor);
      visitor.gram(codePoint, previous, position, i, i + size);
      previous = codePoint;
      position++;
      i += size;
      continue;
    }
    previous = -1;
    if (kind === OTHER) {
      const joins = compound.at(-1)?.to === i && joiner.test(source.slice(i, i + size));
      if (compound.length > 0 && !joins) closeCompound(compound, visitor);
      i += size;
      continue;
    }
    const end = wordEnd(source, i);
    if (compound.length >= MAX_NUMBER_PARTS) closeCompound(compound, visitor);
    const text = source.slice(i, Math.min(end, i + MAX_WORD));
    visitor.word(text, position, i, end);
    compound.push({ text, position, from: i, to: end });
    if (year.test(text)) groupedNumber(source, text, position, i, end, visitor);
    position++;
    i = end;
  }
  if (compound.length > 0) closeCompound(compound, visitor);
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

function closeCompound(words: Word[], visitor: TokenVisitor): void {
  const first = words[0] as Word;
  const { to } = words.at(-1) as Word;
  const joined = words.length === 1 ? first.text : words.map((word) => word.text).join('');
  if (joined.length >= MIN_NUMBER_DIGITS && (joined.match(digits)?.length ?? 0) >= MIN_NUMBER_DIGITS) {
    if (words.length > 1) visitor.number(joined.slice(0, MAX_WORD), first.position, first.from, to);
    const bare = joined.slice(letterPrefix.exec(first.text)?.[0].length ?? 0);
    if (bare !== joined) visitor.number(bare.slice(0, MAX_WORD), first.position, first.from, to);
    const plain = bare.replace(kindCode, '');
    if (plain !== bare) visitor.number(plain.slice(0, MAX_WORD), first.position, first.from, to);
  }
  words.length = 0;
}

function groupedNumber(
  source: string,
  word: string,
  position: number,
  from: number,
  end: number,
  visitor: TokenVisitor,
): void {
  groups.lastIndex = end;
  const rest = groups.exec(source)?.[0];
  if (rest) visitor.number(word.slice(-4) + rest.replaceAll(/[ .·]/g, ''), position, from, end + rest.length);
}

/** Folds and splits a text, every term with its place in the original; see {@link tokenise}. Returns the number of positions. */
export function analyse(text: string, sink: TermSink): number {
  return analyseFolded(fold(text), sink);
}

/** {@link analyse} of a text that is folded already. */
export function analyseFolded({ text: source, starts, ends }: FoldedText, sink: TermSink): number {
  const startOf = (unit: number): number => (starts ? (starts[unit] as number) : unit);
  const endOf = (unit: number): number => (ends ? (ends[unit - 1] as number) : unit);
  return tokenise(source, {
    gram(codePoint, previous, position, from, to) {
      const character = String.fromCodePoint(codePoint);
      sink(character, 'single', position, startOf(from), endOf(to));
      if (previous < 0) return;
      const before = String.fromCodePoint(previous);
      sink(before + character, 'pair', position - 1, startOf(from - before.length), endOf(to));
    },
    word: (term, position, from, to) => sink(term, 'word', position, startOf(from), endOf(to)),
    number: (term, position, from, to) => sink(term, 'number', position, startOf(from), endOf(to)),
  });
}
