/** The values of one facet over all segments, numbered as they come. A value keeps its number for good. */
export class FacetDictionary {
  readonly values: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** How many of the values are in the map: readers of an index that nobody asks for one value need none. */
  #mapped = 0;

  /** The value's number, -1 for one that no segment has. */
  find(value: string): number {
    for (; this.#mapped < this.values.length; this.#mapped++) {
      this.#numbers.set(this.values[this.#mapped] as string, this.#mapped);
    }
    return this.#numbers.get(value) ?? -1;
  }

  /** The value's number, a new one if need be. */
  number(value: string): number {
    const known = this.find(value);
    return known < 0 ? this.values.push(value) - 1 : known;
  }

  /** Takes values in that were numbered elsewhere: the next ones. */
  append(values: readonly string[]): void {
    for (const value of values) this.values.push(value);
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
  dictionary: FacetDictionary,
  counts: Uint32Array,
  most: number,
  chosen: readonly string[] = [],
  accepts: (value: string) => boolean = () => true,
): ValueCount[] {
  const { values } = dictionary;
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
  let fewest = 0;
  for (let number = 0; number < counts.length; number++) {
    const count = counts[number] as number;
    if (count === 0 || count < fewest) continue;
    const entry = { value: values[number] as string, count };
    const last = top.at(-1);
    if (top.length >= most && !(last && before(entry, last))) continue;
    if (!accepts(entry.value)) continue;
    place(entry);
    if (top.length > most) top.pop();
    if (top.length === most) fewest = top.at(-1)?.count ?? 0;
  }
  if (chosen.length === 0) return top;
  const shown = new Set(top.map(({ value }) => value));
  const others = [...new Set(chosen)].filter((value) => !shown.has(value));
  const kept = others.map((value) => ({ value, count: counts[dictionary.find(value)] ?? 0 }));
  return [...top, ...kept].toSorted((x, y) => (before(x, y) ? -1 : 1));
}
