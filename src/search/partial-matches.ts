import { kthLargest } from './kth-largest.js';
import type { LiveSegment } from './live-segment.js';
import { exclude, type PreparedQuery } from './matcher.js';
import { MIN_RELAXED_WEIGHT, type Ranking } from './ranking.js';
import type { SearchRun } from './search-run.js';
import { addScores, decodeList, FULL_IMPACT, type PostingList } from './segment/postings.js';
import type { TopHit, TopHits } from './top-hits.js';

/** Lists shorter than this are gone through without asking whether that is needed. */
const SHORT = 256;
/** What a sum in another order may differ by. */
const ROUNDING = 1e-9;

/** What documents with some of the terms are sought by. */
export interface PartialBasis {
  readonly query: PreparedQuery;
  readonly ranking: Ranking;
  /** The strict matches, which are left out. */
  readonly strict: readonly TopHit[];
}

interface WeightedList {
  readonly list: PostingList;
  readonly weight: number;
  /** Most that this list and all after it can add to a score. */
  readonly most: number;
}

/**
 * Offers the segment's documents with some telling term, by the sum of their terms' scores, as many as can still be
 * among the best. Terms are taken from the heaviest, that is rarest, on; as soon as all that are left could not bring a
 * document among the best (MaxScore), their long lists only add to the documents that are in the running. So the number
 * offered is exact only while it does not exceed what `near` keeps.
 */
export function offerPartialMatches(live: LiveSegment, run: SearchRun, basis: PartialBasis, near: TopHits): void {
  const lists = weightedLists(live, basis.ranking);
  const { scores, documents: touched } = run.scratch;
  const strict = basis.strict.filter((hit) => hit.live === live);
  // Later pages and exclusion: too few documents of those touched would count to tell a bound by them.
  const bounded = run.cursor === undefined && basis.query.excluded.length === 0;
  let count = 0;
  let done = 0;
  let bound = near.lowestKey;
  for (const { list, weight, most } of lists) {
    if (list.size > SHORT && bounded && count >= near.limit) {
      bound = Math.max(bound, boundOf(live, run, count, near.limit + strict.length));
    }
    if (most * (1 + ROUNDING) < bound) break;
    count = addList(run, list, weight, count);
    done++;
  }

  for (const { document } of strict) scores[document] = 0;
  const least = bound - (lists[done]?.most ?? 0) * (1 + ROUNDING);
  const { others, keys } = run.scratch;
  let left = 0;
  for (let i = 0; i < count; i++) {
    const document = touched[i] as number;
    const score = scores[document] as number;
    if (score > 0 && score >= least && live.deleted[document] === 0) others[left++] = document;
  }
  // Exclusion and the lists still to come are walked side by side.
  if (done < lists.length || basis.query.excluded.length > 0) others.subarray(0, left).sort();
  left = run.counter.filter(live, others, exclude(live, basis.query, others, left));
  for (let i = 0; i < left; i++) keys[i] = scores[others[i] as number] as number;
  for (let i = 0; i < count; i++) scores[touched[i] as number] = 0;
  for (const { list, weight } of lists.slice(done)) addScores(list, others, left, keys, weight);
  near.offer(live, others, left, keys);
}

function weightedLists(live: LiveSegment, { terms, weights }: Ranking): WeightedList[] {
  const lists: { list: PostingList; weight: number }[] = [];
  for (const [at, term] of terms.entries()) {
    const weight = weights[at] ?? 0;
    const list = weight < MIN_RELAXED_WEIGHT ? undefined : live.list(term);
    if (list) lists.push({ list, weight });
  }
  let most = 0;
  const lightestFirst: WeightedList[] = [];
  for (const { list, weight } of lists.toSorted((a, b) => a.weight - b.weight)) {
    most += weight;
    lightestFirst.push({ list, weight, most });
  }
  return lightestFirst.toReversed();
}

/** Adds a list's scores to those by document; returns how many documents have been touched then. */
function addList({ scratch }: SearchRun, list: PostingList, weight: number, count: number): number {
  const { scores, documents: touched, others } = scratch;
  const { impacts, size } = list;
  if (!list.documents) decodeList(list, others);
  const documents = list.documents ?? others;
  const unit = weight / FULL_IMPACT;
  for (let i = 0; i < size; i++) {
    const document = documents[i] as number;
    const score = scores[document] as number;
    if (score === 0) touched[count++] = document;
    scores[document] = score + unit * (impacts[i] as number);
  }
  return count;
}

/** A score that at least `k` of the documents touched reach that pass the filters. */
function boundOf(live: LiveSegment, { scratch, counter }: SearchRun, count: number, k: number): number {
  const { scores, documents: touched, others, keys } = scratch;
  let left = 0;
  for (let i = 0; i < count; i++) {
    const document = touched[i] as number;
    if (live.deleted[document] === 0) others[left++] = document;
  }
  left = counter.filter(live, others, left);
  for (let i = 0; i < left; i++) keys[i] = scores[others[i] as number] as number;
  return kthLargest(keys, left, k);
}
