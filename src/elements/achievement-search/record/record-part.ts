import { css, type CSSResult, html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { pickText } from '../../../domain/language.js';
import type { CodeLabels } from '../../../domain/page.js';
import type { AchievementDetail, AchievementHit } from '../../../sdk/index.js';
import { Modal } from '../../../ui/lazy/modal.js';
import { modalStyles } from '../../../ui/lazy/modal-styles.js';
import { recordStyles } from '../../../ui/lazy/record-styles.js';
import { isWebUrl } from '../../../ui/lazy/record-values.js';
import { recordGroups } from '../../../ui/lazy/record-view.js';
import type { ElementPart } from '../../../ui/lazy-part.js';
import type { Localizer, PartTexts } from '../../../ui/localize-controller.js';
import { RequestController } from '../../../ui/request-controller.js';
import { errorBanner, errorView } from '../../../ui/state-view.js';
import type { Surroundings } from '../surroundings.js';
import { achievementGroups } from './achievement-fields.js';
import { readWhole } from './read-whole.js';
import { recordEn } from './record-messages.en.js';
import { type RecordKey, recordZhCN } from './record-messages.js';

/** All that is known of one achievement, in a dialog over the page. */
export class RecordPart implements ReactiveController, ElementPart {
  readonly texts: PartTexts<RecordKey> = { 'zh-CN': recordZhCN, en: recordEn };
  readonly styles: CSSResult = css`
    ${modalStyles}
    ${recordStyles}
  `;
  readonly #around: Surroundings;
  readonly #request: RequestController<AchievementDetail>;
  readonly #modal: Modal = new Modal(() => {
    this.#left();
  });
  #id?: string;
  #record?: AchievementDetail;
  #byReader = true;

  constructor(around: Surroundings) {
    const { host } = around;
    this.#around = around;
    this.#request = new RequestController(host, { isEmpty: () => false });
    host.addController(this);
  }

  /** Shows a record that is there, and the rest of its texts once they have come. */
  show(record: AchievementHit): void {
    this.#request.reset();
    this.#record = record;
    if (record.excerpt) this.#read(record.id);
    this.#open(record.id, true);
  }

  /** Shows the record that the address of the page names. */
  read(id: string): void {
    if (id === this.#id) return;
    this.#record = undefined;
    this.#request.reset();
    this.#read(id);
    this.#open(id, false);
  }

  /** Closes the dialog because the page says so, not its reader. */
  close(): void {
    this.#byReader = false;
    this.#modal.close();
    if (this.#id !== undefined) this.#left(); // it was not drawn yet
  }

  hostDisconnected(): void {
    this.close();
  }

  render(): TemplateResult | typeof nothing {
    if (this.#id === undefined) return nothing;
    const { l10n } = this.#around;
    const record = this.#request.value ?? this.#record;
    const title = record && pickText(record.title, l10n.lang);
    return this.#modal.template({
      name: 'record',
      title: title?.text ?? l10n.t('record.title'),
      ...(title && { titleLang: title.lang }),
      body: record ? this.#fields(record) : this.#pending(),
      ...(record && { actions: this.#actions(record, title?.text ?? record.id) }),
      closeLabel: l10n.t('record.close'),
    });
  }

  #fields(record: AchievementDetail): TemplateResult {
    const { l10n } = this.#around;
    return html`${
      this.#request.state === 'error' ? errorBanner(this.#request.error, undefined, l10n, this.#retry) : nothing
    }${recordGroups(achievementGroups(record, this.#fieldContext(record)))}`;
  }

  #fieldContext(record: AchievementDetail): { l10n: Localizer<RecordKey>; labels: CodeLabels } {
    return { l10n: this.#around.l10n, labels: { ...this.#around.knownLabels, ...record.labels } };
  }

  #pending(): unknown {
    const { l10n } = this.#around;
    if (this.#request.state !== 'error') return html`<p role="status">${l10n.t('state.loading')}</p>`;
    return errorView(this.#request.error, l10n, this.#retry);
  }

  #read(id: string): void {
    this.#request.run((signal) => readWhole(this.#around, id, signal));
  }

  readonly #retry = (): void => {
    this.#request.retry();
  };

  #actions(record: AchievementDetail, title: string): TemplateResult {
    const { l10n, permalink: permalinkOf } = this.#around;
    const permalink = permalinkOf(record.id);
    return html`${this.#enquiry(record, title)}
    ${permalink === undefined ? nothing : html`<a part="permalink" href=${permalink}>${l10n.t('record.permalink')}</a>`}
    ${
      isWebUrl(record.source.url)
        ? html`<a part="source-link" href=${record.source.url} target="_blank" rel="noopener noreferrer"
            >${l10n.t('record.source')}</a
          >`
        : nothing
    }`;
  }

  /** A link to the record's own contact; where it names none, a button if the page says that it answers enquiries. */
  #enquiry(record: AchievementDetail, title: string): TemplateResult | typeof nothing {
    const words = this.#around.l10n.t('record.enquire');
    const enquire = (event: Event): void => {
      const enquiry = new CustomEvent('yn-enquire', {
        detail: { achievement: record },
        bubbles: true,
        composed: true,
        cancelable: true,
      });
      if (!this.#around.host.dispatchEvent(enquiry)) event.preventDefault();
    };
    const href = enquiryHref(record, this.#around.l10n.t('record.enquirySubject', { title }));
    if (href !== undefined)
      return html`<a class="button primary" part="enquiry-button" href=${href} @click=${enquire}>${words}</a>`;
    if (!this.#around.host.enquiryHandled) return nothing;
    return html`<button class="button primary" part="enquiry-button" type="button" @click=${enquire}>${words}</button>`;
  }

  #open(id: string, byReader: boolean): void {
    const { host } = this.#around;
    this.#id = id;
    this.#byReader = true;
    this.#around.recordShown(id, byReader);
    void host.updateComplete.then(() => {
      this.#modal.open(host.renderRoot, 'record');
    });
  }

  #left(): void {
    this.#id = undefined;
    this.#record = undefined;
    this.#request.reset();
    this.#around.recordShown(undefined, this.#byReader);
  }
}

/** Where an enquiry goes if the page does not take it: the mailbox, page or telephone that the record names. */
function enquiryHref({ contact }: AchievementDetail, subject: string): string | undefined {
  if (!contact) return undefined;
  const { email, url, phone } = contact;
  if (email !== undefined) return `mailto:${email}?subject=${encodeURIComponent(subject)}`;
  if (isWebUrl(url)) return url;
  return phone === undefined ? undefined : `tel:${phone.replaceAll(/[^\d+]/g, '')}`;
}
