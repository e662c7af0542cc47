/** Smallest and largest of some numbers, and how many there are; `Infinity` and `-Infinity` of none. */
export interface RangeCount {
  readonly min: number;
  readonly max: number;
  readonly count: number;
}

export const NO_RANGE: RangeCount = { min: Infinity, max: -Infinity, count: 0 };

export function addRange(a: RangeCount, b: RangeCount): RangeCount {
  return { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max), count: a.count + b.count };
}
