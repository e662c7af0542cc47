import { html, noChange, nothing, type TemplateResult } from 'lit';
import type { Indicator } from '../../domain/indicator.js';
import type { Page } from '../../sdk/index.js';
import { wordless } from '../../ui/localize-controller.js';
import type { RequestController } from '../../ui/request-controller.js';
import { errorBanner, errorView } from '../../ui/state-view.js';
import type { DrawingSteps } from './steps.js';
import { tile } from './tile.js';
import type { Group, KpiSize, Place, PlaceContext } from './view.js';

export type KpiSheetPart = typeof import('./sheet/kpi-sheet-part.js');
export type KpiMorePart = typeof import('./more/kpi-more-part.js');

/** What the templates read of an answer. */
type Answer = Pick<Page<Indicator>, 'asOf' | 'source' | 'rejected'>;

/** What the templates draw: the state of one element and what its controls do. */
export interface KpiTilesView extends PlaceContext {
  /** What has been asked for, and the answer that shows if one has come. */
  readonly request: Pick<RequestController<Answer>, 'state' | 'isPending' | 'error' | 'value'>;
  readonly groups: readonly Group[];
  /** Heading of everything; unset leaves it to the page around, except where the layout needs one. */
  readonly heading?: string;
  readonly headingLevel: number;
  /** How many places to keep free until the answer comes. */
  readonly placeholders: number;
  /** How large those are. */
  readonly size: KpiSize;
  /** The part that is fetched on need, once it is there. */
  readonly sheet?: KpiSheetPart;
  /** How much of the tiles is drawn by now. */
  readonly steps: Omit<DrawingSteps, 'hostUpdated'>;
  /** Whether nothing that tiles show has changed since they were drawn, but how much of them is drawn. */
  readonly isSame: boolean;
  readonly host: Element;
  retry(): void;
}

export function kpiTilesTemplate(view: KpiTilesView): TemplateResult {
  const { l10n, layout, extras, readings } = view;
  const { state, isPending } = view.request;
  const awaitsStyles = layout === 'board' && view.sheet === undefined && isPending;
  const hasTexts = l10n.hasTexts && !awaitsStyles;
  return html`<div class="base ${layout} ${state} ${wordless({ hasTexts })}" part="base" lang=${l10n.textLang}>
    <p class="visually-hidden" role="status">${state === 'stalled' ? l10n.t('state.loading') : ''}</p>
    <section class="all" aria-label=${title(view)} aria-busy=${isPending}>${head(view)} ${content(view)}</section>
    ${view.steps.isDone ? extras?.dialog(readings) : nothing}
  </div>`;
}

function title({ heading, l10n }: KpiTilesView): string {
  return heading ?? l10n.t('kpi.label');
}

function head(view: KpiTilesView): TemplateResult | typeof nothing {
  const { heading, headingLevel, layout, l10n } = view;
  if (layout === 'table' || (heading === undefined && layout !== 'board')) return nothing;
  return html`<div class="head">
    <div class="heading" part="heading" role="heading" aria-level=${headingLevel}>${title(view)}</div>
    ${layout === 'board' ? view.sheet?.fullscreenButton(l10n, view.host) : nothing}
  </div>`;
}

function content(view: KpiTilesView): unknown {
  const { l10n, groups, extras, retry } = view;
  const { state, error, value: answer } = view.request;
  if (state === 'error' && !answer) return html`<slot name="error">${errorView(error, l10n, retry)}</slot>`;
  if (!answer) return html`<slot name="loading">${skeleton(view)}</slot>`;
  return html`${state === 'error' ? errorBanner(error, answer.asOf, l10n, retry) : nothing}
  ${groups.length === 0 ? html`<slot name="empty">${extras?.empty()}</slot>` : indicators(view, answer)}`;
}

function indicators(view: KpiTilesView, answer: Answer): TemplateResult {
  const { l10n, layout, groups, extras } = view;
  return html`${layout === 'table' && view.sheet ? view.sheet.table(title(view), groups, view) : sections(view)}
    ${extras?.rejected(answer.rejected)}
    <p class="quiet" part="provenance">
      <bdi>${l10n.t('kpi.provenance', { source: answer.source, time: l10n.time(answer.asOf) })}</bdi>
    </p>`;
}

function sections(view: KpiTilesView): TemplateResult[] {
  let drawn = 0;
  return view.groups.map((group) => {
    drawn += group.places.length;
    return section(group, view, drawn - group.places.length);
  });
}

/** @param first number of its first tile among all */
function section({ title: text, places }: Group, view: KpiTilesView, first: number): TemplateResult {
  const level = view.headingLevel + (view.heading === undefined ? 0 : 1);
  return html`<div class="section" part="section">
    ${
      text === undefined
        ? nothing
        : html`<div class="section-title" part="section-title" role="heading" aria-level=${level}>${text}</div>`
    }
    <ul class="grid" part="tiles" role="list" data-grid=${gridOf(places.length, view)}>
      ${places.map((place, index) => placed(place, view, first + index))}
    </ul>
  </div>`;
}

/** One tile as far as it is drawn by now. */
function placed(place: Place, view: KpiTilesView, index: number): unknown {
  const { steps, isSame } = view;
  if (isSame && steps.leaves(index)) return noChange;
  return tile(place, view, steps.stage(index));
}

/** Columns and rows, for the styles of a board. */
function gridOf(count: number, { layout, sheet, host }: KpiTilesView): unknown {
  return layout === 'board' && sheet ? sheet.boardGrid(count, host) : nothing;
}

/** As much room as the answer will take: nothing on the page moves when it comes. */
function skeleton(view: KpiTilesView): TemplateResult {
  const { layout, size } = view;
  const room = layout === 'table' ? html`<li class="bone"></li>` : tile({ code: '', size }, view, 'room');
  return html`<ul
      class="grid skeleton"
      part="loading-view"
      aria-hidden="true"
      data-grid=${gridOf(view.placeholders, view)}
    >
      ${Array.from({ length: view.placeholders }, () => room)}
    </ul>
    <p class="quiet">&nbsp;</p>`;
}
