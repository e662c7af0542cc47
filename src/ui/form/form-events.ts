import type { SubmissionReceipt } from '../../domain/submission.js';

/** Detail of `yn-submit`. */
export interface FormSubmitDetail {
  /** What is about to be sent, without a challenge: `{draft, submitter, consents}`. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Detail of `yn-submitted`. */
export interface FormSubmittedDetail {
  /** Its `statusUrl` holds a secret: whoever has it can withdraw the submission. */
  readonly receipt: SubmissionReceipt;
}

/** Detail of `yn-error`. */
export interface FormErrorDetail {
  /** A `YuniaoError`, unless the client is not one of ours. */
  readonly error: unknown;
}

/** The own events of every form. */
export interface FormEventMap {
  'yn-submit': CustomEvent<FormSubmitDetail>;
  'yn-submitted': CustomEvent<FormSubmittedDetail>;
  'yn-error': CustomEvent<FormErrorDetail>;
}
