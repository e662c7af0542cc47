import { html, noChange, nothing, type TemplateResult } from 'lit';
import type { AchievementHit } from '../../sdk/index.js';
import { chevronIcon } from './icons.js';
import type { SearchController } from '../../ui/search-controller.js';
import { bones, errorBanner, errorView } from '../../ui/state-view.js';
import { ALL, type DrawingController } from './drawing-controller.js';
import type { Parts } from './parts.js';
import { type ResultContext, resultItem } from './result.js';

/** What the answer needs: count, results, pages, and what stands in their place. */
export interface AnsweringView extends ResultContext {
  readonly search: SearchController<AchievementHit>;
  readonly drawing: DrawingController;
  /** What was fetched because it is used. */
  readonly parts: Parts;
  readonly toggleExport: () => void;
  readonly turnPage: (step: 1 | -1) => void;
  readonly retry: () => void;
}

/** What a screen reader says once an answer has come, or when none comes for long. */
export function announcement({ l10n, search, parts }: AnsweringView): string {
  if (search.requestState === 'stalled') return l10n.t('state.loading');
  if (!search.answer) return '';
  const { page } = search.answer;
  const found =
    page.total === 0 && page.items.length > 0
      ? l10n.t('search.relaxedOnly')
      : l10n.t('search.announce', { count: page.total });
  const added = parts.more.part?.announcement();
  if (added !== undefined || search.pageCount === 1) return added ?? found;
  return `${found} ${l10n.t('search.announcePage', { page: search.pageNumber, pages: search.pageCount })}`;
}

/** How many match, and beside it what `tools` has to offer. */
export function toolbar(view: AnsweringView, tools: unknown): TemplateResult {
  const { l10n, search } = view;
  const { answer, requestState } = search;
  // There before the answer is, so that nothing beside it moves
  const hasExport = answer ? answer.page.items.length > 0 : requestState !== 'error';
  return html`<div class="toolbar">
    <p class="count" part="count">
      ${answer ? html`<bdi>${l10n.t('search.resultCount', { count: answer.page.total })}</bdi>` : nothing}
    </p>
    ${tools} ${hasExport && !view.host.exportHidden ? takeAway(view) : nothing}
  </div>`;
}

/** The button of a menu whose code is fetched when it is pressed. */
function takeAway({ l10n, parts, toggleExport }: AnsweringView): TemplateResult {
  const menu = parts.export.part;
  return html`<div class="export">
    <button
      class="button export-toggle"
      part="export-toggle"
      type="button"
      aria-expanded=${menu?.isOpen ? 'true' : 'false'}
      aria-controls="export-menu"
      @click=${toggleExport}
    >
      ${l10n.t('search.take')}${chevronIcon}
    </button>
    ${menu?.render()}
  </div>`;
}

/** What stands over the page. */
export function dialogs({ parts, compared }: AnsweringView): unknown {
  return html`${parts.record.part?.render()}${parts.compare.part?.dialog(compared)}`;
}

/** Results, or what stands in their place. */
export function content(view: AnsweringView): unknown {
  const { l10n, search } = view;
  const { requestState: state, answer, error } = search;
  if (state === 'error' && !answer?.page.items.length)
    return html`<slot name="error">${errorView(error, l10n, view.retry)}</slot>`;
  if (!answer) return html`<slot name="loading">${skeleton(view)}</slot>`;
  return html`${state === 'error' ? errorBanner(error, answer.page.asOf, l10n, view.retry) : nothing}
  ${answer.page.items.length === 0 ? html`<slot name="empty">${view.parts.empty.part?.render()}</slot>` : results(view)}`;
}

function results(view: AnsweringView): TemplateResult {
  const { l10n, search, parts } = view;
  const page = search.answer?.page;
  if (!page) return html``;
  const { items, strict = items.length } = page;
  const divider = html`<p class="divider" part="divider">
    ${l10n.t(page.total === 0 ? 'search.relaxedOnly' : 'search.relaxed')}
  </p>`;
  return html`${strict > 0 ? resultList(items.slice(0, strict), view, view.drawing) : nothing}${
      strict < items.length ? html`${divider} ${resultList(items.slice(strict), view, view.drawing, strict)}` : nothing
    }
    ${page.rejected > 0 ? html`<p class="quiet">${l10n.t('search.rejected', { count: page.rejected })}</p>` : nothing}
    ${view.host.paging === 'more' ? parts.more.part?.render(resultList, view, divider) : pager(view)}
    <p class="quiet" part="provenance">
      <bdi>${l10n.t('search.provenance', { source: page.source, time: l10n.time(page.asOf) })}</bdi>
    </p>
    ${parts.compare.part?.bar(view.compared)}`;
}

/** A list of results, of which those wait that `drawing` leaves for later. Its first one is the result at `offset`. */
function resultList(
  items: readonly AchievementHit[],
  context: ResultContext,
  drawing?: DrawingController,
  offset = 0,
): TemplateResult {
  const { from, results } = drawing?.step ?? ALL;
  return html`<ol class="results" part="results">
    ${items.map((item, index) => {
      const place = offset + index;
      if (place < from) return noChange;
      if (place < results) return resultItem(item, context);
      return drawing && place < drawing.olderResults ? noChange : html`<li class="later"></li>`;
    })}
  </ol>`;
}

function pager(view: AnsweringView): TemplateResult | typeof nothing {
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
  view: AnsweringView,
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

/** How many placeholders look like results. The others only keep room. */
const SHOWN_BONES = 6;

/** Room for the results on their way, so that the page below does not jump; once the wait is long it looks like them. */
function skeleton({ host, search }: AnsweringView): TemplateResult {
  const shown = search.requestState === 'stalled' ? SHOWN_BONES : 0;
  return html`<div class="skeleton" part="loading-view" aria-hidden="true">
    ${Array.from({ length: Math.min(host.pageSize, 20) }, (_, index) =>
      index < shown ? html`<div class="result">${bones(3)}</div>` : html`<div class="later"></div>`,
    )}
  </div>`;
}
