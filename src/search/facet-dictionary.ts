import { foldText } from './fold.js';
import type { ValueCount } from './search-index.js';
import type { NamedValue } from './segment-update.js';

/** The values of one facet over all segments, numbered as they come. A value keeps its number for good. */
export class FacetDictionary {
  readonly values: string[] = [];
  /** What values are called in English, by their number. */
  readonly names: Map<number, string> = new Map();
  readonly #numbers = new Map<string, number>();
  /** The texts of {@link folded} that were asked for. */
  readonly #folded: (readonly string[] | undefined)[] = [];
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

  /** What a value is called; `undefined` for one without a name, and for one that no segment has. */
  nameOf(value: string): string | undefined {
    return this.names.get(this.find(value));
  }

  /** Takes values in that were numbered elsewhere: the next ones. */
  append(values: readonly string[]): void {
    for (const value of values) this.values.push(value);
  }

  /** Takes in what values are called from now on. */
  rename(names: readonly NamedValue[]): void {
    for (const [number, name] of names) {
      if (this.#folded[number]) this.#folded[number] = undefined;
      if (name === undefined) this.names.delete(number);
      else this.names.set(number, name);
    }
  }

  /** A value and its name, if it has one, folded. Kept, since who looks for a value asks at every key press. */
  folded(number: number): readonly string[] {
    let texts = this.#folded[number];
    if (!texts) {
      const name = this.names.get(number);
      const value = foldText(this.values[number] as string);
      texts = name === undefined ? [value] : [value, foldText(name)];
      this.#folded[number] = texts;
    }
    return texts;
  }

  /** A value by its number, with how many records have it and its name. */
  counted(number: number, count: number): ValueCount {
    const value = this.values[number] as string;
    const name = this.names.get(number);
    return name === undefined ? { value, count } : { value, count, name };
  }
}

/** A value by its number that may be among those wanted. */
interface Candidate {
  readonly number: number;
  readonly value: string;
  readonly count: number;
}

const before = (a: Omit<Candidate, 'number'>, b: Omit<Candidate, 'number'>): boolean =>
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
  const top: Candidate[] = [];
  const place = (entry: Candidate): void => {
    let low = 0;
    let high = top.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (before(top[middle] as Candidate, entry)) low = middle + 1;
      else high = middle;
    }
    top.splice(low, 0, entry);
  };
  let fewest = 0;
  for (let number = 0; number < counts.length; number++) {
    const count = counts[number] as number;
    if (count === 0 || count < fewest) continue;
    const entry = { number, value: values[number] as string, count };
    const last = top.at(-1);
    if (top.length >= most && !(last && before(entry, last))) continue;
    if (!accepts(entry.value)) continue;
    place(entry);
    if (top.length > most) top.pop();
    if (top.length === most) fewest = top.at(-1)?.count ?? 0;
  }
  const found = top.map(({ number, count }) => dictionary.counted(number, count));
  if (chosen.length === 0) return found;
  const shown = new Set(top.map(({ value }) => value));
  const others = [...new Set(chosen)].filter((value) => !shown.has(value));
  const kept = others.map((value): ValueCount => {
    const number = dictionary.find(value);
    return number < 0 ? { value, count: 0 } : dictionary.counted(number, counts[number] ?? 0);
  });
  return [...found, ...kept].toSorted((x, y) => (before(x, y) ? -1 : 1));
}
