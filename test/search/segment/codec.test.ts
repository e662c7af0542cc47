import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FacetDictionary } from '../../../src/search/facet-dictionary.js';
import { decodeSegment, encodeSegment } from '../../../src/search/segment/codec.js';
import { SegmentBuilder } from '../../../src/search/segment/segment-builder.js';
import { segmentArrays, type Segment } from '../../../src/search/segment/segment.js';
import { noteIndex, notes, type Note } from '../support/notes.js';
import { sharedBytes } from '../support/shares.js';

function segmentOf(records: readonly Note[]): Segment {
  const builder = new SegmentBuilder(noteIndex);
  for (const record of records) builder.addDocument(noteIndex.toDocument(record));
  return builder.finish(noteIndex.facets.map(() => new FacetDictionary()));
}

describe('a segment in bytes', () => {
  it('reads as it was written, wherever the bytes begin', () => {
    fc.assert(
      fc.property(notes, fc.nat(3), (records, eights) => {
        const segment = segmentOf(records);
        const shared = (length: number): Uint8Array => sharedBytes(length + 8 * eights).subarray(8 * eights);
        const copy = decodeSegment(noteIndex, encodeSegment(segment, shared));
        expect(copy.documents).toBe(records.length);
        const plain = (arrays: ReturnType<typeof segmentArrays>): unknown =>
          arrays.map((array) => [array.constructor.name, ...array]);
        expect(plain(segmentArrays(copy))).toEqual(plain(segmentArrays(segment)));
      }),
      { numRuns: 60 },
    );
  });
  it('refuses memory that does not begin at a multiple of eight', () => {
    const crooked = (length: number): Uint8Array => new Uint8Array(new ArrayBuffer(length + 4), 4, length);
    expect(() => decodeSegment(noteIndex, encodeSegment(segmentOf([{ id: 'a', title: '电' }]), crooked))).toThrow(
      RangeError,
    );
  });
});
