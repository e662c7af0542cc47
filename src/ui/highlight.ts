import { html, type TemplateResult } from 'lit';
import type { TextRange } from '../domain/page.js';

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
export function highlight(text: string, ranges: readonly TextRange[] = []): string | (string | TemplateResult)[] {
  if (ranges.length === 0) return text;
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
