import { exclude, type PreparedQuery } from './matcher.js';
import type { LiveSegment } from './live-segment.js';
import { InitialsPattern, initialsScore, matchInitials, readInitials, type InitialsMatch } from './near-initials.js';
import { nearWords } from './near-words.js';
import { matchSound, soundScore } from './pinyin-matcher.js';
import { documentFrequency, documentsOf, inverseFrequency, MIN_RELAXED_WEIGHT, type Ranking } from './ranking.js';
import type { SearchRun } from './search-run.js';
import { MAX_QUERY_LENGTH } from './query.js';
import { decodeList, FULL_IMPACT, has } from './segment/postings.js';
import type { Segment } from './segment/segment.js';
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
const INITIALS = 1;
const PARTIAL = 2;
const NONE = -1;

/** Fewer letters are initials of too much to be searched by; they are completed all the same. */
const MIN_INITIALS = 3;

/** What was offered. */
export interface NearOffer {
  readonly tier: number;
  /** Words that a hit has in place of those typed, folded. */
  readonly wordsOf: (hit: TopHit) => readonly string[];
}

/**
 * Offers what does not match but may be meant, when the strict matches do not fill a page. For a query typed in Latin
 * letters records that sound like it; else, where no record has one of its words, those that it gives the initials of;
 * else records with some telling term, a word that the index does not have standing for the words near it. Looks through
 * the run's share; terms are weighed and words found by all segments.
 */
export function offerNearMatches(run: SearchRun, basis: NearBasis, near: TopHits): NearOffer {
  const { syllables, suggested, segments } = run;
  const q = run.q.slice(0, MAX_QUERY_LENGTH);
  const unknown = unknownWords(run);
  if (syllables && !/\p{Script=Han}|\d/u.test(q)) {
    for (const { segment } of segments) syllables.learn(segment);
    const runs = syllables.read(q);
    const wordsOf =
      runs.length > 0 &&
      offerScored(run, basis, near, (live) => matchSound(live, runs, syllables, suggested), soundScore);
    if (wordsOf) return { tier: SOUND, wordsOf };
    const initials = unknown.size > 0 ? readInitials(q) : [];
    if (initials.join('').length >= MIN_INITIALS) {
      const pattern = new InitialsPattern(initials, syllables);
      const match = (live: LiveSegment): Map<number, InitialsMatch> => matchInitials(live, pattern, suggested);
      const named = offerScored(run, basis, near, match, initialsScore);
      if (named) return { tier: INITIALS, wordsOf: named };
    }
  }
  const { ranking, words } = widen(run, basis.ranking, unknown);
  if (ranking.terms.length < 2) return { tier: NONE, wordsOf: () => [] };
  for (const live of run.share) offerPartialMatches(live, run, { ...basis, ranking }, near);
  const wordsOf = (hit: TopHit): readonly string[] => words.filter((word) => hasTerm(hit, word));
  return { tier: near.eligible > 0 ? PARTIAL : NONE, wordsOf };
}

/** Words that no record has. */
function unknownWords({ parsed, segments }: SearchRun): ReadonlySet<string> {
  const terms = parsed.required.flatMap((clause) => clause.terms);
  const words = terms.filter(({ kind, term }) => kind === 'word' && documentFrequency(segments, term) === 0);
  return new Set(words.map(({ term }) => term));
}

/** Offers the matches of each segment by their score. Tells their words when there are any, offered or not. */
function offerScored<M extends { readonly words: ReadonlySet<string> }>(
  { share, counter, scratch }: SearchRun,
  { strict }: NearBasis,
  near: TopHits,
  match: (live: LiveSegment) => Map<number, M>,
  score: (segment: Segment, document: number, found: M) => number,
): NearOffer['wordsOf'] | undefined {
  const all = new Map<LiveSegment, Map<number, M>>();
  for (const live of share) {
    const matches = match(live);
    const { others, keys } = scratch;
    for (const hit of strict) if (hit.live === live) matches.delete(hit.document);
    if (matches.size === 0) continue;
    all.set(live, matches);
    let count = 0;
    for (const document of matches.keys()) others[count++] = document;
    count = counter.filter(live, others, count);
    for (let i = 0; i < count; i++) {
      const document = others[i] as number;
      keys[i] = score(live.segment, document, matches.get(document) as M);
    }
    near.offer(live, others, count, keys);
  }
  if (all.size === 0) return undefined;
  return ({ live, document }) => [...(all.get(live)?.get(document)?.words ?? [])];
}

function hasTerm({ live: { segment }, document }: TopHit, term: string): boolean {
  const ordinal = segment.dictionary.find(term);
  return ordinal >= 0 && has(segment.postings.list(ordinal), document);
}

/** The ranking's terms with, for each word that no record has, the words near it; and these. */
function widen(
  { segments }: SearchRun,
  { terms, weights }: Ranking,
  unknown: ReadonlySet<string>,
): { ranking: Ranking; words: readonly string[] } {
  const documents = documentsOf(segments);
  const words: string[] = [];
  const more: number[] = [];
  for (const term of terms.filter((each) => unknown.has(each))) {
    for (const { word, worth } of nearWords(segments, term)) {
      words.push(word);
      more.push(worth * inverseFrequency(documents, documentFrequency(segments, word)));
    }
  }
  return { ranking: { terms: [...terms, ...words], weights: [...weights, ...more] }, words };
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
