import type { ValueName } from '../search-index.js';

/** A value with its English name as one text, so that a column of a segment can hold it. */
export function pairText([value, name]: ValueName): string {
  // The length, since any character may stand in either
  return `${value.length}:${value}${name}`;
}

/** The value and the name of {@link pairText}. */
export function readPair(text: string): ValueName {
  const start = text.indexOf(':') + 1;
  const end = start + Number(text.slice(0, start - 1));
  return [text.slice(start, end), text.slice(end)];
}
