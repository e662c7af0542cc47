import type { Messages } from '../../ui/localize-controller.js';
import { stateEn } from '../../ui/messages.en.js';
import { answeringEn } from './messages.answering.en.js';
import { askingEn } from './messages.asking.en.js';
import type { AchievementSearchKey } from './messages.js';

/** English texts of `<yn-achievement-search>`. */
export const en: Messages<AchievementSearchKey> = { ...stateEn, ...askingEn, ...answeringEn };
