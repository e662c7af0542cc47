import * as z from 'zod/mini';
import { code, LanguageMap, Organisation, PartialDate, Timestamp, WebUrl } from './primitives.js';

/** The kinds of record that the platform holds. */
export const RECORD_KINDS = ['achievement', 'demand', 'incubator', 'event', 'indicator'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Where a record came from. `id` is the id it had there, kept for good so that a second import finds it again. */
export const RecordSource = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  id: z.string().check(z.minLength(1), z.maxLength(500)),
  url: z.optional(WebUrl),
});
export type RecordSource = z.infer<typeof RecordSource>;

/** Fields that every record has, whatever its kind. Unknown is absent: never `0`, `""` or `null`. */
export const recordShape = {
  /** Stable id on this platform, URL-safe. */
  id: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)),
  /** Where the record stands; see the code list `record-status`. Only `published` records are public. */
  status: code<
    | 'draft'
    | 'submitted'
    | 'firstReview'
    | 'review'
    | 'returned'
    | 'publicNotice'
    | 'published'
    | 'negotiating'
    | 'contracted'
    | 'closed'
    | 'tombstone'
  >(),
  title: LanguageMap,
  summary: z.optional(LanguageMap),
  /** Main language of the record, BCP 47. */
  lang: z.string().check(z.minLength(2), z.maxLength(35)),
  /** The organisation that answers for the record. */
  owner: z.optional(Organisation),
  source: RecordSource,
  createdAt: Timestamp,
  updatedAt: Timestamp,
  /** Last day on which the record holds. */
  validUntil: z.optional(PartialDate),
};
