import { css, type CSSResult, html, type TemplateResult } from 'lit';
import type { ClientProblem } from '../client-context.js';
import { alertIcon } from '../icons.js';
import type { Localizer } from '../localize-controller.js';
import { texts } from './config-texts.js';

export { texts };
export type ConfigKey = keyof (typeof texts)['zh-CN'];

/** The page does not say where the data is: words for the person who built it. */
export function configView(
  problem: ClientProblem,
  api: string | undefined,
  l10n: Localizer<ConfigKey>,
): TemplateResult {
  return html`<div class="notice" part="config-view" role="alert">
    ${alertIcon}
    <p class="notice-title">${l10n.t('config.title')}</p>
    <p>${l10n.t(`config.${problem}`, { api: api ?? '' })}</p>
  </div>`;
}

export const styles: CSSResult = css``;
