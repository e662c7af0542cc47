import type { PreparedQuery } from './matcher.js';
import type { LiveSegment } from './live-segment.js';
import { InitialsPattern, initialsScore, matchInitials, readInitials, type InitialsMatch } from './near-initials.js';
import { nearWords } from './near-words.js';
import { offerPartialMatches } from './partial-matches.js';
import { matchSound, soundScore } from './pinyin-matcher.js';
import { documentFrequency, documentsOf, inverseFrequency, type Ranking } from './ranking.js';
import type { SearchRun } from './search-run.js';
import { MAX_QUERY_LENGTH } from './query.js';
import { has } from './segment/postings.js';
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

function hasTerm({ live, document }: TopHit, term: string): boolean {
  const list = live.list(term);
  return list !== undefined && has(list, document);
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
