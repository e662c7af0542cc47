import type { Answer } from './answer.js';

/** Memory for answers unless the operator says otherwise: some 500 pages of results. */
export const DEFAULT_ANSWER_CACHE_BYTES = 32 * 1024 * 1024;
/** What an entry takes beside its body, as a multiple of that: its compressed forms, at most half of it each. */
const WITH_COMPRESSED = 2;

/** An answer, and the time of the data in it (ISO 8601). */
export interface DatedAnswer {
  readonly answer: Answer;
  readonly asOf: string;
}

/**
 * Answers to the questions that were asked last, for as long as nothing has changed: the page that every visitor of a
 * site meets first is made once. `generation` tells the state of the data; what was answered in another state is
 * forgotten.
 */
export class AnswerCache {
  readonly #generation: () => number;
  readonly #capacity: number;
  readonly #answers = new Map<string, DatedAnswer>();
  #bytes = 0;
  #known: number;

  constructor(generation: () => number, capacity: number = DEFAULT_ANSWER_CACHE_BYTES) {
    this.#generation = generation;
    this.#capacity = capacity;
    this.#known = generation();
  }

  /** The answer to `key`: the one that is kept, else what `make` gives. */
  async answer(key: string, make: () => Promise<DatedAnswer>): Promise<DatedAnswer> {
    this.#forgetOld();
    const kept = this.#answers.get(key);
    if (kept) {
      // Taken out and put back, so that the oldest stand first
      this.#answers.delete(key);
      this.#answers.set(key, kept);
      return kept;
    }
    const generation = this.#known;
    const made = await make();
    // What was made while something changed may be of the state before: good for this answer, not to keep
    if (generation === this.#generation() && generation === this.#known) this.#keep(key, made);
    return made;
  }

  #forgetOld(): void {
    const generation = this.#generation();
    if (generation === this.#known) return;
    this.#known = generation;
    this.#answers.clear();
    this.#bytes = 0;
  }

  #keep(key: string, made: DatedAnswer): void {
    if (sizeOf(key, made) > this.#capacity / 8) return;
    this.#drop(key);
    this.#answers.set(key, made);
    this.#bytes += sizeOf(key, made);
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= this.#capacity) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const kept = this.#answers.get(key);
    if (kept) this.#bytes -= sizeOf(key, kept);
    this.#answers.delete(key);
  }
}

function sizeOf(key: string, { answer }: DatedAnswer): number {
  return key.length * 2 + answer.size * WITH_COMPRESSED;
}
