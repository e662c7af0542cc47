// What describes a record of a market: not every kind of record has these, and a page that shows none pays for none.
import * as z from 'zod/mini';
import { code, LanguageMap, LanguageTag, PartialDate, pattern, text, WebUrl } from './primitives.js';

/** A number from `low` to `high`, both included. */
/* @__NO_SIDE_EFFECTS__ */
export function between(low: number, high: number): z.ZodMiniNumber<number> {
  return z.number().check(z.minimum(low), z.maximum(high));
}

/** Keywords by language: `{'zh-CN': ['光伏', '钙钛矿'], en: ['photovoltaics']}`. */
export const Keywords = z.record(LanguageTag, z.array(text(500)));
export type Keywords = z.infer<typeof Keywords>;

/** A term of a named vocabulary. `scheme` is the id of a code list, or `text` when the source gave free words only. */
export const Concept = z.object({ scheme: text(100), code: code() });
export type Concept = z.infer<typeof Concept>;

/** An amount of money: `{amount: 20, currency: 'CNY', unit: '万元'}` is 200,000 yuan. */
export const Money = z.object({
  amount: z.number(),
  /** ISO 4217 */
  currency: pattern(/^[A-Z]{3}$/, 'needs an ISO 4217 currency such as CNY'),
  /** What `amount` counts: Chinese statistics use 千元, 万元 or 亿元, so the unit is never left to guessing. */
  unit: z.enum(['元', '千元', '万元', '亿元', '1']),
});
export type Money = z.infer<typeof Money>;

/** How many of the currency one counted unit is. */
export const MONEY_UNITS: Readonly<Record<Money['unit'], number>> = { 元: 1, '1': 1, 千元: 1e3, 万元: 1e4, 亿元: 1e8 };

/** Maturity on a named scale; levels of different schemes are never compared without a mapping. */
export const Readiness = z.object({
  /** Id of the scale, for example `iso-16290-2013` or `cn-registration-3`. */
  scheme: code<'cn-registration-3' | 'iso-16290-2013' | 'gbt-22900' | 'cn-13'>(),
  level: z.int().check(z.minimum(1), z.maximum(13)),
  evidence: z.optional(LanguageMap),
  assessor: z.optional(text(500)),
  date: z.optional(PartialDate),
});
export type Readiness = z.infer<typeof Readiness>;

/** A point in WGS-84, longitude before latitude as in GeoJSON. */
export const Position = /* @__PURE__ */ z.tuple([between(-180, 180), between(-90, 90)]);
export type Position = z.infer<typeof Position>;

/** A person as a public record names one: no private contact data. */
export const Person = z.object({ name: text(200), affiliation: z.optional(LanguageMap) });
export type Person = z.infer<typeof Person>;

/** A picture, film or document that belongs to a record. */
export const Media = z.object({
  url: WebUrl,
  title: z.optional(LanguageMap),
  /** Media type such as `image/png`. */
  mediaType: z.optional(text(100)),
});
export type Media = z.infer<typeof Media>;
