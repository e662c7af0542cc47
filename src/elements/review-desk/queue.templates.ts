import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { SubmissionKind } from '../../domain/index.js';
import { SUBMISSION_STATUSES } from '../../domain/workflow.js';
import type { DeskRow } from '../../domain/index.js';
import { retryIcon } from '../../ui/icons.js';
import { bones, errorBanner, errorView } from '../../ui/state-view.js';
import { ageText, kindWord, type L10n, localText, statusMark, statusWord } from './desk-words.js';
import type { QueueController, QueueFilters } from './queue-controller.js';
import { statusIcon, suspectIcon } from './status-icons.js';

/** Written out, for the schemas that stand beside the domain's list weigh more than the desk's own code. */
const KINDS: readonly SubmissionKind[] = ['demand', 'achievement', 'enquiry'];

export interface QueueView {
  readonly l10n: L10n;
  readonly queue: QueueController;
  /** Reference of the submission that is open. */
  readonly selected: string | undefined;
  open(reference: string): void;
}

/** The queue: what to see of it, and what there is. */
export function queueTemplate(view: QueueView): TemplateResult {
  return html`<section class="queue" part="queue" aria-label=${view.l10n.t('desk.queue')}>
    ${filtersTemplate(view)} ${listTemplate(view)}
  </section>`;
}

function filtersTemplate({ l10n, queue }: QueueView): TemplateResult {
  const { filters } = queue;
  const chosen =
    (change: (value: string) => Partial<QueueFilters>) =>
    (event: Event): void => {
      queue.filter(change((event.currentTarget as HTMLSelectElement).value));
    };
  const find = (event: SubmitEvent): void => {
    event.preventDefault();
    const { value } = (event.currentTarget as HTMLFormElement).elements.namedItem('q') as HTMLInputElement;
    queue.filter({ q: value.trim() });
  };
  return html`<div class="filters" part="filters" role="group" aria-label=${l10n.t('desk.filters')}>
    <form class="find" role="search" @submit=${find}>
      <input
        type="search"
        name="q"
        maxlength="200"
        autocomplete="off"
        aria-label=${l10n.t('desk.filter.text')}
        placeholder=${l10n.t('desk.filter.text')}
        .value=${live(filters.q)}
        @search=${(event: Event) => {
          // The cross of the field empties it without a submit
          if ((event.currentTarget as HTMLInputElement).value === '') queue.filter({ q: '' });
        }}
      />
      <button class="button">${l10n.t('desk.filter.find')}</button>
    </form>
    ${select(
      l10n.t('desk.filter.kind'),
      filters.kind ?? '',
      [
        ['', l10n.t('desk.filter.all')],
        ...KINDS.map((kind) => [kind, counted(kindWord(kind, l10n), queue.countOf('kind', kind), l10n)] as const),
      ],
      chosen((value) => ({ kind: (value || undefined) as QueueFilters['kind'] })),
    )}
    ${select(
      l10n.t('desk.filter.assignee'),
      filters.assignee ?? '',
      [
        ['', l10n.t('desk.filter.anyone')],
        ['me', l10n.t('desk.filter.mine')],
        ['nobody', l10n.t('desk.filter.unassigned')],
      ],
      chosen((value) => ({ assignee: (value || undefined) as QueueFilters['assignee'] })),
    )}
    ${select(
      l10n.t('desk.sort'),
      filters.sort,
      (['oldest', 'newest', 'updated'] as const).map((sort) => [sort, l10n.t(`desk.sort.${sort}`)] as const),
      chosen((value) => ({ sort: value as QueueFilters['sort'] })),
    )}
    <div class="statuses" role="group" aria-label=${l10n.t('desk.filter.status')}>
      ${statusButton(undefined, l10n, queue)}
      ${SUBMISSION_STATUSES.filter((status) => queue.countOf('status', status) || filters.status === status).map(
        (status) => statusButton(status, l10n, queue),
      )}
    </div>
  </div>`;
}

function select(
  label: string,
  value: string,
  options: readonly (readonly [value: string, label: string])[],
  onChange: (event: Event) => void,
): TemplateResult {
  return html`<label class="field inline">
    <span>${label}</span>
    <select @change=${onChange}>
      ${options.map(([each, words]) => html`<option value=${each} .selected=${each === value}>${words}</option>`)}
    </select>
  </label>`;
}

function counted(label: string, count: number | undefined, l10n: L10n): string {
  return count === undefined ? label : l10n.t('desk.filter.counted', { label, count });
}

function statusButton(status: QueueFilters['status'], l10n: L10n, queue: QueueController): TemplateResult {
  const label = status === undefined ? l10n.t('desk.filter.all') : statusWord(status, l10n);
  const isChosen = queue.filters.status === status;
  return html`<button
    type="button"
    class="chip"
    part="status-filter"
    aria-pressed=${isChosen ? 'true' : 'false'}
    @click=${() => {
      queue.filter({ status });
    }}
  >
    ${status === undefined ? nothing : statusIcon(status)}${counted(
      label,
      status === undefined ? undefined : queue.countOf('status', status),
      l10n,
    )}
  </button>`;
}

function listTemplate(view: QueueView): TemplateResult {
  const { l10n, queue } = view;
  const retry = (): void => {
    queue.retry();
  };
  const { state, rows, error } = queue;
  if (state === 'error' && queue.listedAt === '') return errorView(error, l10n, retry);
  if (state === 'loading' || state === 'stalled' || state === 'idle')
    return html`<div class="${state} bones" role="status">
      <span class="visually-hidden">${l10n.t('state.loading')}</span>${bones(12)}
    </div>`;
  return html`${state === 'error' ? errorBanner(error, queue.listedAt, l10n, retry) : nothing} ${barTemplate(view)}
  ${rows.length === 0 ? emptyTemplate(view) : tableTemplate(view)} ${footTemplate(view)}`;
}

function barTemplate({ l10n, queue }: QueueView): TemplateResult {
  const { freshCount } = queue;
  return html`<div class="list-bar">
    <p role="status">
      ${l10n.t('desk.queue.total', { count: queue.total })}${
        queue.rejected > 0 ? html` ${l10n.t('desk.queue.rejected', { count: queue.rejected })}` : nothing
      }
    </p>
    <div role="status">
      ${
        freshCount > 0
          ? html`<button
              type="button"
              class="button primary"
              part="fresh-button"
              @click=${() => {
                queue.showFresh();
              }}
            >
              ${l10n.t('desk.queue.fresh', { count: freshCount })}
            </button>`
          : nothing
      }
    </div>
    <button
      type="button"
      class="button"
      part="refresh-button"
      aria-disabled=${queue.isPending ? 'true' : 'false'}
      @click=${() => {
        if (!queue.isPending) queue.refresh();
      }}
    >
      ${retryIcon}${l10n.t('desk.queue.refresh')}
    </button>
  </div>`;
}

function emptyTemplate({ l10n, queue }: QueueView): TemplateResult {
  return html`<div class="notice" part="empty-view">
    <p class="notice-title">${l10n.t('desk.queue.empty')}</p>
    <p>${l10n.t('desk.queue.empty.advice')}</p>
    ${
      queue.isFiltered
        ? html`<button
            type="button"
            class="button"
            @click=${() => {
              queue.clearFilters();
            }}
          >
            ${l10n.t('desk.filter.clear')}
          </button>`
        : nothing
    }
  </div>`;
}

/** A table whose rows become cards where there is little room; its roles say so, for `display` takes them from tags. */
function tableTemplate(view: QueueView): TemplateResult {
  const { l10n, queue } = view;
  const columns = ['status', 'title', 'organisation', 'kind', 'age', 'assignee'] as const;
  return html`<table class="rows" part="rows" role="table" aria-label=${l10n.t('desk.queue')} @keydown=${moveFocus}>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((each) => html`<th role="columnheader" scope="col">${l10n.t(`desk.col.${each}`)}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(
        queue.rows,
        ({ reference }) => reference,
        (row) => rowTemplate(row, view),
      )}
    </tbody>
  </table>`;
}

function rowTemplate(row: DeskRow, { l10n, queue, selected, open }: QueueView): TemplateResult {
  const { reference } = row;
  const isSelected = reference === selected;
  return html`<tr
    role="row"
    part="row"
    class="row ${isSelected ? 'selected' : ''} ${queue.isArrived(reference) ? 'arrived' : ''}"
    @click=${(event: Event) => {
      // Who marks a text to copy it does not want to leave
      if ((event.target as Element).closest('.open') || window.getSelection()?.type !== 'Range') open(reference);
    }}
  >
    <td role="cell" class="cell-status">${statusMark(row.status, l10n)}</td>
    <td role="cell" class="cell-title">
      <button
        type="button"
        class="plain open"
        aria-current=${isSelected ? 'true' : 'false'}
        data-reference=${reference}
      >
        ${localText(row.title, l10n)}
      </button>
      <span class="reference">${reference}</span>
      ${row.suspicious ? html`<span class="suspect">${suspectIcon}${l10n.t('desk.suspicious')}</span>` : nothing}
    </td>
    <td role="cell" class="cell-organisation">
      ${row.organisation ? localText(row.organisation, l10n) : html`<span class="muted">${l10n.t('desk.private')}</span>`}
    </td>
    <td role="cell" class="cell-kind">${kindWord(row.kind, l10n)}</td>
    <td role="cell" class="cell-age">${ageText(row.receivedAt, l10n)}</td>
    <td role="cell" class="cell-assignee">
      ${row.assignee === undefined ? html`<span class="muted">${l10n.t('desk.unassigned')}</span>` : html`<bdi>${row.assignee}</bdi>`}
    </td>
  </tr>`;
}

/** Arrow keys, Home and End go from row to row, as in a list. */
function moveFocus(event: KeyboardEvent): void {
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.open')];
  const at = buttons.indexOf(event.target as HTMLElement);
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: buttons.length - 1,
  };
  const to = targets[event.key];
  if (to === undefined) return;
  event.preventDefault();
  buttons[to]?.focus();
}

function footTemplate({ l10n, queue }: QueueView): TemplateResult | typeof nothing {
  const { rows, total, hasMore, isLoadingMore, moreError } = queue;
  if (!hasMore) return nothing;
  const more = (): void => {
    queue.more();
  };
  return html`${moreError === undefined ? nothing : errorBanner(moreError, undefined, l10n, more)}
    <div class="foot">
      <button
        type="button"
        class="button"
        part="more-button"
        aria-disabled=${isLoadingMore ? 'true' : 'false'}
        @click=${more}
      >
        ${l10n.t(isLoadingMore ? 'desk.queue.loading' : 'desk.queue.more')}
      </button>
      <span>${l10n.t('desk.queue.shown', { shown: rows.length, total: Math.max(total, rows.length) })}</span>
    </div>`;
}
