import { html, nothing, type TemplateResult } from 'lit';
import type { AchievementHit } from '../../sdk/index.js';
import { type FacetActions, facetGroup, type FacetWords, filterChips } from '../../ui/facet-view.js';
import { chevronIcon, crossIcon, filterIcon, searchIcon } from '../../ui/icons.js';
import type { Localizer } from '../../ui/localize-controller.js';
import type { SearchController } from '../../ui/search-controller.js';
import { bones } from '../../ui/state-view.js';
import type { AchievementSearchKey } from './messages.js';

/** What the controls that ask need: box, facets, chips, order. */
export interface AskingView {
  readonly l10n: Localizer<AchievementSearchKey>;
  readonly search: SearchController<AchievementHit>;
  readonly sort?: string;
  readonly sortHidden: boolean;
  readonly filtersOpen: boolean;
  readonly expandedFacets: ReadonlySet<string>;
  readonly facetActions: FacetActions;
  readonly suggests: boolean;
  /** What a query may say; `undefined` for no such tips. */
  readonly help: unknown;
  enterBox(event: Event): unknown;
  toggleHelp(): void;
  input(event: Event): void;
  submit(event: Event): void;
  clearText(): void;
  sortBy(event: Event): void;
  toggleFilters(): void;
}

/** The search box. */
export function form(view: AskingView): TemplateResult {
  const { l10n, search, suggests, help } = view;
  return html`<form class="form" part="form" role="search" aria-label=${l10n.t('search.label')} @submit=${view.submit}>
    <div class="box">
      ${searchIcon}
      <input
        part="input"
        type="search"
        role=${suggests ? 'combobox' : nothing}
        aria-autocomplete=${suggests ? 'list' : nothing}
        aria-expanded=${suggests ? 'false' : nothing}
        name="q"
        autocomplete="off"
        enterkeyhint="search"
        maxlength="500"
        aria-label=${l10n.t('search.label')}
        placeholder=${l10n.t('search.placeholder')}
        .value=${search.text}
        @focus=${view.enterBox}
        @input=${view.input}
        @compositionend=${view.input}
      />
      <button
        class="clear"
        part="clear-button"
        type="button"
        aria-label=${l10n.t('search.clear')}
        ?hidden=${search.text === ''}
        @click=${view.clearText}
      >
        ${crossIcon}
      </button>
      <div class="popup"></div>
    </div>
    <button class="button primary" part="submit-button" type="submit">${l10n.t('search.submit')}</button>
    ${
      help === undefined
        ? nothing
        : html`<details class="help" part="help" @toggle=${view.toggleHelp}>
            <summary>${l10n.t('search.help')}</summary>
            ${help}
          </details>`
    }
  </form>`;
}

/** Every chosen value, to take it back. */
export function chips(view: AskingView): TemplateResult | typeof nothing {
  const { search } = view;
  return filterChips(
    search.facets,
    search.state.filters,
    (facet, value) => search.labelOf(facet, value) ?? value,
    facetWords(view),
    view.facetActions,
  );
}

function facetWords({ l10n }: AskingView): FacetWords {
  return {
    number: (value) => l10n.number(value),
    showMore: (count) => l10n.t('search.showMore', { count }),
    showLess: () => l10n.t('search.showLess'),
    chosen: () => l10n.t('search.chosen'),
    remove: (facet, value) => l10n.t('search.removeFilter', { facet, value }),
    clear: () => l10n.t('search.clearFilters'),
  };
}

/** The facets: a column where there is room, else behind a button. */
export function filters(view: AskingView): TemplateResult {
  const { l10n, search } = view;
  const count = search.filterCount;
  return html`<div class="filters" part="filters" role="group" aria-label=${l10n.t('search.filters')}>
    <button
      class="button filters-toggle"
      part="filters-toggle"
      type="button"
      aria-expanded=${view.filtersOpen ? 'true' : 'false'}
      aria-controls="filters-panel"
      @click=${view.toggleFilters}
    >
      ${filterIcon}
      <span>${count > 0 ? l10n.t('search.filtersActive', { count }) : l10n.t('search.filters')}</span>
      ${chevronIcon}
    </button>
    <div class="filters-panel ${view.filtersOpen ? 'open' : ''}" id="filters-panel">
      ${
        search.answer
          ? search.facets.map((facet) =>
              facetGroup(
                facet,
                search.state.filters[facet.id] ?? [],
                view.expandedFacets.has(facet.id),
                facetWords(view),
                view.facetActions,
              ),
            )
          : bones(8)
      }
    </div>
  </div>`;
}

/** The choice of order. */
export function sortControl({ l10n, search, sort, sortHidden, sortBy }: AskingView): TemplateResult | typeof nothing {
  if (sortHidden) return nothing;
  const order = sort ?? (search.state.q === '' ? 'newest' : 'relevance');
  return html`<label class="sort" part="sort">
    <span>${l10n.t('search.sort')}</span>
    <select part="sort-select" .value=${order} @change=${sortBy}>
      <option value="relevance">${l10n.t('search.sort.relevance')}</option>
      <option value="newest">${l10n.t('search.sort.newest')}</option>
    </select>
  </label>`;
}
