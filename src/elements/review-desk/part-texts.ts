import { bulkTexts } from './bulk/desk-bulk-texts.js';
import { compareTexts } from './compare/desk-compare-texts.js';
import { detailTexts } from './detail/desk-detail-texts.js';
import { editTexts } from './edit/desk-edit-texts.js';
import { fieldTexts } from './fields/desk-field-names.js';
import { privacyTexts } from './privacy/desk-privacy-texts.js';

/** Texts of all parts that the desk fetches later, for those who want to read or replace them. */
export const partTexts = {
  'zh-CN': {
    ...detailTexts['zh-CN'],
    ...fieldTexts['zh-CN'],
    ...compareTexts['zh-CN'],
    ...editTexts['zh-CN'],
    ...bulkTexts['zh-CN'],
    ...privacyTexts['zh-CN'],
  },
  en: {
    ...detailTexts.en,
    ...fieldTexts.en,
    ...compareTexts.en,
    ...editTexts.en,
    ...bulkTexts.en,
    ...privacyTexts.en,
  },
} as const;
