import type { SubmissionKind } from '../../domain/submission.js';
import type { RequestOptions } from '../options.js';
import type { DeskQuery } from './desk.js';

/** What a bulk upload says of one cell or row: why it could not take it, or what is odd about it. */
export interface UploadFault {
  /** Row of the sheet, counted from 1 as spreadsheets show it. */
  readonly row: number;
  /** Heading of the column; absent where the whole row is meant. */
  readonly column?: string;
  /** What stands in the cell. */
  readonly value?: string;
  readonly code: string;
  /** In the language that was asked for. */
  readonly message: string;
}

/** What became of a bulk upload, or would. */
export interface UploadReport {
  readonly dryRun: boolean;
  readonly rows: number;
  /** Rows that were taken, or would be. */
  readonly accepted: number;
  readonly rejected: number;
  /** Of those taken, how many are new; the others had been taken before. Absent on an older platform. */
  readonly created?: number;
  readonly known?: number;
  readonly faults: readonly UploadFault[];
  /** What is odd about rows that are taken all the same. */
  readonly oddities?: readonly UploadFault[];
  /** Headings that are not understood. */
  readonly ignoredColumns?: readonly string[];
  /** References of what was taken; empty after a dry run. */
  readonly references: readonly string[];
}

/** What of the queue is exported. */
export interface DeskExportOptions extends RequestOptions {
  /** With who sent it; for the scope `privacy`, and noted in the audit trail. */
  readonly personal?: boolean;
}

/** Files that go in and out of the desk. */
export interface DeskFiles {
  /** A file that came with a submission. */
  attachment(id: string, options?: RequestOptions): Promise<Blob>;
  /** All that a query finds, as a file. */
  exportFile(format: 'csv' | 'json', query?: DeskQuery, options?: DeskExportOptions): Promise<Blob>;
  /** An empty sheet to fill in. */
  template(kind: SubmissionKind, format: 'xlsx' | 'csv', options?: RequestOptions): Promise<Blob>;
  /** Takes a filled sheet in as submissions; after a dry run nothing has changed. */
  upload(
    kind: SubmissionKind,
    file: Blob,
    options?: RequestOptions & { readonly dryRun?: boolean; readonly lang?: string },
  ): Promise<UploadReport>;
}
