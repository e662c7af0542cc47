import type { Achievement } from '../../../domain/achievement.js';
import { achievementGroups, type FieldContext } from '../record/achievement-fields.js';

/** One aspect of several achievements: a cell for each, `undefined` where it says nothing. */
export interface ComparedRow {
  readonly id: string;
  readonly label: string;
  readonly cells: readonly unknown[];
  /** Whether they are not all the same. */
  readonly differs: boolean;
}

export interface ComparedGroup {
  readonly label: string;
  readonly rows: readonly ComparedRow[];
}

/** Aspects that always differ, and say nothing about the technology. */
const OF_THE_RECORD: ReadonlySet<string> = new Set(['originId', 'updatedAt', 'registrationNo']);

/** What the achievements say, aspect by aspect; those on which none says anything are left out. */
export function comparedGroups(
  records: readonly Achievement[],
  context: FieldContext,
  differencesOnly: boolean,
): ComparedGroup[] {
  const columns = records.map((record) => achievementGroups(record, context));
  const groups = (columns[0] ?? []).map(({ label }, index) => {
    const fields = columns.map((groupsOfOne) => groupsOfOne[index]?.fields ?? []);
    const rows = orderedIds(fields)
      .filter((id) => !OF_THE_RECORD.has(id))
      .map((id) => row(id, fields))
      .filter(({ differs }) => differs || !differencesOnly);
    return { label, rows };
  });
  return groups.filter(({ rows }) => rows.length > 0);
}

type Fields = ReturnType<typeof achievementGroups>[number]['fields'];

/** Fields in reading order, also those that only a later record has. */
function orderedIds(columns: readonly Fields[]): string[] {
  const ids: string[] = [];
  for (const fields of columns) {
    let at = 0;
    for (const { id } of fields) {
      const known = ids.indexOf(id);
      if (known < 0) ids.splice(at, 0, id);
      at = (known < 0 ? at : known) + 1;
    }
  }
  return ids;
}

function row(id: string, columns: readonly Fields[]): ComparedRow {
  const found = columns.map((fields) => fields.find((field) => field.id === id));
  const values = new Set(found.map((field) => JSON.stringify(field?.raw)));
  return {
    id,
    label: found.find((field) => field)?.label ?? id,
    cells: found.map((field) => field?.content),
    differs: values.size > 1,
  };
}
