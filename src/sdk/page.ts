import type * as z from 'zod/mini';
import { type CodeLabels, type Facet, PageEnvelope, type Range } from '../domain/page.js';
import { SchemaError, type SchemaIssue } from './errors/schema-error.js';
import { rejectedWords } from './errors/words.js';
import { issuesOf, parseAnswer } from './parse.js';
import type { AnswerContext } from './transport.js';

/** One page of a list, with where and when its data came from. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Exact number of records that match, all pages together. */
  readonly total: number;
  /** The facets asked for, then the others of which values are chosen, labelled in the language asked for. */
  readonly facets: readonly Facet[];
  /** The ranges asked for. */
  readonly ranges: readonly Range[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  readonly nextCursor?: string;
  /** Time of the data, ISO 8601. */
  readonly asOf: string;
  /** Name of the platform that answered. */
  readonly source: string;
  /** How many of `items`, from the first, match every word. Present only when the answer was filled up with near matches. */
  readonly strict?: number;
  /** What the codes inside the records are called, by `<code list or scheme>.<code>`, in the language asked for. */
  readonly labels?: CodeLabels;
  /** How many records of this page could not be read and were left out of `items`. */
  readonly rejected: number;
}

/**
 * Parses a list answer record by record: one that cannot be read is set aside, counted in `rejected` and reported, and
 * the others are shown.
 * @throws {SchemaError} when the envelope itself is wrong
 */
export function parsePage<R, T>(
  record: z.ZodMiniType<R>,
  toItem: (record: R, value: unknown) => T,
  data: unknown,
  context: AnswerContext,
): Page<T> {
  const envelope = parseAnswer(PageEnvelope, data, context);
  const items: T[] = [];
  const issues: SchemaIssue[] = [];
  let { strict } = envelope;
  let rejected = 0;
  for (const [index, value] of envelope.items.entries()) {
    const result = record.safeParse(value);
    if (result.success) {
      items.push(toItem(result.data, value));
      continue;
    }
    rejected += 1;
    issues.push(...issuesOf(result.error, `items.${index}`));
    if (strict !== undefined && envelope.strict !== undefined && index < envelope.strict) strict -= 1;
  }
  if (rejected > 0) {
    const message = rejectedWords(rejected, envelope.items.length);
    context.report(new SchemaError({ message, endpoint: context.endpoint, issues }));
  }
  const page: Page<T> = { ...envelope, ranges: envelope.ranges ?? [], items, rejected };
  return strict === undefined ? page : { ...page, strict };
}
