import { foldText } from '../../search/index.js';

const NO_WORD = /[\s\p{P}\p{S}]+/gu;

/** A title as titles are compared: folded as the search folds it, without spaces and signs. */
export function foldTitle(title: string): string {
  return foldText(title).replaceAll(NO_WORD, '');
}

/**
 * How alike two folded titles are, 0 to 1: twice the pairs of neighbouring characters that they have in common, by the
 * pairs of both (Dice). Equal ones are 1, however short.
 */
export function likeness(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const pairs = pairsOf(a);
  const others = pairsOf(b);
  const left = new Map<string, number>();
  for (const pair of pairs) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of others) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    shared += 1;
    left.set(pair, count - 1);
  }
  const all = pairs.length + others.length;
  return all === 0 ? 0 : (2 * shared) / all;
}

function pairsOf(text: string): string[] {
  const characters = Array.from(text);
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}
