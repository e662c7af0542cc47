/** A draft or a part of one, as JSON has it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Where something stands in a draft: `['indicators', '0', 'name', 'zh-CN']`. */
export type Path = readonly string[];

/** One value that is no list and no object, and where it stands. */
export interface Leaf {
  readonly path: Path;
  readonly value: string | number | boolean;
}

/** How a path is written on the wire: `indicators.0.name.zh-CN`. */
export function pathText(path: Path): string {
  return path.join('.');
}

export function isObject(value: unknown): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every value of a draft, in its order. */
export function leavesOf(value: unknown, path: Path = []): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => leavesOf(each, [...path, String(index)]));
  if (isObject(value)) return Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...path, key]));
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [{ path, value }];
  return [];
}

/** What stands at a path; `undefined` where nothing does. */
export function valueAt(value: unknown, path: Path): unknown {
  let at: unknown = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[key];
  }
  return at;
}

/** `value` with `next` at a path; `undefined` takes away what stands there, and every list or object that it leaves empty. */
export function withValueAt(value: unknown, path: Path, next: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return next;
  const isList = Array.isArray(value) || (!isObject(value) && /^\d+$/.test(key));
  const changed = withValueAt(valueAt(value, [key]), rest, next);
  if (isList) {
    const items: unknown[] = Array.isArray(value) ? [...(value as unknown[])] : [];
    if (changed === undefined) items.splice(Number(key), 1);
    else items[Number(key)] = changed;
    return items.length === 0 ? undefined : items;
  }
  const entries: [string, unknown][] = Object.entries(isObject(value) ? value : {});
  const known = entries.find(([name]) => name === key);
  if (known) known[1] = changed;
  else entries.push([key, changed]);
  const kept = entries.filter(([, each]) => each !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
