import entries from 'opencc-js/dict/TSCharacters';
import type { IndexDefinition, IndexDocument } from '../../../src/search/index.js';

/**
 * The plain scan that the index is compared with. It shares no code with it: folding is two string calls and a table,
 * matching is `includes`, ranking is the textbook formula.
 */
const simplified = new Map(
  entries.split('|').map((entry): [string, string] => [entry.slice(0, entry.indexOf(' ')), entry.split(' ')[1]!]),
);

export function scanFold(text: string): string {
  const plain = text
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKC')
    .toLowerCase();
  return Array.from(plain, (character) => simplified.get(character) ?? character).join('');
}

const HAN = /^\p{Script=Han}+$/u;

/** Runs of Han and words of other letters, in order. */
export function scanTokens(text: string): string[] {
  return scanFold(text).match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu) ?? [];
}

export interface ScanPart {
  readonly text: string;
  readonly field?: string;
  readonly excluded?: boolean;
}

function textHas(text: string, part: string): boolean {
  return HAN.test(part) ? scanFold(text).includes(part) : scanTokens(text).includes(part);
}

export function scanMatches(document: IndexDocument, part: ScanPart): boolean {
  const wanted = scanFold(part.text);
  const lists = part.field === undefined ? Object.values(document.texts) : [document.texts[part.field] ?? []];
  return lists.some((texts) => texts.some((text) => textHas(text, wanted)));
}

export interface ScanResult {
  readonly matching: readonly IndexDocument[];
  readonly facets: Record<string, Record<string, number>>;
}

/** Filters by plain set logic; each facet is counted over what passes all other filters. */
export function scan(
  documents: readonly IndexDocument[],
  parts: readonly ScanPart[],
  filters: Readonly<Record<string, readonly string[]>>,
  facets: readonly string[],
): ScanResult {
  const found = documents.filter((document) =>
    parts.every((part) => scanMatches(document, part) !== (part.excluded ?? false)),
  );
  const passes = (document: IndexDocument, except?: string): boolean =>
    Object.entries(filters).every(
      ([facet, values]) =>
        facet === except || values.length === 0 || values.some((value) => document.facets[facet]?.includes(value)),
    );
  const counts: Record<string, Record<string, number>> = {};
  for (const facet of facets) {
    const count: Record<string, number> = {};
    for (const value of filters[facet] ?? []) count[value] = 0;
    for (const document of found.filter((candidate) => passes(candidate, facet))) {
      for (const value of new Set(document.facets[facet])) count[value] = (count[value] ?? 0) + 1;
    }
    counts[facet] = count;
  }
  return { matching: found.filter((document) => passes(document)), facets: counts };
}

/** Characters and pairs of a run, or the word: what one part is scored by. */
function scoredTerms(part: string): string[] {
  const characters = Array.from(part);
  if (!HAN.test(part) || characters.length <= 2) return [part];
  return characters.slice(1).map((character, index) => characters[index]! + character);
}

function occurrences(text: string, term: string): number {
  if (!HAN.test(term)) return scanTokens(text).filter((token) => token === term).length;
  let count = 0;
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) count++;
  return count;
}

/** BM25F as the textbook has it, k1 2.4, b 0.75, over the definition's weights and usual lengths. */
export function scanScorer(
  documents: readonly IndexDocument[],
  definition: IndexDefinition,
  parts: readonly ScanPart[],
): (document: IndexDocument) => number {
  const terms = [
    ...new Set(parts.filter(({ excluded }) => !excluded).flatMap(({ text }) => scoredTerms(scanFold(text)))),
  ];
  const worth = (document: IndexDocument, term: string): number => {
    let sum = 0;
    for (const { name, weight, usualLength } of definition.fields) {
      const texts = (document.texts[name] ?? []).map(scanFold);
      const length = texts.reduce((total, text) => {
        const units = scanTokens(text).map((token) => (HAN.test(token) ? Array.from(token).length : 1));
        return total + 1 + units.reduce((a, b) => a + b, 0);
      }, 0);
      const count = texts.reduce((total, text) => total + occurrences(text, term), 0);
      sum += (count * weight) / (0.25 + (0.75 * length) / usualLength);
    }
    return sum / (2.4 + sum);
  };
  const idf = terms.map((term) => {
    const having = documents.filter((document) => worth(document, term) > 0).length;
    return Math.log(1 + (documents.length - having + 0.5) / (having + 0.5));
  });
  return (document) => terms.reduce((score, term, index) => score + idf[index]! * worth(document, term), 0);
}
