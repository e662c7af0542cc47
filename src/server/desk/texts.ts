import type { Text } from '../language.js';
import type { Obstacle } from './rules.js';

/** Why a step cannot be taken yet, and what to do. */
export const OBSTACLES: Readonly<Record<Obstacle, Text>> = {
  'notice-runs': {
    'zh-CN': '公示尚未结束（截止 {end}），期满后方可发布。',
    en: 'The notice still runs (until {end}). It can be published after that day.',
  },
  'objection-open': {
    'zh-CN': '尚有异议未处理，请先处理异议。',
    en: 'An objection is open. Settle it first.',
  },
  'objection-upheld': {
    'zh-CN': '公示期间的异议成立，不能直接发布。请退回修改或关闭。',
    en: 'An objection to this notice was upheld, so it cannot be published. Return or close it.',
  },
};
