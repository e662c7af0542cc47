import { faultsOf } from '../http/issue-messages.js';
import type { Language } from '../language.js';
import { isNativeRow, mapNativeRow } from './map-native.js';
import type { MappedRow, MappingOptions, RowRecord } from './mapped-row.js';
import type { RowKind } from './row-kinds.js';

/**
 * Makes a sound record of a row, whether it has the platform's own shape or the headers of somebody's table, or says why
 * there is none. Messages about fields are in `language`.
 */
export function readRecord<R extends RowRecord>(
  kind: RowKind<R>,
  values: Readonly<Record<string, unknown>>,
  options: MappingOptions,
  language: Language,
): MappedRow<R> {
  const mapped = mapSafely(kind, values, options);
  if ('fault' in mapped) return mapped;
  const checked = kind.schema.safeParse(mapped.record);
  if (checked.success) return { ...mapped, record: checked.data };
  const [first] = faultsOf(checked.error.issues, mapped.record, language);
  return {
    fault: { code: 'record-invalid', details: { path: first?.path || 'record', message: first?.message ?? '' } },
  };
}

function mapSafely<R extends RowRecord>(
  kind: RowKind<R>,
  values: Readonly<Record<string, unknown>>,
  options: MappingOptions,
): MappedRow<R> {
  try {
    return isNativeRow(values) ? mapNativeRow(kind, values, options) : kind.map(values, options);
  } catch (error) {
    // Values nested thousands deep exhaust the stack; any other error is a mistake of ours
    if (error instanceof RangeError) return { fault: { code: 'row-too-deep' } };
    throw error;
  }
}
