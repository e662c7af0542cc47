import * as z from 'zod/mini';

/** One fault in a request: which field or parameter (`limit`, `f.field`, `items.3.title`), what kind, and what to do. */
export const ProblemField = z.object({ path: z.string(), code: z.string(), message: z.string() });
export type ProblemField = z.infer<typeof ProblemField>;

/** An error answer (RFC 9457, `application/problem+json`). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  instance: z.optional(z.string()),
  requestId: z.optional(z.string()),
  errors: z.optional(z.array(ProblemField)),
});
export type Problem = z.infer<typeof Problem>;
