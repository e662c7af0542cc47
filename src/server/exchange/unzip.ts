import { inflateRawSync } from 'node:zlib';
import { SourceFileError } from './fault.js';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** Longest part that is unpacked: a small archive can hold any amount of nothing. */
const MAX_PART = 64 * 1024 * 1024;

/** The parts of a zip archive by name, each unpacked when it is asked for. */
export type Archive = (name: string) => Uint8Array | undefined;

/**
 * Opens a zip archive that is held in memory.
 * @throws {SourceFileError} `workbook-broken` when it is none, when a part is damaged, encrypted or beyond 64 MB
 */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view, bytes);
  return (name) => {
    const entry = entries.get(name);
    return entry && unpack(view, bytes, entry);
  };
}

/**
 * The names of the parts of a zip archive, none of them unpacked.
 * @throws {SourceFileError} `workbook-broken` when it is none
 */
export function archiveNames(bytes: Uint8Array): ReadonlySet<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Set(readDirectory(view, bytes).keys());
}

interface Entry {
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly size: number;
  readonly at: number;
}

function readDirectory(view: DataView, bytes: Uint8Array): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  try {
    const end = findEnd(view);
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    for (let nr = 0; nr < count; nr += 1) {
      if (view.getUint32(at, true) !== ENTRY) throw broken();
      const nameLength = view.getUint16(at + 28, true);
      const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString();
      entries.set(name, {
        isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
        method: view.getUint16(at + 10, true),
        size: view.getUint32(at + 20, true),
        at: view.getUint32(at + 42, true),
      });
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch (error) {
    // A damaged length leads out of the file
    throw error instanceof RangeError ? broken() : error;
  }
  return entries;
}

/** The end of the directory is the last thing in an archive but for a comment. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw broken();
}

function unpack(view: DataView, bytes: Uint8Array, { method, isEncrypted, size, at }: Entry): Uint8Array {
  try {
    if (isEncrypted || view.getUint32(at, true) !== LOCAL) throw broken();
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const packed = bytes.subarray(start, start + size);
    if (packed.byteLength < size) throw broken();
    if (method === STORED) return packed;
    if (method !== DEFLATED) throw broken();
    return inflateRawSync(packed, { maxOutputLength: MAX_PART });
  } catch (error) {
    throw error instanceof SourceFileError ? error : broken(error);
  }
}

function broken(cause?: unknown): SourceFileError {
  return new SourceFileError({ code: 'workbook-broken' }, { cause });
}
