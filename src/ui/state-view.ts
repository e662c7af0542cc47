import { html, nothing, type TemplateResult } from 'lit';
import { errorWords } from './error-words.js';
import { alertIcon, retryIcon } from './icons.js';
import type { ErrorKey } from './lazy/error-texts.js';
import type { Localizer } from './localize-controller.js';
import type { StateKey } from './messages.js';

type L10n = Localizer<StateKey | ErrorKey>;

function retryButton(l10n: L10n, retry: () => void): TemplateResult {
  return html`<button type="button" class="button" part="retry-button" @click=${retry}>
    ${retryIcon}${l10n.t('state.retry')}
  </button>`;
}

/** Nothing could be loaded: what happened, what to do, and a way to try again. */
export function errorView(error: unknown, l10n: L10n, retry: () => void): TemplateResult {
  const { title, advice } = errorWords(error, l10n);
  return html`<div class="notice" part="error-view" role="alert">
    ${alertIcon}
    <p class="notice-title">${title}</p>
    <p>${advice}</p>
    ${retryButton(l10n, retry)}
  </div>`;
}

/** Something newer could not be loaded: the same, in a line above what was loaded at `asOf`. */
export function errorBanner(error: unknown, asOf: string | undefined, l10n: L10n, retry: () => void): TemplateResult {
  const { title, advice } = errorWords(error, l10n);
  return html`<div class="banner" part="error-banner" role="alert">
    ${alertIcon}
    <p>
      <strong>${title}</strong> ${advice}
      ${asOf === undefined ? nothing : l10n.t('state.stale', { time: l10n.time(asOf) })}
    </p>
    ${retryButton(l10n, retry)}
  </div>`;
}

/** Bars in the place of lines of text that are on their way. */
export function bones(count: number): TemplateResult[] {
  return Array.from({ length: count }, () => html`<div class="bone"></div>`);
}
