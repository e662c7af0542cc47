import type { AchievementsResource } from './resources/achievements.js';

/** A connection to one platform: plain resources, no state but its options. Safe to share. */
export interface Client {
  readonly achievements: AchievementsResource;
}
