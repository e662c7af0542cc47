import type { LiveSegment } from './live-segment.js';
import type { PreparedQuery } from './matcher.js';
import { tellingTerms } from './near-feedback.js';
import { InitialsPattern, initialsScore, matchInitials, readInitials, type InitialsMatch } from './near-initials.js';
import { translationsOf } from './near-translations.js';
import { nearWords } from './near-words.js';
import { offerPartialMatches, type TermGroup } from './partial-matches.js';
import { matchSound, soundScore } from './pinyin-matcher.js';
import { MAX_QUERY_LENGTH } from './query.js';
import {
  documentFrequency,
  documentsOf,
  inverseFrequency,
  MIN_RELAXED_WEIGHT,
  type Ranking,
  type WeightedTerm,
} from './ranking.js';
import type { SearchRun } from './search-run.js';
import { has } from './segment/postings.js';
import type { Segment } from './segment/segment.js';
import type { TopHit, TopHits } from './top-hits.js';

/** What near matches are sought from. */
export interface NearBasis {
  readonly query: PreparedQuery;
  readonly ranking: Ranking;
  /** The strict matches, which are no near ones. */
  readonly strict: readonly TopHit[];
  /** The best strict match in all of the index. */
  readonly leader: () => TopHit | undefined;
}

/** Tiers of near matches, the best first: only the first that finds anything, offered or not, is given. */
const SOUND = 0;
const INITIALS = 1;
const PARTIAL = 2;
const NONE = -1;

/** Fewer letters are initials of too much to be searched by; they are completed all the same. */
const MIN_INITIALS = 3;

/** Fields of at least this share of the heaviest one's weight say what a record is about. */
const TOPICAL_SHARE = 0.5;
const LATIN = /^\p{Script=Latin}{2,}$/u;
/** Words of a query that are translated. */
const MAX_TRANSLATED = 16;
/** A query of as many terms, such as a title, is for records like the one that it finds. */
const MIN_FEEDBACK_TERMS = 6;
/** What all terms of the best match count beside all of the query's own. */
const FEEDBACK = 1.5;

/** What was offered. */
export interface NearOffer {
  readonly tier: number;
  /** Words that a hit has in place of those typed, folded. */
  readonly wordsOf: (hit: TopHit) => readonly string[];
}

/**
 * Offers what does not match but may be meant, when the strict matches do not fill a page. For a query typed in Latin
 * letters records that sound like it; else, where no record has one of its words, those that it gives the initials of;
 * else records with some telling term. There a word stands for the words near it, too, where the index does not have it,
 * and for its translation, where records teach one; and a long query for what tells its best match from others. Looks
 * through the run's share; terms are weighed and words found by all segments.
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
  const { groups, words } = widen(run, basis, unknown);
  if (groups.flat().length < 2) return { tier: NONE, wordsOf: () => [] };
  const { query, strict } = basis;
  for (const live of run.share) offerPartialMatches(live, run, { query, groups, strict }, near);
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

/**
 * What records with some of the terms are sought by: each term with what else may be meant by it (the words near one that
 * no record has, the Chinese of one in Latin letters), and for a long query what tells its best match from other records.
 */
function widen(
  { segments, parsed, definition }: SearchRun,
  { ranking: { terms, weights }, leader }: NearBasis,
  unknown: ReadonlySet<string>,
): { groups: readonly TermGroup[]; words: readonly string[] } {
  const documents = documentsOf(segments);
  const weigh = (term: string): number => inverseFrequency(documents, documentFrequency(segments, term));
  const heaviest = Math.max(...definition.fields.map(({ weight }) => weight));
  const topical = definition.fields.map(({ weight }) => weight >= heaviest * TOPICAL_SHARE);
  const kinds = new Map(parsed.required.flatMap((clause) => clause.terms.map(({ term, kind }) => [term, kind])));
  const words: string[] = [];
  const groups: WeightedTerm[][] = [];
  let total = 0;
  let translated = 0;
  for (const [at, term] of terms.entries()) {
    const own = weights[at] ?? 0;
    if (own < MIN_RELAXED_WEIGHT) continue;
    const group = [{ term, weight: own }];
    total += own;
    groups.push(group);
    if (unknown.has(term)) {
      for (const { word, worth } of nearWords(segments, term)) {
        words.push(word);
        group.push({ term: word, weight: worth * weigh(word) });
      }
    } else if (kinds.get(term) === 'word' && LATIN.test(term) && translated++ < MAX_TRANSLATED) {
      for (const translation of translationsOf(segments, term, topical)) {
        if (translation.sure) words.push(translation.term);
        group.push({ term: translation.term, weight: translation.weight * Math.min(own, weigh(translation.term)) });
      }
    }
  }
  const best = groups.length >= MIN_FEEDBACK_TERMS ? leader() : undefined;
  const telling = best ? tellingTerms(segments, best.live, best.document) : [];
  const scale = (FEEDBACK * total) / telling.reduce((sum, { weight }) => sum + weight, 0);
  groups.push(...telling.map(({ term, weight }) => [{ term, weight: weight * scale }]));
  return { groups, words };
}
