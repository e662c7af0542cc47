import * as z from 'zod/mini';
import { code, LanguageTag, PartialDate, text } from './primitives.js';
import { Budget } from './demand.js';
import { RecordId } from './record.js';

/** 咨询: a question to those who answer for a record. It is for them alone and never becomes a public record. */
export const EnquiryDraft = z.object({
  kind: z.literal('enquiry'),
  /** The record that it is about; absent for a general question. */
  about: z.optional(
    z.object({
      kind: code<'achievement' | 'demand' | 'incubator' | 'event'>(),
      id: RecordId,
      /** As the enquirer saw it. */
      title: z.optional(text(2000)),
    }),
  ),
  /** What it is about: code list `enquiry-topic`. */
  topic: code<'licence' | 'assignment' | 'cooperation' | 'investment' | 'details' | 'solution' | 'broker' | 'other'>(),
  message: text(5000),
  /** Language of the message. */
  lang: LanguageTag,
  budget: z.optional(Budget),
  /** Day by which an answer is needed. */
  neededBy: z.optional(PartialDate),
});
export type EnquiryDraft = z.infer<typeof EnquiryDraft>;
