import { checksum } from './checksum.js';

/** The bytes are not a snapshot that this version can open. The way out is to build the index again. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
}

const MAGIC = 0x494e5931; // "1YNI", little-endian
const HEADER = 16;

/** Wraps a payload with a format version, its length and a checksum, so that half a file is never taken for a whole one. */
export function sealSnapshot(payload: Uint8Array, version: number): Uint8Array {
  const bytes = new Uint8Array(HEADER + payload.length);
  const header = new DataView(bytes.buffer);
  header.setUint32(0, MAGIC, true);
  header.setUint32(4, version, true);
  header.setUint32(8, payload.length, true);
  header.setUint32(12, checksum(payload), true);
  bytes.set(payload, HEADER);
  return bytes;
}

/** @throws {SnapshotError} when the bytes are no snapshot, of another version, cut short or damaged. */
export function openSnapshot(bytes: Uint8Array, version: number): Uint8Array {
  if (bytes.length < HEADER) throw new SnapshotError('The snapshot is cut short.');
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (header.getUint32(0, true) !== MAGIC) throw new SnapshotError('These bytes are no search snapshot.');
  const found = header.getUint32(4, true);
  if (found !== version) throw new SnapshotError(`The snapshot has format ${found}, this version reads ${version}.`);
  // A plain view: subclasses such as Node's Buffer slice without copying.
  const payload = new Uint8Array(bytes.buffer, bytes.byteOffset + HEADER, bytes.length - HEADER);
  if (payload.length !== header.getUint32(8, true)) throw new SnapshotError('The snapshot is cut short.');
  if (checksum(payload) !== header.getUint32(12, true)) throw new SnapshotError('The snapshot is damaged.');
  return payload;
}
