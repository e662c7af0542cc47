import type { AchievementDetail, AchievementHit } from '../../sdk/index.js';

/** Detail of `yn-search`. */
export interface AchievementSearchDetail {
  /** The words that were searched for; empty when everything was listed. */
  readonly query: string;
  /** How many achievements match, all pages together. */
  readonly total: number;
}

/** Detail of `yn-select`. */
export interface AchievementSelectDetail {
  readonly achievement: AchievementHit;
  /** The address that the title links to. */
  readonly href: string;
}

/** Detail of `yn-enquire`. */
export interface AchievementEnquireDetail {
  readonly achievement: AchievementDetail;
}

/** Detail of `yn-error`. */
export interface AchievementSearchErrorDetail {
  /** A `YuniaoError`, unless the client is not one of ours. */
  readonly error: unknown;
}

/** The own events of `<yn-achievement-search>`. */
export interface AchievementSearchEventMap {
  'yn-search': CustomEvent<AchievementSearchDetail>;
  'yn-select': CustomEvent<AchievementSelectDetail>;
  'yn-enquire': CustomEvent<AchievementEnquireDetail>;
  'yn-error': CustomEvent<AchievementSearchErrorDetail>;
}
