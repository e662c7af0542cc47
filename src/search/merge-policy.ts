import { MAX_SEGMENT_DOCUMENTS } from './segment/postings.js';

/** Segments of like size that may stand side by side before they are merged. */
const FAN_OUT = 6;

/** What the policy looks at. */
export interface Mergeable {
  /** Live documents. */
  readonly size: number;
  readonly deletedCount: number;
}

const tierOf = ({ size }: Mergeable): number => Math.floor(Math.log(Math.max(size, 1)) / Math.log(FAN_OUT));

/**
 * The segments to merge next, if any: one that is half deleted, or {@link FAN_OUT} of one tier whose documents fit one
 * segment, or as many as fill one. A document is so merged once a tier, and a search meets at most a few segments of
 * each.
 */
export function chooseMerge<S extends Mergeable>(segments: readonly S[]): S[] | undefined {
  const worn = segments.find(({ size, deletedCount }) => deletedCount > size);
  if (worn) return [worn];
  const tiers = new Map<number, S[]>();
  for (const segment of segments) tiers.set(tierOf(segment), [...(tiers.get(tierOf(segment)) ?? []), segment]);
  for (const tier of tiers.values()) {
    const group = smallestThatFit(tier);
    if (group.length >= FAN_OUT || (group.length > 1 && group.length < tier.length)) return group;
  }
  return undefined;
}

/**
 * The segments to merge when nothing else is to be done: the smallest, as many as fit one segment. Repeated until there
 * are none, it leaves the fewest segments, so that searches have the least to look through.
 */
export function chooseQuietMerge<S extends Mergeable>(segments: readonly S[]): S[] | undefined {
  const group = smallestThatFit(segments);
  return group.length > 1 ? group : chooseMerge(segments);
}

function smallestThatFit<S extends Mergeable>(segments: readonly S[]): S[] {
  const group: S[] = [];
  let documents = 0;
  for (const segment of segments.toSorted((a, b) => a.size - b.size)) {
    if (documents + segment.size > MAX_SEGMENT_DOCUMENTS) break;
    group.push(segment);
    documents += segment.size;
  }
  return group;
}
