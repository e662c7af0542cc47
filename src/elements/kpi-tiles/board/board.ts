import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons.js';
import type { KpiLocalizer } from '../reading.js';

/** Narrower than this, in CSS pixels, words break inside a tile in the smallest type that can be read. */
const NARROWEST_TILE = 165;

/**
 * Columns and rows of a board, as `5x6`: tiles a fifth wider than high on the screens that halls have, which lie or stand
 * upright, and few places left empty. Where the board has less width than such a screen, as many columns as have room; one
 * that is not displayed yet is taken to be as wide as the window.
 */
export function boardGrid(count: number, host: Element): string {
  const columns = boardColumns(count, (host.clientWidth || innerWidth) / NARROWEST_TILE);
  return `${columns}x${Math.ceil(count / columns)}`;
}

function boardColumns(count: number, most: number): number {
  const shape = innerWidth < innerHeight ? 9 / 16 : 16 / 9;
  const cost = (wide: number): number => {
    const high = Math.ceil(count / wide);
    return Math.abs(Math.log((shape * high) / wide / 1.2)) + (wide * high - count) / count;
  };
  return [1, 2, 3, 4, 5, 6, 7, 8].reduce((best, wide) => (wide <= most && cost(wide) < cost(best) ? wide : best));
}

/** Lets the board fill the screen, where it may and does not yet. */
export function fullscreenButton(l10n: KpiLocalizer, host: Element): TemplateResult | typeof nothing {
  if (!document.fullscreenEnabled || document.fullscreenElement !== null) return nothing;
  const fillScreen = (): void => {
    host.requestFullscreen().catch((error: unknown) => {
      console.warn('yuniao: no full screen.', error);
    });
  };
  return html`<button class="button" part="fullscreen-button" type="button" @click=${fillScreen}>
    ${icon('M14 4h6v6M10 20H4v-6M20 4l-6.5 6.5M4 20l6.5-6.5')}${l10n.t('kpi.fullscreen')}
  </button>`;
}
