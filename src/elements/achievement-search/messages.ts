import type { Catalogue, MessageOverrides } from '../../ui/localize-controller.js';
import type { ConfigKey } from '../../ui/lazy/config-part.js';
import type { ErrorKey } from '../../ui/lazy/error-texts.js';
import { stateZhCN, type StateKey } from '../../ui/messages.js';
import type { EmptyKey } from './empty/empty-part.js';
import type { ExportKey } from './export/export-messages.js';
import type { FindValueKey } from './find-value/find-value-part.js';
import type { HelpKey } from './help/help-part.js';
import { answeringZhCN } from './messages.answering.js';
import { askingZhCN } from './messages.asking.js';
import type { MoreKey } from './more/more-messages.js';
import type { NarrowKey } from './narrow/narrow-part.js';
import type { RecordKey } from './record/record-messages.js';
import type { SheetKey } from './sheet/sheet-part.js';
import type { SuggestKey } from './suggest/suggest-part.js';

/** Keys of the texts that the element needs from the start. */
export type FirstKey = keyof typeof askingZhCN | keyof typeof answeringZhCN | StateKey;
/** Every key that `.messages` may override: parts that are fetched later bring texts of their own. */
export type AchievementSearchKey =
  | FirstKey
  | ConfigKey
  | ErrorKey
  | SuggestKey
  | HelpKey
  | NarrowKey
  | FindValueKey
  | SheetKey
  | RecordKey
  | EmptyKey
  | ExportKey
  | MoreKey;
/** Own words for some texts of `<yn-achievement-search>`. */
export type AchievementSearchMessages = MessageOverrides<AchievementSearchKey>;

export const messages: Catalogue<FirstKey> = {
  'zh-CN': { ...stateZhCN, ...askingZhCN, ...answeringZhCN },
  en: async () => (await import('./messages.en.js')).en,
};
