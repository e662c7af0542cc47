import { AchievementSubmission } from './achievement-submission.js';
import { DemandSubmission } from './demand-submission.js';
import { EnquirySubmission } from './enquiry-submission.js';

export { AchievementSubmission, DemandSubmission, EnquirySubmission };
export {
  Attachment,
  Consent,
  ConsentRequest,
  NoticePeriod,
  Reference,
  SUBMISSION_KINDS,
  type SubmissionKind,
  SubmissionReceipt,
  SubmissionSettings,
  SubmissionState,
  SubmissionStep,
} from './submission-answers.js';
export { ConsentGiven, Enquirer, MAX_ATTACHMENTS, PersonOnFile, Submitter } from './submission-envelope.js';

/** The schemas of the bodies by kind. */
export const SUBMISSIONS = {
  demand: DemandSubmission,
  achievement: AchievementSubmission,
  enquiry: EnquirySubmission,
} as const;
