export { YnAchievementSearch } from './achievement-search.js';
export type {
  AchievementEnquireDetail,
  AchievementSearchDetail,
  AchievementSearchErrorDetail,
  AchievementSearchEventMap,
  AchievementSelectDetail,
} from './achievement-search.events.js';
export type { RenderItem } from './result.js';
export type { AchievementSearchKey, AchievementSearchMessages } from './messages.js';
