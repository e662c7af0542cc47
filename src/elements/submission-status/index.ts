export { YnSubmissionStatus } from './submission-status.js';
export type {
  ResubmitDetail,
  SubmissionChangeDetail,
  SubmissionStatusErrorDetail,
  SubmissionStatusEventMap,
} from './submission-status.events.js';
export type { SubmissionStatusKey, SubmissionStatusMessages } from './messages.js';
