import type { Cursor } from './cursor.js';
import type { FacetCounter } from './facet-counter.js';
import type { LiveSegment } from './live-segment.js';
import { matchSegment, prepareQuery } from './matcher.js';
import { requiredTerms, type ParsedQuery } from './query.js';
import { documentFrequency, documentsOf, inverseFrequency, type Ranking } from './ranking.js';
import { offerNearMatches } from './near-matches.js';
import type { SyllableTable } from './phonetics.js';
import { MAX_RELAXED_HITS, type SearchHit } from './search-index.js';
import type { Scratch } from './scratch.js';
import { addScores, impactOf, FULL_IMPACT } from './segment/postings.js';
import { TopHits, type TopHit } from './top-hits.js';

/** One search over all segments. */
export interface SearchRun {
  /** As typed, for its sound. */
  readonly q: string;
  readonly parsed: ParsedQuery;
  readonly fields: readonly string[];
  /** Filters, and counts as a side effect. */
  readonly counter: FacetCounter;
  /** Which of the definition's sorts; -1 ranks by relevance. */
  readonly sort: number;
  readonly limit: number;
  readonly cursor: Cursor | undefined;
  readonly scratch: Scratch;
  /** Present where the index can find by sound. */
  readonly syllables: SyllableTable | undefined;
  /** Which fields are found by sound: those that are suggested. */
  readonly suggested: readonly boolean[];
}

export interface SearchRunResult {
  readonly total: number;
  readonly hits: SearchHit[];
  /** Where the next page starts; absent on the last. */
  readonly next?: Cursor;
}

/** Matches, filters, counts and ranks; fills a first page that stays short up with near matches. */
export function runSearch(segments: readonly LiveSegment[], run: SearchRun): SearchRunResult {
  const { parsed, limit, cursor } = run;
  const query = prepareQuery(parsed, run.fields);
  const terms = requiredTerms(parsed);
  const weights = cursor?.weights ?? termWeights(segments, terms);
  const ranking = { terms, weights };

  const continued = cursor?.relaxed !== undefined;
  // Among near matches the strict ones are wanted for one thing only: to leave them out.
  const strict = continued ? new TopHits(MAX_RELAXED_HITS) : new TopHits(limit, cursor);
  const { documents, keys } = run.scratch;
  const everything = query.required.length === 0 && query.excluded.length === 0;
  let total = 0;
  for (const live of segments) {
    const matched = matchSegment(live, query, documents);
    if (matched === 0) continue;
    const count = run.counter.count(live, documents, matched, everything);
    total += count;
    sortKeys(live, run.sort, ranking, documents, count, keys);
    strict.offer(live, documents, count, keys);
  }

  const found = strict.sorted();
  const hits = continued ? [] : found.map((hit) => toHit(hit, ranking, run.sort, false));
  if (!continued) {
    const last = found.at(-1);
    const more = last !== undefined && strict.eligible > found.length;
    if (more) return { total, hits, next: cursorAt(last, run.sort, weights) };
    if (cursor !== undefined || total >= limit || terms.length === 0) return { total, hits };
  }

  const given = cursor?.relaxed ?? 0;
  const room = Math.min(limit - hits.length, MAX_RELAXED_HITS - given);
  const near = new TopHits(room, cursor);
  offerNearMatches(segments, run, { query, ranking, strict: found }, near);
  const relaxed = near.sorted();
  hits.push(...relaxed.map((hit) => toHit(hit, ranking, -1, true)));
  const end = relaxed.at(-1);
  const now = given + relaxed.length;
  if (!end || near.eligible <= relaxed.length || now >= MAX_RELAXED_HITS) return { total, hits };
  return { total, hits, next: { ...cursorAt(end, -1, weights), relaxed: now } };
}

function termWeights(segments: readonly LiveSegment[], terms: readonly string[]): number[] {
  const documents = documentsOf(segments);
  // Four digits: a cursor carries them.
  return terms.map((term) => Math.round(inverseFrequency(documents, documentFrequency(segments, term)) * 1e4) / 1e4);
}

/** Writes what each hit is ordered by beside it. */
function sortKeys(
  { segment }: LiveSegment,
  sort: number,
  ranking: Ranking,
  hits: Uint16Array,
  count: number,
  keys: Float64Array,
): void {
  const column = segment.sorts[sort];
  if (column) {
    for (let i = 0; i < count; i++) keys[i] = column[hits[i] as number] as number;
    return;
  }
  keys.fill(0, 0, count);
  for (const [at, term] of ranking.terms.entries()) {
    const ordinal = segment.dictionary.find(term);
    if (ordinal >= 0) addScores(segment.postings.list(ordinal), hits, count, keys, ranking.weights[at] ?? 0);
  }
}

/** The score of one record: the same sum, in the same order, as for many. */
function scoreOf({ segment }: LiveSegment, document: number, { terms, weights }: Ranking): number {
  let score = 0;
  for (const [at, term] of terms.entries()) {
    const ordinal = segment.dictionary.find(term);
    if (ordinal < 0) continue;
    score += ((weights[at] ?? 0) / FULL_IMPACT) * impactOf(segment.postings.list(ordinal), document);
  }
  return score;
}

function toHit({ live, document, key }: TopHit, ranking: Ranking, sort: number, relaxed: boolean): SearchHit {
  const score = sort < 0 ? key : scoreOf(live, document, ranking);
  return { id: live.segment.ids.at(document), score, relaxed };
}

function cursorAt({ live, document, key }: TopHit, sort: number, weights: readonly number[]): Cursor {
  const id = live.segment.ids.at(document);
  return { key: sort >= 0 && key === -Infinity ? undefined : key, id, weights };
}
