import * as z from 'zod/mini';
import {
  code,
  LanguageMap,
  LanguageTag,
  Organisation,
  PartialDate,
  pattern,
  text,
  Timestamp,
  WebUrl,
} from './primitives.js';

/** The kinds of record that the platform holds. */
export const RECORD_KINDS = ['achievement', 'demand', 'incubator', 'event', 'indicator'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Where a record came from. `id` is the id it had there, kept for good so that a second import finds it again. */
export const RecordSource = z.object({ name: text(200), id: text(500), url: z.optional(WebUrl) });
export type RecordSource = z.infer<typeof RecordSource>;

/** Stable id of a record on this platform, URL-safe. */
export const RecordId = pattern(/^[A-Za-z0-9_-]{1,64}$/, 'needs 1 to 64 letters, digits, hyphens or underscores');
export type RecordId = z.infer<typeof RecordId>;

/** Fields of every record that its author fills in. Unknown is absent: never `0`, `""` or `null`. */
export const draftShape = {
  title: LanguageMap,
  summary: z.optional(LanguageMap),
  /** Main language of the record. */
  lang: LanguageTag,
  /** The organisation that answers for the record. */
  owner: z.optional(Organisation),
  /** Last day on which the record holds. */
  validUntil: z.optional(PartialDate),
};

/** Fields that every record has, whatever its kind: its author's and those that the platform assigns. */
export const recordShape = {
  id: RecordId,
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
  ...draftShape,
  source: RecordSource,
  createdAt: Timestamp,
  updatedAt: Timestamp,
};
