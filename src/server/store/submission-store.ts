import type { Consent, ConsentGiven, NoticePeriod, PersonOnFile, SubmissionKind } from '../../domain/submission.js';
import type { FilePart, StoredFile, UploadState } from './attachments.js';
import type { AuditEntry, PersonalData } from '../../domain/desk.js';
import type { NewVersion } from './submitter-steps.js';
import type { SubmissionStatus } from '../../domain/workflow.js';
import type { Draft } from '../submissions/title.js';

/** A submission as it arrives, checked by the schema of its kind. */
export interface NewSubmission {
  readonly kind: SubmissionKind;
  readonly draft: Draft;
  readonly submitter: PersonOnFile;
  readonly consents: readonly ConsentGiven[];
  /** Ids of files that were uploaded before. */
  readonly attachments: readonly string[];
  /** The body in a form that is equal for equal bodies: what the same key is held against. */
  readonly body: string;
  readonly idempotencyKey: string;
  /** Name of the platform, the source of the record that it may become. */
  readonly source: string;
  /** Key of the site that it came through. */
  readonly site?: string;
  readonly suspicious: boolean;
  /** Language of letters to the submitter. */
  readonly lang: string;
  /** Label of the operator who entered it: named in the audit trail, and no letters are written. */
  readonly enteredBy?: string;
  /** The challenge that was solved for it; each counts once. */
  readonly challenge?: { readonly signature: string; readonly expiresAt: string };
  /** Makes the secret address, which goes into the letter of receipt. */
  readonly statusUrl: (reference: string, secret: string) => string;
}

/** What a submitter needs to come back: equal for the same key, whatever became of the submission since. */
export interface Receipt {
  readonly reference: string;
  /** Opens the status page. Made anew from the key each time and kept as a hash only. */
  readonly secret: string;
  /** ISO 8601. */
  readonly receivedAt: string;
}

/** A submission as it is kept, without what the desk alone has to know. */
export interface KeptSubmission {
  readonly reference: string;
  readonly kind: SubmissionKind;
  readonly status: SubmissionStatus;
  readonly version: number;
  readonly draft: Draft;
  readonly recordId?: string;
  readonly receivedAt: string;
  readonly updatedAt: string;
  readonly notice?: NoticePeriod;
  readonly consents: readonly Consent[];
  /** Oldest first. */
  readonly history: readonly AuditEntry[];
  /** Whether the submitter's personal data is still there. */
  readonly hasPerson: boolean;
}

/** What people sent, as those who sent it may see and change it. */
export interface SubmissionStore {
  /**
   * The receipt that was given for a key before; `undefined` for a new key.
   * @throws {StoreError} `key-reused` when it was given for another body
   */
  receiptFor(idempotencyKey: string, body: string): Promise<Receipt | undefined>;
  /**
   * Stores a submission with its consents, files, audit entry and messages in one transaction. The same key gives the
   * same receipt, also when two requests bring it at the same time.
   * @throws {StoreError} `key-reused`; `attachment-unknown` (the message is the id) for a file that is not there or belongs
   * to another submission; `challenge-spent` for a challenge that another submission was sent with. Nothing is stored then.
   */
  receive(submission: NewSubmission): Promise<Receipt>;
  /** The submission, for whoever knows its secret; `undefined` for a wrong one. */
  open(reference: string, secret: string): Promise<KeptSubmission | undefined>;
  /**
   * Takes a submission back. Like the other changes it has no effect when it is done a second time; `source` is the name
   * of the platform. Whether the submitter may is for the caller to know, by `open`.
   * @throws {DeskError} `step-unknown` where it is too late
   */
  withdraw(reference: string, source: string): Promise<void>;
  /** Answers a return with a new version; the one before is kept. @throws {DeskError} `step-unknown`; as `receive` for files */
  resubmit(reference: string, version: NewVersion, source: string): Promise<void>;
  /**
   * Takes a consent back; one that is required ends the matter and erases the personal data. Resolves to whether there is
   * such a consent.
   */
  withdrawConsent(
    reference: string,
    consent: { readonly purpose: string; readonly recipient: string },
    source: string,
  ): Promise<boolean>;
  /** Erases the submitter's personal data for good. */
  erase(reference: string, source: string): Promise<void>;
  /** All personal data that is kept with a submission. */
  personalData(reference: string): Promise<PersonalData | undefined>;
  /**
   * Takes in a piece of a file. The same key and size go on with the same upload.
   * @throws {StoreError} `key-reused` for a file of another size; `uploads-full` while too many wait for a submission
   */
  addPart(part: FilePart): Promise<UploadState>;
  /** A file that belongs to a submission, with its content; for the desk alone. */
  attachment(id: string): Promise<StoredFile | undefined>;
  /** The secret that challenges are signed with. */
  challengeKey(): Promise<string>;
}
