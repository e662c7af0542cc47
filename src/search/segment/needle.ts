import { characterClass, WORD } from '../characters.js';
import type { Clause } from '../query.js';
import { SEPARATOR, type TextReader } from './document-texts.js';

interface NeedleToken {
  readonly units: readonly number[];
  readonly kind: 'gram' | 'word' | 'number';
  /** Stands right after the token before it, in the same run. */
  readonly joined: boolean;
}

/** A clause made ready to be looked for in texts. */
export interface Needle {
  readonly tokens: readonly NeedleToken[];
  /** Ordinal of the only field to look in. */
  readonly field?: number;
  /** All units in a row, where the needle is one run of characters in any field. */
  readonly run?: readonly number[];
}

const toUnits = (text: string): number[] => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));

export function makeNeedle(clause: Clause, field: number | undefined): Needle {
  const tokens = new Map<number, NeedleToken>();
  for (const { term, kind, offset } of clause.terms) {
    if (kind === 'pair') {
      const [first = '', second = ''] = Array.from(term);
      if (!tokens.has(offset)) tokens.set(offset, { units: toUnits(first), kind: 'gram', joined: false });
      tokens.set(offset + 1, { units: toUnits(second), kind: 'gram', joined: true });
    } else {
      tokens.set(offset, { units: toUnits(term), kind: kind === 'single' ? 'gram' : kind, joined: false });
    }
  }
  const ordered = Array.from(tokens)
    .toSorted(([a], [b]) => a - b)
    .map(([, token]) => token);
  if (field !== undefined) return { tokens: ordered, field };
  const isRun = ordered.every(({ kind, joined }, at) => kind === 'gram' && joined === at > 0);
  return isRun ? { tokens: ordered, run: ordered.flatMap(({ units }) => units) } : { tokens: ordered };
}

/** Whether the document has the needle's tokens one after the other in one text. */
export function contains(reader: TextReader, document: number, { tokens, field }: Needle): boolean {
  const first = tokens[0]?.units[0];
  reader.open(document);
  for (let at = 0; reader.nextField(); at++) {
    if (field !== undefined && at < field) continue;
    const { units, length } = reader;
    for (let i = 0; i < length; i++) if (units[i] === first && standsAt(units, i, tokens)) return true;
    if (at === field) return false;
  }
  return false;
}

/** The field's end mark, which no token has, stops every comparison. */
function standsAt(units: Uint16Array, start: number, tokens: readonly NeedleToken[]): boolean {
  let at = start;
  if (tokens[0]?.kind === 'word' && start > 0 && isWord(units, start - 1)) return false;
  for (const { units: wanted, kind, joined } of tokens) {
    if (at > start && !joined && units[at] === SEPARATOR) at++;
    for (const unit of wanted) {
      if (kind === 'number' && units[at] === SEPARATOR) at++;
      if (units[at] !== unit) return false;
      at++;
    }
    // Letters after a number are its kind of publication.
    if (kind === 'word' ? isWord(units, at) : kind === 'number' && isDigit(units[at])) return false;
  }
  return true;
}

function isDigit(unit: number | undefined): boolean {
  return unit !== undefined && unit >= 0x30 && unit <= 0x39;
}

function isWord(units: Uint16Array, at: number): boolean {
  const unit = units[at] as number;
  if (unit < 0xd800 || unit > 0xdfff) return characterClass(unit) === WORD;
  const high = unit < 0xdc00 ? unit : (units[at - 1] as number);
  const low = unit < 0xdc00 ? (units[at + 1] as number) : unit;
  return characterClass(((high - 0xd800) << 10) + (low - 0xdc00) + 0x10000) === WORD;
}
