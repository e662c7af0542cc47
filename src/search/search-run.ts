import type { Cursor } from './cursor.js';
import type { FacetCounter } from './facet-counter.js';
import type { LiveSegment } from './live-segment.js';
import { exclude, matchSegment, prepareQuery, type PreparedQuery } from './matcher.js';
import { requiredTerms, type ParsedQuery } from './query.js';
import { inverseFrequency, MIN_RELAXED_WEIGHT } from './ranking.js';
import { MAX_RELAXED_HITS, type SearchHit } from './search-index.js';
import type { Scratch } from './scratch.js';
import { addScores, decodeList, impactOf, FULL_IMPACT } from './segment/postings.js';
import { TopHits, type TopHit } from './top-hits.js';

/** One search over all segments. */
export interface SearchRun {
  readonly parsed: ParsedQuery;
  readonly fields: readonly string[];
  /** Filters, and counts as a side effect. */
  readonly counter: FacetCounter;
  /** Which of the definition's sorts; -1 ranks by relevance. */
  readonly sort: number;
  readonly limit: number;
  readonly cursor: Cursor | undefined;
  readonly scratch: Scratch;
}

export interface SearchRunResult {
  readonly total: number;
  readonly hits: SearchHit[];
  /** Where the next page starts; absent on the last. */
  readonly next?: Cursor;
}

interface Ranking {
  readonly terms: readonly string[];
  readonly weights: readonly number[];
}

/** Matches, filters, counts and ranks; fills a first page that stays short up with near matches. */
export function runSearch(segments: readonly LiveSegment[], run: SearchRun): SearchRunResult {
  const { parsed, limit, cursor } = run;
  const query = prepareQuery(parsed, run.fields);
  const terms = requiredTerms(parsed);
  const weights = cursor?.weights ?? termWeights(segments, terms);
  const ranking = { terms, weights };

  const strict = new TopHits(cursor?.relaxed === undefined ? limit : 0, cursor);
  const { documents, keys } = run.scratch;
  const everything = query.required.length === 0 && query.excluded.length === 0;
  let total = 0;
  for (const live of segments) {
    const matched = matchSegment(live, query, documents);
    if (matched === 0) continue;
    const count = run.counter.count(live, documents, matched, everything);
    total += count;
    if (cursor?.relaxed !== undefined) continue;
    sortKeys(live, run.sort, ranking, documents, count, keys);
    strict.offer(live, documents, count, keys);
  }

  const found = strict.sorted();
  const hits = found.map((hit) => toHit(hit, ranking, run.sort, false));
  const last = found.at(-1);
  if (cursor?.relaxed === undefined) {
    const next = last && strict.eligible > found.length ? cursorAt(last, run.sort, weights) : undefined;
    if (next) return { total, hits, next };
    if (cursor !== undefined || total >= limit || terms.length < 2) return { total, hits };
  }

  const given = cursor?.relaxed ?? 0;
  const room = Math.min(limit - hits.length, MAX_RELAXED_HITS - given);
  const near = new TopHits(room, cursor);
  for (const live of segments) offerNearMatches(live, query, ranking, run, near);
  const relaxed = near.sorted();
  hits.push(...relaxed.map((hit) => toHit(hit, ranking, -1, true)));
  const end = relaxed.at(-1);
  const now = given + relaxed.length;
  if (!end || near.eligible <= relaxed.length || now >= MAX_RELAXED_HITS) return { total, hits };
  return { total, hits, next: { ...cursorAt(end, -1, weights), relaxed: now } };
}

function termWeights(segments: readonly LiveSegment[], terms: readonly string[]): number[] {
  const documents = segments.reduce((sum, { segment }) => sum + segment.documents, 0);
  return terms.map((term) => {
    let having = 0;
    for (const { segment } of segments) {
      const ordinal = segment.dictionary.find(term);
      if (ordinal >= 0) having += segment.postings.sizeOf(ordinal);
    }
    return inverseFrequency(documents, having);
  });
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

/** Offers what has some telling term but does not match strictly. */
function offerNearMatches(
  live: LiveSegment,
  query: PreparedQuery,
  { terms, weights }: Ranking,
  { counter, scratch }: SearchRun,
  near: TopHits,
): void {
  const { segment, deleted } = live;
  const { scores, keys, documents: touched, others: list } = scratch;
  let count = 0;
  for (const [at, term] of terms.entries()) {
    const weight = weights[at] ?? 0;
    const ordinal = segment.dictionary.find(term);
    if (weight < MIN_RELAXED_WEIGHT || ordinal < 0) continue;
    const postings = segment.postings.list(ordinal);
    const size = decodeList(postings, list);
    const unit = weight / FULL_IMPACT;
    for (let i = 0; i < size; i++) {
      const document = list[i] as number;
      const score = scores[document] as number;
      if (score === 0) touched[count++] = document;
      scores[document] = score + unit * (postings.impacts[i] as number);
    }
  }
  const strict = matchSegment(live, query, list);
  for (let i = 0; i < strict; i++) scores[list[i] as number] = 0;
  let left = 0;
  for (let i = 0; i < count; i++) {
    const document = touched[i] as number;
    if ((scores[document] as number) > 0 && deleted[document] === 0) list[left++] = document;
  }
  // Exclusion walks lists side by side.
  if (query.excluded.length > 0) list.subarray(0, left).sort();
  left = counter.filter(live, list, exclude(live, query, list, left));
  for (let i = 0; i < left; i++) keys[i] = scores[list[i] as number] as number;
  for (let i = 0; i < count; i++) scores[touched[i] as number] = 0;
  near.offer(live, list, left, keys);
}
