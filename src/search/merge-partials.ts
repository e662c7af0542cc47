import { encodeCursor, type Cursor } from './cursor.js';
import { mostFrequent, type FacetDictionary } from './facet-dictionary.js';
import { needsNearMatches, type PartialHit, type PartialPage, type QueryPlan } from './partial-page.js';
import { addRange, NO_RANGE } from './range-count.js';
import {
  MAX_FACET_VALUES,
  MAX_RELAXED_HITS,
  type SearchHit,
  type SearchPage,
  type SearchQuery,
} from './search-index.js';

/** What is known of the index where shares are put together: its facets and their values. */
export interface FacetNames {
  readonly names: readonly string[];
  readonly dictionaries: readonly FacetDictionary[];
}

/**
 * Puts the shares of a page together: the best hits of all, sums of counts. `undefined` where near matches are needed
 * and were not looked for: then the readers are to be asked again, see {@link Share.near}.
 * @throws {Error} when the shares are not of one version, that is, the readers were not given the same updates.
 */
export function mergePartials(
  facets: FacetNames,
  query: SearchQuery,
  partials: readonly PartialPage[],
): SearchPage | undefined {
  const [first] = partials;
  if (!first || partials.some(({ version }) => version !== first.version)) {
    throw new Error(
      'Shares of a page are of different versions. Give every reader the same updates and questions, in one order.',
    );
  }
  const { plan, seq } = first;
  const { limit } = query;
  const total = sum(partials.map((partial) => partial.total));
  const eligible = sum(partials.map(({ strict }) => strict.eligible));
  const page = { total, facets: facetCounts(facets, query, partials), ranges: ranges(query, partials), seq };

  const strict = best(
    partials.map((partial) => partial.strict.hits),
    limit,
  );
  const hits = strict.map((hit) => toHit(hit, false));
  if (!needsNearMatches({ plan, limit, total, eligible, later: query.cursor !== undefined })) {
    const last = strict.at(-1);
    if (!last || eligible <= strict.length) return { hits, ...page };
    return { hits, ...page, nextCursor: encodeCursor(cursorAt(last, plan, plan.sort), plan.key) };
  }
  const tiers = partials.map(({ near }) => near?.tier);
  if (tiers.includes(undefined)) return undefined;
  const tier = Math.min(...(tiers.filter((each) => each !== undefined && each >= 0) as number[]));
  const winners = partials.flatMap(({ near }) => (near?.tier === tier ? [near] : []));
  const given = plan.given ?? 0;
  const near = best(
    winners.map((winner) => winner.hits),
    Math.min(limit - hits.length, MAX_RELAXED_HITS - given),
  );
  hits.push(...near.map((hit) => toHit(hit, true)));
  const words = [...new Set(near.flatMap((hit) => hit.words))];
  const filled = words.length > 0 ? { hits, ...page, words } : { hits, ...page };
  const end = near.at(-1);
  const now = given + near.length;
  const more = sum(winners.map((winner) => winner.eligible)) > near.length && now < MAX_RELAXED_HITS;
  if (!end || !more) return filled;
  return { ...filled, nextCursor: encodeCursor({ ...cursorAt(end, plan, -1), relaxed: now }, plan.key) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The first `limit` of several ordered lists. */
function best(lists: readonly (readonly PartialHit[])[], limit: number): readonly PartialHit[] {
  const [only] = lists;
  const all = lists.length === 1 && only ? only : lists.flat().toSorted(precedence);
  return all.slice(0, Math.max(0, limit));
}

function precedence(a: PartialHit, b: PartialHit): number {
  // Not by subtraction: absent numbers are -Infinity.
  if (a.key !== b.key) return a.key > b.key ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function toHit({ id, score }: PartialHit, relaxed: boolean): SearchHit {
  return { id, score, relaxed };
}

function cursorAt({ id, key }: PartialHit, { weights }: QueryPlan, sort: number): Cursor {
  return { key: sort >= 0 && key === -Infinity ? undefined : key, id, weights };
}

function facetCounts(
  { names, dictionaries }: FacetNames,
  { facets = [], filters = {} }: SearchQuery,
  partials: readonly PartialPage[],
): SearchPage['facets'] {
  return Object.fromEntries(
    [...new Set(facets)].map((name, at) => {
      const dictionary = dictionaries[names.indexOf(name)] as FacetDictionary;
      const counts = sumCounts(partials.map((partial) => partial.counts[at] as Uint32Array));
      return [name, mostFrequent(dictionary, counts, MAX_FACET_VALUES, filters[name])];
    }),
  );
}

function ranges({ countRanges = [] }: SearchQuery, partials: readonly PartialPage[]): SearchPage['ranges'] {
  return Object.fromEntries(
    [...new Set(countRanges)].map((name, at) => {
      const all = partials.map((partial) => partial.ranges[at] ?? NO_RANGE);
      const { min, max, count } = all.reduce(addRange, NO_RANGE);
      return [name, count > 0 ? { min, max, count } : { count }];
    }),
  );
}

/** Counts of several shares by value number; the first is written to. */
export function sumCounts([first, ...others]: readonly Uint32Array[]): Uint32Array {
  const counts = first ?? new Uint32Array(0);
  for (const other of others) {
    for (let number = 0; number < other.length; number++) {
      counts[number] = (counts[number] as number) + (other[number] as number);
    }
  }
  return counts;
}
