import { RecordId } from '../../domain/record.js';
import { recordId } from '../../domain/record-id.js';
import { cleanText } from './clean-text.js';
import { contentId, type MappedRow, type MappingOptions } from './mapped-row.js';
import type { Oddity } from './oddities.js';
import type { RowKind } from './row-kinds.js';

type Values = Readonly<Record<string, unknown>>;

/** Whether a row is a record as the platform itself gives it: its title is a map of languages. */
export function isNativeRow(values: Values): boolean {
  return isObject(values.title);
}

/**
 * Takes a record that has the platform's own shape as it is: empty values are left out, texts cleaned, and what the
 * platform assigns is added where it is absent. The schema has the last word.
 */
export function mapNativeRow<R>(
  rowKind: Pick<RowKind<R>, 'kind' | 'noteMissing'>,
  values: Values,
  options: MappingOptions,
): MappedRow<R> {
  const { kind } = rowKind;
  const oddities: Oddity[] = [];
  const given = cleanObject(values, oddities, '');
  const source = nativeSource(given, values, options, oddities);
  const ownId = RecordId.safeParse(given.id);
  const record = {
    status: 'published',
    lang: Object.keys(isObject(given.title) ? given.title : {})[0],
    createdAt: options.now,
    updatedAt: options.now,
    ...given,
    // A record that came from a platform keeps its id, else its copy would stand beside it
    id: given.kind === kind && ownId.success ? ownId.data : recordId(kind, source.name, source.id),
    kind,
    source,
  } as R;
  rowKind.noteMissing(record, (missing) => oddities.push({ kind: missing }));
  return { record, oddities, ignored: [] };
}

function nativeSource(
  given: Values,
  values: Values,
  options: MappingOptions,
  oddities: Oddity[],
): { name: string; id: string } {
  const stated = isObject(given.source) ? given.source : {};
  const name = options.sourceName ?? text(stated.name) ?? text(given.source) ?? options.fallbackSource;
  const id = text(stated.id) ?? text(given.id);
  if (id === undefined) oddities.push({ kind: 'no-id' });
  return { ...stated, name, id: id ?? contentId(values) };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function cleanObject(value: Values, oddities: Oddity[], path: string): Record<string, unknown> {
  const entries = Object.entries(value).flatMap(([key, child]) => {
    const clean = cleanValue(child, oddities, path === '' ? key : `${path}.${key}`);
    return clean === undefined ? [] : [[key, clean] as const];
  });
  return Object.fromEntries(entries);
}

/** The value without what says nothing: `null`, empty texts, lists and objects. */
function cleanValue(value: unknown, oddities: Oddity[], path: string): unknown {
  if (typeof value === 'string') {
    const { text: clean, removed } = cleanText(value);
    if (removed) oddities.push({ kind: 'control-characters', column: path, value: clean });
    return clean === '' ? undefined : clean;
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => cleanValue(item, oddities, path)).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (isObject(value)) {
    const object = cleanObject(value, oddities, path);
    return Object.keys(object).length > 0 ? object : undefined;
  }
  return value ?? undefined;
}
