import { html, nothing, type TemplateResult } from 'lit';
import type { ConsentRequest } from '../../domain/submission.js';
import { wordless } from '../localize-controller.js';
import { faultView, fieldView, type FieldContext, flag } from './field-view.js';
import type { Section } from './definition.js';
import type { AnswerPart } from './lazy/answer-part.js';

/** All that is needed to draw a form. */
export interface FormContext extends FieldContext {
  /** `undefined` where the author wants none. */
  readonly heading: string | undefined;
  readonly sections: readonly Section[];
  readonly consents: readonly ConsentRequest[] | undefined;
  readonly hasSettingsError: boolean;
  /** Being sent, or waiting for it: nothing may change. */
  readonly isBusy: boolean;
  readonly isSending: boolean;
  readonly savedAt: string | undefined;
  /** When what was found in the browser's storage had been kept. */
  readonly restoredAt: string | undefined;
  /** The answer to what was returned, where this is one. */
  readonly answer: AnswerPart | undefined;
  /** How sending went, where it did not go well. */
  readonly outcome: unknown;
  /** All faults, once somebody tried to send. */
  readonly summary: unknown;
  /** What comes after the fields: files. */
  readonly files: unknown;
  /** What would make it better. */
  readonly quality: unknown;
  /** The dialog with the preview. */
  readonly preview: unknown;
  readonly actions: FormActions;
}

export interface FormActions {
  readonly preview: () => void;
  readonly startOver: () => void;
  readonly loadSettings: () => void;
}

/** The listeners of the form: one of each for all its fields. */
export type FormListeners = Readonly<
  Record<'submit' | 'input' | 'leave' | 'press' | 'composing' | 'composed' | 'key', (event: never) => void>
>;

/** The whole form. */
export function formView(context: FormContext, on: FormListeners): TemplateResult {
  const { l10n, definition, heading, sections, isBusy, isSending } = context;
  const { kind } = definition;
  return html`<div class="base ${wordless(l10n)}" part="base">
    <form
      part="form"
      novalidate
      aria-labelledby=${heading ? 'heading' : nothing}
      aria-label=${heading ? nothing : l10n.t(`${kind}.heading`)}
      aria-busy=${isSending}
      @submit=${on.submit}
      @input=${on.input}
      @focusout=${on.leave}
      @click=${on.press}
      @compositionstart=${on.composing}
      @compositionend=${on.composed}
      @keydown=${on.key}
    >
      ${heading ? html`<h2 id="heading" part="heading">${heading}</h2>` : nothing}
      <p class="help">${l10n.t(`${kind}.intro`)} ${l10n.t('form.starred')}</p>
      ${context.answer?.note()} ${restored(context)} ${context.outcome} ${context.summary}
      <div class="sections" ?inert=${isBusy}>
        ${sections.map(
          ({ name, fields }) =>
            html`<fieldset class="section" part="section">
              <legend part="section-label">${l10n.t(`section.${name}`)}</legend>
              <div class="fields">${fields.map((field) => fieldView(field, context))}</div>
            </fieldset>`,
        )}
        ${context.files} ${consentsView(context)}
        <div class="trap" aria-hidden="true">
          <label for="website">Website</label>
          <input id="website" name="website" type="text" tabindex="-1" autocomplete="off" />
        </div>
      </div>
      ${context.quality}
      <div class="actions">
        <button type="submit" class="button primary" part="submit-button" aria-disabled=${isBusy}>
          ${isSending ? l10n.t('form.sending') : l10n.t(context.answer ? 'answer.submit' : `${kind}.submit`)}
        </button>
        ${
          kind === 'enquiry'
            ? nothing
            : html`<button type="button" class="button" part="preview-button" @click=${context.actions.preview}>
                ${l10n.t('form.preview')}
              </button>`
        }
        <span class="help" part="saved" role="status">
          ${context.savedAt ? l10n.t('form.saved', { time: timeOf(context.savedAt, l10n.textLang) }) : nothing}
        </span>
      </div>
    </form>
    ${context.preview}
  </div>`;
}

/** The time of day alone: the rest is today. */
function timeOf(instant: string, lang: string): string {
  return new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}

/** What was kept from an earlier visit is there again; its way out stands beside it. */
function restored({ restoredAt, l10n, actions, answer }: FormContext): unknown {
  return restoredAt === undefined
    ? nothing
    : html`<div class="note" part="restored" role="status">
        <p>${l10n.t('form.restored', { time: l10n.time(restoredAt) })}</p>
        <button type="button" class="plain" part="start-over-button" @click=${actions.startOver}>
          ${l10n.t(answer ? 'answer.startOver' : 'form.startOver')}
        </button>
      </div>`;
}

/** What a person is asked to agree to, each purpose by itself, with the notice to read before. */
function consentsView(context: FormContext): TemplateResult {
  const { l10n, consents, hasSettingsError, actions } = context;
  return html`<fieldset class="section consents" part="consents" id="consents" tabindex="-1">
    <legend part="section-label">${l10n.t('section.consents')}</legend>
    ${
      consents?.map(
        ({ purpose, label, notice, required }) =>
          html`<div class="consent">
            ${flag(`consents.${purpose}`, label, context, required)}
            <details>
              <summary>${l10n.t('form.notice')}</summary>
              <p class="text">${notice}</p>
            </details>
            ${faultView(`consents.${purpose}`, context)}
          </div>`,
      ) ??
      (hasSettingsError
        ? html`<p class="help">
            ${l10n.t('form.noConsents')}
            <button type="button" class="plain" part="retry-button" @click=${actions.loadSettings}>
              ${l10n.t('state.retry')}
            </button>
          </p>`
        : html`<p class="help">${l10n.t('state.loading')}</p>`)
    }
    ${faultView('consents', context)}
  </fieldset>`;
}
