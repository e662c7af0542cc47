import * as z from 'zod/mini';
import { AchievementDraft } from './achievement.js';
import { envelopeShape, Submitter } from './submission-envelope.js';

/** The body of `POST /api/v1/achievements`. */
export const AchievementSubmission = z.object({ draft: AchievementDraft, submitter: Submitter, ...envelopeShape });
export type AchievementSubmission = z.infer<typeof AchievementSubmission>;
