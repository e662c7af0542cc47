import type { SubmissionState } from '../../domain/submission.js';

/** Detail of `yn-change`. */
export interface SubmissionChangeDetail {
  readonly action: 'withdraw' | 'withdrawConsent' | 'erase';
  /** Where the submission stands now. */
  readonly state: SubmissionState;
}

/** Detail of `yn-error`. */
export interface SubmissionStatusErrorDetail {
  /** A `YuniaoError`, unless the client is not one of ours. */
  readonly error: unknown;
}

/** The own events of `<yn-submission-status>`. */
export interface SubmissionStatusEventMap {
  'yn-change': CustomEvent<SubmissionChangeDetail>;
  'yn-error': CustomEvent<SubmissionStatusErrorDetail>;
}
