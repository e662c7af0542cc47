import type { Messages } from '../../ui/localize-controller.js';
import { stateEn } from '../../ui/messages.en.js';
import { answeringEn } from './messages.answering.en.js';
import { askingEn } from './messages.asking.en.js';
import type { FirstKey } from './messages.js';

/** English texts of `<yn-achievement-search>`. */
export const en: Messages<FirstKey> = { ...stateEn, ...askingEn, ...answeringEn };
