import { en as achievementSearch } from '../elements/achievement-search/messages.en.js';
import type { AchievementSearchKey } from '../elements/achievement-search/messages.js';
import { partTexts as achievementSearchParts } from '../elements/achievement-search/part-texts.js';
import { en as kpiTiles } from '../elements/kpi-tiles/messages.en.js';
import type { KpiTilesKey } from '../elements/kpi-tiles/messages.js';
import { boardTexts } from '../elements/kpi-tiles/board/board.messages.js';
import { moreTexts } from '../elements/kpi-tiles/more/more.messages.js';
import { sheetTexts } from '../elements/kpi-tiles/sheet/sheet.messages.js';
import { en as reviewDesk } from '../elements/review-desk/messages.en.js';
import type { ReviewDeskKey } from '../elements/review-desk/messages.js';
import { partTexts as reviewDeskParts } from '../elements/review-desk/part-texts.js';
import { manageTexts } from '../elements/submission-status/manage/manage-texts.js';
import { outcomeTexts } from '../elements/submission-status/outcomes/outcome-texts.js';
import { en as submissionStatus } from '../elements/submission-status/messages.en.js';
import type { SubmissionStatusKey } from '../elements/submission-status/messages.js';
import { en as achievementForm } from '../elements/achievement-form/messages.en.js';
import type { AchievementKey as AchievementFormKey } from '../elements/achievement-form/messages.js';
import {
  type AchievementFullKey,
  texts as achievementFormFull,
} from '../elements/achievement-form/full/achievement-full-texts.js';
import { en as demandForm } from '../elements/demand-form/messages.en.js';
import type { DemandKey as DemandFormKey } from '../elements/demand-form/messages.js';
import { type DemandFullKey, texts as demandFormFull } from '../elements/demand-form/full/demand-full-texts.js';
import { en as enquiryForm } from '../elements/enquiry-form/messages.en.js';
import type { EnquiryKey as EnquiryFormKey } from '../elements/enquiry-form/messages.js';
import { type EnquiryFullKey, texts as enquiryFormFull } from '../elements/enquiry-form/full/enquiry-full-texts.js';
import { type FormPartKey, formPartTexts } from '../ui/form/lazy/part-texts.js';
import { type AttachmentsKey, attachmentsTexts } from '../ui/submit/attachments/attachments-texts.js';
import { texts as config } from '../ui/lazy/config-texts.js';
import { texts as errors } from '../ui/lazy/error-texts.js';
import type { Messages } from '../ui/localize-controller.js';

/**
 * Every English text of every element, by key: to read, and to take over where an element's `messages` replaces some.
 * @example
 * search.messages = { ...en, 'search.submit': 'Find' }; // English whatever the language of the page
 */
export const en: Messages<
  | AchievementSearchKey
  | KpiTilesKey
  | ReviewDeskKey
  | SubmissionStatusKey
  | AchievementFormKey
  | DemandFormKey
  | EnquiryFormKey
  | AchievementFullKey
  | DemandFullKey
  | EnquiryFullKey
  | FormPartKey
  | AttachmentsKey
> = {
  ...config.en,
  ...errors.en,
  ...achievementSearch,
  ...achievementSearchParts.en,
  ...kpiTiles,
  ...moreTexts.en,
  ...sheetTexts.en,
  ...boardTexts.en,
  ...reviewDesk,
  ...reviewDeskParts.en,
  ...submissionStatus,
  ...manageTexts.en,
  ...outcomeTexts.en,
  ...achievementForm,
  ...achievementFormFull.en,
  ...demandForm,
  ...demandFormFull.en,
  ...enquiryForm,
  ...enquiryFormFull.en,
  ...formPartTexts.en,
  ...attachmentsTexts.en,
};
