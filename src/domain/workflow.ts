import type { SubmissionKind } from './submission.js';

/** Where a submission can stand: the codes of the list `record-status` but `draft`, which stays with its author. */
export const SUBMISSION_STATUSES = [
  'submitted',
  'firstReview',
  'review',
  'returned',
  'publicNotice',
  'published',
  'negotiating',
  'contracted',
  'closed',
  'tombstone',
] as const;
export type SubmissionStatus = (typeof SUBMISSION_STATUSES)[number];

/** Who may take a step: the platform's staff, or the submitter with the secret address. */
export type Actor = 'operator' | 'submitter';

/** What has to be said with a step: a note to the submitter, a code of the list `close-reason`, the end of a notice. */
export type StepNeed = 'note' | 'closeReason' | 'noticeEnd';

/** A step from one status to another. */
export interface Transition {
  readonly from: SubmissionStatus;
  readonly to: SubmissionStatus;
  readonly actor: Actor;
  /** What must come with it. */
  readonly needs: readonly StepNeed[];
  /** Whether it changes what the public sees, which takes the scope `publish`. */
  readonly isPublic: boolean;
}

/** Shortest 公示, in days, first and last included (domain rule of public notices of transfers). */
export const MIN_NOTICE_DAYS = 15;

type Steps = Readonly<Partial<Record<SubmissionStatus, readonly SubmissionStatus[]>>>;

/** The way of a record to the public: demands and achievements. */
const RECORD_STEPS: Steps = {
  submitted: ['firstReview', 'returned', 'closed'],
  firstReview: ['review', 'returned', 'publicNotice', 'published', 'closed'],
  review: ['returned', 'publicNotice', 'published', 'closed'],
  returned: ['closed'],
  publicNotice: ['published', 'returned', 'closed'],
  published: ['negotiating', 'contracted', 'closed', 'tombstone'],
  negotiating: ['published', 'contracted', 'closed', 'tombstone'],
  contracted: ['closed', 'tombstone'],
  closed: ['firstReview', 'published', 'tombstone'],
};

/** The way of a question to its answer. */
const ENQUIRY_STEPS: Steps = {
  submitted: ['firstReview', 'negotiating', 'returned', 'closed'],
  firstReview: ['negotiating', 'returned', 'closed'],
  returned: ['closed'],
  negotiating: ['contracted', 'closed'],
  contracted: ['closed'],
  closed: ['firstReview'],
};

/** A submitter may answer a return with a new version, and withdraw what is not settled yet. */
const SUBMITTER_STEPS: Steps = {
  submitted: ['closed'],
  firstReview: ['closed'],
  review: ['closed'],
  returned: ['submitted', 'closed'],
  publicNotice: ['closed'],
};

/** Where the public sees the record, or is about to. */
const PUBLIC: ReadonlySet<string> = new Set(['publicNotice', 'published', 'negotiating', 'contracted', 'tombstone']);

/** The steps that `actor` may take with a submission of `kind` that stands at `status`, in the order of the way. */
export function transitionsFrom(kind: SubmissionKind, status: SubmissionStatus, actor: Actor): readonly Transition[] {
  const steps = actor === 'submitter' ? SUBMITTER_STEPS : kind === 'enquiry' ? ENQUIRY_STEPS : RECORD_STEPS;
  return (steps[status] ?? []).map((to) => ({
    from: status,
    to,
    actor,
    needs: needsOf(to, actor),
    isPublic: kind !== 'enquiry' && (PUBLIC.has(to) || PUBLIC.has(status)),
  }));
}

/** The step, where `actor` may take it. */
export function findTransition(
  kind: SubmissionKind,
  from: SubmissionStatus,
  to: string,
  actor: Actor,
): Transition | undefined {
  return transitionsFrom(kind, from, actor).find((each) => each.to === to);
}

function needsOf(to: SubmissionStatus, actor: Actor): readonly StepNeed[] {
  if (actor === 'submitter') return [];
  if (to === 'returned') return ['note'];
  if (to === 'closed') return ['closeReason'];
  if (to === 'tombstone') return ['note'];
  return to === 'publicNotice' ? ['noticeEnd'] : [];
}
