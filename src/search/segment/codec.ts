import type { IndexDefinition } from '../search-index.js';
import { openSnapshot, sealSnapshot, SnapshotError } from '../snapshot.js';
import { segmentArrays, segmentFrom, type Segment } from './segment.js';

/** Raised whenever the arrays of a segment change their meaning. */
const FORMAT = 4;

const TYPES = [Uint8Array, Uint16Array, Uint32Array, Float64Array] as const;

/** What a snapshot holds: segments with their deleted documents, and where they stand. */
export interface IndexState {
  /** What the index was made with: definition and analyser. Another origin is not read. */
  readonly origin: string;
  readonly seq: number;
  readonly segments: readonly { readonly segment: Segment; readonly deleted: Uint8Array }[];
}

type Layout = readonly (readonly [type: number, length: number])[];

interface Header {
  readonly origin: string;
  readonly seq: number;
  readonly segments: readonly Layout[];
}

const padded = (length: number): number => Math.ceil(length / 8) * 8;

/** A snapshot: the layout as JSON, then every array at the next multiple of eight bytes, in the machine's byte order. */
export function encodeIndex({ origin, seq, segments }: IndexState): Uint8Array {
  const lists = segments.map(({ segment, deleted }) => [deleted, ...segmentArrays(segment)]);
  const layouts = lists.map((arrays) =>
    arrays.map((array) => [TYPES.findIndex((type) => array instanceof type), array.length] as const),
  );
  const header = new TextEncoder().encode(JSON.stringify({ origin, seq, segments: layouts } satisfies Header));
  const arrays = lists.flat();
  const size = arrays.reduce((sum, array) => sum + padded(array.byteLength), padded(4 + header.length));
  const payload = new Uint8Array(size);
  new DataView(payload.buffer).setUint32(0, header.length, true);
  payload.set(header, 4);
  let at = padded(4 + header.length);
  for (const array of arrays) {
    payload.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += padded(array.byteLength);
  }
  return sealSnapshot(payload, FORMAT);
}

/** @throws {SnapshotError} when the bytes are damaged, of another format or of another origin. */
export function decodeIndex(bytes: Uint8Array, definition: IndexDefinition, origin: string): IndexState {
  const payload = openSnapshot(bytes, FORMAT);
  const length = new DataView(payload.buffer, payload.byteOffset).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(payload.subarray(4, 4 + length))) as Header;
  if (header.origin !== origin) {
    throw new SnapshotError(`The snapshot is of "${header.origin}", this index is "${origin}". Build it again.`);
  }
  let at = padded(4 + length);
  const segments = header.segments.map((layout) => {
    const arrays = layout.map(([type, size]) => {
      const Type = TYPES[type] as (typeof TYPES)[number];
      const end = at + size * Type.BYTES_PER_ELEMENT;
      // A copy of its own: aligned, and free of the snapshot's memory.
      const array = new Type(payload.slice(at, end).buffer);
      at += padded(end - at);
      return array;
    });
    return { deleted: arrays[0] as Uint8Array, segment: segmentFrom(definition, arrays.slice(1)) };
  });
  return { origin, seq: header.seq, segments };
}
