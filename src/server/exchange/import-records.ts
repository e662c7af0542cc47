import { murmur128 } from '../../domain/hash.js';
import type { Language } from '../language.js';
import type { PutResult } from '../store/store.js';
import type { Fault } from './fault.js';
import type { MappingOptions, RowRecord } from './mapped-row.js';
import { OddityCounter, type OddityCount } from './oddities.js';
import { readRecord } from './read-record.js';
import type { RowKind } from './row-kinds.js';
import { isSampleRow } from './sample-row.js';
import type { SourceRow } from './source-row.js';

/** Records are written this many at a time unless told otherwise. */
export const IMPORT_BATCH = 500;

/** A row that became no record. */
export interface RejectedRow {
  readonly line: number;
  readonly fault: Fault;
  /** The row as it was read, or the beginning of its text where it could not be read. */
  readonly row: unknown;
}

/** What became of a batch. `rejected` names records, by their place in the batch, that the receiver refused. */
export interface BatchResult extends PutResult {
  readonly rejected?: readonly { readonly index: number; readonly fault: Fault }[];
}

/** Why a row that could become a record is left out all the same; nothing for one that is taken. */
export type SkipRow = (values: Readonly<Record<string, unknown>>) => boolean;

/** How rows are imported. */
export interface ImportOptions extends MappingOptions {
  /** Language of the messages about fields. */
  readonly language: Language;
  /** Leaves rows out that the operator does not want; they are counted. */
  readonly skip?: SkipRow;
  /** Stores one batch; absent for a trial that writes nothing. */
  readonly write?: (records: readonly RowRecord[]) => Promise<BatchResult>;
  readonly batchSize?: number;
  readonly onReject?: (rejected: RejectedRow) => void;
  /** Told how many rows have been read. */
  readonly onRow?: (count: number) => void;
  /** Stops the import between rows; what was written stays. */
  readonly signal?: AbortSignal;
}

/** What an import did. */
export interface ImportReport extends PutResult {
  /** Rows read, blank lines not counted. */
  readonly read: number;
  /** Rows that became no record. */
  readonly rejected: number;
  /** Rows that were left out as the operator wanted, and samples of templates. */
  readonly skipped: number;
  readonly oddities: readonly OddityCount[];
  /** Columns that are not understood, with the number of rows that hold something there; most frequent first. */
  readonly ignoredColumns: readonly { readonly header: string; readonly count: number }[];
}

/** Most columns that a report names: rows with ever new headers must not fill the memory. */
const MAX_IGNORED = 100;

/**
 * Imports records of one kind: the sound rows are stored, the others are handed to `onReject`. While one batch is being
 * written the next one is read. Records are found again by source and id, so importing a file twice changes nothing and
 * an import that was cut short is simply run again.
 */
export async function importRecords(
  kind: RowKind,
  rows: AsyncIterable<SourceRow>,
  options: ImportOptions,
): Promise<ImportReport> {
  const run = new ImportRun(kind, options);
  try {
    for await (const row of rows) {
      options.signal?.throwIfAborted();
      run.add(row);
      if (run.isBatchFull()) await run.flush();
    }
    await run.flush();
  } finally {
    // Whoever called may close the store next, even after an error
    await run.settle();
  }
  return run.report();
}

interface BatchEntry {
  readonly line: number;
  readonly row: unknown;
  readonly record: RowRecord;
}

class ImportRun {
  readonly #kind: RowKind;
  readonly #options: ImportOptions;
  readonly #oddities = new OddityCounter();
  readonly #ignored = new Map<string, number>();
  readonly #seenIds = new SeenTexts();
  readonly #seenTitles = new SeenTexts();
  /** By id: of two rows with one id in a batch, the last counts. */
  #batch = new Map<string, BatchEntry>();
  #writing: Promise<void> = Promise.resolve();
  #read = 0;
  #rejected = 0;
  #skipped = 0;
  readonly #result = { created: 0, updated: 0, unchanged: 0 };

  constructor(kind: RowKind, options: ImportOptions) {
    this.#kind = kind;
    this.#options = options;
  }

  add(row: SourceRow): void {
    this.#read += 1;
    this.#options.onRow?.(this.#read);
    if ('fault' in row) return this.#reject({ line: row.line, fault: row.fault, row: row.text });
    if (isSampleRow(this.#kind, row.values) || this.#options.skip?.(row.values) === true) {
      this.#skipped += 1;
      return;
    }
    const mapped = readRecord(this.#kind, row.values, this.#options, this.#options.language);
    if ('fault' in mapped) return this.#reject({ line: row.line, fault: mapped.fault, row: row.values });
    const { record, oddities, ignored } = mapped;
    for (const oddity of oddities) this.#oddities.add(oddity, row.line);
    for (const header of ignored) this.#ignore(header);
    const title = record.title[record.lang] ?? '';
    if (this.#seenIds.add(record.id)) this.#oddities.add({ kind: 'duplicate-id', value: record.source.id }, row.line);
    else if (this.#seenTitles.add(title)) this.#oddities.add({ kind: 'duplicate-title', value: title }, row.line);
    this.#batch.set(record.id, { line: row.line, row: row.values, record });
  }

  isBatchFull(): boolean {
    return this.#batch.size >= (this.#options.batchSize ?? IMPORT_BATCH);
  }

  /** Hands the batch over once the one before it is written. */
  async flush(): Promise<void> {
    const entries = [...this.#batch.values()];
    if (entries.length === 0) return;
    this.#batch = new Map();
    await this.#writing;
    this.#writing = this.#write(entries);
    // The error is met where the promise is awaited; until then it must not count as unhandled
    this.#writing.catch(() => undefined);
  }

  async settle(): Promise<void> {
    await this.#writing;
  }

  report(): ImportReport {
    const ignoredColumns = [...this.#ignored]
      .map(([header, count]) => ({ header, count }))
      .toSorted((a, b) => b.count - a.count);
    return {
      read: this.#read,
      rejected: this.#rejected,
      skipped: this.#skipped,
      ...this.#result,
      oddities: this.#oddities.list(),
      ignoredColumns,
    };
  }

  async #write(entries: readonly BatchEntry[]): Promise<void> {
    const result = await this.#options.write?.(entries.map((entry) => entry.record));
    if (!result) return;
    this.#result.created += result.created;
    this.#result.updated += result.updated;
    this.#result.unchanged += result.unchanged;
    for (const { index, fault } of result.rejected ?? []) {
      const entry = entries[index];
      if (entry) this.#reject({ line: entry.line, fault, row: entry.row });
    }
  }

  #reject(rejected: RejectedRow): void {
    this.#rejected += 1;
    this.#options.onReject?.(rejected);
  }

  #ignore(header: string): void {
    const count = this.#ignored.get(header) ?? 0;
    if (count > 0 || this.#ignored.size < MAX_IGNORED) this.#ignored.set(header, count + 1);
  }
}

/** Which texts were met before, at some 40 bytes each however long they are. */
class SeenTexts {
  readonly #hashes = new Set<number>();

  /** Remembers a text; true when it was met before. */
  add(text: string): boolean {
    const [high, low] = murmur128(new TextEncoder().encode(text));
    // 53 bits, all that a number holds exactly: among a million texts a false alarm has one chance in 18,000
    const hash = (high >>> 11) * 2 ** 32 + low;
    const { size } = this.#hashes;
    return this.#hashes.add(hash).size === size;
  }
}
