import { FormElement, type FormSetup } from '../../ui/form/form-element.js';
import { definition } from './fields.js';
import { messages } from './messages.js';

/**
 * Takes a result of research (科技成果) from a university or an institute to the platform, whose staff publish it.
 *
 * Names of fields, for `hide`, `require` and `.value`: `title`, `benefit`, `summary`, `keywords`, `field`, `readiness`,
 * `transferModes`, `price`, `completers`, `organisation`, `person`, `phone`, `email`; in the full variant also
 * `problemSolved`, `innovationPoints`, `indicators`, `comparison`, `applications`, `economics`, `achievementClass`,
 * `form`, `attribute`, `level`, `applicationState`, `startDate`, `endDate`, `registrationNo`, `region`, `ip`,
 * `ownershipShares`, `licenceKind`, `territory`, `pricingMethod`, `paymentMode`, `freeMonths`, `validUntil`,
 * `transferNote`, `publicEmail`, `creditCode`, `role`.
 *
 * @summary Form with which a university publishes a result.
 * @customElement yn-achievement-form
 * @status experimental
 * @since 0.1.0
 * @example
 * <yn-achievement-form api="https://platform.example.org" variant="full">
 *   <a href="mailto:office@example.org">发送邮件登记成果</a>
 * </yn-achievement-form>
 */
export class YnAchievementForm extends FormElement {
  static override readonly setup: FormSetup = {
    definition,
    messages,
    loadFull: async () => import('./full/achievement-full-part.js'),
  };
}
