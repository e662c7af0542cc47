import type { IndexDefinition } from './search-index.js';
import type { Allocate } from './segment-update.js';
import { padded } from './segment/codec.js';
import { openSnapshot, sealSnapshot, SnapshotError } from './snapshot.js';
import { ANALYSER_VERSION } from './analysis.js';

/** Raised whenever the arrays of a segment change their meaning. */
const FORMAT = 7;

/** What a snapshot holds: segments with their deleted documents, and where they stand. */
export interface StoredIndex {
  readonly seq: number;
  readonly segments: readonly StoredSegment[];
}

export interface StoredSegment {
  readonly bytes: Uint8Array;
  /** Ascending. */
  readonly deleted: Uint16Array;
}

interface Header {
  readonly origin: string;
  readonly seq: number;
  readonly segments: readonly (readonly [bytes: number, deleted: number])[];
}

/** What an index is made with. Another origin is not read: its records would be found by other rules. */
const originOf = ({ kind, version }: IndexDefinition): string => `${kind} ${version}, analyser ${ANALYSER_VERSION}`;

/**
 * The parts of a snapshot, to be written one after the other: the layout as JSON, then each segment's bytes and deleted
 * documents. Segments are not copied.
 */
export function encodeIndex(definition: IndexDefinition, { seq, segments }: StoredIndex): Uint8Array[] {
  const origin = originOf(definition);
  const layout = segments.map(({ bytes, deleted }) => [bytes.length, deleted.length] as const);
  const json = new TextEncoder().encode(JSON.stringify({ origin, seq, segments: layout } satisfies Header));
  const header = new Uint8Array(padded(4 + json.length));
  new DataView(header.buffer).setUint32(0, json.length, true);
  header.set(json, 4);
  const parts = segments.flatMap(({ bytes, deleted }) => {
    const list = new Uint8Array(padded(deleted.byteLength));
    list.set(new Uint8Array(deleted.buffer, deleted.byteOffset, deleted.byteLength));
    return [bytes, list];
  });
  return sealSnapshot([header, ...parts], FORMAT);
}

/**
 * The index in a snapshot, its segments in memory of their own.
 * @throws {SnapshotError} when the bytes are damaged, of another format or of another origin.
 */
export function decodeIndex(definition: IndexDefinition, bytes: Uint8Array, allocate: Allocate): StoredIndex {
  const payload = openSnapshot(bytes, FORMAT);
  const length = new DataView(payload.buffer, payload.byteOffset).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(payload.slice(4, 4 + length))) as Header;
  const origin = originOf(definition);
  if (header.origin !== origin) {
    throw new SnapshotError(`The snapshot is of "${header.origin}", this index is "${origin}". Build it again.`);
  }
  let at = padded(4 + length);
  const take = (size: number, target: Uint8Array): Uint8Array => {
    target.set(payload.subarray(at, at + size));
    at += padded(size);
    return target;
  };
  const segments = header.segments.map(([size, deleted]) => {
    const segment = take(size, allocate(size));
    const list = take(deleted * 2, new Uint8Array(deleted * 2));
    return { bytes: segment, deleted: new Uint16Array(list.buffer) };
  });
  return { seq: header.seq, segments };
}
