import { texts as help } from './help/help-texts.js';
import { texts as suggest } from './suggest/suggest-texts.js';

/** Texts of all parts that the element fetches later, for those who want to read or replace them. */
export const partTexts = {
  'zh-CN': { ...suggest['zh-CN'], ...help['zh-CN'] },
  en: { ...suggest.en, ...help.en },
} as const;
