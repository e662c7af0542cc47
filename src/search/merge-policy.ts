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
 * segment. A document is so merged once a tier, and a search meets at most a few segments of each.
 */
export function chooseMerge<S extends Mergeable>(segments: readonly S[]): S[] | undefined {
  const worn = segments.find(({ size, deletedCount }) => deletedCount > size);
  if (worn) return [worn];
  const tiers = new Map<number, S[]>();
  for (const segment of segments) tiers.set(tierOf(segment), [...(tiers.get(tierOf(segment)) ?? []), segment]);
  for (const tier of tiers.values()) {
    if (tier.length < FAN_OUT) continue;
    const group: S[] = [];
    let documents = 0;
    for (const segment of tier.toSorted((a, b) => a.size - b.size)) {
      if (documents + segment.size > MAX_SEGMENT_DOCUMENTS) break;
      group.push(segment);
      documents += segment.size;
    }
    if (group.length > 1) return group;
  }
  return undefined;
}
