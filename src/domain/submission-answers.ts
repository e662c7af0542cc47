import * as z from 'zod/mini';
import { code, LanguageMap, PartialDate, pattern, text, Timestamp } from './primitives.js';
import { PersonOnFile } from './submission-envelope.js';

// What the platform tells of submissions. It stands apart from their bodies, so that a page carries no body's schema for
// the sake of an answer.

/** What somebody may send to the platform for its staff to deal with. */
export const SUBMISSION_KINDS = ['demand', 'achievement', 'enquiry'] as const;
export type SubmissionKind = (typeof SUBMISSION_KINDS)[number];

/**
 * What a submission is called between the submitter and the platform's staff: a letter for its kind, the year and eight
 * letters and digits that are hard to mistake, `D26-7K4Q-X9MT`.
 */
export const Reference = pattern(
  /^[DAE]\d{2}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/,
  'needs a reference such as D26-7K4Q-X9MT',
);
export type Reference = z.infer<typeof Reference>;

/** A consent as it is kept. */
export const Consent = z.object({
  purpose: code<'contact' | 'forwarding' | 'statistics'>(),
  recipient: text(500),
  textVersion: text(100),
  at: Timestamp,
  /** When it was taken back; the data is not used for the purpose from then on. */
  withdrawnAt: z.optional(Timestamp),
});
export type Consent = z.infer<typeof Consent>;

/** The answer to a submission: it is stored when this comes. The same `Idempotency-Key` brings the same receipt. */
export const SubmissionReceipt = z.object({
  reference: text(40),
  /** Code list `record-status`. */
  status: code(),
  /**
   * Shows where the submission stands, to whoever has this address: a page to a browser, JSON (a {@link SubmissionState})
   * to everybody else. Secret: it also allows to withdraw the submission.
   */
  statusUrl: text(2048),
  receivedAt: Timestamp,
});
export type SubmissionReceipt = z.infer<typeof SubmissionReceipt>;

/** One step of a submission, as its submitter sees it. */
export const SubmissionStep = z.object({
  /** Code list `record-status`. */
  status: code(),
  at: Timestamp,
  /** What the platform's staff said to the submitter. */
  note: z.optional(LanguageMap),
  /** Code list `close-reason`, where the step closed it. */
  reason: z.optional(code()),
});
export type SubmissionStep = z.infer<typeof SubmissionStep>;

/** 公示: when the public may object to what is about to be published or transferred. */
export const NoticePeriod = z.object({ start: PartialDate, end: PartialDate });
export type NoticePeriod = z.infer<typeof NoticePeriod>;

/** Where a submission stands, as its submitter sees it. */
export const SubmissionState = z.object({
  reference: text(40),
  kind: code<SubmissionKind>(),
  /** Code list `record-status`. */
  status: code(),
  /** `status` in the language that was asked for. */
  statusLabel: z.optional(z.string()),
  title: LanguageMap,
  receivedAt: Timestamp,
  updatedAt: Timestamp,
  /** Oldest first. */
  steps: z.array(SubmissionStep),
  notice: z.optional(NoticePeriod),
  /** The platform's page of what became of it, once that is published. */
  recordUrl: z.optional(text(2048)),
  consents: z.array(Consent),
  /** What its submitter may do now: `withdraw`, `resubmit`, `withdrawConsent`, `erase`; a newer platform may know others. */
  actions: z.array(z.string()),
});
export type SubmissionState = z.infer<typeof SubmissionState>;

/** A file that was uploaded, to be named in `attachments`. One that no submission names within a day is removed. */
export const Attachment = z.object({
  id: text(64),
  name: text(255),
  /** By its content, not by its name. */
  mediaType: text(200),
  /** In bytes. */
  size: z.int(),
});
export type Attachment = z.infer<typeof Attachment>;

/** One consent that a form asks for, and what a person has to know before giving it (art. 17). */
export const ConsentRequest = z.object({
  purpose: code<'contact' | 'forwarding' | 'statistics'>(),
  /** Without it the submission is not taken. */
  required: z.boolean(),
  recipient: text(500),
  textVersion: text(100),
  /** One sentence to agree to. */
  label: z.string(),
  /** The notice: who handles which data, why, how long, and how to reach them and to withdraw. */
  notice: z.string(),
});
export type ConsentRequest = z.infer<typeof ConsentRequest>;

/** What a form has to know before it can be sent: the answer of `GET /api/v1/submission-settings`. */
export const SubmissionSettings = z.object({
  consents: z.array(ConsentRequest),
  /** A proof of work to solve (ALTCHA); absent where none is asked for. */
  challenge: z.optional(
    z.object({
      algorithm: z.string(),
      challenge: z.string(),
      maxnumber: z.optional(z.int()),
      salt: z.string(),
      signature: z.string(),
    }),
  ),
  attachments: z.object({
    maxCount: z.int(),
    /** In bytes, for one file. */
    maxBytes: z.int(),
    mediaTypes: z.array(z.string()),
  }),
});
export type SubmissionSettings = z.infer<typeof SubmissionSettings>;

/** All personal data that the platform holds with a submission, for whom it is about (art. 45). */
export const PersonalData = z.object({
  reference: text(40),
  /** Absent after erasure. */
  submitter: z.optional(PersonOnFile),
  /** What was sent, which may name people. */
  draft: z.record(z.string(), z.unknown()),
  consents: z.array(Consent),
  attachments: z.array(Attachment),
});
export type PersonalData = z.infer<typeof PersonalData>;
