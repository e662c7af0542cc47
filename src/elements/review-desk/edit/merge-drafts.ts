import { isObject, type Path } from '../fields/desk-leaves.js';

/** What two people both changed, each in their own way. */
export interface Clash {
  readonly path: Path;
  readonly theirs: unknown;
}

/** A draft that two people changed at the same time. */
export interface Merged {
  readonly draft: unknown;
  /** Where they clash, `draft` has mine. */
  readonly clashes: readonly Clash[];
}

/** Puts what I changed since `base` and what they changed together. Lists are taken as a whole. */
export function mergeDrafts(base: unknown, mine: unknown, theirs: unknown, path: Path = []): Merged {
  if (same(mine, theirs) || same(base, theirs)) return { draft: mine, clashes: [] };
  if (same(base, mine)) return { draft: theirs, clashes: [] };
  if (!isObject(mine) || !isObject(theirs)) return { draft: mine, clashes: [{ path, theirs }] };
  const earlier = isObject(base) ? base : {};
  const clashes: Clash[] = [];
  const entries: [string, unknown][] = [];
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const merged = mergeDrafts(earlier[key], mine[key], theirs[key], [...path, key]);
    clashes.push(...merged.clashes);
    if (merged.draft !== undefined) entries.push([key, merged.draft]);
  }
  return { draft: Object.fromEntries(entries), clashes };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));
}

/** The same whatever the order of keys. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, canonical(value[key])]),
  );
}
