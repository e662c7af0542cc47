import { Achievement } from '../../domain/achievement.js';
import { faultsOf } from '../http/issue-messages.js';
import type { Language } from '../language.js';
import { mapAchievementRow } from './achievement-mapping.js';
import { isNativeRow, mapNativeRow } from './map-native.js';
import type { MappedRow, MappingOptions } from './mapped-row.js';

/**
 * Makes a sound achievement of a row, whether it has the platform's own shape or the headers of somebody's table, or says
 * why there is none. Messages about fields are in `language`.
 */
export function readAchievement(
  values: Readonly<Record<string, unknown>>,
  options: MappingOptions,
  language: Language,
): MappedRow {
  const mapped = mapSafely(values, options);
  if ('fault' in mapped) return mapped;
  const checked = Achievement.safeParse(mapped.record);
  if (checked.success) return { ...mapped, record: checked.data };
  const [first] = faultsOf(checked.error.issues, mapped.record, language);
  return {
    fault: { code: 'record-invalid', details: { path: first?.path || 'record', message: first?.message ?? '' } },
  };
}

function mapSafely(values: Readonly<Record<string, unknown>>, options: MappingOptions): MappedRow {
  try {
    return isNativeRow(values) ? mapNativeRow(values, options) : mapAchievementRow(values, options);
  } catch (error) {
    // Values nested thousands deep exhaust the stack; any other error is a mistake of ours
    if (error instanceof RangeError) return { fault: { code: 'row-too-deep' } };
    throw error;
  }
}
