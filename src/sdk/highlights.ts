import type { Highlights } from '../domain/page.js';

/** What the schema `Highlights` of the domain says, by hand: its tuples would cost every page half a kilobyte. */
export function isHighlights(value: unknown): value is Highlights {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((ranges) => Array.isArray(ranges) && ranges.every(isRange))
  );
}

function isRange(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every((offset) => Number.isInteger(offset) && offset >= 0);
}
