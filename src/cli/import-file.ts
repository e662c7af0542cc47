import { basename } from 'node:path';
import type { Encoding } from '../server/exchange/detect-encoding.js';
import { importRecords, type ImportOptions, type ImportReport } from '../server/exchange/import-records.js';
import { openRows, type RowSource } from '../server/exchange/read-rows.js';
import { ROW_KINDS } from '../server/exchange/row-kinds.js';
import type { CliIo } from './io.js';
import type { KindName } from './kinds.js';
import { showProgress } from './progress.js';

/** How a file is imported. */
export interface FileImport extends Pick<ImportOptions, 'write' | 'batchSize' | 'onReject' | 'sourceName' | 'skip'> {
  readonly kind: KindName;
  readonly io: CliIo;
  /** Whether to show how far it is. */
  readonly progress?: boolean;
}

/** What an import of a file did. */
export interface FileReport {
  readonly source: RowSource;
  readonly report: ImportReport;
  readonly seconds: number;
}

/** Opens a file of records, so that its faults are known before anything is opened to write to. */
export function openFile(kind: KindName, file: string, encoding?: Encoding): Promise<RowSource> {
  return openRows(file, { checkColumns: ROW_KINDS[kind].checkColumns, ...(encoding && { encoding }) });
}

/** Imports an opened file and tells what became of it. */
export async function importFile(source: RowSource, options: FileImport): Promise<FileReport> {
  const { kind, io, progress = false, ...importOptions } = options;
  const start = performance.now();
  let read = 0;
  const done = progress ? showProgress(io, source, () => read) : () => undefined;
  try {
    const report = await importRecords(ROW_KINDS[kind], source.rows(), {
      ...importOptions,
      language: io.lang,
      fallbackSource: stem(source.path),
      now: new Date().toISOString(),
      onRow: (count) => {
        read = count;
      },
    });
    return { source, report, seconds: (performance.now() - start) / 1000 };
  } finally {
    done();
  }
}

/** `results.csv.gz` without its extensions: the same file names the same source next time. */
export function stem(path: string): string {
  return basename(path).replace(/(?<=.)(\.(jsonl|ndjson|json|csv|tsv|txt|xlsx))?(\.gz)?$/i, '');
}
