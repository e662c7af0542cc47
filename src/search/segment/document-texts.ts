/** Between two tokens that were apart. None of these three can stand in a token. */
export const SEPARATOR = 1;
export const TEXT_END = 2;
export const FIELD_END = 3;

/**
 * The folded tokens of each document, field after field, to prove phrases on; fields end with {@link FIELD_END}, texts
 * with {@link TEXT_END}. Packed: the most frequent units take one byte, all others two, which is a third less than
 * UTF-16. `alphabet` has the units by code. Codes below `256 - leads` are their byte; the rest is a lead byte and one
 * more, `leads` being as many as the alphabet needs.
 */
export interface DocumentTexts {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly alphabet: Uint16Array;
}

/** How many codes take one byte. */
export const shortCodes = (alphabet: Uint16Array): number => 256 - Math.ceil(alphabet.length / 256);

/** Packs texts that follow each other in `units` by `starts`. */
export function packTexts(units: Uint16Array, starts: Uint32Array): DocumentTexts {
  const counts = new Uint32Array(0x10000);
  for (let i = 0; i < units.length; i++) counts[units[i] as number] = (counts[units[i] as number] as number) + 1;
  const used: number[] = [];
  for (let unit = 0; unit < counts.length; unit++) if (counts[unit] !== 0) used.push(unit);
  const alphabet = Uint16Array.from(used.toSorted((a, b) => (counts[b] as number) - (counts[a] as number)));
  const codes = new Uint16Array(0x10000);
  for (let code = 0; code < alphabet.length; code++) codes[alphabet[code] as number] = code;

  const short = shortCodes(alphabet);
  let size = units.length;
  for (let code = short; code < alphabet.length; code++) size += counts[alphabet[code] as number] as number;
  const bytes = new Uint8Array(size);
  const packedStarts = new Uint32Array(starts.length);
  let at = 0;
  for (let document = 0; document + 1 < starts.length; document++) {
    packedStarts[document] = at;
    const end = starts[document + 1] as number;
    for (let i = starts[document] as number; i < end; i++) {
      const code = codes[units[i] as number] as number;
      if (code < short) bytes[at++] = code;
      else {
        bytes[at++] = short + ((code - short) >>> 8);
        bytes[at++] = (code - short) & 0xff;
      }
    }
  }
  packedStarts[starts.length - 1] = at;
  return { bytes, starts: packedStarts, alphabet };
}

/** Reads packed texts field by field; one reader serves many documents. */
export class TextReader {
  /** Units of the field that was read last: the first `length` of these. */
  units: Uint16Array = new Uint16Array(512);
  length = 0;
  readonly #texts: DocumentTexts;
  readonly #short: number;
  #at = 0;
  #end = 0;

  constructor(texts: DocumentTexts) {
    this.#texts = texts;
    this.#short = shortCodes(texts.alphabet);
  }

  open(document: number): void {
    this.#at = this.#texts.starts[document] as number;
    this.#end = this.#texts.starts[document + 1] as number;
    // No unit takes less than a byte.
    if (this.#end - this.#at > this.units.length) this.units = new Uint16Array(this.#end - this.#at);
  }

  /** Reads the next field, its end mark too; false when there is none. */
  nextField(): boolean {
    const { bytes, alphabet } = this.#texts;
    const short = this.#short;
    const { units } = this;
    const end = this.#end;
    let at = this.#at;
    let length = 0;
    while (at < end) {
      let code = bytes[at++] as number;
      if (code >= short) code = short + ((code - short) << 8) + (bytes[at++] as number);
      const unit = alphabet[code] as number;
      units[length++] = unit;
      if (unit === FIELD_END) break;
    }
    this.#at = at;
    this.length = length;
    return length > 0;
  }
}
