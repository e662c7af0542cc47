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

export interface ScanSelection {
  readonly filters?: Readonly<Record<string, readonly string[]>>;
  readonly matchAll?: readonly string[];
  readonly ranges?: Readonly<Record<string, { readonly min?: number; readonly max?: number }>>;
}

export interface ScanResult {
  readonly matching: readonly IndexDocument[];
  readonly facets: Record<string, Record<string, number>>;
  readonly ranges: Record<string, { min?: number; max?: number; count: number }>;
}

/** Filters by plain set logic; each facet and range is counted over what passes all other filters. */
export function scan(
  documents: readonly IndexDocument[],
  parts: readonly ScanPart[],
  { filters = {}, matchAll = [], ranges = {} }: ScanSelection,
  facets: readonly string[],
  countRanges: readonly string[] = [],
): ScanResult {
  const found = documents.filter((document) =>
    parts.every((part) => scanMatches(document, part) !== (part.excluded ?? false)),
  );
  const numberOf = ({ sorts, ranges: numbers }: IndexDocument, name: string): number | undefined =>
    sorts[name] ?? numbers[name];
  const within = (document: IndexDocument, name: string): boolean => {
    const { min, max } = ranges[name] ?? {};
    const number = numberOf(document, name);
    if (min === undefined && max === undefined) return true;
    return number !== undefined && (min === undefined || number >= min) && (max === undefined || number <= max);
  };
  const chosen = ({ facets: own }: IndexDocument, facet: string, values: readonly string[]): boolean => {
    if (values.length === 0) return true;
    const has = (value: string): boolean => own[facet]?.includes(value) ?? false;
    return matchAll.includes(facet) ? values.every(has) : values.some(has);
  };
  const passes = (document: IndexDocument, except: { facet?: string; range?: string } = {}): boolean =>
    Object.entries(filters).every(([facet, values]) => facet === except.facet || chosen(document, facet, values)) &&
    Object.keys(ranges).every((name) => name === except.range || within(document, name));
  const counts: Record<string, Record<string, number>> = {};
  for (const facet of facets) {
    const count: Record<string, number> = {};
    for (const value of filters[facet] ?? []) count[value] = 0;
    const except = matchAll.includes(facet) ? {} : { facet };
    for (const document of found.filter((candidate) => passes(candidate, except))) {
      for (const value of new Set(document.facets[facet])) count[value] = (count[value] ?? 0) + 1;
    }
    counts[facet] = count;
  }
  const spans: ScanResult['ranges'] = {};
  for (const range of countRanges) {
    const numbers = found
      .filter((candidate) => passes(candidate, { range }))
      .flatMap((document) => numberOf(document, range) ?? []);
    const ends = numbers.length > 0 ? { min: Math.min(...numbers), max: Math.max(...numbers) } : {};
    spans[range] = { ...ends, count: numbers.length };
  }
  return { matching: found.filter((document) => passes(document)), facets: counts, ranges: spans };
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
