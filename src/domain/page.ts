import * as z from 'zod/mini';
import { count, Timestamp } from './primitives.js';

/** Half-open range of UTF-16 code units, `[start, end)`, in the text it belongs to. */
export const TextRange = /* @__PURE__ */ z.tuple([count(), count()]);
export type TextRange = z.infer<typeof TextRange>;

/** Where a query's words stand in a record: `{'title.zh-CN': [[0, 2]]}`. Ranges, never markup. */
export const Highlights = z.record(z.string(), z.array(TextRange));
export type Highlights = z.infer<typeof Highlights>;

/** One value of a facet. `count` is disjunctive: how many records it would show, the facet's own filter left out. */
export const FacetValue = z.object({ value: z.string(), label: z.string(), count: z.int() });
export type FacetValue = z.infer<typeof FacetValue>;

/** A facet of a list, labelled in the language that was asked for. */
export const Facet = z.object({ id: z.string(), label: z.string(), values: z.array(FacetValue) });
export type Facet = z.infer<typeof Facet>;

/** The envelope of every list answer, its items not yet parsed: a client parses them one by one. */
export const PageEnvelope = z.object({
  items: z.array(z.unknown()),
  /** Exact number of records that match, all pages together. */
  total: count(),
  facets: z.array(Facet),
  /** Give it back as `cursor` for the next page; absent on the last. */
  nextCursor: z.optional(z.string()),
  /** Time of the data. */
  asOf: Timestamp,
  /** Name of the platform that answered. */
  source: z.string(),
  /** How many of `items`, from the first, match every word. Present only when the answer was filled up with near matches. */
  strict: z.optional(count()),
});
export type PageEnvelope = z.infer<typeof PageEnvelope>;
