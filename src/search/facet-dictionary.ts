/** The values of one facet over all segments, numbered as they come. A value keeps its number for good. */
export class FacetDictionary {
  readonly values: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** The value's number, -1 for one that no segment has. */
  find(value: string): number {
    return this.#numbers.get(value) ?? -1;
  }

  /** The value's number, a new one if need be. */
  number(value: string): number {
    let number = this.#numbers.get(value);
    if (number === undefined) {
      number = this.values.length;
      this.values.push(value);
      this.#numbers.set(value, number);
    }
    return number;
  }
}

/** A value and how many records have it. */
export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

const before = (a: ValueCount, b: ValueCount): boolean =>
  a.count > b.count || (a.count === b.count && a.value < b.value);

/**
 * The `most` most frequent values that count at all and pass `accepts`, then `chosen` ones that are not among them,
 * even at 0; most frequent first, equals by value.
 */
export function mostFrequent(
  { values }: FacetDictionary,
  counts: Uint32Array,
  most: number,
  chosen: readonly string[] = [],
  accepts: (value: string) => boolean = () => true,
): ValueCount[] {
  // Kept in order: after the first hundred of thousands of values few still find a place.
  const top: ValueCount[] = [];
  const place = (entry: ValueCount): void => {
    let low = 0;
    let high = top.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (before(top[middle] as ValueCount, entry)) low = middle + 1;
      else high = middle;
    }
    top.splice(low, 0, entry);
  };
  const wanted = new Map(chosen.map((value) => [value, 0]));
  for (let number = 0; number < values.length; number++) {
    const count = counts[number] ?? 0;
    if (count === 0) continue;
    const value = values[number] as string;
    if (wanted.has(value)) wanted.set(value, count);
    const last = top.at(-1);
    if (top.length >= most && last && count < last.count) continue;
    const entry = { value, count };
    if (top.length >= most && last && before(last, entry)) continue;
    if (!accepts(value)) continue;
    place(entry);
    if (top.length > most) top.pop();
  }
  const missing = Array.from(wanted, ([value, count]) => ({ value, count })).filter(
    (entry) => !top.some(({ value }) => value === entry.value),
  );
  for (const entry of missing) place(entry);
  return top;
}
