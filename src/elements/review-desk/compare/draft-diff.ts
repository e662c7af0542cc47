import { isObject, leavesOf, type Path } from '../fields/desk-leaves.js';
import { diffTokens } from './text-diff.js';

type Value = string | number | boolean;

/** One value that differs between two versions of a draft. */
export interface Difference {
  /** Where it stands in the later version; in the earlier one, where the later has nothing. */
  readonly path: Path;
  readonly before?: Value;
  readonly after?: Value;
}

/**
 * Every value that differs between two versions, in the order of the later one. Entries of a list are matched with
 * their equals first, so that one put in at the head does not make all others look changed.
 */
export function diffDrafts(before: unknown, after: unknown, path: Path = []): Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
    return [...keys].flatMap((key) => diffDrafts(before[key], after[key], [...path, key]));
  }
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(before, after, path);
  if (isPlain(before) && isPlain(after)) return [{ path, before, after }];
  return [
    ...leavesOf(before, path).map(({ path: at, value }) => ({ path: at, before: value })),
    ...leavesOf(after, path).map(({ path: at, value }) => ({ path: at, after: value })),
  ];
}

function diffLists(before: readonly unknown[], after: readonly unknown[], path: Path): Difference[] {
  const stretches = diffTokens(before.map(written), after.map(written));
  const differences: Difference[] = [];
  let [atBefore, atAfter] = [0, 0];
  let gone: number[] = [];
  let come: number[] = [];
  const flush = (): void => {
    // What stands in for something else is compared with it, one by one
    for (let index = 0; index < Math.max(gone.length, come.length); index += 1) {
      const [from, to] = [gone[index], come[index]];
      const place = [...path, String(to ?? from)];
      differences.push(
        ...diffDrafts(from === undefined ? undefined : before[from], to === undefined ? undefined : after[to], place),
      );
    }
    gone = [];
    come = [];
  };
  for (const { kind } of stretches) {
    if (kind === 'removed') gone.push(atBefore++);
    else if (kind === 'added') come.push(atAfter++);
    else {
      flush();
      atBefore += 1;
      atAfter += 1;
    }
  }
  flush();
  return differences;
}

function written(value: unknown): string {
  return JSON.stringify(value);
}

function isPlain(value: unknown): value is Value {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
