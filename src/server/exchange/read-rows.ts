import type { ByteSource } from './byte-source.js';
import { checkEncoding, decodeText, detectEncoding, type Encoding } from './detect-encoding.js';
import { detectFormat, type RowFormat } from './detect-format.js';
import { SourceFileError, type Fault } from './fault.js';
import { readCsv } from './read-csv.js';
import { readJson } from './read-json.js';
import { readJsonLines } from './read-json-lines.js';
import { readWorkbook } from './read-workbook.js';
import { openSourceFile, workbookIn } from './source-file.js';
import { MAX_ROW, type SourceRow } from './source-row.js';

/** A file of records, opened: its format and encoding are known and its bytes have been checked. */
export interface RowSource {
  readonly path: string;
  readonly format: RowFormat | 'xlsx';
  readonly encoding: Encoding;
  /** Size on disk, in bytes. */
  readonly size: number;
  /** How many bytes on disk have been read: for showing progress. */
  readonly bytesRead: () => number;
  /**
   * Reads the rows from the first, a bounded piece of the file at a time.
   * @throws {SourceFileError} where the file's own structure, not just one row, is broken
   */
  readonly rows: () => AsyncIterable<SourceRow>;
}

/** How to open a file of records. */
export interface RowSourceOptions {
  /** Encoding that the owner named; found from the bytes when absent. */
  readonly encoding?: Encoding;
  /** Looks at the header line of a CSV and may object before any row is read. */
  readonly checkColumns?: (columns: readonly string[]) => Fault | undefined;
}

/**
 * Opens a file of records: JSON Lines, a JSON array (or an object with one under `items`, `records` or `data`) or CSV
 * with a header line, each plain or gzip; or an Excel workbook. Format and encoding are found from the content.
 * @throws {SourceFileError} when the file cannot be read as text beyond doubt
 */
export async function openRows(path: string, options: RowSourceOptions = {}): Promise<RowSource> {
  return rowsOf(await openSourceFile(path), options);
}

/** The same for bytes that are there already. @throws {SourceFileError} as {@link openRows} does */
export async function rowsOf(bytes: ByteSource, options: RowSourceOptions = {}): Promise<RowSource> {
  const { path } = bytes;
  const workbook = await workbookIn(bytes);
  if (workbook) return rowsOfWorkbook(workbook, bytes, options);
  if (options.encoding) await checkEncoding(bytes, options.encoding);
  const encoding = options.encoding ?? (await detectEncoding(bytes));
  const format = detectFormat(await readStart(decodeText(bytes.read(), encoding)), path);
  let bytesRead = 0;
  return {
    path,
    format,
    encoding,
    size: bytes.size,
    bytesRead: () => bytesRead,
    rows: () => {
      const text = decodeText(
        bytes.read((count) => {
          bytesRead = count;
        }),
        encoding,
      );
      if (format === 'jsonl') return readJsonLines(text, MAX_ROW);
      if (format === 'json') return readJson(text, MAX_ROW);
      return readCsv(text, MAX_ROW, options.checkColumns);
    },
  };
}

/** A workbook is read whole: its parts are packed, and it says at its end where they begin. */
function rowsOfWorkbook(workbook: Uint8Array, { path, size }: ByteSource, options: RowSourceOptions): RowSource {
  const rows = readWorkbook(workbook, options.checkColumns ?? (() => undefined));
  async function* all(): AsyncIterable<SourceRow> {
    yield* rows;
  }
  return { path, format: 'xlsx', encoding: 'utf-8', size, bytesRead: () => size, rows: all };
}

/** The text up to the end of its first line with content, or a little more. */
async function readStart(text: AsyncIterable<string>): Promise<string> {
  let start = '';
  for await (const piece of text) {
    start += piece;
    if (start.length > MAX_ROW || start.trimStart().includes('\n')) break;
  }
  if (start.trim() === '') throw new SourceFileError({ code: 'file-empty' });
  return start;
}
