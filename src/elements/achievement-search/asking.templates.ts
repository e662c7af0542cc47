import { html, noChange, nothing, type TemplateResult } from 'lit';
import type { AchievementHit } from '../../sdk/index.js';
import { type FacetActions, type FacetFinder, facetGroup, type FacetWords } from '../../ui/facet-view.js';
import { crossIcon } from '../../ui/icons.js';
import { chevronIcon, filterIcon, searchIcon } from './icons.js';
import type { Localizer } from '../../ui/localize-controller.js';
import type { SearchController } from '../../ui/search-controller.js';
import { bones } from '../../ui/state-view.js';
import type { DrawingController } from './drawing-controller.js';
import type { AchievementSearchKey } from './messages.js';

/** What the controls that ask need: box, facets, chips, order. */
export interface AskingView {
  readonly l10n: Localizer<AchievementSearchKey>;
  readonly search: SearchController<AchievementHit>;
  readonly sort?: string;
  readonly sortHidden: boolean;
  readonly filtersOpen: boolean;
  /** Draws the facets in a sheet over the page; `undefined` while the code for it is not there. */
  readonly sheet: ((content: unknown) => TemplateResult) | undefined;
  readonly expandedFacets: ReadonlySet<string>;
  /** Finds values in a long facet; `undefined` while the code for it is not there. */
  readonly finder: FacetFinder | undefined;
  /** The ranges to type into, and what narrows the search as chips, once their code is there. */
  readonly ranges: unknown;
  readonly chips: unknown;
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
  enterFilters(): void;
  toggleFilters(): unknown;
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

function facetWords({ l10n }: AskingView): FacetWords {
  return {
    number: (value) => l10n.number(value),
    showMore: (count) => l10n.t('search.showMore', { count }),
    showLess: () => l10n.t('search.showLess'),
    all: () => l10n.t('search.matchAll'),
  };
}

/** The facets and ranges: a column where there is room, else behind a button. */
export function filters(view: AskingView, drawing: DrawingController): TemplateResult {
  const { l10n, search, filtersOpen } = view;
  const count = search.filterCount;
  const sheet = filtersOpen ? view.sheet : undefined;
  return html`<div
    class="filters"
    part="filters"
    role="group"
    aria-label=${l10n.t('search.filters')}
    @focusin=${view.enterFilters}
    @pointerover=${view.enterFilters}
  >
    <button
      class="button filters-toggle"
      part="filters-toggle"
      type="button"
      aria-expanded=${filtersOpen ? 'true' : 'false'}
      @click=${view.toggleFilters}
    >
      ${filterIcon}
      <span>${count > 0 ? l10n.t('search.filtersActive', { count }) : l10n.t('search.filters')}</span>
      ${chevronIcon}
    </button>
    <div class="filters-panel ${filtersOpen ? 'open' : ''}">${sheet ? nothing : groups(view, drawing)}</div>
    ${sheet?.(groups(view, drawing))}
  </div>`;
}

function groups(view: AskingView, drawing: DrawingController): unknown {
  const { search, expandedFacets } = view;
  if (search.requestState === 'stalled') return bones(8);
  if (!search.answer || !drawing.step.facets) return drawing.hasOlderFacets ? noChange : nothing;
  const { filters: chosen, matchAll = [] } = search.state;
  const words = facetWords(view);
  return [
    search.facets.map((facet) =>
      facetGroup(facet, {
        chosen: chosen[facet.id] ?? [],
        matchAll: matchAll.includes(facet.id),
        expanded: expandedFacets.has(facet.id),
        finder: view.finder,
        words,
        actions: view.facetActions,
      }),
    ),
    view.ranges,
  ];
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
