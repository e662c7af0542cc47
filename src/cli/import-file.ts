import { basename } from 'node:path';
import { checkColumns } from '../server/exchange/columns.js';
import type { Encoding } from '../server/exchange/detect-encoding.js';
import { importAchievements, type ImportOptions, type ImportReport } from '../server/exchange/import-achievements.js';
import { openRows, type RowSource } from '../server/exchange/read-rows.js';
import type { CliIo } from './io.js';
import { showProgress } from './progress.js';

/** How a file is imported. */
export interface FileImport extends Pick<ImportOptions, 'write' | 'batchSize' | 'onReject' | 'sourceName'> {
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

/** Opens a file of achievements, so that its faults are known before anything is opened to write to. */
export function openFile(file: string, encoding?: Encoding): Promise<RowSource> {
  return openRows(file, { checkColumns, ...(encoding && { encoding }) });
}

/** Imports an opened file and tells what became of it. */
export async function importFile(source: RowSource, options: FileImport): Promise<FileReport> {
  const { io, progress = false, ...importOptions } = options;
  const start = performance.now();
  let read = 0;
  const done = progress ? showProgress(io, source, () => read) : () => undefined;
  try {
    const report = await importAchievements(source.rows(), {
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
  return basename(path).replace(/(?<=.)(\.(jsonl|ndjson|json|csv|tsv|txt))?(\.gz)?$/i, '');
}
