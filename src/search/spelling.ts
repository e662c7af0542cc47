import { initialBits, type Phonetics } from './phonetics.js';

/** Longer texts are no pinyin that anyone types. */
const MAX_LETTERS = 60;
/** One letter is an initial of too much to be looked for inside of a text. */
const MIN_LETTERS_INSIDE = 2;

/** What was typed as pinyin. */
export interface TypedLetters {
  readonly letters: string;
  /** Where a syllable ends in any case, since a gap was typed there: `xi'an` is two of them. */
  readonly ends: ReadonlySet<number>;
}

/**
 * Finds short texts as they are typed in letters: in pinyin without tones, the last syllable perhaps only begun, by the
 * initials of characters, or both mixed as input methods take them (`tianjindx`). Where `SyllableTable` looks through an
 * index for a finished query, this looks at one text after the other while someone is typing.
 */
export class Spelling {
  readonly #phonetics: Phonetics;
  readonly #readings = new Map<number, readonly string[]>();
  /** Bits of the letters that each character may be typed by; made when first needed. */
  #initials: Uint32Array | undefined;

  constructor(phonetics: Phonetics) {
    this.#phonetics = phonetics;
  }

  /** Where a folded text first reads as what was typed; -1 where it nowhere does. */
  placeOf(text: string, typed: TypedLetters): number {
    const last = typed.letters.length < MIN_LETTERS_INSIDE ? Math.min(1, text.length) : text.length;
    const first = typed.letters.charCodeAt(0);
    for (let at = 0; at < last; at++) {
      const unit = text.charCodeAt(at);
      if ((unit === first || this.#mayBegin(unit, first)) && this.#readsFrom(text, at, typed)) return at;
    }
    return -1;
  }

  #readsFrom(text: string, start: number, { letters, ends }: TypedLetters): boolean {
    // How many letters the characters so far may have used up
    let used = [0];
    for (let at = start; used.length > 0 && at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const next = new Set<number>();
      for (const from of used) {
        if (letters.charCodeAt(from) === unit) next.add(from + 1);
        for (const reading of this.#readingsOf(unit)) {
          if (reading[0] !== letters[from]) continue;
          next.add(from + 1);
          const to = Math.min(from + reading.length, letters.length);
          if (!reading.startsWith(letters.slice(from, to)) || isCut(ends, from, to)) continue;
          if (to === letters.length) return true;
          next.add(to);
        }
      }
      if (next.has(letters.length)) return true;
      used = [...next];
    }
    return false;
  }

  /** Whether a character may be typed by a letter: turns nearly all of them away at once. */
  #mayBegin(unit: number, letter: number): boolean {
    if (unit < 0x3000) return false;
    const initials = (this.#initials ??= new Uint32Array(0x10000));
    if (initials[unit] === 0) initials[unit] = initialBits(this.#readingsOf(unit));
    return letter >= 97 && ((initials[unit] as number) & (1 << (letter - 97))) !== 0;
  }

  #readingsOf(unit: number): readonly string[] {
    let known = this.#readings.get(unit);
    if (!known) {
      known = this.#phonetics.readings(String.fromCharCode(unit));
      this.#readings.set(unit, known);
    }
    return known;
  }
}

function isCut(ends: ReadonlySet<number>, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (ends.has(at)) return true;
  return false;
}

/** The letters and digits of a folded query, without the gaps between syllables; `undefined` for what is no pinyin. */
export function readLetters(folded: string): TypedLetters | undefined {
  const syllables = folded.replaceAll('v', 'u').split(/[\s'’]+/);
  const letters = syllables.join('');
  if (letters.length > MAX_LETTERS || !/^[a-z\d]*[a-z][a-z\d]*$/.test(letters)) return undefined;
  let end = 0;
  return { letters, ends: new Set(syllables.map(({ length }) => (end += length))) };
}
