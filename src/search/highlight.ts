import type { TextRange } from '../domain/page.js';
import { analyseFolded } from './analysis.js';
import { fold, type FoldedText } from './fold.js';
import { phraseClause, type Clause, type ParsedQuery } from './query.js';

/** What the analyser may have put together from parts: a term with five digits. */
const numberLike = /(?:[0-9].*){5}/;

interface Place {
  readonly position: number;
  readonly start: number;
  readonly end: number;
}

/** Finds where the words of a query stand in texts. A text that was folded before is given with that, to save time. */
export type Highlighter = (text: string, folded?: FoldedText) => TextRange[];

/**
 * Where the words of `query` stand in a text: sorted, merged ranges in the text as written, whatever its width, case or
 * script. A run or phrase is marked where all of it stands; a text that has only some of its terms (a near match) has
 * those marked. Of scripts with word spaces always whole words. `words` are other words to mark where they stand whole:
 * a page's {@link SearchPage.words}, by which it found what is written otherwise than typed.
 */
export function highlighter(query: ParsedQuery, words: readonly string[] = []): Highlighter {
  const others = words.map(phraseClause);
  const terms = [...query.required, ...others].flatMap((clause) => clause.terms.map(({ term }) => term));
  const numbers = terms.some((term) => numberLike.test(term));
  const clauses = [
    ...query.required.map((clause) => ({ terms: clause.terms, run: runOf(clause), partly: true })),
    ...others.map((clause) => ({ terms: clause.terms, run: runOf(clause), partly: false })),
  ];
  if (!numbers && clauses.every(({ run }) => run !== undefined)) {
    return (text, folded = fold(text)) =>
      merge(
        clauses.flatMap(({ run = '', terms: pieces, partly }) => {
          const whole = occurrences(folded, run);
          return whole.length > 0 || !partly ? whole : pieces.flatMap(({ term }) => occurrences(folded, term));
        }),
      );
  }
  return (text, folded = fold(text)) => {
    // A number may be written in parts; any other term stands in the folded text as it is
    if (!numbers && !terms.some((term) => folded.text.includes(term))) return [];
    const places = new Map<string, Place[]>(terms.map((term) => [term, []]));
    analyseFolded(folded, (term, _kind, position, start, end) => places.get(term)?.push({ position, start, end }));
    return merge([
      ...query.required.flatMap((clause) => clauseRanges(clause, places)),
      ...others.flatMap((clause) => wholeRanges(clause, placesOf(clause, places))),
    ]);
  };
}

/** {@link highlighter} for one text. */
export function highlight(text: string, query: ParsedQuery, words: readonly string[] = []): TextRange[] {
  return highlighter(query, words)(text);
}

/** The run of characters that a clause asks for, which stands in a text without any analysis; nothing for words and numbers. */
function runOf({ terms: [first, ...others] }: Clause): string | undefined {
  if (first?.kind !== 'pair' && (first?.kind !== 'single' || others.length > 0)) return undefined;
  let run = first.term;
  for (const [i, { term, kind, offset }] of others.entries()) {
    if (kind !== 'pair' || offset !== i + 1) return undefined;
    run += Array.from(term).at(-1) ?? '';
  }
  return run;
}

function occurrences({ text, starts, ends }: FoldedText, run: string): TextRange[] {
  const found: TextRange[] = [];
  for (let at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + 1)) {
    const end = at + run.length;
    found.push([starts?.[at] ?? at, ends?.[end - 1] ?? end]);
  }
  return found;
}

function placesOf({ terms }: Clause, places: ReadonlyMap<string, readonly Place[]>): readonly (readonly Place[])[] {
  return terms.map(({ term }) => places.get(term) ?? []);
}

/** Where all of a clause stands, else where its terms do. */
function clauseRanges(clause: Clause, places: ReadonlyMap<string, readonly Place[]>): TextRange[] {
  const lists = placesOf(clause, places);
  const whole = wholeRanges(clause, lists);
  return whole.length > 0 ? whole : lists.flatMap((list) => list.map(({ start, end }): TextRange => [start, end]));
}

function wholeRanges({ terms }: Clause, [first = [], ...others]: readonly (readonly Place[])[]): TextRange[] {
  if (others.length === 0) return first.map(({ start, end }) => [start, end]);
  const byPosition = others.map((list) => new Map(list.map((place) => [place.position, place])));
  const whole: TextRange[] = [];
  for (const { position, start, end } of first) {
    const members = terms.slice(1).map(({ offset }, index) => byPosition[index]?.get(position + offset));
    if (members.every((member) => member !== undefined)) {
      whole.push([start, Math.max(end, ...members.map((member) => member.end))]);
    }
  }
  return whole;
}

function merge(ranges: TextRange[]): TextRange[] {
  const merged: TextRange[] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
