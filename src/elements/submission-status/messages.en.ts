import type { Messages } from '../../ui/localize-controller.js';
import { stateEn } from '../../ui/messages.en.js';
import type { statusZhCN, SubmissionStatusFirstKey } from './messages.js';

const statusEn: Messages<keyof typeof statusZhCN> = {
  'status.heading': 'Follow your submission',
  'status.ask': 'Enter the link that you got when you sent the form, or its reference number and key.',
  'status.ask.link': 'Link or reference number',
  'status.ask.key': 'Key',
  'status.ask.keyHelp': 'Not needed with the whole link.',
  'status.ask.submit': 'Show',
  'status.ask.fault': 'Paste the whole link, or enter the reference number (such as D26-7K4Q-X9MT) and the key.',
  'status.ask.other': 'Look up another submission',
  'status.reference': 'Reference number',
  'status.kind.demand': 'Technology need',
  'status.kind.achievement': 'Achievement',
  'status.kind.enquiry': 'Enquiry',
  'status.received': 'Received',
  'status.updated': 'Last change',
  'status.refresh': 'Refresh',
  'status.steps': 'What has happened',
  'status.reason': 'Reason: {reason}',
  'status.notice': 'Public notice from {start} to {end}. Until it ends, anybody may object.',
  'status.manage': 'Your consents and personal data',
  'status.record': 'See what was published',
  'status.submitted': 'Submitted',
  'status.firstReview': 'First review',
  'status.review': 'Review',
  'status.returned': 'Returned for revision',
  'status.publicNotice': 'Public notice',
  'status.published': 'Published',
  'status.negotiating': 'In negotiation',
  'status.contracted': 'Contracted',
  'status.closed': 'Closed',
  'status.tombstone': 'Deleted',
  'status.submitted.means': 'The platform has it; its staff will look at it next.',
  'status.firstReview.means': 'The staff is looking at it, and gets in touch with you if anything is unclear.',
  'status.review.means': 'It has passed the first review and is being reviewed.',
  'status.returned.means': 'Please change it as asked for below, then send it again.',
  'status.publicNotice.means': 'It has passed the review and is open to objections.',
  'status.published.means': 'It is published on the platform and can be found there.',
  'status.negotiating.means': 'The parties are in touch.',
  'status.contracted.means': 'The parties have signed a contract.',
  'status.closed.means': 'The matter is settled.',
  'status.tombstone.means': 'It has been taken off the platform.',
};

/** English texts of `<yn-submission-status>` that are needed from the start. */
export const en: Messages<SubmissionStatusFirstKey> = { ...stateEn, ...statusEn };
