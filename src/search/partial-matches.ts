import { kthLargest } from './kth-largest.js';
import type { LiveSegment } from './live-segment.js';
import { exclude, type PreparedQuery } from './matcher.js';
import type { WeightedTerm } from './ranking.js';
import type { SearchRun } from './search-run.js';
import { addScores, decodeList, FULL_IMPACT, type PostingList } from './segment/postings.js';
import type { TopHit, TopHits } from './top-hits.js';

/** Fewer postings than this are gone through without asking whether that is needed. */
const SHORT = 256;
/** What a sum in another order may differ by. */
const ROUNDING = 1e-9;

/** Terms that stand for one thing: a document scores by the best of them that it has. */
export type TermGroup = readonly WeightedTerm[];

/** What documents with some of the terms are sought by. */
export interface PartialBasis {
  readonly query: PreparedQuery;
  readonly groups: readonly TermGroup[];
  /** The strict matches, which are left out. */
  readonly strict: readonly TopHit[];
}

interface ListWeight {
  readonly list: PostingList;
  readonly weight: number;
}

interface WeightedList extends ListWeight {
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
  const lists = weightedLists(live, basis.groups);
  const { scores, documents: touched } = run.scratch;
  const strict = basis.strict.filter((hit) => hit.live === live);
  // Later pages and exclusion: too few documents of those touched would count to tell a bound by them.
  const bounded = run.cursor === undefined && basis.query.excluded.length === 0;
  let count = 0;
  let done = 0;
  let bound = near.lowestKey;
  let unasked = 0;
  for (const { list, weight, most } of lists) {
    unasked += list.size;
    // Asking takes as long as going through a list of all documents touched.
    if (unasked > Math.max(SHORT, count) && bounded && count >= near.limit) {
      unasked = 0;
      bound = Math.max(bound, boundOf(live, run, count, near.limit + strict.length));
    }
    if (most * (1 + ROUNDING) < bound) break;
    count = addList(run, list, weight, count);
    done++;
  }

  const rest = lists.slice(done);
  if (rest.length > 0 && bounded) bound = Math.max(bound, boundOf(live, run, count, near.limit + strict.length));
  for (const { document } of strict) scores[document] = 0;
  const { others, keys } = run.scratch;
  let left = collect(live, run, count, leastOf(bound, rest));
  // Exclusion and the lists still to come are walked side by side.
  if (rest.length > 0 || basis.query.excluded.length > 0) others.subarray(0, left).sort();
  left = run.counter.filter(live, others, exclude(live, basis.query, others, left));
  for (let i = 0; i < left; i++) keys[i] = scores[others[i] as number] as number;
  for (let i = 0; i < count; i++) scores[touched[i] as number] = 0;
  for (const [at, { list, weight }] of rest.entries()) {
    left = keepFrom(leastOf(bound, rest.slice(at)), others, keys, left);
    addScores(list, others, left, keys, weight);
  }
  near.offer(live, others, left, keys);
}

/** What a document must have scored to come among the best by what the lists left can add. */
function leastOf(bound: number, [next]: readonly WeightedList[]): number {
  return bound - (next?.most ?? 0) * (1 + ROUNDING);
}

/** Writes those of the documents touched that are live and have scored `least` to `others`; returns how many. */
function collect(live: LiveSegment, { scratch }: SearchRun, count: number, least: number): number {
  const { scores, documents: touched, others } = scratch;
  let left = 0;
  for (let i = 0; i < count; i++) {
    const document = touched[i] as number;
    const score = scores[document] as number;
    if (score > 0 && score >= least && live.deleted[document] === 0) others[left++] = document;
  }
  return left;
}

/** Keeps, in place, the documents whose key is not below `least`; returns how many. */
function keepFrom(least: number, documents: Uint16Array, keys: Float64Array, count: number): number {
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const key = keys[i] as number;
    if (key < least) continue;
    documents[kept] = documents[i] as number;
    keys[kept++] = key;
  }
  return kept;
}

function weightedLists(live: LiveSegment, groups: readonly TermGroup[]): WeightedList[] {
  const lists: ListWeight[] = [];
  for (const group of groups) {
    const found: ListWeight[] = [];
    for (const { term, weight } of group) {
      const list = live.list(term);
      if (list) found.push({ list, weight });
    }
    const [only, ...others] = found;
    if (only) lists.push(others.length === 0 ? only : bestOf(live, found));
  }
  let most = 0;
  const lightestFirst: WeightedList[] = [];
  for (const { list, weight } of lists.toSorted((a, b) => a.weight - b.weight)) {
    most += weight;
    lightestFirst.push({ list, weight, most });
  }
  return lightestFirst.toReversed();
}

/** One list of all documents of several, with the best score that any of these gives. */
function bestOf({ segment }: LiveSegment, lists: readonly ListWeight[]): ListWeight {
  const weight = Math.max(...lists.map((each) => each.weight));
  const best = new Uint8Array(segment.documents);
  const out = new Uint16Array(segment.documents);
  for (const { list, weight: own } of lists) {
    const documents = list.documents ?? out;
    if (!list.documents) decodeList(list, out);
    for (let i = 0; i < list.size; i++) {
      const document = documents[i] as number;
      const impact = Math.max(1, Math.round(((list.impacts[i] as number) * own) / weight));
      if (impact > (best[document] as number)) best[document] = impact;
    }
  }
  let size = 0;
  for (let document = 0; document < best.length; document++) if (best[document] !== 0) out[size++] = document;
  const documents = out.slice(0, size);
  return {
    list: { size, documents, impacts: Uint8Array.from(documents, (each) => best[each] as number) },
    weight,
  };
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
function boundOf(live: LiveSegment, run: SearchRun, count: number, k: number): number {
  const { scratch, counter } = run;
  const { scores, others, keys } = scratch;
  const left = counter.filter(live, others, collect(live, run, count, 0));
  for (let i = 0; i < left; i++) keys[i] = scores[others[i] as number] as number;
  return kthLargest(keys, left, k);
}
