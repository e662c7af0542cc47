import { characterClass, WORD } from '../characters.js';
import type { Clause } from '../query.js';

/** Between two tokens that were apart. None of these three can stand in a token. */
export const SEPARATOR = 1;
export const TEXT_END = 2;
export const FIELD_END = 3;

/**
 * The folded tokens of each document, field after field, to prove phrases on. Documents follow each other in `units`
 * by `starts`; a document's fields each end with {@link FIELD_END}, its texts with {@link TEXT_END}.
 */
export interface DocumentTexts {
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
}

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
  return field === undefined ? { tokens: ordered } : { tokens: ordered, field };
}

/** Whether the document has the needle's tokens one after the other in one text. */
export function contains({ units, starts }: DocumentTexts, document: number, { tokens, field }: Needle): boolean {
  let from = starts[document] as number;
  let to = starts[document + 1] as number;
  if (field !== undefined) {
    for (let skipped = 0; skipped < field; from++) if (units[from] === FIELD_END) skipped++;
    to = from;
    while (units[to] !== FIELD_END) to++;
  }
  const first = tokens[0]?.units[0];
  for (let at = from; at < to; at++) {
    if (units[at] === first && standsAt(units, at, from, to, tokens)) return true;
  }
  return false;
}

function standsAt(
  units: Uint16Array,
  start: number,
  from: number,
  to: number,
  tokens: readonly NeedleToken[],
): boolean {
  let at = start;
  if (tokens[0]?.kind === 'word' && start > from && isWord(units, start - 1)) return false;
  for (const { units: wanted, kind, joined } of tokens) {
    if (at > start && !joined && units[at] === SEPARATOR) at++;
    for (const unit of wanted) {
      if (kind === 'number' && units[at] === SEPARATOR) at++;
      if (units[at] !== unit) return false;
      at++;
    }
    if (kind !== 'gram' && at < to && isWord(units, at)) return false;
  }
  return true;
}

function isWord(units: Uint16Array, at: number): boolean {
  const unit = units[at] as number;
  if (unit < 0xd800 || unit > 0xdfff) return characterClass(unit) === WORD;
  const high = unit < 0xdc00 ? unit : (units[at - 1] as number);
  const low = unit < 0xdc00 ? (units[at + 1] as number) : unit;
  return characterClass(((high - 0xd800) << 10) + (low - 0xdc00) + 0x10000) === WORD;
}
