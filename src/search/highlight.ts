import type { TextRange } from '../domain/page.js';
import { analyse } from './analysis.js';
import type { Clause, ParsedQuery } from './query.js';

interface Place {
  readonly position: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Where the words of `query` stand in `text`: sorted, merged ranges in the text as written, whatever its width, case or
 * script. A run or phrase is marked where all of it stands; a text that has only some of its terms (a near match) has
 * those marked. Of scripts with word spaces always whole words.
 */
export function highlight(text: string, query: ParsedQuery): TextRange[] {
  const places = new Map<string, Place[]>();
  for (const clause of query.required) for (const { term } of clause.terms) places.set(term, []);
  if (places.size === 0) return [];
  analyse(text, (term, _kind, position, start, end) => places.get(term)?.push({ position, start, end }));
  return merge(query.required.flatMap((clause) => clauseRanges(clause, places)));
}

function clauseRanges(clause: Clause, places: ReadonlyMap<string, readonly Place[]>): TextRange[] {
  const lists = clause.terms.map(({ term }) => places.get(term) ?? []);
  const first = lists[0] ?? [];
  if (lists.length === 1) return first.map(({ start, end }) => [start, end]);
  const byPosition = lists.map((list) => new Map(list.map((place) => [place.position, place])));
  const whole: TextRange[] = [];
  for (const { position, start } of first) {
    const members = clause.terms.map(({ offset }, index) => byPosition[index]?.get(position + offset));
    if (members.every((member) => member !== undefined)) {
      whole.push([start, Math.max(...members.map((member) => member.end))]);
    }
  }
  return whole.length > 0 ? whole : lists.flatMap((list) => list.map(({ start, end }): TextRange => [start, end]));
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
