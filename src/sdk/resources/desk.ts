import type {
  AssignRequest,
  AuditVerification,
  DeskMe,
  DeskRow,
  DeskSubmission,
  EditRequest,
  MergeRequest,
  PersonalData,
  SettlementRequest,
  TransitionRequest,
} from '../../domain/desk.js';
import type { SubmissionKind } from '../../domain/submission.js';
import type { SubmissionStatus } from '../../domain/workflow.js';
import type { RequestOptions } from '../options.js';
import type { Page } from '../page.js';
import type { Transport } from '../transport.js';
import type { DeskFiles } from './desk-files.js';
import { lazyResource } from './lazy-resource.js';

/** Which submissions of the queue are wanted. Everything is optional: an empty query lists all, oldest first. */
export interface DeskQuery {
  /** Words of the title or of the organisation's name, or a reference. */
  readonly q?: string;
  readonly kinds?: readonly SubmissionKind[];
  readonly statuses?: readonly SubmissionStatus[];
  /** Label of an operator's token. */
  readonly assignee?: string;
  /** True for those that nobody deals with. */
  readonly unassigned?: boolean;
  /** True for those that were set apart as suspicious, false for the others. */
  readonly suspicious?: boolean;
  /** `oldest` (the default) and `newest` by receipt, `updated` by the last change, latest first. */
  readonly sort?: 'oldest' | 'newest' | 'updated';
  /** 0 to 100. @default 20 */
  readonly limit?: number;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
  /** Language of labels, a BCP 47 tag; overrides the client's. */
  readonly lang?: string;
}

/** Options of reading one submission. */
export interface DeskReadOptions extends RequestOptions {
  /** Language in which steps that are blocked say why, a BCP 47 tag; overrides the client's. */
  readonly lang?: string;
}

/**
 * The desk where submissions arrive, for the operator whose token it was made with. Every method rejects with an
 * {@link HttpError}: status 401 when the token is not known, 403 when its scopes do not allow it, 404 when there is no
 * such submission, 409 when somebody else changed it in the meantime, 422 when something has to be said or put right.
 */
export interface DeskResource extends DeskFiles {
  /** Label and scopes of the token. */
  me(options?: RequestOptions): Promise<DeskMe>;
  /** One page of the queue. The facets `status`, `kind` and `assignee` count it, each without its own filter. */
  list(query?: DeskQuery, options?: RequestOptions): Promise<Page<DeskRow>>;
  get(reference: string, options?: DeskReadOptions): Promise<DeskSubmission>;
  /** Takes a step of the way of a submission, and gives it as it stands then. */
  transition(reference: string, request: TransitionRequest, options?: DeskReadOptions): Promise<DeskSubmission>;
  /** Replaces the draft; the version before is kept. A published record follows at once. */
  edit(reference: string, request: EditRequest, options?: DeskReadOptions): Promise<DeskSubmission>;
  /** Says who deals with it. */
  assign(reference: string, request: AssignRequest, options?: DeskReadOptions): Promise<DeskSubmission>;
  /** Closes a submission as a duplicate of another submission or of a published record. */
  merge(reference: string, request: MergeRequest, options?: DeskReadOptions): Promise<DeskSubmission>;
  /** Settles what somebody objected during a public notice. */
  settleObjection(
    reference: string,
    objectionId: string,
    request: SettlementRequest,
    options?: DeskReadOptions,
  ): Promise<DeskSubmission>;
  /** All personal data that the platform holds with a submission. Noted in the audit trail. */
  personalData(reference: string, options?: RequestOptions): Promise<PersonalData>;
  /** Erases the personal data of a submission for good. What was published of it stays. */
  erase(reference: string, options?: DeskReadOptions): Promise<DeskSubmission>;
  /** Looks through the whole audit trail. */
  verifyAudit(options?: RequestOptions): Promise<AuditVerification>;
}

/** The desk of the platform at the other end of `transport`; a page loads its code when it first asks for anything. */
export function createDesk(transport: Transport, token: string): DeskResource {
  return lazyResource(async () => (await import('./desk-reader.js')).deskReader(transport, token));
}
