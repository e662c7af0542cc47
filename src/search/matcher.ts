import type { LiveSegment } from './live-segment.js';
import { requiredTerms, type Clause, type ParsedQuery } from './query.js';
import { makeNeedle, type Needle } from './segment/needle.js';
import { decodeList, has, retain, type PostingList } from './segment/postings.js';

/** A clause with what its proof needs; the same for every segment. */
interface PreparedClause {
  readonly terms: readonly string[];
  /** Present where having the terms is not enough: several terms, or one field only. */
  readonly needle?: Needle;
}

/** A query made ready to be matched against segments. */
export interface PreparedQuery {
  /** Every term that a match has. */
  readonly terms: readonly string[];
  readonly required: readonly PreparedClause[];
  readonly excluded: readonly PreparedClause[];
}

export function prepareQuery(query: ParsedQuery, fields: readonly string[]): PreparedQuery {
  const prepare = (clause: Clause): PreparedClause => {
    const terms = clause.terms.map(({ term }) => term);
    if (clause.field === undefined && terms.length === 1) return { terms };
    const field = clause.field === undefined ? undefined : fields.indexOf(clause.field);
    return { terms, needle: makeNeedle(clause, field) };
  };
  return {
    terms: requiredTerms(query),
    required: query.required.map(prepare),
    excluded: query.excluded.map(prepare),
  };
}

/** The posting lists of terms; `undefined` when one of them is missing. */
function listsOf(live: LiveSegment, terms: Iterable<string>): PostingList[] | undefined {
  const lists: PostingList[] = [];
  for (const term of terms) {
    const list = live.list(term);
    if (!list) return undefined;
    lists.push(list);
  }
  return lists;
}

/**
 * Writes the live documents that match every required clause and no excluded one to `out`, ascending; returns how
 * many. Lists are taken from the rarest on, so the work is bounded by the rarest term; phrases are proved last.
 */
export function matchSegment(live: LiveSegment, query: PreparedQuery, out: Uint16Array): number {
  const lists = listsOf(live, query.terms)?.toSorted((a, b) => a.size - b.size);
  if (!lists) return 0;
  const [rarest, ...others] = lists;
  let count: number;
  if (rarest) {
    count = decodeList(rarest, out);
    for (const list of others) count = retain(list, out, count);
    if (live.deletedCount > 0) count = retainLive(live, out, count);
  } else {
    const all = live.liveDocuments();
    out.set(all);
    count = all.length;
  }
  for (const { needle } of query.required) {
    if (needle && count > 0) count = live.retainNeedle(needle, out, count);
  }
  return exclude(live, query, out, count);
}

/** Takes the documents that match an excluded clause out of `candidates`, in place; returns how many are left. */
export function exclude(live: LiveSegment, query: PreparedQuery, candidates: Uint16Array, count: number): number {
  let left = count;
  for (const { terms, needle } of query.excluded) {
    const lists = listsOf(live, terms);
    const [first] = lists ?? [];
    if (!lists || !first) continue;
    if (needle) {
      left = keep(candidates, left, (document) => {
        return !lists.every((list) => has(list, document)) || !live.hasNeedle(needle, document);
      });
    } else left = retain(first, candidates, left, false);
  }
  return left;
}

function retainLive({ deleted }: LiveSegment, candidates: Uint16Array, count: number): number {
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const document = candidates[i] as number;
    if (deleted[document] === 0) candidates[kept++] = document;
  }
  return kept;
}

function keep(candidates: Uint16Array, count: number, test: (document: number) => boolean): number {
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const document = candidates[i] as number;
    if (test(document)) candidates[kept++] = document;
  }
  return kept;
}
