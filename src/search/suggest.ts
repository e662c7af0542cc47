import { foldText } from './fold.js';
import type { IndexDocument, Suggestion, SuggestQuery } from './search-index.js';

/**
 * Texts that complete what the user types: those that begin with it first, then those that have it inside (a run of
 * Han anywhere, other scripts at the start of a word), each by how many records have it.
 */
export function suggestTexts(
  documents: readonly IndexDocument[],
  fields: readonly string[],
  { q, limit }: SuggestQuery,
): Suggestion[] {
  const wanted = foldText(q.slice(0, 100)).trim();
  if (wanted === '') return [];
  const startsWord = /^[\p{Script=Latin}\p{N}]/u.test(wanted);
  const found = new Map<string, { text: string; field: string; count: number; inside: boolean }>();
  for (const document of documents) {
    for (const field of fields) {
      for (const text of new Set(document.texts[field])) {
        const folded = foldText(text);
        const at = folded.indexOf(wanted);
        if (at < 0 || (startsWord && at > 0 && /[\p{Script=Latin}\p{N}]/u.test(folded[at - 1] ?? ''))) continue;
        const known = found.get(folded);
        if (known) known.count++;
        else found.set(folded, { text, field, count: 1, inside: at > 0 });
      }
    }
  }
  return [...found.values()]
    .toSorted((a, b) => Number(a.inside) - Number(b.inside) || b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, limit)
    .map(({ text, field, count }) => ({ text, field, count }));
}
