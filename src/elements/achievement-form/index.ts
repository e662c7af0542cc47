export { YnAchievementForm } from './achievement-form.js';
export type {
  FormErrorDetail,
  FormEventMap,
  FormSubmitDetail,
  FormSubmittedDetail,
} from '../../ui/form/form-events.js';
export type { Values as FormValues } from '../../ui/form/values.js';
export type { AchievementKey as AchievementFormKey } from './messages.js';
