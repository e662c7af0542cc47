import type { Catalogue, MessageOverrides } from '../../ui/localize-controller.js';
import { stateZhCN, type StateKey } from '../../ui/messages.js';
import { answeringZhCN } from './messages.answering.js';
import { askingZhCN } from './messages.asking.js';

/** Every key that `.messages` may override. */
export type AchievementSearchKey = keyof typeof askingZhCN | keyof typeof answeringZhCN | StateKey;
/** Own words for some texts of `<yn-achievement-search>`. */
export type AchievementSearchMessages = MessageOverrides<AchievementSearchKey>;

export const messages: Catalogue<AchievementSearchKey> = {
  'zh-CN': { ...stateZhCN, ...askingZhCN, ...answeringZhCN },
  en: async () => (await import('./messages.en.js')).en,
};
