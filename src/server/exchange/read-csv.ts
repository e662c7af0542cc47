import { Readable, pipeline } from 'node:stream';
import { SourceFileError, type Fault } from './fault.js';
import type { SourceRow } from './source-row.js';

/** What csv-parse hands out with `info: true` and no column names. */
interface CsvRecord {
  readonly record: readonly string[];
  /** `lines`: number of the record's last line. */
  readonly info: { readonly lines: number };
}

/**
 * Reads CSV with a header line, delimited by comma, semicolon or tab. Values missing at a row's end are absent; a row
 * with more values than the header has columns is faulty, because its values would stand under the wrong names.
 */
export async function* readCsv(
  text: AsyncIterable<string>,
  maxRow: number,
  checkColumns?: (columns: readonly string[]) => Fault | undefined,
): AsyncIterable<SourceRow> {
  const { parse } = await import('csv-parse');
  const { header, all } = await peekHeader(text, maxRow);
  const parser = parse({
    delimiter: findDelimiter(header),
    // Files joined from several sources mix line ends; left to itself the parser settles on the first it meets
    record_delimiter: ['\r\n', '\n', '\r'],
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: maxRow,
  });
  pipeline(Readable.from(all), parser, () => undefined);
  let columns: string[] | undefined;
  let next = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
      if (columns) yield toRow(columns, record, info.lines - lineEndsWithin(record));
      else {
        columns = record.map((name) => name.trim());
        const fault = checkColumns?.(columns);
        if (fault) throw new SourceFileError(fault);
      }
      next = info.lines + 1;
    }
  } catch (error) {
    throw error instanceof SourceFileError ? error : new SourceFileError(csvFault(error, next, maxRow));
  }
}

function lineEndsWithin(record: readonly string[]): number {
  return record.reduce((count, value) => count + (value.includes('\n') ? value.split('\n').length - 1 : 0), 0);
}

function toRow(columns: readonly string[], record: readonly string[], line: number): SourceRow {
  const extra = record.slice(columns.length).some((value) => value.trim() !== '');
  if (extra) {
    const details = { found: record.length, expected: columns.length };
    return { line, fault: { code: 'row-extra-columns', details }, text: record.join(' | ').slice(0, 1000) };
  }
  const values: Record<string, string> = {};
  columns.forEach((name, index) => {
    const value = record[index];
    // Of two columns with one name, the first that says something counts
    if (name !== '' && value !== undefined && value.trim() !== '') values[name] ??= value;
  });
  return { line, values };
}

function csvFault(error: unknown, line: number, limit: number): Fault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE')
    return { code: 'csv-quote-open', details: { line, limit } };
  return { code: 'csv-broken', details: { line, reason: error instanceof Error ? error.message : String(error) } };
}

/** The header line, and the text from its beginning again. */
async function peekHeader(
  text: AsyncIterable<string>,
  limit: number,
): Promise<{ header: string; all: AsyncIterable<string> }> {
  const iterator = text[Symbol.asyncIterator]();
  let start = '';
  let done = false;
  while (!done && start.length < limit && !start.trimStart().includes('\n')) {
    const next = await iterator.next();
    done = next.done === true;
    if (next.done !== true) start += next.value;
  }
  async function* all(): AsyncIterable<string> {
    yield start;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { header: start.trimStart().split('\n', 1)[0] ?? '', all: all() };
}

/** The candidate that occurs most often outside quotation marks; a comma when none does. */
function findDelimiter(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: bare.split(delimiter).length - 1 }));
  return counts.reduce((best, other) => (other.count > best.count ? other : best)).delimiter;
}
