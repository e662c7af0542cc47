// Stands in for zod/mini in the bundle that pages load, where it would carry 7 KB for what a page asks of it: to read an
// answer, synchronously, by the schemas of `domain/`. Same functions, same verdicts, same faults; a test compares both.
// The build warns of a function that a schema uses and that is missing here.

interface Issue {
  readonly path: PropertyKey[];
  readonly message: string;
  /** The type that was expected, where the value is of another. */
  readonly expected?: string;
  /** Whether the value is of the right type all the same: checks of what is around it go on. */
  readonly isMild?: boolean;
}

/** Gives the value as the schema has it, or adds at least one issue. */
type Read = (value: unknown, issues: Issue[]) => unknown;

/** What is wrong with a value of the right type, if anything: in words, or with the place inside it that they are about. */
type Check = (value: never) => string | Issue | undefined;

type Result = { success: true; data: unknown } | { success: false; data?: undefined; error: { issues: Issue[] } };

interface Schema {
  readonly read: Read;
  readonly isOptional: boolean;
  readonly shape?: Shape;
  check(...checks: Check[]): Schema;
  safeParse(value: unknown): Result;
}

type Shape = Readonly<Record<string, Schema>>;

const INVALID = 'Invalid input';

/* @__NO_SIDE_EFFECTS__ */
function schema(readType: Read, more: Partial<Schema> = {}, checks: readonly Check[] = []): Schema {
  const read: Read = (value, issues) => {
    const known = issues.length;
    const data = readType(value, issues);
    if (issues.length > known && issues.slice(known).some(({ isMild }) => !isMild)) return data;
    for (const check of checks) {
      const fault = check(data as never);
      if (fault) issues.push({ path: [], isMild: true, ...(typeof fault === 'string' ? { message: fault } : fault) });
    }
    return data;
  };
  return {
    isOptional: false,
    ...more,
    read,
    check: (...others) => schema(readType, more, [...checks, ...others]),
    safeParse: (value) => {
      const issues: Issue[] = [];
      const data = read(value, issues);
      return issues.length === 0 ? { success: true, data } : { success: false, error: { issues } };
    },
  };
}

/** A schema of one type, which `fits` tells. */
/* @__NO_SIDE_EFFECTS__ */
function ofType(expected: string, fits: (value: unknown) => boolean, read: Read = (value) => value): () => Schema {
  return () =>
    schema((value, issues) => {
      if (fits(value)) return read(value, issues);
      issues.push({ path: [], expected, message: INVALID });
      return undefined;
    });
}

/** Reads a part of a value; its issues get `key` before their path. */
function readPart(part: Schema, value: unknown, key: PropertyKey, issues: Issue[]): unknown {
  const known = issues.length;
  const data = part.read(value, issues);
  if (issues.length > known) for (const { path } of issues.slice(known)) path.unshift(key);
  return data;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const string: () => Schema = /* @__PURE__ */ ofType('string', (value) => typeof value === 'string');
export const number: () => Schema = /* @__PURE__ */ ofType('number', Number.isFinite);
export const boolean: () => Schema = /* @__PURE__ */ ofType('boolean', (value) => typeof value === 'boolean');

/* @__NO_SIDE_EFFECTS__ */
export function unknown(): Schema {
  return schema((value) => value);
}

/* @__NO_SIDE_EFFECTS__ */
export function int(): Schema {
  const whole = number();
  return schema((value, issues) => {
    const data = whole.read(value, issues);
    if (data !== undefined && !Number.isInteger(data)) issues.push({ path: [], expected: 'int', message: INVALID });
    return data;
  }).check((value) => (Number.isSafeInteger(value) ? undefined : INVALID));
}

/* @__NO_SIDE_EFFECTS__ */
export function literal(only: unknown): Schema {
  return oneOf([only]);
}

/* @__NO_SIDE_EFFECTS__ */
function oneOf(values: readonly unknown[]): Schema {
  return schema((value, issues) => {
    if (!values.includes(value)) issues.push({ path: [], message: INVALID });
    return value;
  });
}
export { oneOf as enum };

/* @__NO_SIDE_EFFECTS__ */
export function optional(inner: Schema): Schema {
  return schema((value, issues) => (value === undefined ? value : inner.read(value, issues)), { isOptional: true });
}

/* @__NO_SIDE_EFFECTS__ */
export function union(options: readonly Schema[]): Schema {
  return schema((value, issues) => {
    const found = options.map((option) => option.safeParse(value)).find(({ success }) => success);
    if (!found) issues.push({ path: [], message: INVALID });
    return found?.data;
  });
}

/* @__NO_SIDE_EFFECTS__ */
export function array(element: Schema): Schema {
  return ofType('array', Array.isArray, (value, issues) =>
    (value as unknown[]).map((each, index) => readPart(element, each, index, issues)),
  )();
}

/* @__NO_SIDE_EFFECTS__ */
export function tuple(elements: readonly Schema[]): Schema {
  return ofType('tuple', Array.isArray, (value, issues) => {
    const values = value as unknown[];
    if (values.length !== elements.length) issues.push({ path: [], message: INVALID });
    if (values.length < elements.length) return undefined;
    return elements.map((element, index) => readPart(element, values[index], index, issues));
  })();
}

/** Keys that the shape does not name are left out. */
/* @__NO_SIDE_EFFECTS__ */
export function object(shape: Shape): Schema {
  // Once, when it is first read: a page of results is read by some seventy parts twenty times over
  let parts: [string, Schema][] | undefined;
  const { read } = ofType('object', isObject, (value, issues) => {
    const given = value as Record<string, unknown>;
    const data: Record<string, unknown> = {};
    parts ??= Object.entries(shape);
    for (const [key, part] of parts)
      if (key in given || !part.isOptional) data[key] = readPart(part, given[key], key, issues);
    return data;
  })();
  return schema(read, { shape });
}

/* @__NO_SIDE_EFFECTS__ */
export function record(key: Schema, element: Schema): Schema {
  return ofType('record', isObject, (value, issues) => {
    const data: Record<string, unknown> = {};
    for (const [name, each] of Object.entries(value as object)) {
      if (name === '__proto__') continue;
      if (key.safeParse(name).success) data[name] = readPart(element, each, name, issues);
      else issues.push({ path: [name], message: INVALID });
    }
    return data;
  })();
}

/* @__NO_SIDE_EFFECTS__ */
function rule<T>(holds: (value: T) => boolean, message: string = INVALID): Check {
  return (value) => (holds(value) ? undefined : message);
}

/* @__NO_SIDE_EFFECTS__ */
export function refine<T>(
  holds: (value: T) => boolean,
  { message, path = [] }: { message: string; path?: PropertyKey[] },
): Check {
  return (value: T) => (holds(value) ? undefined : { path: [...path], message });
}

/* @__NO_SIDE_EFFECTS__ */
export function regex(form: RegExp, message: string): Check {
  return rule((value: string) => form.test(value), message);
}

/* @__NO_SIDE_EFFECTS__ */
export function minimum(low: number): Check {
  return rule((value: number) => value >= low);
}

/* @__NO_SIDE_EFFECTS__ */
export function maximum(high: number): Check {
  return rule((value: number) => value <= high);
}

/** Number of characters, of which some are two code units long, or of the items of a list. */
function lengthOf(value: string | readonly unknown[]): number {
  return Array.from(value).length;
}

/* @__NO_SIDE_EFFECTS__ */
export function minLength(length: number, message?: string): Check {
  return rule((value: string) => value.length >= 2 * length || lengthOf(value) >= length, message);
}

/* @__NO_SIDE_EFFECTS__ */
export function maxLength(length: number, message?: string): Check {
  return rule((value: string) => value.length <= length || lengthOf(value) <= length, message);
}

export function safeParse(by: Schema, value: unknown): Result {
  return by.safeParse(value);
}
