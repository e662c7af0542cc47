import { checksum } from './checksum.js';

/** The bytes are not a snapshot that this version can open. The way out is to build the index again. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
}

const MAGIC = 0x494e5931; // "1YNI", little-endian
const HEADER = 24;

/**
 * Puts format version, length and a checksum before a payload's parts, so that half a file is never taken for a whole
 * one. One after the other the parts are the snapshot.
 */
export function sealSnapshot(parts: readonly Uint8Array[], version: number): Uint8Array[] {
  const header = new Uint8Array(HEADER);
  const view = new DataView(header.buffer);
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, version, true);
  // Enough for half a million terabytes; a 32-bit length would end at two million records.
  view.setBigUint64(8, BigInt(length), true);
  view.setUint32(
    16,
    parts.reduce((sum, part) => checksum(part, sum), checksum(new Uint8Array(0))),
    true,
  );
  return [header, ...parts];
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
  if (BigInt(payload.length) !== header.getBigUint64(8, true)) throw new SnapshotError('The snapshot is cut short.');
  if (checksum(payload) !== header.getUint32(16, true)) throw new SnapshotError('The snapshot is damaged.');
  return payload;
}
