import { shortCodes, type DocumentTexts } from './document-texts.js';

/** Bytes that tell well enough how often each comes. */
const SAMPLE = 0x10000;

/** A run of characters as the bytes that a segment writes it with. */
export interface PackedRun {
  readonly bytes: Uint8Array;
  /** Which of the bytes is looked for first: the rarest. */
  readonly anchor: number;
}

/**
 * Finds runs of characters in packed texts without unpacking them. A byte sequence may be met in the middle of a
 * two-byte code; whether it begins where a code does is told by the bytes before it: one below the lead bytes ends a
 * code, be it all or half of it, and of the lead-like bytes between it and the place each two are one code.
 */
export class RunFinder {
  readonly #texts: DocumentTexts;
  readonly #short: number;
  /** The alphabet sorted, and the code of each unit. */
  readonly #units: Uint16Array;
  readonly #codes: Uint16Array;
  /** How often each byte comes in the first of the texts. */
  readonly #frequencies = new Uint32Array(256);

  constructor(texts: DocumentTexts) {
    this.#texts = texts;
    this.#short = shortCodes(texts.alphabet);
    this.#codes = Uint16Array.from(texts.alphabet.keys()).sort(
      (a, b) => (texts.alphabet[a] as number) - (texts.alphabet[b] as number),
    );
    for (const byte of texts.bytes.subarray(0, SAMPLE)) {
      this.#frequencies[byte] = (this.#frequencies[byte] as number) + 1;
    }
    this.#units = this.#codes.map((code) => texts.alphabet[code] as number);
  }

  /** `undefined` for a run with a unit that no text has. */
  pack(run: readonly number[]): PackedRun | undefined {
    const bytes: number[] = [];
    for (const unit of run) {
      const code = this.#codeOf(unit);
      if (code === undefined) return undefined;
      if (code < this.#short) bytes.push(code);
      else bytes.push(this.#short + ((code - this.#short) >>> 8), (code - this.#short) & 0xff);
    }
    const frequencies = bytes.map((byte) => this.#frequencies[byte] as number);
    return { bytes: Uint8Array.from(bytes), anchor: frequencies.indexOf(Math.min(...frequencies)) };
  }

  /** Keeps, in place, the candidates that have the run; returns how many. */
  retain({ bytes: run, anchor }: PackedRun, candidates: Uint16Array, count: number): number {
    const { bytes, starts } = this.#texts;
    const wanted = run[anchor] as number;
    const tail = run.length - anchor;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const document = candidates[i] as number;
      const start = starts[document] as number;
      const last = (starts[document + 1] as number) - tail;
      for (let at = start + anchor; at <= last; at++) {
        // Four at a time: most bytes are not the one.
        while (
          at + 3 <= last &&
          bytes[at] !== wanted &&
          bytes[at + 1] !== wanted &&
          bytes[at + 2] !== wanted &&
          bytes[at + 3] !== wanted
        ) {
          at += 4;
        }
        if (at > last) break; // what stands there is another text's
        if (bytes[at] === wanted && standsAt(bytes, at - anchor, run) && this.#begins(start, at - anchor)) {
          candidates[kept++] = document;
          break;
        }
      }
    }
    return kept;
  }

  /** Whether a code begins at `at` in the text that begins at `start`. */
  #begins(start: number, at: number): boolean {
    const { bytes } = this.#texts;
    let before = at;
    while (before > start && (bytes[before - 1] as number) >= this.#short) before--;
    return ((at - before) & 1) === 0;
  }

  #codeOf(unit: number): number | undefined {
    const units = this.#units;
    let low = 0;
    let high = units.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((units[middle] as number) < unit) low = middle + 1;
      else high = middle;
    }
    return units[low] === unit ? this.#codes[low] : undefined;
  }
}

function standsAt(bytes: Uint8Array, at: number, run: Uint8Array): boolean {
  for (let i = 0; i < run.length; i++) if (bytes[at + i] !== run[i]) return false;
  return true;
}
