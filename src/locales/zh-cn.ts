import { type AchievementSearchKey, messages as achievementSearch } from '../elements/achievement-search/messages.js';
import { partTexts as achievementSearchParts } from '../elements/achievement-search/part-texts.js';
import { type KpiTilesKey, messages as kpiTiles } from '../elements/kpi-tiles/messages.js';
import { boardTexts } from '../elements/kpi-tiles/board/board.messages.js';
import { moreTexts } from '../elements/kpi-tiles/more/more.messages.js';
import { sheetTexts } from '../elements/kpi-tiles/sheet/sheet.messages.js';
import { messages as reviewDesk, type ReviewDeskKey } from '../elements/review-desk/messages.js';
import { partTexts as reviewDeskParts } from '../elements/review-desk/part-texts.js';
import { manageTexts } from '../elements/submission-status/manage/manage-texts.js';
import { outcomeTexts } from '../elements/submission-status/outcomes/outcome-texts.js';
import { messages as submissionStatus, type SubmissionStatusKey } from '../elements/submission-status/messages.js';
import {
  type AchievementKey as AchievementFormKey,
  messages as achievementForm,
} from '../elements/achievement-form/messages.js';
import {
  type AchievementFullKey,
  texts as achievementFormFull,
} from '../elements/achievement-form/full/achievement-full-texts.js';
import { type DemandKey as DemandFormKey, messages as demandForm } from '../elements/demand-form/messages.js';
import { type DemandFullKey, texts as demandFormFull } from '../elements/demand-form/full/demand-full-texts.js';
import { type EnquiryKey as EnquiryFormKey, messages as enquiryForm } from '../elements/enquiry-form/messages.js';
import { type EnquiryFullKey, texts as enquiryFormFull } from '../elements/enquiry-form/full/enquiry-full-texts.js';
import { type FormPartKey, formPartTexts } from '../ui/form/lazy/part-texts.js';
import { type AttachmentsKey, attachmentsTexts } from '../ui/submit/attachments/attachments-texts.js';
import { texts as config } from '../ui/lazy/config-texts.js';
import { texts as errors } from '../ui/lazy/error-texts.js';
import type { Messages } from '../ui/localize-controller.js';

/**
 * Every Chinese text of every element, by key: to read, and to take over where an element's `messages` replaces some.
 * @example
 * search.messages = { ...zhCN, 'search.submit': '检索' }; // 无论页面是何语言，均显示中文
 */
export const zhCN: Messages<
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
  ...config['zh-CN'],
  ...errors['zh-CN'],
  ...achievementSearch['zh-CN'],
  ...achievementSearchParts['zh-CN'],
  ...kpiTiles['zh-CN'],
  ...moreTexts['zh-CN'],
  ...sheetTexts['zh-CN'],
  ...boardTexts['zh-CN'],
  ...reviewDesk['zh-CN'],
  ...reviewDeskParts['zh-CN'],
  ...submissionStatus['zh-CN'],
  ...manageTexts['zh-CN'],
  ...outcomeTexts['zh-CN'],
  ...achievementForm['zh-CN'],
  ...achievementFormFull['zh-CN'],
  ...demandForm['zh-CN'],
  ...demandFormFull['zh-CN'],
  ...enquiryForm['zh-CN'],
  ...enquiryFormFull['zh-CN'],
  ...formPartTexts['zh-CN'],
  ...attachmentsTexts['zh-CN'],
};
