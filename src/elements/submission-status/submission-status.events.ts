import type { SubmissionKind, SubmissionState } from '../../domain/submission.js';

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

/** Detail of `yn-resubmit`. `key` and `statusUrl` are secret: whoever has them can change and withdraw the submission. */
export interface ResubmitDetail {
  readonly reference: string;
  readonly key: string;
  readonly kind: SubmissionKind | (string & {});
  /** For the property `statusUrl` of a form. */
  readonly statusUrl: string;
}

/** The own events of `<yn-submission-status>`. */
export interface SubmissionStatusEventMap {
  'yn-change': CustomEvent<SubmissionChangeDetail>;
  'yn-resubmit': CustomEvent<ResubmitDetail>;
  'yn-error': CustomEvent<SubmissionStatusErrorDetail>;
}
