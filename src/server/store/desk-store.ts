import type { KeptNotice } from '../desk/rules.js';
import type { DeskRow, DeskSubmission, ObjectionReceipt, PersonalData, PublicNotice } from '../../domain/desk.js';
import type { LanguageMap } from '../../domain/primitives.js';
import type { Enquirer, SubmissionKind } from '../../domain/submission.js';
import type { AuditVerdict } from './audit.js';
import type { RetentionResult } from './personal-data.js';
import type { SimilarSubmission } from './similar-titles.js';

/** Which submissions of the queue are wanted, a page of them. */
export interface QueueQuery {
  /** Words of the title or of the organisation's name, or part of a reference. */
  readonly q?: string;
  readonly kinds: readonly string[];
  readonly statuses: readonly string[];
  readonly assignee?: string | undefined;
  /** Only those that nobody deals with. */
  readonly unassigned?: boolean;
  readonly suspicious?: boolean;
  readonly sort: QueueSort;
  readonly limit: number;
  /** Where the page before ended. */
  readonly after?: QueuePlace;
}

export const QUEUE_SORTS = ['oldest', 'newest', 'updated'] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

/** A place in the queue: of the row before it, the time that it is sorted by, in microseconds, and the reference. */
export interface QueuePlace {
  readonly at: number;
  readonly reference: string;
}

/** How many submissions have a value, by value. */
export type Counts = ReadonlyMap<string, number>;

/** A page of the queue. Each count leaves out the filter of its own field. */
export interface QueuePage {
  readonly rows: readonly DeskRow[];
  readonly total: number;
  readonly counts: Readonly<Record<'status' | 'kind' | 'assignee', Counts>>;
  /** Absent on the last page. */
  readonly next?: QueuePlace;
}

/** A submission as the store has it; what may be done with it depends on who asks. */
export type DeskEntry = Omit<DeskSubmission, 'steps' | 'duplicates' | 'notice'> & { readonly notice?: KeptNotice };

/** The operator who makes a change. */
export interface DeskActor {
  /** Label of the token: what the audit trail names. */
  readonly label: string;
  readonly scopes: readonly string[];
  /** Name of the platform: the source of what it publishes itself. */
  readonly source: string;
  /** Address of the platform's page of a record, where it has one: for the letter to the submitter. */
  readonly recordUrl?: ((kind: SubmissionKind, id: string) => string | undefined) | undefined;
}

/** A step to take. `version` is the one that the operator saw. */
export interface StepOrder {
  readonly to: string;
  readonly version: number;
  readonly note?: LanguageMap | undefined;
  readonly reason?: string | undefined;
  readonly notice?: { readonly end: string; readonly relatedParty?: boolean | undefined } | undefined;
}

/** The draft as it shall stand. */
export interface EditOrder {
  readonly draft: object;
  readonly version: number;
  readonly note?: LanguageMap | undefined;
}

/** A duplicate to be closed, and what remains. */
export interface MergeOrder {
  readonly into: string;
  readonly version: number;
  readonly note?: LanguageMap | undefined;
}

/** Who deals with a submission from now on; without `assignee` nobody. */
export interface AssignOrder {
  readonly assignee?: string | undefined;
  readonly version: number;
}

/** Public notices that are wanted, a page of them. */
export interface NoticeQuery {
  /** Those that run, or those that are over. */
  readonly isOpen: boolean;
  readonly limit: number;
  /** Where the page before ended. */
  readonly after?: NoticePlace | undefined;
}

/** A place in the list of notices: that of the last one before it. */
export interface NoticePlace {
  readonly start: string;
  readonly reference: string;
}

export interface NoticePage {
  readonly notices: readonly PublicNotice[];
  readonly total: number;
  /** Absent on the last page. */
  readonly next?: NoticePlace;
}

/** What somebody objects. */
export interface NewObjection {
  readonly text: string;
  readonly from?: Enquirer | undefined;
  /** Whether a field was filled in that people do not see. */
  readonly isByProgram: boolean;
  readonly idempotencyKey: string;
}

/** How an objection is settled. */
export interface SettlementOrder {
  readonly upheld: boolean;
  readonly note: LanguageMap;
  readonly version: number;
}

/** The desk: what its operators see of submissions and do with them. Every change is one transaction with its audit entry. */
export interface DeskStore {
  list(query: QueueQuery): Promise<QueuePage>;
  /** The submission; `undefined` when there is none. */
  get(reference: string): Promise<DeskEntry | undefined>;
  /**
   * Takes a step of the way of a submission; the public record follows in the same transaction. All changes reject with a
   * {@link DeskError} and have then done nothing.
   */
  transition(reference: string, order: StepOrder, by: DeskActor): Promise<DeskEntry>;
  /** Replaces the draft and keeps the one before. An equal draft changes nothing. */
  edit(reference: string, order: EditOrder, by: DeskActor): Promise<DeskEntry>;
  assign(reference: string, order: AssignOrder, by: DeskActor): Promise<DeskEntry>;
  /** Closes a submission as a duplicate of another one or of a published record. */
  merge(reference: string, order: MergeOrder, by: DeskActor): Promise<DeskEntry>;
  /** Submissions whose titles are like that of `reference`, most alike first. */
  similar(submission: { kind: string; key: string; reference: string }): Promise<SimilarSubmission[]>;

  /** Public notices, the newest first. Of what did not become public in the end there is none. */
  notices(query: NoticeQuery): Promise<NoticePage>;
  notice(reference: string): Promise<PublicNotice | undefined>;
  /** Takes an objection of the public. Rejects with a {@link DeskError} outside the notice. */
  object(reference: string, objection: NewObjection): Promise<ObjectionReceipt>;
  settleObjection(reference: string, id: string, order: SettlementOrder, by: DeskActor): Promise<DeskEntry>;

  /** All personal data kept with a submission; that it was asked for is noted in the audit trail. */
  personalData(reference: string, by: DeskActor): Promise<PersonalData>;
  /** Erases the personal data of a submission. What was published of it stays. */
  erase(reference: string, by: DeskActor): Promise<DeskEntry>;
  /** Erases who made an objection. */
  eraseObjector(reference: string, id: string, by: DeskActor): Promise<DeskEntry>;
  /** Erases what is kept too long: personal data of what was settled before, files that no submission named before. */
  retain(limits: { settledBefore: string; unclaimedBefore: string; source: string }): Promise<RetentionResult>;
  /** Checks the whole audit trail. */
  verifyAudit(): Promise<AuditVerdict>;
  /** Place of the entry with this hash, which was noted outside once; `undefined` where the trail was written anew. */
  placeInAudit(hash: string): Promise<number | undefined>;
}
