import { html, nothing, type TemplateResult } from 'lit';
import type { AchievementHit } from '../../sdk/index.js';
import { type FacetActions, facetGroup, type FacetWords, filterChips } from '../../ui/facet-view.js';
import { chevronIcon, crossIcon, filterIcon, searchIcon } from '../../ui/icons.js';
import { type Localizer, wordless } from '../../ui/localize-controller.js';
import type { SearchController } from '../../ui/search-controller.js';
import { errorBanner, errorView } from '../../ui/state-view.js';
import type { AchievementSearchKey } from './messages.js';
import { resultCard, type ResultContext } from './result.js';

/** What the templates draw: the state of one element and what its controls do. */
export interface SearchView extends ResultContext {
  readonly l10n: Localizer<AchievementSearchKey>;
  readonly search: SearchController<AchievementHit>;
  readonly sort?: string;
  readonly pageSize: number;
  readonly hasFacets: boolean;
  readonly sortHidden: boolean;
  readonly filtersOpen: boolean;
  readonly expandedFacets: ReadonlySet<string>;
  readonly facetActions: FacetActions;
  input(event: Event): void;
  submit(event: Event): void;
  clearText(): void;
  sortBy(event: Event): void;
  toggleFilters(): void;
  turnPage(step: 1 | -1): void;
  retry(): void;
}

export function searchTemplate(view: SearchView): TemplateResult {
  const { l10n, search } = view;
  return html`<div class="base ${search.requestState} ${wordless(l10n)}" part="base" lang=${l10n.textLang}>
    ${form(view)}
    <p class="visually-hidden" role="status">${announcement(view)}</p>
    <div class="layout">
      ${view.hasFacets && (search.answer || search.requestState !== 'error') ? filters(view) : nothing}
      <section
        class="results-area"
        part="results-area"
        tabindex="-1"
        aria-label=${l10n.t('search.results')}
        aria-busy=${search.isPending ? 'true' : 'false'}
      >
        ${toolbar(view)}
        ${filterChips(
          search.facets,
          search.state.filters,
          (facet, value) => search.labelOf(facet, value) ?? value,
          facetWords(view),
          view.facetActions,
        )}
        ${content(view)}
      </section>
    </div>
  </div>`;
}

function form(view: SearchView): TemplateResult {
  const { l10n, search } = view;
  return html`<form class="form" part="form" role="search" aria-label=${l10n.t('search.label')} @submit=${view.submit}>
    <div class="box">
      ${searchIcon}
      <input
        part="input"
        type="search"
        name="q"
        autocomplete="off"
        enterkeyhint="search"
        maxlength="500"
        aria-label=${l10n.t('search.label')}
        placeholder=${l10n.t('search.placeholder')}
        .value=${search.text}
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
    </div>
    <button class="button primary" part="submit-button" type="submit">${l10n.t('search.submit')}</button>
  </form>`;
}

/** What a screen reader says once an answer has come, or when none comes for long. */
function announcement({ l10n, search }: SearchView): string {
  if (search.requestState === 'stalled') return l10n.t('state.loading');
  if (!search.answer) return '';
  const { page } = search.answer;
  const found =
    page.total === 0 && page.items.length > 0
      ? l10n.t('search.relaxedOnly')
      : l10n.t('search.announce', { count: page.total });
  if (search.pageCount === 1) return found;
  return `${found} ${l10n.t('search.announcePage', { page: search.pageNumber, pages: search.pageCount })}`;
}

function facetWords({ l10n }: SearchView): FacetWords {
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
function filters(view: SearchView): TemplateResult {
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

function toolbar(view: SearchView): TemplateResult {
  const { l10n, search, sort, sortHidden } = view;
  const { answer } = search;
  const order = sort ?? (search.state.q === '' ? 'newest' : 'relevance');
  return html`<div class="toolbar">
    <p class="count" part="count">
      ${answer ? html`<bdi>${l10n.t('search.resultCount', { count: answer.page.total })}</bdi>` : nothing}
    </p>
    ${
      sortHidden
        ? nothing
        : html`<label class="sort" part="sort">
            <span>${l10n.t('search.sort')}</span>
            <select part="sort-select" .value=${order} @change=${view.sortBy}>
              <option value="relevance">${l10n.t('search.sort.relevance')}</option>
              <option value="newest">${l10n.t('search.sort.newest')}</option>
            </select>
          </label>`
    }
  </div>`;
}

function content(view: SearchView): unknown {
  const { l10n, search } = view;
  const { requestState: state, answer, error } = search;
  if (state === 'error' && !answer?.page.items.length)
    return html`<slot name="error">${errorView(error, l10n, view.retry)}</slot>`;
  if (!answer) return html`<slot name="loading">${skeleton(view)}</slot>`;
  return html`${state === 'error' ? errorBanner(error, answer.page.asOf, l10n, view.retry) : nothing}
  ${answer.page.items.length === 0 ? html`<slot name="empty">${emptyView(view)}</slot>` : results(view)}`;
}

function results(view: SearchView): TemplateResult {
  const { l10n, search } = view;
  const page = search.answer?.page;
  if (!page) return html``;
  const strict = page.strict ?? page.items.length;
  return html`${strict > 0 ? resultList(page.items.slice(0, strict), view) : nothing}${
      strict < page.items.length
        ? html`<p class="divider" part="divider">
              ${l10n.t(page.total === 0 ? 'search.relaxedOnly' : 'search.relaxed')}
            </p>
            ${resultList(page.items.slice(strict), view)}`
        : nothing
    }
    ${page.rejected > 0 ? html`<p class="quiet">${l10n.t('search.rejected', { count: page.rejected })}</p>` : nothing}
    ${pager(view)}
    <p class="quiet" part="provenance">
      <bdi>${l10n.t('search.provenance', { source: page.source, time: l10n.time(page.asOf) })}</bdi>
    </p>`;
}

function resultList(items: readonly AchievementHit[], view: SearchView): TemplateResult {
  return html`<ol class="results" part="results">
    ${items.map((item) => html`<li>${resultCard(item, view)}</li>`)}
  </ol>`;
}

function pager(view: SearchView): TemplateResult | typeof nothing {
  const { l10n, search } = view;
  const { pageNumber: page, pageCount: pages } = search;
  if (pages === 1) return nothing;
  return html`<nav class="pager" part="pager" aria-label=${l10n.t('search.pages')}>
    ${pageButton('search.previous', -1, page > 1, view)}
    <bdi part="page-number">${l10n.t('search.page', { page, pages })}</bdi>
    ${pageButton('search.next', 1, search.answer?.page.nextCursor !== undefined, view)}
  </nav>`;
}

/** Stays focusable when there is no such page: a button that was disabled under the focus would lose it. */
function pageButton(
  label: 'search.previous' | 'search.next',
  step: 1 | -1,
  enabled: boolean,
  view: SearchView,
): TemplateResult {
  return html`<button
    class="button"
    part="page-button"
    type="button"
    aria-disabled=${enabled ? 'false' : 'true'}
    @click=${() => {
      view.turnPage(step);
    }}
  >
    ${view.l10n.t(label)}
  </button>`;
}

/** Nothing matches: what was asked, and each way out that is open. */
function emptyView(view: SearchView): TemplateResult {
  const { l10n, search, facetActions } = view;
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
            <button
              class="button"
              part="remove-filters-button"
              type="button"
              @click=${() => {
                facetActions.clear();
              }}
            >
              ${l10n.t('search.empty.removeFilters')}
            </button>`
        : nothing
    }
    ${query === '' && !filtered ? html`<p>${l10n.t('search.empty.none')}</p>` : nothing}
  </div>`;
}

/** Room for the results on their way, so that the page below does not jump; drawn once the wait is long. */
function skeleton({ pageSize }: SearchView): TemplateResult {
  return html`<div class="skeleton" part="loading-view" aria-hidden="true">
    ${Array.from({ length: Math.min(pageSize, 20) }, () => html`<div class="result">${bones(3)}</div>`)}
  </div>`;
}

function bones(count: number): TemplateResult[] {
  return Array.from({ length: count }, () => html`<div class="bone"></div>`);
}
