import { simplified } from './characters.js';
import { decodeUnits } from './units.js';

/** A text as the index compares it, with the way back to what was written. */
export interface FoldedText {
  readonly text: string;
  /** Original UTF-16 range that each unit of `text` came from: `[starts[i], ends[i])`. Absent when `text` lines up with the original. */
  readonly starts?: Uint32Array;
  readonly ends?: Uint32Array;
}

/** Marks and joining letters that NFKC may merge into the character before them, and characters that nobody sees. */
const continuation =
  /^[\p{M}\p{Default_Ignorable_Code_Point}\u1160-\u11ff\u3133\u3135\u3136\u313a-\u313f\u314f-\u3163\uff9e\uff9f\uffa3\uffa5\uffa6\uffaa-\uffaf\uffc2-\uffdc]$/u;
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const marksOnLatin = /(?<=\p{Script=Latin})\p{M}+/gu;

/** A character with more marks than any language writes is cut, so that hostile input costs no more than plain text. */
const MAX_CLUSTER = 32;

function foldCluster(cluster: string): string {
  const composed = cluster.replace(invisible, '').normalize('NFKC').replace(invisible, '');
  let folded = '';
  for (const character of composed.toLowerCase()) {
    // The final sigma depends on what follows, which a cluster does not know.
    folded += character === 'ς' ? 'σ' : String.fromCodePoint(simplified(character.codePointAt(0) as number));
  }
  return folded.normalize('NFD').replace(marksOnLatin, '').normalize('NFC');
}

const UNKNOWN = 0;
const COMPLEX = 0xffff;
/** Folded unit by unit for characters that fold to one unit whatever surrounds them. */
const simpleFolds = new Uint16Array(0x10000);
const continues = new Uint8Array(0x10000);
const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

function simpleFold(unit: number): number {
  const known = simpleFolds[unit] as number;
  if (known !== UNKNOWN) return known;
  const folded = isSurrogate(unit) ? '' : foldCluster(String.fromCharCode(unit));
  const result = folded.length === 1 ? folded.charCodeAt(0) : COMPLEX;
  simpleFolds[unit] = result;
  return result;
}

/** Whether the unit may belong to the character before it. A high surrogate only may: the pair decides. */
function mayContinue(unit: number): boolean {
  if (unit < 0x300) return unit === 0xad;
  let known = continues[unit] as number;
  if (known === UNKNOWN) {
    known = (unit >= 0xd800 && unit <= 0xdbff) || continuation.test(String.fromCharCode(unit)) ? 1 : 2;
    continues[unit] = known;
  }
  return known === 1;
}

function clusterEnd(text: string, start: number): number {
  let end = start + ((text.codePointAt(start) as number) > 0xffff ? 2 : 1);
  while (end < text.length && end - start < MAX_CLUSTER) {
    if (!mayContinue(text.charCodeAt(end))) break;
    const codePoint = text.codePointAt(end) as number;
    if (!continuation.test(String.fromCodePoint(codePoint))) break;
    end += codePoint > 0xffff ? 2 : 1;
  }
  return end;
}

/**
 * Folds a text to the one form that records and queries are compared in: NFKC, lower case, traditional characters and
 * radicals as simplified ones, Latin letters without marks, invisible characters removed. It works character by
 * character (a base with its marks), so that every folded unit knows the range it came from.
 */
export function fold(text: string): FoldedText {
  const length = text.length;
  let units = new Uint16Array(length);
  let starts: Uint32Array | undefined;
  let ends: Uint32Array | undefined;
  let size = 0;
  let changed = false;
  for (let i = 0; i < length;) {
    const unit = text.charCodeAt(i);
    const simple = simpleFold(unit);
    if (simple !== COMPLEX && !(i + 1 < length && mayContinue(text.charCodeAt(i + 1)))) {
      if (simple !== unit) changed = true;
      if (size === units.length) [units, starts, ends] = grow(units, starts, ends);
      units[size] = simple;
      if (starts && ends) {
        starts[size] = i;
        ends[size] = i + 1;
      }
      size++;
      i++;
      continue;
    }
    const end = clusterEnd(text, i);
    const cluster = text.slice(i, end);
    const folded = foldCluster(cluster);
    if (folded !== cluster) {
      changed = true;
      if (!starts || !ends) {
        starts = Uint32Array.from({ length: units.length }, (_, k) => k);
        ends = Uint32Array.from({ length: units.length }, (_, k) => k + 1);
      }
    }
    for (let k = 0; k < folded.length; k++) {
      if (size === units.length) [units, starts, ends] = grow(units, starts, ends);
      units[size] = folded.charCodeAt(k);
      if (starts && ends) {
        starts[size] = i;
        ends[size] = end;
      }
      size++;
    }
    i = end;
  }
  if (!changed) return { text };
  const folded = decodeUnits(units, 0, size);
  return starts && ends ? { text: folded, starts, ends } : { text: folded };
}

type Buffers = [Uint16Array<ArrayBuffer>, Uint32Array<ArrayBuffer> | undefined, Uint32Array<ArrayBuffer> | undefined];

function grow(
  units: Uint16Array<ArrayBuffer>,
  starts: Uint32Array | undefined,
  ends: Uint32Array | undefined,
): Buffers {
  const length = units.length * 2 + 16;
  const larger = new Uint16Array(length);
  larger.set(units);
  return [larger, widen(starts, length), widen(ends, length)];
}

function widen(offsets: Uint32Array | undefined, length: number): Uint32Array<ArrayBuffer> | undefined {
  if (!offsets) return undefined;
  const larger = new Uint32Array(length);
  larger.set(offsets);
  return larger;
}

/** The folded text alone. */
export function foldText(text: string): string {
  return fold(text).text;
}
