export { YnAchievementSearch } from './achievement-search.js';
export type {
  AchievementSearchDetail,
  AchievementSearchErrorDetail,
  AchievementSearchEventMap,
  AchievementSelectDetail,
} from './achievement-search.events.js';
export type { AchievementSearchKey, AchievementSearchMessages } from './messages.js';
