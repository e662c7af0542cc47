import type { CSSResult, ReactiveControllerHost, TemplateResult } from 'lit';
import type { ElementPart } from '../../lazy-part.js';
import type { Localizer } from '../../localize-controller.js';
import { AttachmentController, type AttachmentOptions } from './attachment-controller.js';
import { attachmentsStyles } from './attachments-styles.js';
import { type AttachmentsKey, attachmentsTexts } from './attachments-texts.js';
import { attachmentsView } from './attachments-view.js';

/** Files with a submission: what a form fetches when the first one is added, or one was kept from an earlier visit. */
export class AttachmentsPart implements ElementPart {
  readonly texts: typeof attachmentsTexts = attachmentsTexts;
  readonly styles: CSSResult = attachmentsStyles;
  readonly files: AttachmentController;
  readonly #options: AttachmentOptions;

  constructor(host: ReactiveControllerHost, options: AttachmentOptions) {
    this.#options = options;
    this.files = new AttachmentController(host, options);
  }

  view(l10n: Localizer<AttachmentsKey>): TemplateResult {
    return attachmentsView({ files: this.files, limits: this.#options.limits(), l10n });
  }
}
