import { html, nothing, type TemplateResult } from 'lit';
import type { Attachment, Consent, DeskSubmission } from '../../../domain/index.js';
import type { DeskAround } from '../around.js';
import { headingBelow, localText } from '../desk-words.js';
import { sizeText } from '../file-size.js';
import { saveFile } from '../save-file.js';

/** Who sent it, what they consented to, and the files that came with it: nothing of this is public. */
export class PrivatePart {
  readonly #around: DeskAround;
  /** Id of the attachment that is on its way, and of one that did not come. */
  #loading?: string;
  #failed?: string;

  constructor(around: DeskAround) {
    this.#around = around;
  }

  render(submission: DeskSubmission, heading: TemplateResult, headingId: string): TemplateResult {
    const { l10n, codes, host } = this.#around;
    codes.need(['consent-purpose']);
    const { submitter, consents, attachments } = submission;
    return html`<section class="private" part="private" aria-labelledby=${headingId}>
      ${heading}
      <p class="hint">${l10n.t('desk.submitter.hint')}</p>
      ${submitter ? this.#submitter(submitter) : html`<p class="muted">${l10n.t('desk.submitter.erased')}</p>`}
      ${
        consents.length === 0
          ? nothing
          : html`${headingBelow(host, 3, l10n.t('desk.consents'))}
              <ul class="items plain-items">
                ${consents.map((consent) => this.#consent(consent))}
              </ul>`
      }
      ${
        attachments.length === 0
          ? nothing
          : html`${headingBelow(host, 3, l10n.t('desk.attachments'))}
              <ul class="items plain-items">
                ${attachments.map((attachment) => this.#attachment(attachment))}
              </ul>`
      }
    </section>`;
  }

  #submitter(submitter: NonNullable<DeskSubmission['submitter']>): TemplateResult {
    const { l10n } = this.#around;
    const { organisation, person, role, phone, email } = submitter;
    const rows: (readonly [string, unknown])[] = [
      [l10n.t('desk.submitter.organisation'), organisation ? localText(organisation.name, l10n) : nothing],
      [l10n.t('desk.submitter.creditCode'), organisation?.creditCode ?? nothing],
      [l10n.t('desk.submitter.person'), html`<bdi>${person}</bdi>`],
      [l10n.t('desk.submitter.role'), role === undefined ? nothing : html`<bdi>${role}</bdi>`],
      [
        l10n.t('desk.submitter.phone'),
        phone === undefined ? nothing : html`<a href="tel:${phone.replaceAll(/[^\d+]/g, '')}"><bdi>${phone}</bdi></a>`,
      ],
      [
        l10n.t('desk.submitter.email'),
        email === undefined
          ? nothing
          : html`<a href="mailto:${encodeURIComponent(email).replace('%40', '@')}"><bdi>${email}</bdi></a>`,
      ],
    ];
    return html`<dl class="facts">
      ${rows
        .filter(([, value]) => value !== nothing)
        .map(
          ([label, value]) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
    </dl>`;
  }

  #consent({ purpose, recipient, textVersion, at, withdrawnAt }: Consent): TemplateResult {
    const { l10n, codes } = this.#around;
    return html`<li class=${withdrawnAt === undefined ? '' : 'withdrawn'}>
      <strong>${codes.word('consent-purpose', purpose)}</strong>
      <span class="line">${l10n.t('desk.consent.recipient', { recipient })}</span>
      <span class="line muted">${l10n.t('desk.consent.given', { time: l10n.time(at), version: textVersion })}</span>
      ${
        withdrawnAt === undefined
          ? nothing
          : html`<span class="line warning"
              >${l10n.t('desk.consent.withdrawn', { time: l10n.time(withdrawnAt) })}</span
            >`
      }
    </li>`;
  }

  #attachment(attachment: Attachment): TemplateResult {
    const { l10n } = this.#around;
    const { id, name, mediaType, size } = attachment;
    return html`<li>
      <bdi class="file-name">${name}</bdi>
      <span class="muted"
        >${l10n.t('desk.attachment.size', { type: mediaType, size: sizeText(size, l10n.textLang) })}</span
      >
      <button
        type="button"
        class="plain"
        aria-label="${l10n.t('desk.attachment.download')} ${name}"
        aria-disabled=${this.#loading === id ? 'true' : 'false'}
        @click=${() => {
          void this.#download(attachment);
        }}
      >
        ${l10n.t('desk.attachment.download')}
      </button>
      ${this.#failed === id ? html`<span class="problem" role="alert">${l10n.t('desk.attachment.failed')}</span>` : nothing}
    </li>`;
  }

  async #download({ id, name }: Attachment): Promise<void> {
    const { session, host, failed } = this.#around;
    const { desk } = session;
    if (!desk || this.#loading !== undefined) return;
    this.#loading = id;
    this.#failed = undefined;
    host.requestUpdate();
    try {
      saveFile(await desk.attachment(id), name);
    } catch (error) {
      this.#failed = id;
      failed(error);
    } finally {
      this.#loading = undefined;
      host.requestUpdate();
    }
  }
}
