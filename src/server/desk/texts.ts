import type { Text } from '../language.js';
import type { DeskFault } from '../store/desk-error.js';
import type { Obstacle } from './rules.js';

/** Why a step cannot be taken yet, and what to do; without a full stop. */
export const OBSTACLES: Readonly<Record<Obstacle, Text>> = {
  'notice-runs': {
    'zh-CN': '公示尚未结束（截止 {end}），期满后方可发布',
    en: 'The notice still runs (until {end}). It can be published after that day',
  },
  'objection-open': {
    'zh-CN': '尚有异议未处理，请先处理异议',
    en: 'An objection is open. Settle it first',
  },
  'objection-upheld': {
    'zh-CN': '公示期间的异议成立，不能直接发布。请退回修改或关闭',
    en: 'An objection to this notice was upheld, so it cannot be published. Return or close it',
  },
  'edit-in-notice': {
    'zh-CN': '公示期间不得修改内容。如需修改，请先退回',
    en: 'What is on public notice must not be changed. Return it first',
  },
};

/** What is wrong with a field of a change. */
export const FIELD_FAULTS: Readonly<Record<DeskFault, Text>> = {
  missing: { 'zh-CN': '请填写此项。', en: 'Fill this in.' },
  'close-reason': {
    'zh-CN': '请选择代码表 close-reason 中的关闭原因（“与重复件合并”请用合并功能）。',
    en: 'Give a code of the list close-reason; for "merged" use the merge.',
  },
  'notice-end': {
    'zh-CN': '公示期不得少于 15 天：最早到 {earliest}，最长一年。请填写完整日期。',
    en: 'A notice takes 15 days at least and a year at most: give a day from {earliest} on.',
  },
  'merge-self': { 'zh-CN': '不能与自身合并。', en: 'It cannot be merged with itself.' },
  'merge-kind': { 'zh-CN': '只能与同类的提交合并。', en: 'Only submissions of one kind can be merged.' },
  'merge-target': {
    'zh-CN': '没有此编号的提交或已发布记录。',
    en: 'There is no such submission, nor a published record with this id.',
  },
  'merge-ended': {
    'zh-CN': '目标件已关闭或已合并，请选择仍在办理的一件。',
    en: 'That one has come to its end itself. Choose one that goes on.',
  },
};
