import type { IndexDefinition } from './search-index.js';
import type { AddedSegment, Allocate } from './segment-update.js';
import { decodeSegment, encodeSegment } from './segment/codec.js';
import { SegmentBuilder } from './segment/segment-builder.js';

/** Segments to be made into one. Plain data: any thread can do it that has the segments' memory. */
export interface MergePlan {
  /** With the documents that were deleted when the plan was made. */
  readonly segments: readonly AddedSegment[];
}

/** The one segment; `undefined` where every document was deleted. */
export interface MergedSegment {
  readonly bytes: Uint8Array | undefined;
}

/**
 * Does what {@link IndexWriter.planMerge} planned: up to some seconds of work, for a thread that has nobody waiting for
 * it. The writer goes on with changes meanwhile, and takes the result with {@link IndexWriter.finishMerge}.
 */
export function runMerge(definition: IndexDefinition, { segments }: MergePlan, allocate: Allocate): MergedSegment {
  const builder = new SegmentBuilder(definition);
  for (const { bytes, deleted } of segments) {
    const segment = decodeSegment(definition, bytes);
    const marks = new Uint8Array(segment.documents);
    for (const document of deleted) marks[document] = 1;
    builder.addSegment(segment, marks);
  }
  return { bytes: builder.documents > 0 ? encodeSegment(builder.finish(), allocate) : undefined };
}
