import type {
  AchievementSubmission,
  DemandSubmission,
  EnquirySubmission,
  SubmissionReceipt,
  SubmissionSettings,
} from '../../domain/submission.js';
import type { RequestOptions } from '../../sdk/index.js';

/** What can be sent. */
export type SubmissionBody = DemandSubmission | AchievementSubmission | EnquirySubmission;

interface Submits<Body> {
  submit(body: Body, options: RequestOptions & { readonly idempotencyKey: string }): Promise<SubmissionReceipt>;
}

/** As much of a client as a form needs to send itself. */
export interface SubmissionClient {
  readonly demands: Submits<DemandSubmission>;
  readonly achievements: Submits<AchievementSubmission>;
  readonly enquiries: Submits<EnquirySubmission>;
  readonly submissions: {
    settings(
      kind: SubmissionKindOf,
      options?: RequestOptions & { readonly lang?: string },
    ): Promise<SubmissionSettings>;
  };
}

type SubmissionKindOf = 'demand' | 'achievement' | 'enquiry';
