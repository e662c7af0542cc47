import { html, nothing, type TemplateResult } from 'lit';
import { errorWords } from '../../ui/error-words.js';
import { alertIcon } from '../../ui/icons.js';
import type { L10n } from './desk-words.js';
import type { SessionController } from './session-controller.js';

export interface SignInView {
  readonly l10n: L10n;
  readonly session: SessionController;
  readonly title: TemplateResult;
}

/** Asks for a token. It is never drawn again: after each try the field is empty. */
export function signInTemplate({ l10n, session, title }: SignInView): TemplateResult {
  const { isChecking, problem } = session;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const input = (event.currentTarget as HTMLFormElement).elements.namedItem('token') as HTMLInputElement;
    if (isChecking) return;
    session.signIn(input.value);
    if (session.isChecking) input.value = '';
    else input.focus();
  };
  return html`<form class="sign-in" part="sign-in" @submit=${submit} novalidate>
    ${title}
    <p class="hint" id="token-hint">${l10n.t('desk.signIn.lead')}</p>
    ${problem ? problemTemplate(l10n, session) : nothing}
    <label class="field">
      <span>${l10n.t('desk.signIn.token')}</span>
      <input
        type="password"
        name="token"
        part="token-input"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        maxlength="500"
        aria-describedby=${problem ? 'sign-in-problem token-hint' : 'token-hint'}
        aria-invalid=${problem === 'wrong' || problem === 'missing' ? 'true' : 'false'}
      />
    </label>
    <button class="button primary" part="sign-in-button" aria-disabled=${isChecking ? 'true' : 'false'}>
      ${l10n.t(isChecking ? 'desk.signIn.pending' : 'desk.signIn.submit')}
    </button>
  </form>`;
}

function problemTemplate(l10n: L10n, session: SessionController): TemplateResult {
  const { problem = 'wrong', error } = session;
  const words = problem === 'failed' && errorWords(error, l10n);
  return html`<div class="banner" role="alert" id="sign-in-problem">
    ${alertIcon}
    <p>
      ${l10n.t(`desk.signIn.${problem}`)} ${words ? html`<strong>${words.title}</strong> ${words.advice}` : nothing}
    </p>
    ${
      problem === 'failed'
        ? html`<button
            class="button"
            type="button"
            @click=${() => {
              session.retry();
            }}
          >
            ${l10n.t('state.retry')}
          </button>`
        : nothing
    }
  </div>`;
}
