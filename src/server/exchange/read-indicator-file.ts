import { readFile } from 'node:fs/promises';
import { type ByteSource, openByteSource } from './byte-source.js';
import { decodeText, detectEncoding } from './detect-encoding.js';
import { detectFormat } from './detect-format.js';
import { SourceFileError } from './fault.js';
import { checkIndicatorColumns } from './indicator-columns.js';
import { readCsv } from './read-csv.js';
import { rowsOfDocument } from './read-indicator-tables.js';
import { readJsonLines } from './read-json-lines.js';
import { readWorkbook } from './read-workbook.js';
import { MAX_ROW, type SourceRow } from './source-row.js';

/** The formats that indicators are read from. */
export type IndicatorFormat = 'csv' | 'json' | 'jsonl' | 'xlsx';

/** A file of indicators, read. Tables of figures are small: all of it is held. */
export interface IndicatorFile {
  readonly format: IndicatorFormat;
  readonly rows: readonly SourceRow[];
}

/** A file that was sent in one piece. `name` decides the format only where the content leaves a doubt. */
export function bytesInMemory(name: string, bytes: Uint8Array): ByteSource {
  async function* read(): AsyncIterable<Uint8Array> {
    yield bytes;
  }
  return { path: name, size: bytes.byteLength, read };
}

/**
 * Opens a file of indicators on disk.
 * @throws {SourceFileError} when it is absent, unreadable, empty or of a kind that holds no table
 */
export async function openIndicatorFile(path: string): Promise<ByteSource> {
  try {
    return await openByteSource(path);
  } catch (error) {
    const isWorkbook = error instanceof SourceFileError && /^file-is-(workbook|archive)$/.test(error.fault.code);
    if (!isWorkbook || !path.toLowerCase().endsWith('.xlsx')) throw error;
    return bytesInMemory(path, await readFile(path));
  }
}

/**
 * Reads a file of indicators: an Excel workbook (`.xlsx`), CSV with a header line, JSON Lines, or a JSON document (a
 * list, or the tables that {@link rowsOfDocument} describes). Encoding and format are found from the content.
 * @throws {SourceFileError} when it cannot be read as a table
 */
export async function readIndicatorFile(source: ByteSource): Promise<IndicatorFile> {
  const workbook = await workbookIn(source);
  if (workbook) return { format: 'xlsx', rows: readWorkbook(workbook, checkIndicatorColumns) };
  const text = await textOf(source);
  if (text.trim() === '') throw new SourceFileError({ code: 'file-empty' });
  const format = detectFormat(text, source.path);
  if (format === 'csv') return { format, rows: await all(readCsv(inPieces(text), MAX_ROW, checkIndicatorColumns)) };
  const document = parse(text);
  if (document === undefined && format === 'json') {
    throw new SourceFileError({ code: 'json-broken', details: { line: 1, reason: 'not valid JSON' } });
  }
  // One line alone may be one record or a document of tables
  const rows = document === undefined ? [] : rowsOfDocument(document);
  if (rows.length > 0) return { format: 'json', rows: rows.map((values, at) => ({ line: at + 1, values })) };
  if (format === 'json') throw new SourceFileError({ code: 'json-no-list' });
  return { format, rows: await all(readJsonLines(inPieces(text), MAX_ROW)) };
}

/** All of the file, when it is a workbook: those begin as every zip archive does. */
async function workbookIn(source: ByteSource): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.read()) {
    if (chunks.length === 0 && !(chunk[0] === 0x50 && chunk[1] === 0x4b)) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function textOf(source: ByteSource): Promise<string> {
  const encoding = await detectEncoding(source);
  const pieces: string[] = [];
  for await (const piece of decodeText(source.read(), encoding)) pieces.push(piece);
  return pieces.join('');
}

async function* inPieces(text: string): AsyncIterable<string> {
  yield text;
}

async function all(rows: AsyncIterable<SourceRow>): Promise<SourceRow[]> {
  const list: SourceRow[] = [];
  for await (const row of rows) list.push(row);
  return list;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
