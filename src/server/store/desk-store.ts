import type { KeptNotice } from '../desk/rules.js';
import type { DeskRow, DeskSubmission } from '../../domain/desk.js';
import type { LanguageMap } from '../../domain/primitives.js';
import type { SubmissionKind } from '../../domain/submission.js';

/** Which submissions of the queue are wanted, a page of them. */
export interface QueueQuery {
  /** Words of the title or of the organisation's name, or part of a reference. */
  readonly q?: string;
  readonly kinds: readonly string[];
  readonly statuses: readonly string[];
  readonly assignee?: string;
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
}
