import * as z from 'zod/mini';
import {
  code,
  Contact,
  LanguageMap,
  Organisation,
  PartialDate,
  pattern,
  Region,
  text,
  Timestamp,
  WebUrl,
} from './primitives.js';
import { firstDay, lastDay } from './partial-date.js';
import { draftShape, recordShape } from './record.js';

/** From the first to the last day, both included, at the precision that the statistics use: a year, month or day. */
const periodShape = { periodStart: PartialDate, periodEnd: PartialDate };

const periodInOrder = z.refine<{ periodStart: string; periodEnd: string }>(
  ({ periodStart, periodEnd }) => firstDay(periodStart) <= lastDay(periodEnd),
  { message: 'needs a day not before periodStart', path: ['periodEnd'] },
);

/** Where a figure was taken from. */
export const FigureSource = z.object({ name: text(500), url: z.optional(WebUrl), retrievedAt: z.optional(Timestamp) });
export type FigureSource = z.infer<typeof FigureSource>;

/** What is to be reached in a period. */
export const Target = z
  .object({ ...periodShape, value: z.number(), source: z.optional(FigureSource) })
  .check(periodInOrder);
export type Target = z.infer<typeof Target>;

/** Why a figure is not known. Code list `figure-absence`. */
const absence = code<'not-available' | 'not-collected' | 'not-yet-published' | 'not-applicable' | 'confidential'>();

/** What an observation said before it was corrected, and when and why it was replaced. */
export const Revision = z.object({
  /** The figure that was replaced; absent where none was known. */
  value: z.optional(z.number()),
  absence: z.optional(absence),
  replacedAt: Timestamp,
  /** Why it was replaced. */
  reason: z.optional(LanguageMap),
  /** Who replaced it, as their operator's token is labelled. Told to operators only. */
  by: z.optional(text(200)),
});
export type Revision = z.infer<typeof Revision>;

/** One figure of a series. A figure that is not known has no `value` but the reason for its absence; it is never 0. */
export const Observation = z
  .object({
    ...periodShape,
    value: z.optional(z.number()),
    absence: z.optional(absence),
    /**
     * Day on which the figure held: before the period's end for a year that is still running. Absent, the figure holds
     * for the whole period.
     */
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
    periodInOrder,
    z.refine(({ value, absence }) => (value === undefined) !== (absence === undefined), {
      message: 'needs either a value or the reason for its absence',
      path: ['value'],
    }),
  );
export type Observation = z.infer<typeof Observation>;

/** A part of the plan, under which its indicators stand together. */
export const PlanSection = z.object({ code: code(), label: LanguageMap });
export type PlanSection = z.infer<typeof PlanSection>;

const indicatorShape = {
  kind: z.literal('indicator'),

  /** Short stable name in reports and addresses, such as `contracts-amount`. No two indicators of a platform share one. */
  code: pattern(/^[A-Za-z0-9_-]{1,64}$/, 'needs 1 to 64 letters, digits, hyphens or underscores'),
  /** The plan's section; its code is of the code list `plan-section` or the plan's own. */
  section: z.optional(PlanSection),
  /** Place in the plan: smaller numbers first, those without one last. */
  order: z.optional(z.int()),
  definition: z.optional(LanguageMap),
  /** How it is computed, in words or symbols. */
  formula: z.optional(LanguageMap),
  /** What one counts: `项`, `亿元`, `%`. Absent for a pure number. */
  unit: z.optional(LanguageMap),
  /** Digits after the point when shown. */
  decimals: z.optional(z.int().check(z.minimum(0), z.maximum(6))),
  /**
   * How the figures add up, and with that how progress is meant; `indicatorProgress` does the sums. Code list
   * `indicator-basis`.
   * - `annualNew`: counted anew in each period, against the target whose period contains the observation's.
   * - `cumulative`: counted since the target's period began, against the latest target.
   * - `stock`: what there is on a day, against the latest target.
   * - `ratio`: a share, density or other quotient, compared by value with the latest target.
   */
  basis: code<'annualNew' | 'cumulative' | 'stock' | 'ratio'>(),
  /** Whether more is better. Absent means `up`; with `down`, a value below its target is what was aimed at. */
  direction: z.optional(code<'up' | 'down'>()),
  region: z.optional(Region),

  targets: z.optional(z.array(Target)),
  /** Oldest period first. */
  observations: z.array(Observation),

  method: z.optional(code<'registered' | 'self-reported' | 'computed' | 'survey'>()),
  /** 责任单位 */
  responsibleOffice: z.optional(Organisation),
  contact: z.optional(Contact),
  /** Present when the platform computes the figures from its own records: by which of its queries. */
  computed: z.optional(z.object({ query: code() })),
  /** Whether the observations are made up to show the tile; a page says so on the tile itself. */
  sample: z.optional(z.boolean()),
  /** Query of this platform that lists the records behind the latest figure, such as `achievements?f.region=330110`. */
  drillDown: z.optional(text(2000)),
  note: z.optional(LanguageMap),
};

/** 指标: a target of a plan and how far it has been reached. */
export const Indicator = z.object({ ...recordShape, ...indicatorShape });
export type Indicator = z.infer<typeof Indicator>;

/** What an office sends to have an indicator shown. */
export const IndicatorDraft = /* @__PURE__ */ z.object({ ...draftShape, ...indicatorShape });
export type IndicatorDraft = z.infer<typeof IndicatorDraft>;
