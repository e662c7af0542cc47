import { type CSSResult, html, nothing, type TemplateResult } from 'lit';
import type { DeskRow, DeskSubmission } from '../../../domain/index.js';
import type { ElementPart } from '../../../ui/lazy-part.js';
import type { PartTexts } from '../../../ui/localize-controller.js';
import { RequestController } from '../../../ui/request-controller.js';
import { errorBanner, errorView } from '../../../ui/state-view.js';
import type { DeskAround } from '../around.js';
import { headingBelow, kindWord, localText, statusMark } from '../desk-words.js';
import { type FieldKey, fieldTexts } from '../fields/desk-field-names.js';
import { isObject } from '../fields/desk-leaves.js';
import { codeListsIn, fieldName, valueView } from '../fields/desk-value-view.js';
import { suspectIcon } from '../status-icons.js';
import { ActController } from './act-controller.js';
import { detailStyles } from './desk-detail-styles.js';
import { type DetailKey, detailTexts } from './desk-detail-texts.js';
import { Duplicates } from './duplicates.js';
import { historyTemplate } from './history.js';
import { Objections } from './objections.js';
import { PrivatePart } from './private-part.js';
import { Steps } from './steps.js';
import { Tools } from './tools.js';

/** Fields of a draft that say how it is written, not what it says. */
const HIDDEN: ReadonlySet<string> = new Set(['kind', 'title']);

/** One submission with all that its operator has to see, and all that may be done with it. */
export class DeskDetailPart implements ElementPart {
  readonly texts: PartTexts<DetailKey | FieldKey> = {
    'zh-CN': { ...detailTexts['zh-CN'], ...fieldTexts['zh-CN'] },
    en: { ...detailTexts.en, ...fieldTexts.en },
  };
  readonly styles: CSSResult = detailStyles;
  readonly #around: DeskAround;
  readonly #request: RequestController<DeskSubmission>;
  readonly #acts: ActController;
  readonly #steps: Steps;
  readonly #private: PrivatePart;
  readonly #duplicates: Duplicates;
  readonly #objections: Objections;
  readonly #tools: Tools;
  #reference?: string;

  constructor(around: DeskAround) {
    this.#around = around;
    this.#request = new RequestController<DeskSubmission>(around.host, {
      isEmpty: () => false,
      onAnswer: (submission) => {
        around.seen(submission);
      },
      onFailure: (error) => {
        around.failed(error);
      },
    });
    const reload = (): void => {
      this.#read();
    };
    this.#acts = new ActController(around);
    this.#steps = new Steps(around, this.#acts, reload);
    this.#private = new PrivatePart(around);
    this.#duplicates = new Duplicates(around, this.#acts, reload);
    this.#objections = new Objections(around, this.#acts, reload);
    this.#tools = new Tools(around, this.#acts, reload);
  }

  /** Shows a submission. */
  open(reference: string): void {
    if (reference === this.#reference) return;
    this.#reference = reference;
    this.#request.reset();
    this.#acts.reset();
    this.#tools.close();
    this.#read();
  }

  /** Shows none. What was typed stays. */
  close(): void {
    this.#reference = undefined;
    this.#request.reset();
    this.#acts.reset();
    this.#tools.close();
  }

  /** Forgets everything, for another may sit down at the desk. */
  forget(): void {
    this.close();
    for (const each of [this.#steps, this.#duplicates, this.#objections, this.#tools]) each.clear();
  }

  /** Reads again what is open, for the one who has just signed in. */
  resume(): void {
    this.#acts.reset();
    if (this.#reference !== undefined) this.#read();
  }

  /** Takes up how the submission stands after a step. */
  take(submission: DeskSubmission): void {
    if (submission.reference !== this.#reference) return;
    this.#request.value = submission;
    this.#around.host.requestUpdate();
  }

  /** @param row how the queue has it, which may have heard of a change already */
  render(row: DeskRow | undefined): TemplateResult | typeof nothing {
    const reference = this.#reference;
    if (reference === undefined) return nothing;
    const { l10n, host, leave } = this.#around;
    const { value, state, error } = this.#request;
    const retry = (): void => {
      this.#request.retry();
    };
    return html`<article class="detail" part="detail" aria-label=${l10n.t('desk.detail.label', { reference })}>
      <button type="button" class="plain back" part="back-button" @click=${leave}>‹ ${l10n.t('desk.back')}</button>
      <div
        class="heading-1"
        id="detail-title"
        part="detail-title"
        role="heading"
        aria-level=${Math.min(host.headingLevel + 1, 6)}
        tabindex="-1"
      >
        ${localText(value?.title ?? row?.title, l10n)} <span class="reference">${reference}</span>
      </div>
      ${state === 'error' ? (value ? errorBanner(error, value.updatedAt, l10n, retry) : errorView(error, l10n, retry)) : nothing}
      ${value ? this.#body(value, row) : state === 'error' ? nothing : html`<p role="status">${l10n.t('state.loading')}</p>`}
    </article>`;
  }

  #body(submission: DeskSubmission, row: DeskRow | undefined): TemplateResult {
    const { l10n, host, codes } = this.#around;
    codes.need(codeListsIn(submission.draft));
    const title = (key: DetailKey, id: string): TemplateResult => headingBelow(host, 2, l10n.t(key), id);
    return html`${this.#facts(submission)} ${this.#news(submission, row)} ${this.#tools.render(submission)}
      ${this.#steps.render(submission, 'steps-title', title('desk.steps', 'steps-title'))}
      <div class="parts">
        ${this.#publicPart(submission)}
        ${this.#private.render(submission, title('desk.submitter', 'private-title'), 'private-title')}
      </div>
      ${this.#objections.render(submission, title('desk.notice', 'notice-title'), 'notice-title')}
      ${this.#duplicates.render(submission, title('desk.duplicates', 'duplicates-title'), 'duplicates-title')}
      <section aria-labelledby="history-title">
        ${title('desk.history', 'history-title')} ${historyTemplate(submission.history, this.#around)}
      </section>`;
  }

  #facts({ kind, status, receivedAt, assignee, site, mergedInto, suspicious }: DeskSubmission): TemplateResult {
    const { l10n } = this.#around;
    const facts = [
      kindWord(kind, l10n),
      l10n.t('desk.detail.received', { time: l10n.time(receivedAt) }),
      assignee === undefined ? l10n.t('desk.unassigned') : l10n.t('desk.detail.assignee', { label: assignee }),
      ...(site === undefined ? [] : [l10n.t('desk.detail.site', { site })]),
      ...(mergedInto === undefined ? [] : [l10n.t('desk.detail.mergedInto', { id: mergedInto })]),
    ];
    return html`<p class="meta">${statusMark(status, l10n)}${facts.map((fact) => html`<bdi>${fact}</bdi>`)}</p>
      ${suspicious ? html`<p class="warning suspect">${suspectIcon}${l10n.t('desk.detail.suspicious')}</p>` : nothing}`;
  }

  /** Says that somebody else has changed what is being read, and leaves it to the reader when to look. */
  #news({ updatedAt }: DeskSubmission, row: DeskRow | undefined): TemplateResult | typeof nothing {
    const { l10n } = this.#around;
    const isOld = row !== undefined && Date.parse(row.updatedAt) > Date.parse(updatedAt) && !this.#request.isPending;
    return isOld
      ? html`<div class="banner" role="status">
          <p>${l10n.t('desk.detail.changed')}</p>
          <button
            type="button"
            class="button"
            @click=${() => {
              this.#read();
            }}
          >
            ${l10n.t('desk.detail.reload')}
          </button>
        </div>`
      : nothing;
  }

  #publicPart({ kind, draft, title }: DeskSubmission): TemplateResult {
    const { l10n, host, codes } = this.#around;
    const context = { l10n, codes, kind };
    const isPrivate = kind === 'enquiry';
    const words = l10n.t(isPrivate ? 'desk.public.enquiry' : 'desk.public');
    return html`<section class="public" part="public" aria-labelledby="public-title">
      ${headingBelow(host, 2, words, 'public-title')}
      <p class="hint">${l10n.t(isPrivate ? 'desk.public.enquiry.hint' : 'desk.public.hint')}</p>
      <div class="public-title">
        ${isPrivate ? localText(title, l10n) : valueView(draft['title'] ?? title, ['title'], context, draft)}
      </div>
      <dl class="facts">
        ${Object.entries(draft)
          .filter(([name]) => !HIDDEN.has(name))
          .map(
            ([name, value]) =>
              html`<div class=${isObject(value) || Array.isArray(value) ? 'long' : ''}>
                <dt>${fieldName([name], context)}</dt>
                <dd>${valueView(value, [name], context, draft)}</dd>
              </div>`,
          )}
      </dl>
    </section>`;
  }

  #read(): void {
    const { session, l10n } = this.#around;
    const { desk } = session;
    const reference = this.#reference;
    if (!desk || reference === undefined) return;
    this.#request.run(async (signal) => desk.get(reference, { signal, lang: l10n.lang }));
  }
}
