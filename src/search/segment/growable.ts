type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** A typed array that grows while a segment is built. */
export class Growable<T extends Numbers> {
  length = 0;
  #data: T;
  readonly #make: (length: number) => T;

  constructor(make: (length: number) => T, capacity = 1024) {
    this.#make = make;
    this.#data = make(capacity);
  }

  push(value: number): void {
    if (this.length === this.#data.length) this.#reserve(this.length + 1);
    this.#data[this.length++] = value;
  }

  append(values: T): void {
    this.#reserve(this.length + values.length);
    this.#data.set(values, this.length);
    this.length += values.length;
  }

  /** What was pushed so far, without a copy: valid until the next push. */
  view(): T {
    return this.#data.subarray(0, this.length) as T;
  }

  /** What was pushed, in an array of just that length. */
  trimmed(): T {
    return this.#data.slice(0, this.length) as T;
  }

  #reserve(length: number): void {
    if (length <= this.#data.length) return;
    const larger = this.#make(Math.max(length, Math.ceil(this.#data.length * 1.6)));
    larger.set(this.#data.subarray(0, this.length));
    this.#data = larger;
  }
}

export const bytes = (length: number): Uint8Array => new Uint8Array(length);
export const shorts = (length: number): Uint16Array => new Uint16Array(length);
export const words = (length: number): Uint32Array => new Uint32Array(length);
