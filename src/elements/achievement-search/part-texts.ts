import { texts as empty } from './empty/empty-texts.js';
import { exportEn, exportZhCN } from './export/export-messages.js';
import { texts as findValue } from './find-value/find-value-texts.js';
import { texts as help } from './help/help-texts.js';
import { moreEn, moreZhCN } from './more/more-messages.js';
import { texts as narrow } from './narrow/narrow-texts.js';
import { recordEn } from './record/record-messages.en.js';
import { recordZhCN } from './record/record-messages.js';
import { texts as sheet } from './sheet/sheet-texts.js';
import { texts as suggest } from './suggest/suggest-texts.js';

/** Texts of all parts that the element fetches later, for those who want to read or replace them. */
export const partTexts = {
  'zh-CN': {
    ...suggest['zh-CN'],
    ...help['zh-CN'],
    ...narrow['zh-CN'],
    ...findValue['zh-CN'],
    ...sheet['zh-CN'],
    ...recordZhCN,
    ...empty['zh-CN'],
    ...exportZhCN,
    ...moreZhCN,
  },
  en: {
    ...suggest.en,
    ...help.en,
    ...narrow.en,
    ...findValue.en,
    ...sheet.en,
    ...recordEn,
    ...empty.en,
    ...exportEn,
    ...moreEn,
  },
} as const;
