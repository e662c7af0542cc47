import { texts as answer } from './answer-texts.js';
import { texts as fault } from './fault-texts.js';
import { texts as guide } from './guide-texts.js';
import { texts as languages } from './languages-texts.js';
import { texts as outcome } from './outcome-texts.js';
import { texts as picker } from './picker-texts.js';
import { texts as preview } from './preview-texts.js';

/** Texts of all parts that a form fetches later, for those who want to read or replace them. */
export const formPartTexts = {
  'zh-CN': {
    ...answer['zh-CN'],
    ...fault['zh-CN'],
    ...guide['zh-CN'],
    ...languages['zh-CN'],
    ...outcome['zh-CN'],
    ...picker['zh-CN'],
    ...preview['zh-CN'],
  },
  en: { ...answer.en, ...fault.en, ...guide.en, ...languages.en, ...outcome.en, ...picker.en, ...preview.en },
} as const;

/** Key of a text that a form fetches later. */
export type FormPartKey = keyof (typeof formPartTexts)['zh-CN'];
