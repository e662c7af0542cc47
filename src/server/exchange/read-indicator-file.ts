import type { ByteSource } from './byte-source.js';
import { decodeText, detectEncoding } from './detect-encoding.js';
import { detectFormat } from './detect-format.js';
import { SourceFileError } from './fault.js';
import { checkIndicatorColumns } from './indicator-columns.js';
import { readCsv } from './read-csv.js';
import { rowsOfDocument } from './read-indicator-tables.js';
import { readJsonLines } from './read-json-lines.js';
import { readWorkbook } from './read-workbook.js';
import { MAX_ROW, type SourceRow } from './source-row.js';
import { workbookIn } from './source-file.js';

/** The formats that indicators are read from. */
export type IndicatorFormat = 'csv' | 'json' | 'jsonl' | 'xlsx';

/** A file of indicators, read. Tables of figures are small: all of it is held. */
export interface IndicatorFile {
  readonly format: IndicatorFormat;
  readonly rows: readonly SourceRow[];
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
