import { css, type CSSResult, html, nothing, type TemplateResult } from 'lit';
import { searchIcon } from '../icons.js';
import type { ElementPart } from '../../../ui/lazy-part.js';
import type { Surroundings } from '../surroundings.js';
import { texts } from './empty-texts.js';

export type EmptyKey = keyof (typeof texts)['zh-CN'];

/** Nothing matches: what was asked, and each way out that is open. */
export class EmptyPart implements ElementPart {
  readonly texts = texts;
  readonly styles: CSSResult = css``;
  readonly #around: Surroundings;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  render(): TemplateResult {
    const { l10n, search, clearFilters } = this.#around;
    const query = search.answer?.state.q ?? '';
    const filtered = search.filterCount > 0;
    return html`<div class="notice" part="empty-view">
      ${searchIcon}
      <p class="notice-title">
        ${query === '' ? l10n.t('search.empty.title') : l10n.t('search.empty.titleFor', { query })}
      </p>
      ${query === '' ? nothing : html`<p>${l10n.t('search.empty.fewerWords')}</p>`}
      ${
        filtered
          ? html`<p>${l10n.t('search.empty.fewerFilters')}</p>
              <button class="button" part="remove-filters-button" type="button" @click=${clearFilters}>
                ${l10n.t('search.empty.removeFilters')}
              </button>`
          : nothing
      }
      ${query === '' && !filtered ? html`<p>${l10n.t('search.empty.none')}</p>` : nothing}
    </div>`;
  }
}
