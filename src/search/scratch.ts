/**
 * Working memory that the searches of one index share: a search runs to its end before the next begins, and filling
 * fresh arrays would cost more than most searches. Everything in it is undefined between two uses but `scores`, which
 * whoever writes to it leaves at 0.
 */
export class Scratch {
  documents: Uint16Array = new Uint16Array(0);
  others: Uint16Array = new Uint16Array(0);
  fails: Uint8Array = new Uint8Array(0);
  keys: Float64Array = new Float64Array(0);
  scores: Float64Array = new Float64Array(0);
  #histogram = new Uint32Array(1024);

  /** Makes room for a segment of that many documents. */
  reserve(documents: number): void {
    if (documents <= this.documents.length) return;
    this.documents = new Uint16Array(documents);
    this.others = new Uint16Array(documents);
    this.keys = new Float64Array(documents);
    this.scores = new Float64Array(documents);
    this.fails = new Uint8Array(documents);
  }

  /** A histogram of that many zeros, to be read before the next is asked for. */
  histogram(size: number): Uint32Array {
    if (size > this.#histogram.length) this.#histogram = new Uint32Array(size * 2);
    return this.#histogram.subarray(0, size).fill(0);
  }
}
