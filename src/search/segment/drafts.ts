import type { FacetDictionary } from '../facet-dictionary.js';
import { packFacet, type FacetColumn } from './facet-column.js';
import { Growable, words } from './growable.js';
import type { Completions } from './segment.js';
import { StringTable } from './string-table.js';

/** Numbers texts in the order they first come. */
class Numbering {
  readonly numbers = new Map<string, number>();

  of(text: string): number {
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(text, number);
    }
    return number;
  }
}

/** Lists of numbers, one a document. */
class Lists {
  readonly starts: Growable<Uint32Array> = new Growable(words);
  readonly items: Growable<Uint32Array> = new Growable(words);

  constructor() {
    this.starts.push(0);
  }

  close(): void {
    this.starts.push(this.items.length);
  }
}

/** One facet of a segment being built. */
export class FacetDraft {
  readonly #values = new Numbering();
  readonly #lists = new Lists();
  /** Numbers in the whole index of the values that older segments have. */
  readonly #known: number[] = [];

  add(values: readonly string[]): void {
    for (const value of new Set(values)) this.#lists.items.push(this.#values.of(value) + 1);
    this.#lists.close();
  }

  /** Adds the documents of an older segment's column that `moved` has not at -1. */
  addColumn({ values, numbers: known, starts, ordinals }: FacetColumn, moved: Int32Array): void {
    const numbers = new Uint32Array(values.size + 1);
    const add = (ordinal: number): void => {
      if (numbers[ordinal] === 0) {
        const value = this.#values.of(values.at(ordinal - 1));
        numbers[ordinal] = value + 1;
        this.#known[value] = known[ordinal] as number;
      }
      this.#lists.items.push(numbers[ordinal] as number);
    };
    for (let document = 0; document < moved.length; document++) {
      if ((moved[document] as number) < 0) continue;
      if (starts.length === 0) {
        if (ordinals[document] !== 0) add(ordinals[document] as number);
      } else {
        for (let i = starts[document] as number; i < (starts[document + 1] as number); i++) add(ordinals[i] as number);
      }
      this.#lists.close();
    }
  }

  /** The column, new values numbered by the whole index's dictionary: of older segments alone there are none. */
  finish(dictionary?: FacetDictionary): FacetColumn {
    const sorted = [...this.#values.numbers.keys()].toSorted((a, b) => (a < b ? -1 : 1));
    const numbers = new Uint32Array(sorted.length + 1);
    const ordinals = new Uint32Array(sorted.length + 1);
    for (const [at, value] of sorted.entries()) {
      const own = this.#values.of(value);
      ordinals[own + 1] = at + 1;
      numbers[at + 1] = this.#known[own] ?? dictionary?.number(value) ?? 0;
    }
    return packFacet(
      StringTable.from(sorted),
      numbers,
      this.#lists.starts.trimmed(),
      this.#lists.items.trimmed().map((item) => ordinals[item] as number),
    );
  }
}

/** The completions of a segment being built. Texts are numbered with their field's ordinal as first character. */
export class CompletionsDraft {
  readonly #texts = new Numbering();
  readonly #lists = new Lists();

  /** Adds a document's texts, each with the ordinal of its field. */
  add(texts: Iterable<readonly [field: number, text: string]>): void {
    const entries = new Set<number>();
    for (const [field, text] of texts) entries.add(this.#texts.of(String.fromCharCode(field) + text));
    for (const entry of entries) this.#lists.items.push(entry);
    this.#lists.close();
  }

  /** Adds the documents of an older segment that `moved` has not at -1. */
  addAll({ texts, fields, starts, entries }: Completions, moved: Int32Array): void {
    const numbers = new Int32Array(texts.size).fill(-1);
    for (let document = 0; document < moved.length; document++) {
      if ((moved[document] as number) < 0) continue;
      for (let i = starts[document] as number; i < (starts[document + 1] as number); i++) {
        const entry = entries[i] as number;
        if ((numbers[entry] as number) < 0) {
          numbers[entry] = this.#texts.of(String.fromCharCode(fields[entry] as number) + texts.at(entry));
        }
        this.#lists.items.push(numbers[entry] as number);
      }
      this.#lists.close();
    }
  }

  finish(): Completions {
    const entries = [...this.#texts.numbers.keys()];
    return {
      texts: StringTable.from(entries.map((entry) => entry.slice(1))),
      fields: Uint8Array.from(entries, (entry) => entry.charCodeAt(0)),
      starts: this.#lists.starts.trimmed(),
      entries: this.#lists.items.trimmed(),
    };
  }
}
