import { html, type TemplateResult } from 'lit';
import { expandIcon } from '../icons.js';
import type { KpiLocalizer } from '../reading.js';

/** Columns of a board on a wide screen: tiles a third wider than high, and few places left empty. */
export function boardColumns(count: number): number {
  const cost = (wide: number): number => {
    const high = Math.ceil(count / wide);
    return Math.abs(Math.log(((16 / 9) * high) / wide / (4 / 3))) + (wide * high - count) / count;
  };
  return [1, 2, 3, 4, 5, 6, 7, 8].reduce((best, wide) => (cost(wide) < cost(best) ? wide : best));
}

/** Lets the board fill the screen. */
export function fullscreenButton(l10n: KpiLocalizer, fillScreen: () => void): TemplateResult {
  return html`<button class="button" part="fullscreen-button" type="button" @click=${fillScreen}>
    ${expandIcon}${l10n.t('kpi.fullscreen')}
  </button>`;
}
