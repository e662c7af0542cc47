import type { RangeCount } from '../range-count.js';
import type { FailMarks } from './facet-column.js';

/** One number of each document of a segment; absent ones are {@link ABSENT}, which sorts last and is in no range. */
export type NumberColumn = Float64Array;

export const ABSENT: number = -Infinity;

/** Smallest, largest and number of the hits' numbers. */
export function rangeOf(column: NumberColumn, hits: Uint16Array, size: number): RangeCount {
  let min = Infinity;
  let max = -Infinity;
  let absent = 0;
  for (let i = 0; i < size; i++) {
    const value = column[hits[i] as number] as number;
    if (value === ABSENT) absent++;
    else if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max, count: size - absent };
}

/** Marks the hits whose number is absent or not between `min` and `max`, both included. */
export function failNumbers(
  column: NumberColumn,
  hits: Uint16Array,
  size: number,
  { min, max }: { readonly min: number; readonly max: number },
  { fails, first, more }: FailMarks,
): void {
  // No stored number is below it but the absent one.
  const least = Math.max(min, -Number.MAX_VALUE);
  for (let i = 0; i < size; i++) {
    const value = column[hits[i] as number] as number;
    if (!(value >= least && value <= max)) fails[i] = fails[i] === 0 ? first : more;
  }
}
