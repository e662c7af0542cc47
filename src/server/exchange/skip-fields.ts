import type { SkipRow } from './import-records.js';
import { isNativeRow } from './map-native.js';
import type { RowKind } from './row-kinds.js';
import { splitNames, splitWords } from './split-list.js';

/** Leaves out rows of some technical fields: those that name one of `names` as a field, whatever its case. */
export function skipFields({ findColumn }: RowKind, names: readonly string[]): SkipRow {
  const unwanted = new Set(names.map(plain));
  return (values) =>
    Object.entries(values)
      .filter(([header]) => findColumn(header)?.column === 'fields')
      .flatMap(([, value]) => fieldsIn(value, isNativeRow(values)))
      .some((name) => unwanted.has(plain(name)));
}

function fieldsIn(value: unknown, isNative: boolean): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => fieldsIn(item, isNative));
  if (isNative) {
    const { code } = Object(value) as { code?: unknown };
    return typeof code === 'string' ? [code] : [];
  }
  return typeof value === 'string' ? [value, ...splitNames(value), ...splitWords(value)] : [];
}

function plain(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
