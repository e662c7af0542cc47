import * as z from 'zod/mini';
import {
  code,
  Concept,
  Contact,
  LanguageMap,
  Money,
  Organisation,
  PartialDate,
  Person,
  Readiness,
  WebUrl,
} from './primitives.js';
import { recordShape } from './record.js';

const keyword = z.string().check(z.minLength(1), z.maxLength(500));

/** An intellectual property right that an achievement rests on (Civil Code art. 845: name, holder, dates, numbers, term). */
export const IpRight = z.object({
  /** Code list `ip-kind`. */
  kind: code<'invention' | 'utility-model' | 'design' | 'software' | 'ic-layout' | 'plant-variety' | 'trade-secret'>(),
  title: z.optional(LanguageMap),
  /** Office of registration, WIPO ST.3 code such as `CN`. */
  office: z.optional(z.string().check(z.maxLength(20))),
  applicationNo: z.optional(z.string().check(z.maxLength(100))),
  patentNo: z.optional(z.string().check(z.maxLength(100))),
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

/** 科技成果: a usable result of research and development that can be licensed, sold or developed further. */
export const Achievement = z.object({
  ...recordShape,
  kind: z.literal('achievement'),

  /** What it does for its user, in one line. */
  benefit: z.optional(LanguageMap),
  /** 批准登记号, 12 characters. */
  registrationNo: z.optional(z.string().check(z.maxLength(50))),
  /** Code list `achievement-class`. */
  achievementClass: z.optional(code<'basic-theory' | 'applied-technology' | 'soft-science'>()),

  /** 完成人, in order. */
  completers: z.optional(z.array(Person)),
  /** 完成单位, in order of contribution. */
  institutions: z.optional(z.array(Organisation)),
  contact: z.optional(Contact),

  problemSolved: z.optional(LanguageMap),
  innovationPoints: z.optional(z.array(LanguageMap)),
  /** 主要技术经济指标 */
  indicators: z.optional(LanguageMap),
  /** Comparison with existing solutions. */
  comparison: z.optional(LanguageMap),
  economics: z.optional(LanguageMap),
  applications: z.optional(LanguageMap),
  /** Keywords by language. */
  keywords: z.optional(z.record(z.string(), z.array(keyword))),
  media: z.optional(
    z.array(z.object({ url: WebUrl, title: z.optional(LanguageMap), mediaType: z.optional(z.string()) })),
  ),
  publications: z.optional(
    z.array(
      z.object({
        title: z.string(),
        url: z.optional(WebUrl),
        doi: z.optional(z.string()),
        date: z.optional(PartialDate),
      }),
    ),
  ),

  /** Technical fields, each in the vocabulary it was stated in. */
  fields: z.optional(z.array(Concept)),
  /** GB/T 4754 industries. */
  industries: z.optional(z.array(Concept)),
  /** GB/T 2260 region, six digits. */
  region: z.optional(z.string().check(z.regex(/^\d{6}$/))),

  /** 体现形式, code list `achievement-form`. */
  form: z.optional(code()),
  /** 成果属性, code list `achievement-attribute`. */
  attribute: z.optional(code()),
  /** 成果水平, code list `achievement-level`. */
  level: z.optional(code()),
  readiness: z.optional(z.array(Readiness)),
  startDate: z.optional(PartialDate),
  endDate: z.optional(PartialDate),
  /** When the achievement became public at its source. */
  publishedOn: z.optional(PartialDate),

  ip: z.optional(z.array(IpRight)),
  /** 赋权份额: shares of title granted to completers, in percent. */
  ownershipShares: z.optional(
    z.array(z.object({ holder: z.string(), percent: z.number().check(z.minimum(0), z.maximum(100)) })),
  ),

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
});
export type Achievement = z.infer<typeof Achievement>;
