import * as z from 'zod/mini';
import { between, Concept, Keywords, Media, Money } from './concepts.js';
import { code, Contact, LanguageMap, PartialDate, Region, text } from './primitives.js';
import { draftShape, recordShape } from './record.js';

/** 量化指标: one figure that a solution has to reach, such as 耐压 ≥ 35 kV. */
export const RequiredIndicator = z.object({
  name: LanguageMap,
  /** How `value` is meant; `range` runs from `value` to `upper`. */
  operator: code<'<' | '<=' | '=' | '>=' | '>' | 'range'>(),
  value: z.number(),
  upper: z.optional(z.number()),
  /** As written: `kV`, `℃`, `次/分钟`. Absent for a pure number. */
  unit: z.optional(text(50)),
});
export type RequiredIndicator = z.infer<typeof RequiredIndicator>;

/** 预算. Free text is kept as it came when no figure can be read from it. */
export const Budget = z.object({
  min: z.optional(Money),
  max: z.optional(Money),
  /** 面议 */
  negotiable: z.optional(z.boolean()),
  text: z.optional(text(500)),
});
export type Budget = z.infer<typeof Budget>;

const demandShape = {
  kind: z.literal('demand'),

  /** 拟解决的技术难题 */
  problem: z.optional(LanguageMap),
  indicators: z.optional(z.array(RequiredIndicator)),
  /** Requirements that cannot be counted, in words. */
  requirements: z.optional(LanguageMap),
  /** 现有基础条件 */
  context: z.optional(LanguageMap),
  attemptedSolutions: z.optional(LanguageMap),
  /** What a solution has to respect: safety, certification, existing equipment. */
  constraints: z.optional(LanguageMap),
  attachments: z.optional(z.array(Media)),

  /** Code list `demand-type`. */
  demandType: z.optional(code()),
  fields: z.optional(z.array(Concept)),
  /** GB/T 4754 industries. */
  industries: z.optional(z.array(Concept)),
  keywords: z.optional(Keywords),
  region: z.optional(Region),
  /** 单位性质 of the organisation in need, code list `organisation-nature`. */
  organisationNature: z.optional(code()),

  budget: z.optional(Budget),
  /** Day by which a solution is needed. */
  deadline: z.optional(PartialDate),
  /** Code list `cooperation-mode`. */
  cooperationModes: z.optional(z.array(code())),
  /** Who is to own and to use what comes out of it. */
  ipExpectation: z.optional(LanguageMap),
  /** True where the organisation is not named: `owner` is then absent. */
  anonymous: z.optional(z.boolean()),
  /** True where details follow only after a confidentiality agreement. */
  detailsUnderNda: z.optional(z.boolean()),
  contact: z.optional(Contact),
  publishedOn: z.optional(PartialDate),
};

/** 技术需求: what an enterprise needs solved, as the public reads it. Nothing here identifies a private person. */
export const Demand = z.object({ ...recordShape, ...demandShape });
export type Demand = z.infer<typeof Demand>;

/** The public part of what a submitter sends. */
export const DemandDraft = z.object({ ...draftShape, ...demandShape });
export type DemandDraft = z.infer<typeof DemandDraft>;

/** How the platform judged a demand. For its staff, not for the public. */
export const DemandTriage = z.object({
  /** 0 to 100 */
  authenticityScore: z.optional(between(0, 100)),
  /** Simple demands are matched directly, complex ones go to a broker. */
  complexity: z.optional(code<'simple' | 'medium' | 'complex'>()),
  reasons: z.optional(z.array(text(500))),
});
export type DemandTriage = z.infer<typeof DemandTriage>;
