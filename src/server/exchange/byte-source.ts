import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { SourceFileError, type Fault } from './fault.js';

/** A file that can be read from its beginning more than once, unpacked when it is gzip. Its name plays no part. */
export interface ByteSource {
  readonly path: string;
  /** Size on disk, in bytes. */
  readonly size: number;
  /** Reads the content from its beginning. `onRead` is told how many bytes on disk have been read so far. */
  read(onRead?: (bytes: number) => void): AsyncIterable<Uint8Array>;
}

/**
 * Opens a file for reading.
 * @throws {SourceFileError} when it is absent, unreadable, empty or of a kind that holds no text
 */
export async function openByteSource(path: string): Promise<ByteSource> {
  const { size, head } = await readHead(path);
  if (size === 0) throw new SourceFileError({ code: 'file-empty' });
  const fault = foreignKind(head);
  if (fault) throw new SourceFileError(fault);
  const gzip = startsWith(head, [0x1f, 0x8b]);
  const source: ByteSource = { path, size, read: (onRead) => readBytes(path, gzip, onRead) };
  if (gzip) {
    for await (const chunk of source.read()) {
      const inner = foreignKind(chunk);
      if (inner) throw new SourceFileError(inner);
      break;
    }
  }
  return source;
}

async function readHead(path: string): Promise<{ size: number; head: Uint8Array }> {
  try {
    const file = await open(path, 'r');
    try {
      const stat = await file.stat();
      if (stat.isDirectory()) throw new SourceFileError(unreadable(path, 'it is a folder'));
      const head = new Uint8Array(64);
      const { bytesRead } = await file.read(head, 0, head.length, 0);
      return { size: stat.size, head: head.subarray(0, bytesRead) };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof SourceFileError) throw error;
    const code = errorCode(error);
    if (code === 'ENOENT') throw new SourceFileError({ code: 'file-not-found', details: { file: path } });
    throw new SourceFileError(unreadable(path, code), { cause: error });
  }
}

async function* readBytes(path: string, gzip: boolean, onRead?: (bytes: number) => void): AsyncIterable<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  // pipeline ends both streams when the reader stops early; an error reaches the reader through the iteration
  const content = gzip ? pipeline(file, createGunzip({ chunkSize: 1 << 18 }), () => undefined) : file;
  try {
    for await (const chunk of content as AsyncIterable<Uint8Array>) {
      onRead?.(file.bytesRead);
      yield chunk;
    }
  } catch (error) {
    const code = errorCode(error);
    if (gzip && code.startsWith('Z_'))
      throw new SourceFileError({ code: 'gzip-broken', details: { reason: code } }, { cause: error });
    throw new SourceFileError(unreadable(path, code), { cause: error });
  }
}

const FOREIGN_KINDS: readonly (readonly [readonly number[], Fault])[] = [
  [[0x50, 0x4b, 0x03, 0x04], { code: 'file-is-archive', details: { kind: 'zip' } }],
  [[0xd0, 0xcf, 0x11, 0xe0], { code: 'file-is-workbook' }],
  [[0x37, 0x7a, 0xbc, 0xaf], { code: 'file-is-archive', details: { kind: '7z' } }],
  [[0x52, 0x61, 0x72, 0x21], { code: 'file-is-archive', details: { kind: 'rar' } }],
  [[0x42, 0x5a, 0x68], { code: 'file-is-archive', details: { kind: 'bzip2' } }],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], { code: 'file-is-archive', details: { kind: 'xz' } }],
  [[0x28, 0xb5, 0x2f, 0xfd], { code: 'file-is-archive', details: { kind: 'zstd' } }],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], { code: 'file-is-binary', details: { kind: 'PDF' } }],
  [[0x89, 0x50, 0x4e, 0x47], { code: 'file-is-binary', details: { kind: 'PNG' } }],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], { code: 'file-is-binary', details: { kind: 'SQLite' } }],
];

function foreignKind(head: Uint8Array): Fault | undefined {
  // A workbook is a zip archive whose first entry is one of these
  if (
    startsWith(head, [0x50, 0x4b, 3, 4]) &&
    /^(\[Content_Types\]|_rels\/|docProps\/|xl\/)/.test(latin1(head.subarray(30)))
  )
    return { code: 'file-is-workbook' };
  return FOREIGN_KINDS.find(([magic]) => startsWith(head, magic))?.[1];
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function unreadable(file: string, reason: string): Fault {
  return { code: 'file-unreadable', details: { file, reason } };
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
