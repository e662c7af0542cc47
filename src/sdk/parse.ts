import * as z from 'zod/mini';
import { SchemaError, type SchemaIssue } from './errors/schema-error.js';
import { otherShapeWords } from './errors/words.js';
import type { AnswerContext } from './transport.js';

/** Enough to see what is wrong; an answer may be wrong in a thousand places. */
const MAX_ISSUES = 20;

/** What `schema` makes of an answer. @throws {SchemaError} when it does not fit */
export function parseAnswer<T>(schema: z.ZodMiniType<T>, data: unknown, { endpoint }: AnswerContext): T {
  const result = z.safeParse(schema, data);
  if (result.success) return result.data;
  throw new SchemaError({
    message: otherShapeWords(),
    endpoint,
    issues: issuesOf(result.error),
    cause: result.error,
  });
}

/** The faults that zod found, their paths joined by dots below `under`. */
export function issuesOf(error: z.core.$ZodError, under?: string): SchemaIssue[] {
  return error.issues.slice(0, MAX_ISSUES).map((issue) => ({
    path: [...(under === undefined ? [] : [under]), ...issue.path].join('.'),
    message: 'expected' in issue ? `expected ${issue.expected}` : issue.message,
  }));
}
