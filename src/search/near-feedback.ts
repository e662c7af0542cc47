import { tokenise } from './analysis.js';
import type { LiveSegment } from './live-segment.js';
import { documentFrequency, documentsOf, inverseFrequency, type WeightedTerm } from './ranking.js';
import { TextReader } from './segment/document-texts.js';
import { FULL_IMPACT, impactOf } from './segment/postings.js';
import { decodeUnits } from './units.js';

/** Terms by which records like a given one are sought. */
const MAX_TERMS = 40;
/** Terms of a record that are weighed, its first: a summary has about 300. */
const MAX_READ = 1000;
/** A term that every third record has does not tell one from another. */
const MIN_WEIGHT = 1;

/** The terms that tell a record from others, by how much they count in it and how rare they are, best first. */
export function tellingTerms(
  segments: readonly LiveSegment[],
  { segment }: LiveSegment,
  document: number,
): readonly WeightedTerm[] {
  const documents = documentsOf(segments);
  const found: WeightedTerm[] = [];
  for (const term of termsOf(new TextReader(segment.texts), document)) {
    const ordinal = segment.dictionary.find(term);
    const having = documentFrequency(segments, term);
    const rarity = inverseFrequency(documents, having);
    if (ordinal < 0 || having < 2 || rarity < MIN_WEIGHT) continue;
    found.push({ term, weight: (rarity * impactOf(segment.postings.list(ordinal), document)) / FULL_IMPACT });
  }
  return found.toSorted((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1)).slice(0, MAX_TERMS);
}

/** The pairs and words of a document, as many as are weighed. */
function termsOf(reader: TextReader, document: number): ReadonlySet<string> {
  const terms = new Set<string>();
  const add = (term: string): void => {
    if (terms.size < MAX_READ) terms.add(term);
  };
  reader.open(document);
  while (terms.size < MAX_READ && reader.nextField()) {
    tokenise(decodeUnits(reader.units, 0, reader.length), {
      gram(codePoint, previous) {
        if (previous >= 0) add(String.fromCodePoint(previous, codePoint));
      },
      word(text) {
        if (text.length > 1) add(text);
      },
      number: () => undefined,
    });
  }
  return terms;
}
