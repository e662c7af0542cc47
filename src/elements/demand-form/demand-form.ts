import { FormElement, type FormSetup } from '../../ui/form/form-element.js';
import { definition } from './fields.js';
import { messages } from './messages.js';

/**
 * Takes a technical need (技术需求) from an enterprise to the platform, whose staff publish it.
 *
 * Names of fields, for `hide`, `require` and `.value`: `title`, `problem`, `indicators`, `demandType`, `field`, `budget`,
 * `deadline`, `anonymous`, `organisation`, `creditCode`, `person`, `phone`, `email`; in the full variant also `summary`,
 * `requirements`, `context`, `attemptedSolutions`, `constraints`, `region`, `keywords`, `cooperationModes`,
 * `ipExpectation`, `validUntil`, `detailsUnderNda`, `organisationNature`, `role`.
 *
 * @summary Form that takes an enterprise's technical need.
 * @customElement yn-demand-form
 * @status experimental
 * @since 0.1.0
 * @example
 * <yn-demand-form api="https://platform.example.org">
 *   <a href="mailto:office@example.org">发送邮件说明需求</a>
 * </yn-demand-form>
 */
export class YnDemandForm extends FormElement {
  static override readonly setup: FormSetup = {
    definition,
    messages,
    loadFull: async () => import('./full/demand-full-part.js'),
  };
}
