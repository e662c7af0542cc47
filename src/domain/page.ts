import * as z from 'zod/mini';
import { count, Timestamp } from './primitives.js';

/** Half-open range of UTF-16 code units, `[start, end)`, in the text it belongs to. */
export const TextRange = /* @__PURE__ */ z.tuple([count(), count()]);
export type TextRange = z.infer<typeof TextRange>;

/** Where a query's words stand in a record: `{'title.zh-CN': [[0, 2]]}`. Ranges, never markup. */
export const Highlights = /* @__PURE__ */ z.record(z.string(), /* @__PURE__ */ z.array(TextRange));
export type Highlights = z.infer<typeof Highlights>;

/**
 * One value of a facet. `label` is what it is called in the language asked for: a code's word, or the English name that most
 * records give an institution; where there is none the value itself. `count` is disjunctive: how many records it would show,
 * the facet's own filter left out.
 */
export const FacetValue = z.object({ value: z.string(), label: z.string(), count: z.int() });
export type FacetValue = z.infer<typeof FacetValue>;

/** A facet of a list, labelled in the language that was asked for. */
export const Facet = z.object({ id: z.string(), label: z.string(), values: z.array(FacetValue) });
export type Facet = z.infer<typeof Facet>;

/**
 * What a list holds along a measure such as price: the ends found, and how many records have a number there. Disjunctive
 * like a facet: the range's own filter is left out.
 */
export const Range = z.object({
  id: z.string(),
  /** In the language that was asked for. */
  label: z.string(),
  /** How the ends read: `money` (an amount of `unit`), `date` (ISO 8601), `number`; a newer platform may know others. */
  type: z.string(),
  /** What a number counts, such as `CNY`. */
  unit: z.optional(z.string()),
  /** Smallest and largest that a record has; absent where none has one. */
  min: z.optional(z.union([z.number(), z.string()])),
  max: z.optional(z.union([z.number(), z.string()])),
  count: count(),
});
export type Range = z.infer<typeof Range>;

/** A text that completes what a user is typing. */
export const Suggestion = z.object({
  text: z.string(),
  /** Where records have it: `title`, `keywords`, `institution`, … */
  field: z.string(),
  /** How many records have it there. */
  count: count(),
});
export type Suggestion = z.infer<typeof Suggestion>;

/**
 * What the codes inside records are called, by `<code list or scheme>.<code>`: `{'transfer-mode.licence': '许可'}`. A
 * code that the platform has no word for is absent. Likewise what institutions are called that a record names in another
 * language only, by `institution.<name>`: `{'institution.天津大学': 'Tianjin University'}`.
 */
export const CodeLabels = z.record(z.string(), z.string());
export type CodeLabels = z.infer<typeof CodeLabels>;

/** The envelope of every list answer, its items not yet parsed: a client parses them one by one. */
export const PageEnvelope = z.object({
  items: z.array(z.unknown()),
  /** Exact number of records that match, all pages together. */
  total: count(),
  facets: z.array(Facet),
  /** The ranges that were asked for. */
  ranges: z.optional(z.array(Range)),
  /** Give it back as `cursor` for the next page; absent on the last. */
  nextCursor: z.optional(z.string()),
  /** Time of the data. */
  asOf: Timestamp,
  /** Name of the platform that answered. */
  source: z.string(),
  /** How many of `items`, from the first, match every word. Present only when the answer was filled up with near matches. */
  strict: z.optional(count()),
  /** Labels of the codes inside the items, in the language that was asked for. */
  labels: z.optional(CodeLabels),
});
export type PageEnvelope = z.infer<typeof PageEnvelope>;
