import { css, type CSSResult, html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { pickText } from '../../../domain/language.js';
import type { CodeLabels } from '../../../domain/page.js';
import type { AchievementDetail } from '../../../sdk/index.js';
import { Modal } from '../../../ui/lazy/modal.js';
import { modalStyles } from '../../../ui/lazy/modal-styles.js';
import { recordStyles } from '../../../ui/lazy/record-styles.js';
import { isWebUrl } from '../../../ui/lazy/record-values.js';
import { recordGroups } from '../../../ui/lazy/record-view.js';
import type { ElementPart } from '../../../ui/lazy-part.js';
import type { Localizer, PartTexts } from '../../../ui/localize-controller.js';
import { RequestController } from '../../../ui/request-controller.js';
import { errorView } from '../../../ui/state-view.js';
import type { Surroundings } from '../surroundings.js';
import { achievementGroups } from './achievement-fields.js';
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

  /** Shows a record that is there. */
  show(record: AchievementDetail): void {
    this.#request.reset();
    this.#record = record;
    this.#open(record.id, true);
  }

  /** Shows the record that the address of the page names. */
  read(id: string): void {
    if (id === this.#id) return;
    this.#record = undefined;
    this.#request.reset();
    this.#request.run(async (signal) => {
      const client = this.#around.client();
      if (!client) throw new Error('no platform is named');
      return client.achievements.get(id, { lang: this.#around.l10n.lang, signal });
    });
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
    const record = this.#record ?? this.#request.value;
    const title = record && pickText(record.title, l10n.lang);
    return this.#modal.template({
      name: 'record',
      title: title?.text ?? l10n.t('record.title'),
      ...(title && { titleLang: title.lang }),
      body: record ? recordGroups(achievementGroups(record, this.#fieldContext(record))) : this.#pending(),
      ...(record && { actions: this.#actions(record, title?.text ?? record.id) }),
      closeLabel: l10n.t('record.close'),
    });
  }

  #fieldContext(record: AchievementDetail): { l10n: Localizer<RecordKey>; labels: CodeLabels } {
    return { l10n: this.#around.l10n, labels: { ...this.#around.knownLabels, ...record.labels } };
  }

  #pending(): unknown {
    const { l10n } = this.#around;
    if (this.#request.state !== 'error') return html`<p role="status">${l10n.t('state.loading')}</p>`;
    return errorView(this.#request.error, l10n, () => {
      this.#request.retry();
    });
  }

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
