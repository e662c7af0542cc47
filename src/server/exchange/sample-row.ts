import type { RowKind } from './row-kinds.js';
import { SAMPLE_MARK } from './template-columns.js';

/** Whether a row is the example that a template came with. */
export function isSampleRow({ findColumn }: RowKind, values: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(values).some(
    ([header, value]) =>
      typeof value === 'string' && value.trimStart().startsWith(SAMPLE_MARK) && findColumn(header)?.column === 'title',
  );
}
