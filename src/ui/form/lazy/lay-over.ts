import { type Field, fieldsOf, type FormDefinition } from '../definition.js';
import { type Entry, isEmpty, listAt, type Values } from '../values.js';
import { decompose, isOffered, ROW_KEY, valueAt } from './decompose.js';

type Tree = Record<string, unknown>;

/** What somebody had sent, as far as a form may show it. */
export interface Sent {
  readonly draft: Readonly<Tree>;
  readonly submitter: Readonly<Tree>;
}

/**
 * The new version of what was sent: `composed` where somebody has changed a field, and the old words, figure for figure,
 * in every other place, those that no field shows among them.
 */
export function layOver(sent: Sent, composed: Readonly<Tree>, values: Values, definition: FormDefinition): Tree {
  const shown = decompose(definition, sent);
  const next = structuredClone({ draft: sent.draft, submitter: sent.submitter }) as Tree;
  const changed = new Set<string>();
  for (const field of fieldsOf(definition)) {
    const { name } = field;
    if (plain(values[name]) === plain(shown[name])) continue;
    changed.add(name);
    for (const path of pathsOf(field))
      put(next, path, merged(field, valueAt(sent, path), valueAt(composed, path), values));
  }
  // Who publishes it follows from who sends it; its region and address stay, and an unnamed one goes
  if (['organisation', 'creditCode', 'anonymous'].some((name) => changed.has(name))) {
    const owner = valueAt(composed, 'draft.owner') as Tree | undefined;
    put(next, 'draft.owner', owner && { ...(valueAt(sent, 'draft.owner') as Tree | undefined), ...owner });
  }
  return { ...composed, ...next };
}

/** Where the parts of a field stand in the body. */
function pathsOf({ type, path, languages, amounts = [], keepsWords }: Field): readonly string[] {
  if (type === 'money')
    return [...new Set([...amounts, ...(keepsWords ? ['min', 'max', 'text'] : []), 'negotiable'])].map(
      (part) => `${path}.${part}`,
    );
  // Texts in further languages are not shown, and stay
  return languages === 'each' && type !== 'lines' ? [`${path}.zh-CN`, `${path}.en`] : [path];
}

/** The new value of a field with what of the old one it does not show. */
function merged(field: Field, before: unknown, now: unknown, values: Values): unknown {
  const { type, as, name } = field;
  if (!Array.isArray(before)) return now;
  const list = Array.isArray(now) ? (now as readonly unknown[]) : [];
  let next = list;
  if (as !== undefined) next = [...list, ...before.filter((term) => !isShown(field, term, before))];
  else if (type === 'people')
    next = list.map((each) => before.find((old) => valueAt(old, 'name') === valueAt(each, 'name')) ?? each);
  else if (type === 'rows') next = rows(field, before, list, listAt(values, name));
  return next.length > 0 ? next : undefined;
}

/** A single choice shows the first of the terms that it offers. */
function isShown(field: Field, term: unknown, all: readonly unknown[]): boolean {
  return isOffered(field, term) && (field.type === 'choices' || all.find((each) => isOffered(field, each)) === term);
}

/** Rows keep what has no column, wherever they stand now. */
function rows(
  { columns = [] }: Field,
  before: readonly unknown[],
  now: readonly unknown[],
  entries: readonly Entry[],
): unknown[] {
  const filled = entries.filter((row) =>
    columns.some(({ name, codes }) => codes === undefined && !isEmpty((row as Values)[name])),
  );
  return now.map((row, index) => {
    const old = before[Number((filled[index] as Values | undefined)?.[ROW_KEY] ?? -1)];
    if (typeof old !== 'object' || old === null) return row;
    const next = structuredClone(old) as Tree;
    for (const column of columns)
      if (plain(textOf(column, old)) !== plain(textOf(column, row))) put(next, column.path, valueAt(row, column.path));
    return next;
  });
}

/** What a column shows of a row. */
function textOf(column: Field, row: unknown): Entry | undefined {
  return decompose({ sections: [{ name: '', fields: [column] }] }, row)[column.name];
}

/** Puts a value at a path, or takes it away with what has become empty around it. */
function put(at: Tree, path: string, value: unknown): void {
  const [step = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    if (value === undefined) delete at[step];
    else at[step] = value;
    return;
  }
  const inner = (at[step] ?? {}) as Tree;
  put(inner, rest.join('.'), value);
  if (Object.keys(inner).length > 0) at[step] = inner;
  else delete at[step];
}

/** Entries that are alike to their reader are the same text. */
function plain(entry: Entry | undefined): string {
  return (
    JSON.stringify(entry, (_, value: unknown) => {
      if (typeof value === 'string') return value.trim() || undefined;
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      return Object.fromEntries(
        Object.entries(value)
          .filter(([, each]) => !isEmpty(each as Entry))
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      );
    }) ?? ''
  );
}
