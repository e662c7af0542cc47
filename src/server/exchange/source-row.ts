import type { Fault } from './fault.js';

/** Longest row that is read, in UTF-16 code units: real records reach some 10,000. */
export const MAX_ROW = 1_000_000;

/** One row of a file: its values by column, or why it could not be read. */
export type SourceRow =
  | { readonly line: number; readonly values: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly fault: Fault; readonly text: string };
