import type { Cursor } from './cursor.js';
import { MAX_BEST, type LiveSegment } from './live-segment.js';
import { matchSegment, prepareQuery, type PreparedQuery } from './matcher.js';
import { offerNearMatches } from './near-matches.js';
import type { PageCounter } from './page-counter.js';
import {
  needsNearMatches,
  type PartialHit,
  type PartialHits,
  type PartialPage,
  type QueryPlan,
} from './partial-page.js';
import type { SyllableTable } from './phonetics.js';
import { requiredTerms, type ParsedQuery } from './query.js';
import { documentFrequency, documentsOf, inverseFrequency, type Ranking } from './ranking.js';
import type { Scratch } from './scratch.js';
import { MAX_RELAXED_HITS, type IndexDefinition } from './search-index.js';
import { addAllScores, addScores, impactOf, FULL_IMPACT } from './segment/postings.js';
import { TopHits, type TopHit } from './top-hits.js';

/** One search over one share of the segments. */
export interface SearchRun {
  /** As typed, for its sound. */
  readonly q: string;
  readonly parsed: ParsedQuery;
  /** Names the query, for cursors. */
  readonly key: string;
  readonly definition: IndexDefinition;
  readonly fields: readonly string[];
  /** All of the index's segments: rare words are weighed by them. */
  readonly segments: readonly LiveSegment[];
  /** Those to look through. */
  readonly share: readonly LiveSegment[];
  /** Whether near matches are wanted; `undefined` leaves it to the page, which the share then must be all of. */
  readonly near: boolean | undefined;
  /** Filters, and counts as a side effect. */
  readonly counter: PageCounter;
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

/** What {@link runSearch} finds: a partial page but for what the reader knows better. */
export type SearchRunResult = Pick<PartialPage, 'plan' | 'total' | 'strict' | 'near'>;

/** Matches, filters, counts and ranks; where the page stays short looks for near matches. */
export function runSearch(run: SearchRun): SearchRunResult {
  const { parsed, limit, cursor } = run;
  const query = prepareQuery(parsed, run.fields);
  const terms = requiredTerms(parsed);
  const weights = cursor?.weights ?? termWeights(run.segments, terms);
  const ranking = { terms, weights };
  const plan: QueryPlan = { key: run.key, sort: run.sort, weights, given: cursor?.relaxed };

  const continued = plan.given !== undefined;
  // Among near matches the strict ones are wanted for one thing only: to leave them out.
  const top = continued ? new TopHits(MAX_RELAXED_HITS) : new TopHits(limit, cursor);
  const { documents, keys } = run.scratch;
  const everything =
    query.required.length === 0 &&
    query.excluded.length === 0 &&
    run.counter.acceptsAll &&
    cursor === undefined &&
    limit <= MAX_BEST;
  let total = 0;
  for (const live of run.share) {
    if (everything && run.sort >= 0) {
      run.counter.countAll(live);
      total += live.size;
      top.offerBest(live, run.sort);
      continue;
    }
    const matched = matchSegment(live, query, documents);
    if (matched === 0) continue;
    const count = run.counter.count(live, documents, matched);
    total += count;
    sortKeys(live, run.sort, ranking, documents, count, keys);
    top.offer(live, documents, count, keys);
  }
  const found = top.sorted();
  const strict: PartialHits = continued
    ? { hits: [], eligible: 0 }
    : { hits: found.map((hit) => toHit(hit, ranking, run.sort)), eligible: top.eligible };

  const fullness = { plan, limit, total, eligible: strict.eligible, later: cursor !== undefined };
  if (!(continued || (run.near ?? needsNearMatches(fullness)))) return { plan, total, strict };
  // One more than a page: its number tells whether there is a next one, even where it is not counted to the end.
  const nearest = new TopHits(limit + 1, continued ? cursor : undefined);
  const leader = (): TopHit | undefined => leaderOf(run, query, ranking);
  const { tier, wordsOf } = offerNearMatches(run, { query, ranking, strict: found, leader }, nearest);
  const hits = nearest
    .sorted()
    .slice(0, limit)
    .map((hit) => toHit(hit, ranking, -1, wordsOf(hit)));
  return { plan, total, strict, near: { tier, hits, eligible: nearest.eligible } };
}

/** The best strict match in all of the index, whatever the share and the sort. */
function leaderOf(
  { segments, counter, scratch }: SearchRun,
  query: PreparedQuery,
  ranking: Ranking,
): TopHit | undefined {
  const first = new TopHits(1);
  const { documents, keys } = scratch;
  for (const live of segments) {
    const count = counter.filter(live, documents, matchSegment(live, query, documents));
    sortKeys(live, -1, ranking, documents, count, keys);
    first.offer(live, documents, count, keys);
  }
  return first.sorted()[0];
}

function termWeights(segments: readonly LiveSegment[], terms: readonly string[]): number[] {
  const documents = documentsOf(segments);
  // Four digits: a cursor carries them.
  return terms.map((term) => Math.round(inverseFrequency(documents, documentFrequency(segments, term)) * 1e4) / 1e4);
}

/** Writes what each hit is ordered by beside it. */
function sortKeys(
  live: LiveSegment,
  sort: number,
  ranking: Ranking,
  hits: Uint16Array,
  count: number,
  keys: Float64Array,
): void {
  const column = live.segment.numbers[sort];
  if (column) {
    for (let i = 0; i < count; i++) keys[i] = column[hits[i] as number] as number;
    return;
  }
  keys.fill(0, 0, count);
  for (const [at, term] of ranking.terms.entries()) {
    const list = live.list(term);
    if (!list) continue;
    const weight = ranking.weights[at] ?? 0;
    // Hits have every term: as many as the list has are all of its documents.
    if (list.size === count) addAllScores(list, keys, weight);
    else addScores(list, hits, count, keys, weight);
  }
}

/** The score of one record: the same sum, in the same order, as for many. */
function scoreOf(live: LiveSegment, document: number, { terms, weights }: Ranking): number {
  let score = 0;
  for (const [at, term] of terms.entries()) {
    const list = live.list(term);
    if (list) score += ((weights[at] ?? 0) / FULL_IMPACT) * impactOf(list, document);
  }
  return score;
}

function toHit(
  { live, document, key }: TopHit,
  ranking: Ranking,
  sort: number,
  words: readonly string[] = [],
): PartialHit {
  const score = sort < 0 ? key : scoreOf(live, document, ranking);
  return { id: live.segment.ids.at(document), key, score, words };
}
