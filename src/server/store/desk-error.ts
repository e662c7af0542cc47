import type { SubmissionKind } from '../../domain/submission.js';
import type { Obstacle } from '../desk/rules.js';

/** Why the desk refuses a change. Nothing of it was then done. */
export type DeskRefusal =
  | { readonly code: 'not-found' }
  /** Somebody else changed the submission since the version that the change was made on. */
  | { readonly code: 'changed'; readonly version: number; readonly status: string }
  /** The way of a submission has no such step from where it stands. */
  | { readonly code: 'step-unknown'; readonly status: string; readonly possible: readonly string[] }
  | { readonly code: 'scope-missing'; readonly scope: string }
  | { readonly code: 'blocked'; readonly obstacle: Obstacle; readonly end?: string | undefined }
  /** A field of the change is missing or cannot be used. */
  | { readonly code: 'field'; readonly path: string; readonly fault: DeskFault; readonly values?: Values | undefined }
  /** The draft is not what its kind needs; what is wrong is told by the schema. */
  | { readonly code: 'draft'; readonly kind: SubmissionKind; readonly draft: object }
  /** The objection is settled already. */
  | { readonly code: 'settled' }
  /** The notice takes no objections any more, or not yet. */
  | { readonly code: 'notice-over' }
  /** More objections than anybody could settle. */
  | { readonly code: 'objections-full' }
  /** The idempotency key was sent with another body before. */
  | { readonly code: 'key-reused' };

export type DeskFault =
  | 'missing'
  | 'close-reason'
  | 'notice-end'
  | 'merge-self'
  | 'merge-kind'
  | 'merge-target'
  | 'merge-ended';

type Values = Readonly<Record<string, string | number>>;

/** A change that the desk refuses. */
export class DeskError extends Error {
  override readonly name = 'DeskError';
  readonly refusal: DeskRefusal;

  constructor(refusal: DeskRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
