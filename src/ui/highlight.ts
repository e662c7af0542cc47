import { html, type TemplateResult } from 'lit';
import type { TextRange } from '../domain/page.js';

/** A stretch of a longer text, with the ranges that fall into it counted from its own start. */
export interface Excerpt {
  readonly text: string;
  readonly ranges: readonly TextRange[];
}

/** The ranges in order, inside the text, without overlaps: a server's answer is never trusted to be so. */
function tidy(ranges: readonly TextRange[], length: number): TextRange[] {
  const tidied: TextRange[] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = tidied.at(-1);
    const start = Math.max(from, last?.[1] ?? 0);
    const end = Math.min(to, length);
    if (start >= end) continue;
    if (last && last[1] === start) last[1] = end;
    else tidied.push([start, end]);
  }
  return tidied;
}

/** `text` with its ranges in `<mark>`. Everything stays text, whatever it holds. */
export function highlight(text: string, ranges: readonly TextRange[] = []): (string | TemplateResult)[] {
  const pieces: (string | TemplateResult)[] = [];
  let at = 0;
  for (const [start, end] of tidy(ranges, text.length)) {
    if (start > at) pieces.push(text.slice(at, start));
    pieces.push(html`<mark part="mark">${text.slice(start, end)}</mark>`);
    at = end;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}

/** How many code units an excerpt has: Han characters are twice as wide and say more than letters. */
const EXCERPT_LENGTH = { han: 120, letters: 240 };

/** Moves `index` back to where a text may be cut: not within a Latin word that began nearby, nor a surrogate pair. */
function cutBefore(text: string, index: number): number {
  if (index >= text.length) return text.length;
  const word = /^[a-z]/i.test(text.slice(index)) ? /[a-z]*$/i.exec(text.slice(index - 24, index))?.[0] : '';
  const cut = word && word.length < 24 ? index - word.length : index;
  const unit = text.charCodeAt(cut);
  return unit >= 0xdc00 && unit <= 0xdfff ? cut - 1 : cut;
}

/**
 * About two lines of `text` around its first range, begun at a clause and cut at a word where one is near, with an
 * ellipsis where something was left out.
 */
export function excerpt(text: string, ranges: readonly TextRange[] = []): Excerpt {
  const length = /\p{Script=Han}/u.test(text) ? EXCERPT_LENGTH.han : EXCERPT_LENGTH.letters;
  if (text.length <= length) return { text, ranges };
  const first = tidy(ranges, text.length)[0]?.[0] ?? 0;
  let start = 0;
  if (first > length / 2) {
    start = cutBefore(text, Math.min(first - length / 4, text.length - length));
    const before = Math.max(0, start - 20);
    const clause = text.slice(before, start).search(/[，。；：！？,.;:!?\n][^，。；：！？,.;:!?\n]*$/);
    if (clause >= 0) start = before + clause + 1;
  }
  const end = cutBefore(text, start + length);
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
