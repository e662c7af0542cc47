import { css, type CSSResult, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { DeskSubmission, PersonalData } from '../../../domain/index.js';
import type { ElementPart } from '../../../ui/lazy-part.js';
import type { PartTexts } from '../../../ui/localize-controller.js';
import { RequestController } from '../../../ui/request-controller.js';
import type { DeskAround } from '../around.js';
import { headingBelow } from '../desk-words.js';
import type { ActController } from '../detail/act-controller.js';
import { saveFile } from '../save-file.js';
import { type PrivacyKey, privacyTexts } from './desk-privacy-texts.js';

/** Gives a submitter's personal data out, or erases it, as they may ask for. */
export class DeskPrivacyPart implements ElementPart {
  readonly texts: PartTexts<PrivacyKey> = privacyTexts;
  readonly styles: CSSResult = css``;
  readonly #around: DeskAround;
  readonly #acts: ActController;
  readonly #reload: () => void;
  readonly #export: RequestController<PersonalData>;
  /** What was typed to confirm an erasure, of which submission; whether it was tried. */
  #typed = { reference: '', text: '', isTried: false };
  #exported?: string;

  constructor(around: DeskAround, acts: ActController, reload: () => void) {
    this.#around = around;
    this.#acts = acts;
    this.#reload = reload;
    this.#export = new RequestController<PersonalData>(around.host, {
      isEmpty: () => false,
      onAnswer: (data) => {
        saveFile(new Blob([JSON.stringify(data, null, 2)]), `${data.reference}.json`);
        this.#exported = data.reference;
        // It stays with the operator, not in the page's memory
        this.#export.reset();
        reload();
      },
      onFailure: (error) => {
        around.failed(error);
      },
    });
  }

  clear(): void {
    this.#typed = { reference: '', text: '', isTried: false };
    this.#exported = undefined;
    this.#export.reset();
  }

  render(submission: DeskSubmission): TemplateResult {
    const { l10n, host } = this.#around;
    const { reference } = submission;
    return html`<section class="panel" part="privacy" aria-labelledby="privacy-title">
      ${headingBelow(host, 2, l10n.t('desk.privacy.label'), 'privacy-title')}
      <p class="hint">${l10n.t('desk.privacy.hint')}</p>
      <p class="row-buttons">
        <button
          type="button"
          class="button"
          part="export-data-button"
          aria-disabled=${this.#export.isPending ? 'true' : 'false'}
          @click=${() => {
            this.#give(reference);
          }}
        >
          ${l10n.t('desk.privacy.export')}
        </button>
      </p>
      <p role="status">${this.#exported === reference ? l10n.t('desk.privacy.exported') : nothing}</p>
      ${
        this.#export.state === 'error'
          ? html`<p class="problem" role="alert">${l10n.t('desk.privacy.exportFailed')}</p>`
          : nothing
      }
      ${submission.submitter ? this.#erasure(submission) : html`<p role="status">${l10n.t('desk.privacy.erase.done')}</p>`}
    </section>`;
  }

  #erasure({ reference }: DeskSubmission): TemplateResult {
    const { l10n, host } = this.#around;
    const { text, isTried } = this.#typed.reference === reference ? this.#typed : { text: '', isTried: false };
    const differs = isTried && text.trim() !== reference;
    return html`<form
      class="step-form"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        this.#typed = { reference, text, isTried: true };
        host.requestUpdate();
        if (text.trim() === reference) this.#erase(reference);
      }}
    >
      <p class="public-warning">${l10n.t('desk.privacy.erase.warning')}</p>
      <label class="field">
        <span>${l10n.t('desk.privacy.erase.type', { reference })}</span>
        <input
          autocomplete="off"
          spellcheck="false"
          maxlength="40"
          aria-invalid=${differs ? 'true' : 'false'}
          aria-describedby=${differs ? 'erase-problem' : nothing}
          .value=${live(text)}
          @input=${(event: Event) => {
            this.#typed = { reference, text: (event.currentTarget as HTMLInputElement).value, isTried: false };
            host.requestUpdate();
          }}
        />
      </label>
      ${differs ? html`<p class="problem" id="erase-problem">${l10n.t('desk.privacy.erase.differs')}</p>` : nothing}
      ${this.#acts.outcome('erase')}
      <div class="form-buttons">
        <button class="button danger" part="erase-button" aria-disabled=${this.#acts.isBusy ? 'true' : 'false'}>
          ${l10n.t('desk.privacy.erase.confirm')}
        </button>
      </div>
    </form>`;
  }

  #give(reference: string): void {
    const { desk } = this.#around.session;
    if (!desk || this.#export.isPending) return;
    this.#exported = undefined;
    this.#export.run(async (signal) => desk.personalData(reference, { signal }));
  }

  #erase(reference: string): void {
    const { l10n } = this.#around;
    this.#acts.run({
      from: 'erase',
      run: async (desk, signal) => desk.erase(reference, { signal, lang: l10n.lang }),
      done: () => {
        this.clear();
      },
      onConflict: this.#reload,
    });
  }
}
