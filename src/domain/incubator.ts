import * as z from 'zod/mini';
import { between, Concept, Media, Money, Position } from './concepts.js';
import { code, Contact, LanguageMap, Organisation, PartialDate, Region, text, WebUrl } from './primitives.js';
import { draftShape, RecordId, recordShape } from './record.js';

const squareMetres = z.number().check(z.minimum(0));
const count = z.int().check(z.minimum(0));
const year = z.int().check(z.minimum(1900), z.maximum(2200));

/** A recognition such as 国家级科技企业孵化器, with the year it was granted in. */
export const Recognition = z.object({
  /** Code list `carrier-level`. */
  level: code<'national' | 'provincial' | 'municipal' | 'district'>(),
  year: z.optional(year),
  certificateNo: z.optional(text(100)),
  authority: z.optional(text(500)),
});
export type Recognition = z.infer<typeof Recognition>;

/** Floor areas in square metres. */
export const FloorArea = z.object({
  total: z.optional(squareMetres),
  /** 计容建筑面积, the area that counts towards the plot ratio. */
  plotRatio: z.optional(squareMetres),
  /** 在孵企业用房 */
  tenants: z.optional(squareMetres),
  /** 办公用房 of the carrier itself. */
  office: z.optional(squareMetres),
  /** 公共服务用房 */
  publicServices: z.optional(squareMetres),
  other: z.optional(squareMetres),
  /** Free to let now. */
  available: z.optional(squareMetres),
});
export type FloorArea = z.infer<typeof FloorArea>;

/** Rent asked for one square metre in one `period`. */
export const Rent = z.object({
  min: z.optional(Money),
  max: z.optional(Money),
  period: code<'day' | 'month' | 'year'>(),
  note: z.optional(LanguageMap),
});
export type Rent = z.infer<typeof Rent>;

/** One end of a flying enclave (科创飞地). */
export const EnclavePlace = z.object({
  name: LanguageMap,
  region: z.optional(Region),
  position: z.optional(Position),
});
export type EnclavePlace = z.infer<typeof EnclavePlace>;

/** Yearly figures as the carrier reports them in the Torch statistics. */
export const CarrierYear = z.object({
  year,
  /** 在孵企业数 */
  tenants: z.optional(count),
  graduates: z.optional(count),
  staff: z.optional(count),
  tenantIncome: z.optional(Money),
  tenantResearchSpending: z.optional(Money),
  ventureInvestment: z.optional(Money),
  income: z.optional(Money),
  serviceIncome: z.optional(Money),
  propertyIncome: z.optional(Money),
  investmentIncome: z.optional(Money),
  otherIncome: z.optional(Money),
  netProfit: z.optional(Money),
  tax: z.optional(Money),
  /** 孵化基金总额 */
  incubationFund: z.optional(Money),
});
export type CarrierYear = z.infer<typeof CarrierYear>;

const incubatorShape = {
  kind: z.literal('incubator'),

  /** Code list `carrier-type`. */
  carrierType: code(),
  recognitions: z.optional(z.array(Recognition)),
  /** 性质: public institution or company. */
  nature: z.optional(code<'public-institution' | 'company'>()),
  establishedOn: z.optional(PartialDate),
  /** 运营主体 */
  operator: z.optional(Organisation),
  contact: z.optional(Contact),

  address: z.optional(LanguageMap),
  postcode: z.optional(text(20)),
  region: z.optional(Region),
  /** WGS-84, longitude first. Maps with another datum convert when they draw. */
  position: z.optional(Position),
  /** Outline as a GeoJSON polygon's rings: outer ring first, each closed. */
  boundary: z.optional(z.array(z.array(Position).check(z.minLength(4)))),
  /** 是否在国家高新区内 */
  inNationalHighTechZone: z.optional(z.boolean()),

  area: z.optional(FloorArea),
  /** 入驻率, in percent. */
  occupancyPercent: z.optional(between(0, 100)),
  /** 科创类企业占比, in percent. */
  techFirmPercent: z.optional(between(0, 100)),
  rent: z.optional(Rent),
  /** Whether ownership and right to operate are settled (产权、运营权清晰). */
  titleClear: z.optional(z.boolean()),

  /** 产业定位 */
  positioning: z.optional(LanguageMap),
  fields: z.optional(z.array(Concept)),
  /** GB/T 4754 industries. */
  industries: z.optional(z.array(Concept)),
  /** Code list `service-type`. */
  services: z.optional(z.array(code())),
  facilities: z.optional(LanguageMap),
  /** Number of mentors (创业导师). */
  mentors: z.optional(count),
  /** The proof-of-concept centre that works here. */
  pocCentre: z.optional(RecordId),
  /** 飞出地 and 飞入地: where the firms come from and where the carrier stands. */
  enclave: z.optional(z.object({ origin: EnclavePlace, host: EnclavePlace })),
  /** How people with disabilities get in and around. */
  accessibility: z.optional(LanguageMap),
  media: z.optional(z.array(Media)),
  url: z.optional(WebUrl),
  yearly: z.optional(z.array(CarrierYear)),
};

/** 孵化载体: an incubator, maker space, science park or enclave that takes in young firms. */
export const Incubator = z.object({ ...recordShape, ...incubatorShape });
export type Incubator = z.infer<typeof Incubator>;

/** What an operator sends to have a carrier listed. */
export const IncubatorDraft = z.object({ ...draftShape, ...incubatorShape });
export type IncubatorDraft = z.infer<typeof IncubatorDraft>;
