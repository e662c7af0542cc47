import type { DeskSubmission } from '../../domain/index.js';

/** Detail of `yn-sign-in`. */
export interface DeskSignInDetail {
  /** Label of the operator's token. */
  readonly label: string;
  readonly scopes: readonly string[];
}

/** Detail of `yn-submission-changed`. */
export interface DeskChangeDetail {
  readonly reference: string;
  /** Code list `record-status`. */
  readonly status: DeskSubmission['status'];
}

/** Detail of `yn-error`. */
export interface DeskErrorDetail {
  /** A `YuniaoError`, unless the client is not one of ours. */
  readonly error: unknown;
}

/** The own events of `<yn-review-desk>`. None carries personal data or the token. */
export interface ReviewDeskEventMap {
  'yn-sign-in': CustomEvent<DeskSignInDetail>;
  'yn-sign-out': CustomEvent<undefined>;
  'yn-submission-changed': CustomEvent<DeskChangeDetail>;
  'yn-error': CustomEvent<DeskErrorDetail>;
}
