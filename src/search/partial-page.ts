import type { RangeCount } from './range-count.js';

/** Which part of the index one reader looks through. */
export interface Share {
  /** From 0 to `of - 1`. */
  readonly part: number;
  readonly of: number;
  /**
   * Whether to look for near matches, too. With several shares a reader cannot know whether they are needed: the others
   * may have found enough. {@link ShareGatherer} asks for them in a second round. A sole share finds out by itself.
   */
  readonly near: boolean;
}

/** The whole index. */
export const ALL: Share = { part: 0, of: 1, near: false };

/** A hit and what it is ordered by. */
export interface PartialHit {
  readonly id: string;
  /** Score or sort number; -Infinity where a record has no number. Higher ones come first, equals by id. */
  readonly key: number;
  readonly score: number;
  /** Of a near match: its words in place of those typed, folded. */
  readonly words: readonly string[];
}

/** The first hits of a share. */
export interface PartialHits {
  /** In order, at most `limit` of the query. */
  readonly hits: readonly PartialHit[];
  /** How many come after the cursor, those of `hits` among them; of near matches more than a page need not be counted. */
  readonly eligible: number;
}

/** What a query comes to; the same in every share. */
export interface QueryPlan {
  /** Names the query, for cursors. */
  readonly key: string;
  /** Which of the definition's sorts; -1 ranks by relevance. */
  readonly sort: number;
  /** Weights of the query's terms, by which later pages rank, too. */
  readonly weights: readonly number[];
  /** How many near matches earlier pages gave; `undefined` while strict matches are given. */
  readonly given: number | undefined;
}

/** What one reader found in its share. Plain data: {@link mergePartials} puts the shares together. */
export interface PartialPage {
  /** Of the index that was searched. Shares of different versions cannot be put together. */
  readonly version: number;
  readonly seq: number;
  readonly plan: QueryPlan;
  /** Records of the share that match every word and every filter. */
  readonly total: number;
  readonly strict: PartialHits;
  /**
   * Near matches, where they were looked for. Kinds of near matches have tiers, from the best on, and only the best that
   * finds anything in any share is given.
   */
  readonly near?: PartialHits & { readonly tier: number };
  /** Counts of the facets asked for, in their order, by value number. */
  readonly counts: readonly Uint32Array[];
  /** Of the ranges asked for, in their order. */
  readonly ranges: readonly RangeCount[];
}

/** What can be moved to another thread rather than copied. */
export function transferablesOf({ counts }: PartialPage): ArrayBuffer[] {
  return counts.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer);
}

/** What decides whether a page is filled up with near matches. */
interface Fullness {
  readonly plan: QueryPlan;
  readonly limit: number;
  readonly total: number;
  readonly eligible: number;
  /** Whether the page is not the first. */
  readonly later: boolean;
}

/** Whether near matches are to be given: on a first page that stays short of terms' matches, and on pages that go on with them. */
export function needsNearMatches({ plan, limit, total, eligible, later }: Fullness): boolean {
  if (plan.given !== undefined) return true;
  if (later || eligible > limit) return false;
  return total < limit && plan.weights.length > 0;
}
