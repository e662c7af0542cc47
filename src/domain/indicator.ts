import * as z from 'zod/mini';
import {
  code,
  Contact,
  LanguageMap,
  Organisation,
  PartialDate,
  Region,
  text,
  Timestamp,
  WebUrl,
} from './primitives.js';
import { draftShape, recordShape } from './record.js';

/** From the first to the last day, both included, at the precision that the statistics use: a year, month or day. */
const periodShape = { periodStart: PartialDate, periodEnd: PartialDate };

/** Where a figure was taken from. */
export const FigureSource = z.object({ name: text(500), url: z.optional(WebUrl), retrievedAt: z.optional(Timestamp) });
export type FigureSource = z.infer<typeof FigureSource>;

/** What is to be reached in a period. */
export const Target = z.object({ ...periodShape, value: z.number(), source: z.optional(FigureSource) });
export type Target = z.infer<typeof Target>;

/** An earlier value of an observation, with the time at which it was replaced. */
export const Revision = z.object({
  value: z.optional(z.number()),
  replacedAt: Timestamp,
  reason: z.optional(LanguageMap),
});
export type Revision = z.infer<typeof Revision>;

/** One figure of a series. A figure that is not known has no `value` but the reason for its absence; it is never 0. */
export const Observation = z
  .object({
    ...periodShape,
    value: z.optional(z.number()),
    absence:
      z.optional(code<'not-available' | 'not-collected' | 'not-yet-published' | 'not-applicable' | 'confidential'>()),
    /** Day on which the figure held. */
    asOf: z.optional(PartialDate),
    /** True until the figure is final. */
    provisional: z.optional(z.boolean()),
    confidence: z.optional(code<'high' | 'medium' | 'low'>()),
    source: z.optional(FigureSource),
    note: z.optional(LanguageMap),
    /** Oldest first. */
    revisions: z.optional(z.array(Revision)),
  })
  .check(
    z.refine(({ value, absence }) => (value === undefined) !== (absence === undefined), {
      message: 'needs either a value or the reason for its absence',
      path: ['value'],
    }),
  );
export type Observation = z.infer<typeof Observation>;

const indicatorShape = {
  kind: z.literal('indicator'),

  /** Short stable name in reports, such as `contracts-amount`. */
  code: text(100),
  definition: z.optional(LanguageMap),
  /** How it is computed, in words or symbols. */
  formula: z.optional(LanguageMap),
  /** What one counts: `项`, `亿元`, `%`. Absent for a pure number. */
  unit: z.optional(LanguageMap),
  /** Digits after the point when shown. */
  decimals: z.optional(z.int().check(z.minimum(0), z.maximum(6))),
  /** Code list `indicator-basis`. */
  basis: code<'annualNew' | 'cumulative' | 'stock' | 'ratio'>(),
  /** Whether more is better. */
  direction: z.optional(code<'up' | 'down'>()),
  region: z.optional(Region),

  targets: z.optional(z.array(Target)),
  /** Oldest period first. */
  observations: z.array(Observation),

  method: z.optional(code<'registered' | 'self-reported' | 'computed' | 'survey'>()),
  /** 责任单位 */
  responsibleOffice: z.optional(Organisation),
  contact: z.optional(Contact),
  /** Query of this platform that lists the records behind the figure, such as `achievements?f.region=330110`. */
  drillDown: z.optional(text(2000)),
  note: z.optional(LanguageMap),
};

/** 指标: a target of a plan and how far it has been reached. */
export const Indicator = z.object({ ...recordShape, ...indicatorShape });
export type Indicator = z.infer<typeof Indicator>;

/** What an office sends to have an indicator shown. */
export const IndicatorDraft = z.object({ ...draftShape, ...indicatorShape });
export type IndicatorDraft = z.infer<typeof IndicatorDraft>;
