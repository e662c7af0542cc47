import type { KeptNotice } from '../desk/rules.js';
import type { DeskRow, DeskSubmission } from '../../domain/desk.js';

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

/** The desk: what its operators see of submissions and do with them. Every change is one transaction with its audit entry. */
export interface DeskStore {
  list(query: QueueQuery): Promise<QueuePage>;
  /** The submission; `undefined` when there is none. */
  get(reference: string): Promise<DeskEntry | undefined>;
}
