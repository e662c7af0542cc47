const EMPTY = 0;

/**
 * Numbers the terms of a segment being built in the order they come, from 0: characters and pairs by key, all others by
 * text. Keys are looked up some six hundred times a record, so they have a hash table of their own (open addressing,
 * at most half full) and single characters a plain array.
 */
export class TermNumbers {
  /** How many terms there are. */
  size = 0;
  readonly texts: Map<string, number> = new Map();
  // Numbers are stored one higher, so that 0 is free.
  readonly #singles: Uint32Array = new Uint32Array(0x10000);
  #keys: Uint32Array = new Uint32Array(1024);
  #numbers: Uint32Array = new Uint32Array(1024);
  #used = 0;

  ofText(text: string): number {
    let number = this.texts.get(text);
    if (number === undefined) {
      number = this.size++;
      this.texts.set(text, number);
    }
    return number;
  }

  ofGram(key: number): number {
    if (key < 0x10000) {
      if (this.#singles[key] === EMPTY) this.#singles[key] = ++this.size;
      return (this.#singles[key] as number) - 1;
    }
    let at = this.#slot(key);
    if (this.#numbers[at] === EMPTY) {
      if (++this.#used * 2 > this.#keys.length) {
        this.#grow();
        at = this.#slot(key);
      }
      this.#keys[at] = key;
      this.#numbers[at] = ++this.size;
    }
    return (this.#numbers[at] as number) - 1;
  }

  /** All keys, ascending. */
  sortedKeys(): Uint32Array {
    const keys = new Uint32Array(this.size - this.texts.size);
    let count = 0;
    for (let key = 0; key < this.#singles.length; key++) if (this.#singles[key] !== EMPTY) keys[count++] = key;
    for (let at = 0; at < this.#keys.length; at++) {
      if (this.#numbers[at] !== EMPTY) keys[count++] = this.#keys[at] as number;
    }
    return keys.sort();
  }

  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    let at = (Math.imul(key, 0x9e3779b1) >>> 11) & mask;
    while (this.#numbers[at] !== EMPTY && this.#keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const [keys, numbers] = [this.#keys, this.#numbers];
    this.#keys = new Uint32Array(keys.length * 2);
    this.#numbers = new Uint32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      if (numbers[i] === EMPTY) continue;
      const at = this.#slot(keys[i] as number);
      this.#keys[at] = keys[i] as number;
      this.#numbers[at] = numbers[i] as number;
    }
  }
}
