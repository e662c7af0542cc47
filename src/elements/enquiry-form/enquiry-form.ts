import { property } from 'lit/decorators.js';
import type { Composer } from '../../ui/form/compose.js';
import { FormElement, type FormSetup } from '../../ui/form/form-element.js';
import { definition } from './fields.js';
import { messages } from './messages.js';

/**
 * Takes a question to those who answer for a record, or for the platform. It is never published.
 *
 * Names of fields, for `hide`, `require` and `.value`: `topic`, `message`, `person`, `organisation`, `phone`, `email`; in
 * the full variant also `budget`, `neededBy`, `role`, `creditCode`.
 *
 * @summary Form with which a visitor asks about a record.
 * @customElement yn-enquiry-form
 * @status experimental
 * @since 0.1.0
 * @example
 * <yn-enquiry-form api="https://platform.example.org" record-id="ach_1" record-title="钙钛矿太阳能电池">
 *   <a href="mailto:office@example.org">发送邮件咨询</a>
 * </yn-enquiry-form>
 */
export class YnEnquiryForm extends FormElement {
  static override readonly setup: FormSetup = {
    definition,
    messages,
    loadFull: async () => import('./full/enquiry-full-part.js'),
  };

  /** Id of the record that it is about. Unset: a general question. */
  @property({ attribute: 'record-id' }) recordId?: string;
  /** Its kind: `achievement`, `demand`, `incubator` or `event`. */
  @property({ attribute: 'record-kind' }) recordKind = 'achievement';
  /** Its title, as its reader saw it. */
  @property({ attribute: 'record-title' }) recordTitle?: string;

  protected override get subject(): string {
    return this.recordId === undefined ? '' : `${this.recordKind}:${this.recordId}`;
  }

  protected override get headingKey(): string {
    return this.recordTitle ? 'enquiry.about' : 'enquiry.heading';
  }

  protected override get headingParams(): Readonly<Record<string, string>> {
    return { title: this.recordTitle ?? '' };
  }

  protected override complete(composer: Composer): void {
    const { recordId: id, recordKind: kind, recordTitle: title } = this;
    if (id) composer.put('draft.about', { kind, id, ...(title && { title }) });
  }
}
