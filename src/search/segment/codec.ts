import type { IndexDefinition } from '../search-index.js';
import type { Allocate } from '../segment-update.js';
import { segmentArrays, segmentFrom, type Numbers, type Segment } from './segment.js';

type ArrayType = new (buffer: ArrayBufferLike, byteOffset: number, length: number) => Numbers;

const TYPES: readonly ArrayType[] = [Uint8Array, Uint16Array, Uint32Array, Float64Array];

/** Every array begins at a multiple of this, so that any type of array can be laid over the bytes. */
export const ALIGNMENT = 8;

export const padded = (length: number): number => Math.ceil(length / ALIGNMENT) * ALIGNMENT;

/**
 * A segment as bytes, in the machine's byte order: how many arrays, type and length of each as 32-bit words, then every
 * array at the next multiple of eight.
 */
export function encodeSegment(segment: Segment, allocate: Allocate): Uint8Array {
  const arrays = segmentArrays(segment);
  const layout = Uint32Array.of(
    arrays.length,
    ...arrays.flatMap((array) => [TYPES.findIndex((type) => array instanceof type), array.length]),
  );
  const parts = [layout, ...arrays];
  const bytes = allocate(parts.reduce((sum, { byteLength }) => sum + padded(byteLength), 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += padded(byteLength);
  }
  return bytes;
}

/** The segment in the bytes of {@link encodeSegment}: views of them, nothing is copied. */
export function decodeSegment(definition: IndexDefinition, { buffer, byteOffset }: Uint8Array): Segment {
  const count = new Uint32Array(buffer, byteOffset, 1)[0] as number;
  const layout = new Uint32Array(buffer, byteOffset, 1 + 2 * count);
  let at = byteOffset + padded(layout.byteLength);
  const arrays: Numbers[] = [];
  for (let i = 1; i < layout.length; i += 2) {
    const Type = TYPES[layout[i] as number] as ArrayType;
    const array = new Type(buffer, at, layout[i + 1] as number);
    arrays.push(array);
    at += padded(array.byteLength);
  }
  return segmentFrom(definition, arrays);
}
