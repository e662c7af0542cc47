import * as z from 'zod/mini';
import { code, LanguageMap, PartialDate, text, Timestamp } from './primitives.js';
import { Attachment, Consent, NoticePeriod, type SubmissionKind } from './submission-answers.js';
import { Enquirer, PersonOnFile } from './submission-envelope.js';

export { PersonalData } from './submission-answers.js';

/** A submission as a row of the desk's queue. */
export const DeskRow = z.object({
  reference: text(40),
  kind: code<SubmissionKind>(),
  /** Code list `record-status`. */
  status: code(),
  title: LanguageMap,
  /** Name of the submitter's organisation; absent for a private person and after erasure. */
  organisation: z.optional(LanguageMap),
  /** Label of the operator who deals with it. */
  assignee: z.optional(text(200)),
  /** Set apart because a field was filled in that people do not see, or it came faster than anybody types. */
  suspicious: z.optional(z.boolean()),
  receivedAt: Timestamp,
  updatedAt: Timestamp,
});
export type DeskRow = z.infer<typeof DeskRow>;

/** One entry of the audit trail: who did what, when and why. It names no private person. */
export const AuditEntry = z.object({
  seq: z.int(),
  reference: text(40),
  at: Timestamp,
  /** Label of an operator's token, `submitter` or `platform`. */
  actor: text(200),
  /** `receive`, `transition`, `edit`, `resubmit`, `assign`, `merge`, `object`, `withdraw-consent`, `export`, `erase`, … */
  action: text(50),
  from: z.optional(code()),
  to: z.optional(code()),
  /** Code list `close-reason`. */
  reason: z.optional(code()),
  note: z.optional(LanguageMap),
  /** What else it is about: the other submission or the record of a merge, the objection, who deals with it from then on. */
  other: z.optional(text(200)),
  /** SHA-256 over this entry and the hash of the one before it, in hex: a change anywhere breaks every later one. */
  hash: text(64),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** A step that the operator who asks may take now. */
export const DeskStep = z.object({
  to: code(),
  /** `note`, `closeReason`, `noticeEnd`. */
  needs: z.array(z.string()),
  /** Why it cannot be taken yet, in the language that was asked for: a notice that still runs, an open objection. */
  blocked: z.optional(z.string()),
});
export type DeskStep = z.infer<typeof DeskStep>;

/** 异议: what somebody from the public objects during a notice. */
export const Objection = z.object({
  id: text(64),
  at: Timestamp,
  text: text(5000),
  /** Who objects and how to reach them. Private. */
  from: z.optional(Enquirer),
  /** How it was settled; absent while it is open. */
  settled: z.optional(z.object({ at: Timestamp, by: text(200), upheld: z.boolean(), note: LanguageMap })),
});
export type Objection = z.infer<typeof Objection>;

/** A submission with everything that its operator has to see. */
export const DeskSubmission = z.object({
  ...DeskRow.shape,
  /** A `DemandDraft`, `AchievementDraft` or `EnquiryDraft`, as it stands now. */
  draft: z.record(z.string(), z.unknown()),
  /** The versions before, oldest first, for a comparison side by side; each with when and by whom it was written. */
  revisions: z.array(z.object({ at: Timestamp, actor: text(200), draft: z.record(z.string(), z.unknown()) })),
  /** Grows with every change; a write names the version that it was made on. */
  version: z.int(),
  /** Absent after erasure. */
  submitter: z.optional(PersonOnFile),
  consents: z.array(Consent),
  attachments: z.array(Attachment),
  /** Name of the site that it came through. */
  site: z.optional(text(200)),
  /** Id of the public record that it becomes or has become. */
  recordId: z.optional(text(64)),
  notice: z.optional(NoticePeriod),
  objections: z.array(Objection),
  /** Records and submissions that may be the same. */
  duplicates: z.array(
    z.object({
      kind: code(),
      /** Reference of a submission or id of a record. */
      id: text(64),
      title: LanguageMap,
      status: code(),
      /** How alike the titles are, 0 to 1. */
      likeness: z.number(),
    }),
  ),
  /** Reference of the submission or id of the record that it was merged into. */
  mergedInto: z.optional(text(64)),
  steps: z.array(DeskStep),
  /** Oldest first. */
  history: z.array(AuditEntry),
});
export type DeskSubmission = z.infer<typeof DeskSubmission>;

/** A text in the language of the request, or one in several. */
const Note = z.union([text(5000), LanguageMap]);

/** The body of `POST /api/v1/desk/submissions/:reference/transitions`. */
export const TransitionRequest = z.object({
  to: code(),
  /** The version that the operator saw: another one is answered with 409, and nothing changes. */
  version: z.int(),
  /** What the submitter is told. */
  note: z.optional(Note),
  /** Code list `close-reason`. */
  reason: z.optional(code()),
  notice: z.optional(z.object({ end: PartialDate, relatedParty: z.optional(z.boolean()) })),
});
export type TransitionRequest = z.infer<typeof TransitionRequest>;

/** Who an operator is to the platform: the answer of `GET /api/v1/desk/me`. */
export const DeskMe = z.object({
  /** Label of the token; entries of the audit trail name it. */
  label: text(200),
  /** `desk`, `publish`, `privacy`, … */
  scopes: z.array(text(50)),
});
export type DeskMe = z.infer<typeof DeskMe>;

/** The body of `POST /api/v1/desk/submissions/:reference/revisions`: the draft as it shall stand from now on. */
export const EditRequest = z.object({
  draft: z.record(z.string(), z.unknown()),
  version: z.int(),
  /** Why, for the audit trail. */
  note: z.optional(Note),
});
export type EditRequest = z.infer<typeof EditRequest>;

/** The body of `POST /api/v1/desk/submissions/:reference/assignment`; without `assignee` nobody deals with it any more. */
export const AssignRequest = z.object({ assignee: z.optional(text(200)), version: z.int() });
export type AssignRequest = z.infer<typeof AssignRequest>;

/** The body of `POST /api/v1/desk/submissions/:reference/merge`: closes the submission as a duplicate of another. */
export const MergeRequest = z.object({
  /** Reference of the submission or id of the published record that remains. */
  into: text(64),
  version: z.int(),
  /** What the submitter is told. */
  note: z.optional(Note),
});
export type MergeRequest = z.infer<typeof MergeRequest>;

/** The body of `POST /api/v1/desk/submissions/:reference/objections/:id/settlement`. */
export const SettlementRequest = z.object({
  /** Whether the objection is right: what it is about cannot then be published by this notice. */
  upheld: z.boolean(),
  note: Note,
  version: z.int(),
});
export type SettlementRequest = z.infer<typeof SettlementRequest>;

/** The body of `POST /api/v1/notices/:reference/objections`. */
export const ObjectionRequest = z.object({
  text: text(5000),
  from: z.optional(Enquirer),
  /** Stays empty: a field that people do not see and programs fill in. */
  website: z.optional(z.string().check(z.maxLength(2000))),
});
export type ObjectionRequest = z.infer<typeof ObjectionRequest>;

/** The answer to an objection: it is stored when this comes. The same `Idempotency-Key` brings the same receipt. */
export const ObjectionReceipt = z.object({ id: text(64), reference: text(40), receivedAt: Timestamp });
export type ObjectionReceipt = z.infer<typeof ObjectionReceipt>;

/** What a look through the whole audit trail found. */
export const AuditVerification = z.object({
  entries: z.int(),
  /** Place of the first entry that does not follow from the one before it; absent while the trail is whole. */
  brokenAt: z.optional(z.int()),
  /** Hash of the last sound entry, to be noted outside the platform. */
  head: text(64),
});
export type AuditVerification = z.infer<typeof AuditVerification>;

/** 公示 as the public reads it. */
export const PublicNotice = z.object({
  reference: text(40),
  kind: code<SubmissionKind>(),
  title: LanguageMap,
  summary: z.optional(LanguageMap),
  organisation: z.optional(LanguageMap),
  start: PartialDate,
  end: PartialDate,
  relatedParty: z.optional(z.boolean()),
  /** Whether objections are still taken. */
  isOpen: z.boolean(),
});
export type PublicNotice = z.infer<typeof PublicNotice>;
