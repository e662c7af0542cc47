import * as z from 'zod/mini';
import { AchievementDraft } from './achievement.js';
import { DemandDraft } from './demand.js';
import { EnquiryDraft } from './enquiry.js';
import { code, EmailAddress, LanguageMap, Organisation, PartialDate, pattern, text, Timestamp } from './primitives.js';

/** What somebody may send to the platform for its staff to deal with. */
export const SUBMISSION_KINDS = ['demand', 'achievement', 'enquiry'] as const;
export type SubmissionKind = (typeof SUBMISSION_KINDS)[number];

/** Most files that come with one submission. */
export const MAX_ATTACHMENTS = 10;

/**
 * What a submission is called between the submitter and the platform's staff: a letter for its kind, the year and eight
 * letters and digits that are hard to mistake, `D26-7K4Q-X9MT`.
 */
export const Reference = pattern(
  /^[DAE]\d{2}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/,
  'needs a reference such as D26-7K4Q-X9MT',
);
export type Reference = z.infer<typeof Reference>;

/**
 * A consent given for one purpose and one recipient (Personal Information Protection Law art. 14, 23). The platform notes
 * the time itself.
 */
export const ConsentGiven = z.object({
  /** Code list `consent-purpose`. */
  purpose: code<'contact' | 'forwarding' | 'statistics'>(),
  /** Who may use the data for it. */
  recipient: text(500),
  /** Version of the text that was agreed to. */
  textVersion: text(100),
});
export type ConsentGiven = z.infer<typeof ConsentGiven>;

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

const personShape = {
  person: text(200),
  /** Position in the organisation. */
  role: z.optional(text(200)),
  phone: z.optional(pattern(/\d.*\d.*\d/, 'needs a phone number').check(z.maxLength(50))),
  email: z.optional(EmailAddress),
};

interface Reachable {
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}

/* @__NO_SIDE_EFFECTS__ */
function reachable<Schema extends z.ZodMiniType<Reachable>>(schema: Schema): Schema {
  return schema.check(
    z.refine((submitter) => submitter.phone !== undefined || submitter.email !== undefined, {
      message: 'needs a phone number or an e-mail address',
      path: ['phone'],
    }),
  ) as Schema;
}

/**
 * Who sends a demand or an achievement. Private: for those who deal with it and for whom a consent names, never part of a
 * record or of a log.
 */
export const Submitter = /* @__PURE__ */ reachable(z.object({ organisation: Organisation, ...personShape }));
export type Submitter = z.infer<typeof Submitter>;

/** Who enquires; private like {@link Submitter}. People may ask for themselves. */
export const Enquirer = /* @__PURE__ */ reachable(z.object({ organisation: z.optional(Organisation), ...personShape }));
export type Enquirer = z.infer<typeof Enquirer>;

/**
 * Who is on file for a submission. What an operator entered from a table may lack a way to reach them, which nobody who
 * sends something themselves may leave out.
 */
export const PersonOnFile = z.object({ organisation: z.optional(Organisation), ...personShape });
export type PersonOnFile = z.infer<typeof PersonOnFile>;

const envelopeShape = {
  consents: z.array(ConsentGiven).check(z.minLength(1, 'needs at least one consent'), z.maxLength(20)),
  /** Ids of files that were uploaded before. */
  attachments: z.optional(z.array(text(64)).check(z.maxLength(MAX_ATTACHMENTS))),
  /** The solved challenge of `GET /api/v1/submission-settings`, where that asks for one. */
  challenge: z.optional(text(4000)),
  /** Stays empty: a field that people do not see and programs fill in. What comes with it is kept, but set apart. */
  website: z.optional(z.string().check(z.maxLength(2000))),
};

/** The body of `POST /api/v1/demands`. */
export const DemandSubmission = z.object({ draft: DemandDraft, submitter: Submitter, ...envelopeShape });
export type DemandSubmission = z.infer<typeof DemandSubmission>;

/** The body of `POST /api/v1/achievements`. */
export const AchievementSubmission = z.object({ draft: AchievementDraft, submitter: Submitter, ...envelopeShape });
export type AchievementSubmission = z.infer<typeof AchievementSubmission>;

/** The body of `POST /api/v1/enquiries`. */
export const EnquirySubmission = z.object({ draft: EnquiryDraft, submitter: Enquirer, ...envelopeShape });
export type EnquirySubmission = z.infer<typeof EnquirySubmission>;

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

/** The schemas of the bodies by kind. */
export const SUBMISSIONS = {
  demand: DemandSubmission,
  achievement: AchievementSubmission,
  enquiry: EnquirySubmission,
} as const;
