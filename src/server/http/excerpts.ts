import type { Highlights, TextRange } from '../../domain/page.js';
import { LONG_TEXT_FIELDS } from './highlights.js';

/** How many code units an excerpt has: Han characters are twice as wide and say more than letters. */
const EXCERPT_LENGTH = { han: 92, letters: 190 };

/** A stretch of a longer text, with the ranges that fall into it counted from its own start. */
export interface Excerpt {
  readonly text: string;
  readonly ranges: readonly TextRange[];
}

/** A record as a list shows it. */
export interface ExcerptRecord {
  readonly record: object;
  readonly highlights: Highlights | undefined;
}

/**
 * The record with an excerpt in the place of each long text, about the first of the words found in it; `undefined` where
 * no text is longer than that.
 */
export function excerptsOf(record: object, highlights: Highlights = {}): ExcerptRecord | undefined {
  const ranges: Highlights = { ...highlights };
  let isCut = false;
  const cut = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((each, index) => cut(each, `${path}.${index}`));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cut(each, `${path}.${key}`)]));
    if (typeof value !== 'string') return value;
    const part = excerpt(value, ranges[path]);
    if (part.text === value) return value;
    isCut = true;
    if (part.ranges.length > 0) ranges[path] = [...part.ranges];
    else delete ranges[path];
    return part.text;
  };
  const texts = LONG_TEXT_FIELDS.flatMap((field) => {
    const value: unknown = Reflect.get(record, field);
    return value === undefined ? [] : [[field, cut(value, field)] as const];
  });
  if (!isCut) return undefined;
  return {
    record: { ...record, ...Object.fromEntries(texts) },
    highlights: Object.keys(ranges).length > 0 ? ranges : undefined,
  };
}

/**
 * About two lines of `text` around the first of its ranges, which are in order: begun at a clause and cut at a word where
 * one is near, with an ellipsis where something was left out.
 */
export function excerpt(text: string, ranges: readonly TextRange[] = []): Excerpt {
  const length = /\p{Script=Han}/u.test(text) ? EXCERPT_LENGTH.han : EXCERPT_LENGTH.letters;
  if (text.length <= length) return { text, ranges };
  const first = ranges[0]?.[0] ?? 0;
  const wanted = first > length / 2 ? Math.min(first - (length >> 2), text.length - length) : 0;
  let start = cutBefore(text, wanted);
  // Not from where it begins: what that moved back by would be missing at the end of the text, with the word found there
  const end = cutBefore(text, wanted + length);
  if (start > 0) {
    const before = Math.max(0, start - 20);
    const clause = text.slice(before, start).search(/[，。；：！？,.;:!?\n][^，。；：！？,.;:!?\n]*$/);
    if (clause >= 0) start = before + clause + 1;
  }
  const body = text.slice(start, end).replace(start > 0 ? /^[\s，。；：！？、,.;:!?]+/ : /^\s+/, '');
  const shown = body.trimEnd();
  const from = end - body.length;
  const lead = start > 0 ? '…' : '';
  const shift = lead.length - from;
  return {
    text: `${lead}${shown}${end < text.length ? '…' : ''}`,
    ranges: ranges
      .filter((range) => range[0] >= from && range[1] <= from + shown.length)
      .map((range): TextRange => [range[0] + shift, range[1] + shift]),
  };
}

/** Moves `index` back to where a text may be cut: not within a Latin word that began nearby, nor a surrogate pair. */
function cutBefore(text: string, index: number): number {
  if (index >= text.length) return text.length;
  const word = /^[a-z]/i.test(text.slice(index)) ? /[a-z]*$/i.exec(text.slice(index - 24, index))?.[0] : '';
  const cut = word && word.length < 24 ? index - word.length : index;
  const unit = text.charCodeAt(cut);
  return unit >= 0xdc00 && unit <= 0xdfff ? cut - 1 : cut;
}
