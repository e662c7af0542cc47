/** What stands in one field: a text as it was typed, the choices made, or the parts and rows it consists of. */
export type Entry = string | readonly Entry[] | Values;

/** What was typed into a form, by field, as it was typed: nothing is read or trimmed yet. Plain JSON. */
export interface Values {
  readonly [name: string]: Entry;
}

type Container = Record<string, Entry> | Entry[];

/** The entry at a key such as `indicators.0.unit`. */
export function entryAt(values: Values, key: string): Entry | undefined {
  let at: unknown = values;
  for (const step of key.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return at as Entry | undefined;
}

/** The text at a key; empty where there is none. */
export function textAt(values: Values, key: string): string {
  const entry = entryAt(values, key);
  return typeof entry === 'string' ? entry : '';
}

/** The parts or choices at a key. */
export function listAt(values: Values, key: string): readonly Entry[] {
  const entry = entryAt(values, key);
  return Array.isArray(entry) ? (entry as readonly Entry[]) : [];
}

/** `values` with another entry at a key. What is empty goes, but for rows, whose places count. */
export function withEntry(values: Values, key: string, entry: Entry): Values {
  return put(values as Container, key.split('.'), entry) as Values;
}

function put(into: Container, [step = '', ...rest]: readonly string[], entry: Entry): Container {
  const copy: Container = Array.isArray(into) ? [...into] : { ...into };
  const at = copy as Record<string, Entry>;
  const inner = Object.hasOwn(copy, step) ? at[step] : undefined;
  const next =
    rest.length === 0
      ? entry
      : put(typeof inner === 'object' ? (inner as Container) : /^\d+$/.test(rest[0] ?? '') ? [] : {}, rest, entry);
  if (Array.isArray(copy) || !isBlank(next)) {
    // Not by assignment: a key may be called __proto__
    Object.defineProperty(copy, step, { value: next, enumerable: true, configurable: true, writable: true });
  } else delete copy[step];
  return copy;
}

/** Whether nobody has put anything into it. */
export function isBlank(entry: Entry | undefined): boolean {
  if (entry === undefined || typeof entry === 'string') return !entry;
  return Object.keys(entry).length === 0;
}

/** Whether nothing in it, however deep, would be sent. */
export function isEmpty(entry: Entry | undefined): boolean {
  if (typeof entry !== 'object') return !entry?.trim();
  return Object.values(entry).every((each) => isEmpty(each as Entry));
}
