import type { AchievementSubmission, DemandSubmission, EnquirySubmission } from '../../domain/submission.js';
import type { Client } from '../../sdk/index.js';

/** What can be sent. */
export type SubmissionBody = DemandSubmission | AchievementSubmission | EnquirySubmission;

/** As much of a client as a form needs to send itself. */
export interface SubmissionClient {
  readonly demands: Pick<Client['demands'], 'submit'>;
  readonly achievements: Pick<Client['achievements'], 'submit'>;
  readonly enquiries: Pick<Client['enquiries'], 'submit'>;
  readonly submissions: Pick<Client['submissions'], 'settings' | 'resubmit'>;
}
