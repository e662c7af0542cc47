import { type CSSResult, html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { Consent, SubmissionState } from '../../../domain/submission.js';
import type { SubmissionsResource } from '../../../sdk/index.js';
import { errorWords } from '../../../ui/error-words.js';
import type { ElementPart } from '../../../ui/lazy-part.js';
import type { Localizer } from '../../../ui/localize-controller.js';
import type { SubmissionSecret } from '../../../ui/submission-secret.js';
import type { SubmissionStatusKey } from '../messages.js';
import type { SubmissionChangeDetail } from '../submission-status.events.js';
import { headingView } from '../submission-status.templates.js';
import { manageStyles } from './manage-styles.js';
import { type ManageKey, manageTexts } from './manage-texts.js';

/** What the part knows of the element around it. */
export interface ManageSurroundings {
  readonly host: ReactiveElement;
  readonly l10n: Localizer<SubmissionStatusKey>;
  submissions(): SubmissionsResource | undefined;
  secret(): SubmissionSecret | undefined;
  /** Takes up where the submission stands after a step. */
  changed(detail: SubmissionChangeDetail): void;
  failed(error: unknown): void;
}

type Action = SubmissionChangeDetail['action'];

/** A step that is asked about before it is taken. */
interface Question {
  readonly action: Action;
  readonly consent?: Consent | undefined;
}

/** What a submitter can do with a submission: take consents or all of it back, get or erase the personal data. */
export class ManagePart implements ElementPart {
  readonly texts: typeof manageTexts = manageTexts;
  readonly styles: CSSResult = manageStyles;
  readonly #around: ManageSurroundings;
  #question?: Question | undefined;
  /** What the question was opened with, to go back to. */
  #opener?: HTMLElement;
  #isBusy = false;
  #done?: ManageKey | undefined;
  #error?: unknown;

  constructor(around: ManageSurroundings) {
    this.#around = around;
  }

  view({ consents, actions }: SubmissionState, headingLevel: number): TemplateResult {
    const { l10n } = this.#around;
    const can = (action: string): boolean => actions.includes(action);
    return html`<div @keydown=${this.#onKey}>
      ${consents.length > 0 ? headingView(l10n.t('manage.consents'), headingLevel) : nothing}
      <ul>
        ${consents.map((consent) => this.#consentView(consent, can('withdrawConsent')))}
      </ul>
      ${
        can('withdraw') || can('erase')
          ? html`${headingView(l10n.t('manage.data'), headingLevel)}
              <p class="quiet">${l10n.t('manage.dataHelp')}</p>
              <div class="manage-buttons">
                ${
                  can('erase')
                    ? html`<button type="button" class="button" part="download-button" @click=${this.#download}>
                        ${l10n.t('manage.download')}
                      </button>`
                    : nothing
                }
                ${can('withdraw') ? this.#actionButton('withdraw') : nothing}
                ${can('erase') ? this.#actionButton('erase') : nothing}
              </div>
              ${this.#question && !this.#question.consent ? this.#questionView(this.#question) : nothing}`
          : nothing
      }
      <p class="outcome" role="status">${this.#outcome}</p>
    </div>`;
  }

  #consentView(consent: Consent, canWithdraw: boolean): TemplateResult {
    const { l10n } = this.#around;
    const purpose = this.#purpose(consent);
    const asked = this.#question?.consent;
    const isAsked = asked?.purpose === consent.purpose && asked.recipient === consent.recipient;
    return html`<li class="consent" part="consent">
      <div class="consent-line">
        <strong>${purpose}</strong>
        ${
          canWithdraw && consent.withdrawnAt === undefined
            ? html`<button
                type="button"
                class="plain"
                part="withdraw-consent-button"
                aria-label=${l10n.t('manage.withdrawConsent.of', { purpose })}
                aria-expanded=${isAsked}
                @click=${(event: Event) => this.#ask({ action: 'withdrawConsent', consent }, event)}
              >
                ${l10n.t('manage.withdrawConsent')}
              </button>`
            : nothing
        }
      </div>
      <p class="quiet">${l10n.t('manage.recipient', { recipient: consent.recipient })}</p>
      <p class="quiet">${l10n.t('manage.given', { time: l10n.time(consent.at) })}</p>
      ${
        consent.withdrawnAt === undefined
          ? nothing
          : html`<p class="quiet">${l10n.t('manage.withdrawn', { time: l10n.time(consent.withdrawnAt) })}</p>`
      }
      ${isAsked && this.#question ? this.#questionView(this.#question) : nothing}
    </li>`;
  }

  #actionButton(action: 'withdraw' | 'erase'): TemplateResult {
    return html`<button
      type="button"
      class="button danger"
      part="${action}-button"
      aria-expanded=${this.#question?.action === action}
      @click=${(event: Event) => this.#ask({ action }, event)}
    >
      ${this.#around.l10n.t(`manage.${action}`)}
    </button>`;
  }

  /** Says what will come of it, and asks. */
  #questionView({ action, consent }: Question): TemplateResult {
    const { l10n } = this.#around;
    const purpose = consent ? this.#purpose(consent) : '';
    return html`<div class="question" part="question" role="group" aria-labelledby="question" aria-describedby="means">
      <p id="question">${l10n.t(`manage.${action}.ask`, { purpose })}</p>
      <p id="means">${l10n.t(`manage.${action}.means`)}</p>
      <div class="manage-buttons">
        <button type="button" class="button keep" part="keep-button" @click=${this.#keep}>
          ${l10n.t('manage.keep')}
        </button>
        <button
          type="button"
          class="button danger"
          part="confirm-button"
          aria-disabled=${this.#isBusy}
          @click=${this.#confirm}
        >
          ${this.#isBusy ? l10n.t('manage.busy') : l10n.t(`manage.${action}.yes`)}
        </button>
      </div>
    </div>`;
  }

  get #outcome(): unknown {
    const { l10n } = this.#around;
    if (this.#error !== undefined) {
      const { title, advice } = errorWords(this.#error, l10n);
      return `${title} ${advice}`;
    }
    return this.#done ? l10n.t(this.#done) : nothing;
  }

  #purpose({ purpose }: Consent): string {
    return this.#around.l10n.t(`manage.consent.${purpose}` as ManageKey) || purpose;
  }

  #ask(question: Question, { currentTarget }: Event): void {
    this.#opener = currentTarget as HTMLElement;
    this.#set(question);
    // The safe answer is the nearer one
    void this.#around.host.updateComplete.then(() =>
      this.#around.host.renderRoot.querySelector<HTMLElement>('.keep')?.focus(),
    );
  }

  readonly #keep = (): void => {
    this.#set(undefined);
    this.#opener?.focus();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#question) return;
    event.stopPropagation();
    this.#keep();
  };

  readonly #confirm = async (): Promise<void> => {
    const [question, submissions, secret] = [this.#question, this.#around.submissions(), this.#around.secret()];
    if (!question || !submissions || !secret || this.#isBusy) return;
    const { action, consent } = question;
    const { reference, key } = secret;
    const { lang } = this.#around.l10n;
    this.#isBusy = true;
    this.#around.host.requestUpdate();
    try {
      const state =
        action === 'withdrawConsent' && consent
          ? await submissions.withdrawConsent(
              reference,
              key,
              { purpose: consent.purpose, recipient: consent.recipient },
              { lang },
            )
          : await submissions[action as 'withdraw' | 'erase'](reference, key, { lang });
      this.#isBusy = false;
      this.#set(undefined, `manage.${action}.done`);
      this.#around.changed({ action, state });
    } catch (error) {
      this.#fail(error);
    }
  };

  readonly #download = async (): Promise<void> => {
    const [submissions, secret] = [this.#around.submissions(), this.#around.secret()];
    if (!submissions || !secret) return;
    try {
      const data = await submissions.personalData(secret.reference, secret.key);
      save(JSON.stringify(data, undefined, 2), `${secret.reference}.json`);
      this.#set(undefined, 'manage.downloaded');
    } catch (error) {
      this.#fail(error);
    }
  };

  #fail(error: unknown): void {
    this.#isBusy = false;
    this.#error = error;
    this.#around.failed(error);
    this.#around.host.requestUpdate();
  }

  #set(question: Question | undefined, done?: ManageKey): void {
    this.#question = question;
    this.#done = done;
    this.#error = undefined;
    this.#around.host.requestUpdate();
  }
}

/** Gives the reader a file. */
function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000); // browsers begin to read a little later
}
