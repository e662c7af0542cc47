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

/** Whether the code unit at `index` is the second half of a pair, where a text must not be cut. */
function splitsPair(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/**
 * At most about `length` code units of `text` around its first range, cut at a clause where one is near, with an
 * ellipsis where something was left out.
 */
export function excerpt(text: string, ranges: readonly TextRange[] = [], length = 140): Excerpt {
  if (text.length <= length) return { text, ranges };
  const first = tidy(ranges, text.length)[0]?.[0] ?? 0;
  let start = 0;
  if (first > length / 2) {
    start = Math.min(first - Math.floor(length / 4), text.length - length);
    const before = Math.max(0, start - 20);
    const clause = text.slice(before, start).search(/[，。；：！？,.;:!?\n][^，。；：！？,.;:!?\n]*$/);
    if (clause >= 0) start = before + clause + 1;
    if (splitsPair(text, start)) start -= 1;
  }
  let end = Math.min(start + length, text.length);
  if (splitsPair(text, end)) end -= 1;
  const lead = start > 0 ? '…' : '';
  const body = text.slice(start, end).trimStart();
  const shift = end - start - body.length + start - lead.length;
  return {
    text: `${lead}${body.trimEnd()}${end < text.length ? '…' : ''}`,
    ranges: ranges
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]): TextRange => [from - shift, to - shift]),
  };
}
