export type { ReviewDeskKey, ReviewDeskMessages } from './messages.js';
export type { DeskChangeDetail, DeskErrorDetail, DeskSignInDetail, ReviewDeskEventMap } from './review-desk.events.js';
export { YnReviewDesk } from './review-desk.js';
