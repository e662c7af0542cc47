import { exclude, type PreparedQuery } from './matcher.js';
import { nearWords } from './near-words.js';
import { matchSound, soundScore } from './pinyin-matcher.js';
import type { LiveSegment } from './live-segment.js';
import { documentFrequency, documentsOf, inverseFrequency, MIN_RELAXED_WEIGHT, type Ranking } from './ranking.js';
import type { SearchRun } from './search-run.js';
import { MAX_QUERY_LENGTH } from './query.js';
import { decodeList, FULL_IMPACT } from './segment/postings.js';
import type { TopHit, TopHits } from './top-hits.js';

/** What near matches are sought from. */
export interface NearBasis {
  readonly query: PreparedQuery;
  readonly ranking: Ranking;
  /** The strict matches, which are no near ones. */
  readonly strict: readonly TopHit[];
}

/** Tiers of near matches, the best first: only the first that finds anything, offered or not, is given. */
const SOUND = 0;
const PARTIAL = 1;
const NONE = -1;

/**
 * Offers what does not match but may be meant, when the strict matches do not fill a page: records that sound like a
 * query typed in Latin letters, else those with some telling term, a word that the index does not have standing for the
 * words near it. Looks through the run's share; terms are weighed and words found by all segments. Returns the tier of
 * what was found.
 */
export function offerNearMatches(run: SearchRun, basis: NearBasis, near: TopHits): number {
  if (offerSoundMatches(run, basis, near)) return SOUND;
  const ranking = widen(run, basis.ranking);
  if (ranking.terms.length < 2) return NONE;
  for (const live of run.share) offerPartialMatches(live, run, { ...basis, ranking }, near);
  return near.eligible > 0 ? PARTIAL : NONE;
}

/** Tells whether there are any, offered or not. */
function offerSoundMatches(
  { q, segments, share, syllables, suggested, counter, scratch }: SearchRun,
  { strict }: NearBasis,
  near: TopHits,
): boolean {
  if (!syllables || /\p{Script=Han}|\d/u.test(q.slice(0, MAX_QUERY_LENGTH))) return false;
  for (const { segment } of segments) syllables.learn(segment);
  const runs = syllables.read(q);
  if (runs.length === 0) return false;
  let any = false;
  for (const live of share) {
    const matches = matchSound(live, runs, syllables, suggested);
    const { others, keys } = scratch;
    for (const hit of strict) if (hit.live === live) matches.delete(hit.document);
    let count = 0;
    for (const document of matches.keys()) others[count++] = document;
    any ||= count > 0;
    count = counter.filter(live, others, count);
    for (let i = 0; i < count; i++) {
      const document = others[i] as number;
      keys[i] = soundScore(live.segment, document, matches.get(document) ?? new Set());
    }
    near.offer(live, others, count, keys);
  }
  return any;
}

/** The terms with their weights, and for each word that no record has, the words near it. */
function widen({ segments, parsed }: SearchRun, { terms, weights }: Ranking): Ranking {
  const kinds = new Map(parsed.required.flatMap((clause) => clause.terms.map(({ term, kind }) => [term, kind])));
  const widened = { terms: [...terms], weights: [...weights] };
  const documents = documentsOf(segments);
  for (const term of terms) {
    if (kinds.get(term) !== 'word' || documentFrequency(segments, term) > 0) continue;
    for (const { word, worth } of nearWords(segments, term)) {
      widened.terms.push(word);
      widened.weights.push(worth * inverseFrequency(documents, documentFrequency(segments, word)));
    }
  }
  return widened;
}

function offerPartialMatches(
  live: LiveSegment,
  { counter, scratch }: SearchRun,
  { query, ranking: { terms, weights }, strict }: NearBasis,
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
  for (const hit of strict) if (hit.live === live) scores[hit.document] = 0;
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
