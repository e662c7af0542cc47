import { decodeUnits } from '../units.js';
import { Growable, shorts, words } from './growable.js';

/**
 * Strings as one blob of UTF-16 units and where each starts: a tenth of what as many JavaScript strings take.
 * Invariant: `starts` has one entry more than there are strings, ascending from 0 to the blob's length.
 */
export class StringTable {
  readonly units: Uint16Array;
  readonly starts: Uint32Array;

  constructor(units: Uint16Array, starts: Uint32Array) {
    this.units = units;
    this.starts = starts;
  }

  static from(strings: Iterable<string>): StringTable {
    const units = new Growable(shorts);
    const starts = new Growable(words, 64);
    starts.push(0);
    for (const text of strings) {
      for (let i = 0; i < text.length; i++) units.push(text.charCodeAt(i));
      starts.push(units.length);
    }
    return new StringTable(units.trimmed(), starts.trimmed());
  }

  get size(): number {
    return this.starts.length - 1;
  }

  at(index: number): string {
    return decodeUnits(this.units, this.starts[index], this.starts[index + 1]);
  }

  /** Below, at or above zero as the string at `index` sorts before, with or after one of another table, by code units. */
  compareTo(index: number, other: StringTable, otherIndex: number): number {
    const start = this.starts[index] as number;
    const otherStart = other.starts[otherIndex] as number;
    const length = (this.starts[index + 1] as number) - start;
    const otherLength = (other.starts[otherIndex + 1] as number) - otherStart;
    const shared = Math.min(length, otherLength);
    for (let i = 0; i < shared; i++) {
      const difference = (this.units[start + i] as number) - (other.units[otherStart + i] as number);
      if (difference !== 0) return difference;
    }
    return length - otherLength;
  }

  /** Below, at or above zero as the string at `index` sorts before, with or after `text`, by code units. */
  compare(index: number, text: string): number {
    const start = this.starts[index] as number;
    const length = (this.starts[index + 1] as number) - start;
    const shared = Math.min(length, text.length);
    for (let i = 0; i < shared; i++) {
      const difference = (this.units[start + i] as number) - text.charCodeAt(i);
      if (difference !== 0) return difference;
    }
    return length - text.length;
  }
}

/** First index in `[0, size)` whose string, by `order`, does not sort before `text`; `size` when all do. */
export function lowerBound(table: StringTable, size: number, text: string, order?: Uint16Array): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (table.compare(order ? (order[middle] as number) : middle, text) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
