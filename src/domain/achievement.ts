import * as z from 'zod/mini';
import { between, Concept, Keywords, Media, Money, Person, Readiness } from './concepts.js';
import { code, Contact, LanguageMap, Organisation, PartialDate, Region, text, WebUrl } from './primitives.js';
import { draftShape, recordShape } from './record.js';

/** An intellectual property right that an achievement rests on (Civil Code art. 845: name, holder, dates, numbers, term). */
export const IpRight = z.object({
  /** Code list `ip-kind`. */
  kind: code<'invention' | 'utility-model' | 'design' | 'software' | 'ic-layout' | 'plant-variety' | 'trade-secret'>(),
  title: z.optional(LanguageMap),
  /** Office of registration, WIPO ST.3 code such as `CN`. */
  office: z.optional(text(20)),
  applicationNo: z.optional(text(100)),
  patentNo: z.optional(text(100)),
  filingDate: z.optional(PartialDate),
  grantDate: z.optional(PartialDate),
  expiryDate: z.optional(PartialDate),
  /** Code list `ip-legal-status`. */
  legalStatus:
    z.optional(
      code<
        | 'pending'
        | 'published'
        | 'examination'
        | 'granted'
        | 'rejected'
        | 'expired'
        | 'assigned'
        | 'licensed'
        | 'open-licence'
      >(),
    ),
  holders: z.optional(z.array(Organisation)),
});
export type IpRight = z.infer<typeof IpRight>;

const achievementShape = {
  kind: z.literal('achievement'),

  /** What it does for its user, in one line. */
  benefit: z.optional(LanguageMap),
  /** 批准登记号, 12 characters. */
  registrationNo: z.optional(text(50)),
  /** Code list `achievement-class`. */
  achievementClass: z.optional(code<'basic-theory' | 'applied-technology' | 'soft-science'>()),
  /** 成果密级, as the source words it. Secret achievements do not belong on a public platform. */
  secrecyLevel: z.optional(code()),

  /** 完成人, in order. */
  completers: z.optional(z.array(Person)),
  /** 完成单位, in order of contribution. */
  institutions: z.optional(z.array(Organisation)),
  /** 推荐单位 */
  recommender: z.optional(Organisation),
  contact: z.optional(Contact),

  problemSolved: z.optional(LanguageMap),
  innovationPoints: z.optional(z.array(LanguageMap)),
  /** 主要技术经济指标 */
  indicators: z.optional(LanguageMap),
  /** Comparison with existing solutions. */
  comparison: z.optional(LanguageMap),
  economics: z.optional(LanguageMap),
  applications: z.optional(LanguageMap),
  keywords: z.optional(Keywords),
  media: z.optional(z.array(Media)),
  publications: z.optional(
    z.array(
      z.object({
        title: text(2000),
        url: z.optional(WebUrl),
        doi: z.optional(text(200)),
        date: z.optional(PartialDate),
      }),
    ),
  ),

  /** Technical fields, each in the vocabulary it was stated in (`hightech-8`, `tech-market-11`, `zj-hubs`, `clc`, `text`). */
  fields: z.optional(z.array(Concept)),
  /** GB/T 4754 industries. */
  industries: z.optional(z.array(Concept)),
  /** 社会经济目标 */
  socioEconomicGoals: z.optional(z.array(Concept)),
  region: z.optional(Region),

  /** 体现形式, code list `achievement-form`. */
  form: z.optional(code()),
  /** 成果属性, code list `achievement-attribute`. */
  attribute: z.optional(code()),
  /** 成果水平, code list `achievement-level`. */
  level: z.optional(code()),
  /** Who stated the level, and on what: 评价 or 鉴定. */
  evaluation: z.optional(
    z.object({
      organiser: z.optional(text(500)),
      date: z.optional(PartialDate),
      reportNo: z.optional(text(100)),
      conclusion: z.optional(LanguageMap),
    }),
  ),
  readiness: z.optional(z.array(Readiness)),
  /** 应用状态, code list `application-state`. */
  applicationState: z.optional(code()),
  startDate: z.optional(PartialDate),
  endDate: z.optional(PartialDate),
  /** When the achievement became public at its source. */
  publishedOn: z.optional(PartialDate),

  ip: z.optional(z.array(IpRight)),
  /** 赋权份额: shares of title granted to completers, in percent. */
  ownershipShares: z.optional(z.array(z.object({ holder: text(200), percent: between(0, 100) }))),

  /** 拟采取的转化方式, code list `transfer-mode`. */
  transferModes: z.optional(
    z.array(
      code<
        | 'self-investment'
        | 'assignment'
        | 'licence'
        | 'joint-implementation'
        | 'equity'
        | 'try-first'
        | 'open-licence'
        | 'other'
      >(),
    ),
  ),
  /** Code list `licence-kind`. */
  licenceKind: z.optional(code<'exclusive' | 'sole' | 'ordinary'>()),
  territory: z.optional(LanguageMap),
  /** Code list `pricing-method`. */
  pricingMethod: z.optional(code<'agreement' | 'listing' | 'auction' | 'try-first'>()),
  price: z.optional(Money),
  /** 面议: the price is open to negotiation. */
  negotiable: z.optional(z.boolean()),
  /** Code list `payment-mode`. */
  paymentMode: z.optional(code()),
  openLicence: z.optional(z.object({ fee: z.optional(Money), standard: z.optional(LanguageMap) })),
  /** 先用后转: free trial first, conversion price later. */
  tryFirst: z.optional(z.object({ freeMonths: z.optional(z.int()), conversionPrice: z.optional(Money) })),
  transferNote: z.optional(LanguageMap),

  /** 公示 of an intended transfer: at least 15 days, objections to the contact. */
  publicNotice: z.optional(
    z.object({
      start: PartialDate,
      end: PartialDate,
      /** True where the taker is related to the completers or to the institution. */
      relatedParty: z.optional(z.boolean()),
      objectionContact: z.optional(Contact),
    }),
  ),
};

/** 科技成果: a usable result of research and development that can be licensed, sold or developed further. */
export const Achievement = z.object({ ...recordShape, ...achievementShape });
export type Achievement = z.infer<typeof Achievement>;

/** What a submitter sends to have an achievement published. */
export const AchievementDraft = /* @__PURE__ */ z.object({ ...draftShape, ...achievementShape });
export type AchievementDraft = z.infer<typeof AchievementDraft>;
