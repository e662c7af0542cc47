import { AchievementDraft } from '../../domain/achievement.js';
import { DemandDraft } from '../../domain/demand.js';
import { EnquiryDraft } from '../../domain/enquiry.js';

/** The schema of each kind of draft. */
export const DRAFTS = { demand: DemandDraft, achievement: AchievementDraft, enquiry: EnquiryDraft } as const;
