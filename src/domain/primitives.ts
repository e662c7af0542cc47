import * as z from 'zod/mini';

/** Longest text a single field may hold, in UTF-16 code units. Real records reach 6,000; ten times that is abuse. */
export const MAX_TEXT = 60_000;

/** Text in one or more languages, keyed by BCP 47 tag: `{'zh-CN': '钙钛矿电池', en: 'Perovskite cell'}`. Never empty. */
export const LanguageMap = z
  .record(
    z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)),
    z.string().check(z.minLength(1), z.maxLength(MAX_TEXT)),
  )
  .check(z.refine((map) => Object.keys(map).length > 0, { message: 'needs text in at least one language' }));
export type LanguageMap = z.infer<typeof LanguageMap>;

/** A calendar date at the precision that is known: `2024`, `2024-06` or `2024-06-30`. */
export const PartialDate = z.string().check(z.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/));
export type PartialDate = z.infer<typeof PartialDate>;

/** An instant, ISO 8601 with offset or `Z`. */
export const Timestamp = z.iso.datetime({ offset: true });
export type Timestamp = z.infer<typeof Timestamp>;

/** An http(s) address. Other schemes (`javascript:`, `data:`) never become a link. */
export const WebUrl = z.url({ protocol: /^https?$/ }).check(z.maxLength(2048));
export type WebUrl = z.infer<typeof WebUrl>;

/**
 * A code from a code list, open on purpose: a value that a newer server knows must not blank a page, so any non-empty
 * string passes, while editors still offer the known ones. The lists are in `code-lists/`.
 */
export type Code<Known extends string = never> = Known | (string & {});
/** Schema of a {@link Code}. */
export function code<Known extends string = never>(): z.ZodMiniType<Code<Known>, Code<Known>> {
  return z.string().check(z.minLength(1), z.maxLength(200)) as unknown as z.ZodMiniType<Code<Known>, Code<Known>>;
}

/** A term of a named vocabulary. `scheme` is the id of a code list, or `text` when the source gave free words only. */
export const Concept = z.object({ scheme: z.string().check(z.minLength(1), z.maxLength(100)), code: code() });
export type Concept = z.infer<typeof Concept>;

/** An amount of money: `{amount: 20, currency: 'CNY', unit: '万元'}` is 200,000 yuan. */
export const Money = z.object({
  amount: z.number(),
  /** ISO 4217 */
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  /** What `amount` counts: Chinese statistics use 千元, 万元 or 亿元, so the unit is never left to guessing. */
  unit: z.enum(['元', '千元', '万元', '亿元', '1']),
});
export type Money = z.infer<typeof Money>;

/** Maturity on a named scale; levels of different schemes are never compared without a mapping. */
export const Readiness = z.object({
  /** Id of the scale, for example `iso-16290-2013` or `cn-registration-3`. */
  scheme: code<'cn-registration-3' | 'iso-16290-2013' | 'gbt-22900' | 'cn-13'>(),
  level: z.int().check(z.minimum(1), z.maximum(13)),
  evidence: z.optional(LanguageMap),
  assessor: z.optional(z.string().check(z.maxLength(500))),
  date: z.optional(PartialDate),
});
export type Readiness = z.infer<typeof Readiness>;

/** A point in WGS-84, longitude before latitude as in GeoJSON. */
export const Position = z.tuple([
  z.number().check(z.minimum(-180), z.maximum(180)),
  z.number().check(z.minimum(-90), z.maximum(90)),
]);
export type Position = z.infer<typeof Position>;

/** An organisation as a record names it. */
export const Organisation = z.object({
  name: LanguageMap,
  /** 统一社会信用代码, 18 characters (GB 32100). */
  creditCode: z.optional(z.string().check(z.regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/))),
  /** GB/T 2260 region, six digits. */
  region: z.optional(z.string().check(z.regex(/^\d{6}$/))),
  url: z.optional(WebUrl),
});
export type Organisation = z.infer<typeof Organisation>;

/** A person as a public record names one: no private contact data. */
export const Person = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  affiliation: z.optional(LanguageMap),
});
export type Person = z.infer<typeof Person>;

/** A way to reach the owner; a role mailbox is preferred to a person's. */
export const Contact = z.object({
  name: z.optional(z.string().check(z.maxLength(200))),
  email: z.optional(z.email()),
  phone: z.optional(z.string().check(z.maxLength(50))),
  url: z.optional(WebUrl),
});
export type Contact = z.infer<typeof Contact>;
