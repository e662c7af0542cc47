import { FacetDictionary } from './facet-dictionary.js';
import type { NamedValue } from './segment-update.js';
import { type FacetColumn, ordinalsOf } from './segment/facet-column.js';
import { readPair } from './segment/name-pairs.js';

/**
 * What one facet's values are called in English: of the names that live records give a value the one that most of them
 * give, equals by the name. A writer counts with every change, so that readers are told what is new and need not count.
 */
export class NameCounter {
  /** Numbers each value with each of its names. */
  readonly pairs: FacetDictionary = new FacetDictionary();
  readonly #values: FacetDictionary;
  /** By the pair's number. */
  readonly #counts: number[] = [];
  readonly #valueOf: number[] = [];
  readonly #nameOf: string[] = [];
  /** The pairs of each value, by its number. */
  readonly #pairsOf = new Map<number, number[]>();
  readonly #names = new Map<number, string>();
  /** Values of which a name was counted since {@link changes} was last asked. */
  readonly #touched = new Set<number>();

  /** @param values of the facet, numbered */
  constructor(values: FacetDictionary) {
    this.#values = values;
  }

  /** Adds what the documents of a column give, those left out that `deleted` marks. */
  count(column: FacetColumn, deleted: Uint8Array): void {
    this.#learn();
    for (let document = 0; document < deleted.length; document++) {
      if (deleted[document] === 0) this.#add(column, document, 1);
    }
  }

  /** Takes back what a document of a column gave. */
  forget(column: FacetColumn, document: number): void {
    this.#add(column, document, -1);
  }

  /** The values that have another name than when this was last asked. */
  changes(): readonly NamedValue[] {
    const changes: NamedValue[] = [];
    for (const value of this.#touched) {
      const name = this.#choose(value);
      if (name === this.#names.get(value)) continue;
      if (name === undefined) this.#names.delete(value);
      else this.#names.set(value, name);
      changes.push([value, name]);
    }
    this.#touched.clear();
    return changes;
  }

  /** Every value that has a name. */
  all(): readonly NamedValue[] {
    return [...this.#names];
  }

  #add(column: FacetColumn, document: number, step: number): void {
    const { numbers, ordinals } = column;
    const [from, to] = ordinalsOf(column, document);
    for (let at = from; at < to; at++) {
      const ordinal = ordinals[at] as number;
      if (ordinal === 0) continue;
      const pair = numbers[ordinal] as number;
      this.#counts[pair] = (this.#counts[pair] as number) + step;
      this.#touched.add(this.#valueOf[pair] as number);
    }
  }

  /** Takes in the pairs that were numbered since. */
  #learn(): void {
    for (let pair = this.#counts.length; pair < this.pairs.values.length; pair++) {
      const [text, name] = readPair(this.pairs.values[pair] as string);
      const value = this.#values.number(text);
      const known = this.#pairsOf.get(value);
      if (known) known.push(pair);
      else this.#pairsOf.set(value, [pair]);
      this.#valueOf.push(value);
      this.#nameOf.push(name);
      this.#counts.push(0);
    }
  }

  #choose(value: number): string | undefined {
    let best: string | undefined;
    let most = 0;
    for (const pair of this.#pairsOf.get(value) ?? []) {
      const count = this.#counts[pair] as number;
      const name = this.#nameOf[pair] as string;
      if (count === 0 || count < most || (count === most && best !== undefined && name > best)) continue;
      best = name;
      most = count;
    }
    return best;
  }
}
