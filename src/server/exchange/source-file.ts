import { readFile } from 'node:fs/promises';
import { type ByteSource, openByteSource } from './byte-source.js';
import { SourceFileError } from './fault.js';

/** A file that was sent in one piece. `name` decides the format only where the content leaves a doubt. */
export function bytesInMemory(name: string, bytes: Uint8Array): ByteSource {
  async function* read(): AsyncIterable<Uint8Array> {
    yield bytes;
  }
  return { path: name, size: bytes.byteLength, read };
}

/**
 * Opens a file on disk that may be text or a workbook.
 * @throws {SourceFileError} when it is absent, unreadable, empty or of a kind that holds no table
 */
export async function openSourceFile(path: string): Promise<ByteSource> {
  try {
    return await openByteSource(path);
  } catch (error) {
    const isWorkbook = error instanceof SourceFileError && /^file-is-(workbook|archive)$/.test(error.fault.code);
    if (!isWorkbook || !path.toLowerCase().endsWith('.xlsx')) throw error;
    return bytesInMemory(path, await readFile(path));
  }
}

/** All of the file, when it is a workbook: those begin as every zip archive does. */
export async function workbookIn(source: ByteSource): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.read()) {
    if (chunks.length === 0 && !(chunk[0] === 0x50 && chunk[1] === 0x4b)) return undefined;
    chunks.push(chunk);
  }
  return chunks.length === 0 ? undefined : Buffer.concat(chunks);
}
