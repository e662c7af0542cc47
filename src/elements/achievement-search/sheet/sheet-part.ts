import { css, type CSSResult, html, nothing, type TemplateResult } from 'lit';
import type { AchievementHit } from '../../../sdk/index.js';
import { crossIcon } from '../../../ui/icons.js';
import type { Localizer } from '../../../ui/localize-controller.js';
import type { SearchController } from '../../../ui/search-controller.js';
import { texts } from './sheet-texts.js';

export { texts };
export type SheetKey = keyof (typeof texts)['zh-CN'];

/** What the reader does with the sheet. */
export interface SheetActions {
  clear(): void;
  /** The reader is done, by whatever way. */
  closed(): void;
}

/** The filters over the page, as a native modal dialog with the number of results on its button. */
export function sheetTemplate(
  content: unknown,
  { answer, isPending, filterCount }: SearchController<AchievementHit>,
  l10n: Localizer<SheetKey | 'search.filters'>,
  { clear, closed }: SheetActions,
): TemplateResult {
  const title = l10n.t('search.filters');
  const total = answer?.page.total;
  return html`<dialog
    class="sheet"
    part="filters-sheet"
    aria-labelledby="sheet-title"
    @close=${closed}
    @click=${onBackdrop}
  >
    <div class="sheet-body">
      <div class="sheet-head">
        <p class="sheet-title" id="sheet-title">${title}</p>
        <button class="sheet-close" type="button" aria-label=${l10n.t('sheet.close')} @click=${close}>
          ${crossIcon}
        </button>
      </div>
      <div class="sheet-content">${content}</div>
      <div class="sheet-foot">
        ${
          filterCount > 0
            ? html`<button class="button" type="button" part="clear-filters" @click=${clear}>
                ${l10n.t('sheet.clear')}
              </button>`
            : nothing
        }
        <button
          class="button primary"
          part="show-results"
          type="button"
          aria-busy=${isPending ? 'true' : 'false'}
          @click=${close}
        >
          ${total === undefined ? title : l10n.t('sheet.show', { count: total })}
        </button>
      </div>
    </div>
  </dialog>`;
}

/** Puts the sheet over the page, once it is drawn. */
export function showSheet(root: ParentNode): void {
  const sheet = root.querySelector<HTMLDialogElement>('.sheet');
  if (sheet && !sheet.open) sheet.showModal();
}

function close(event: Event): void {
  (event.currentTarget as HTMLElement).closest('dialog')?.close();
}

/** What is not in the body of the sheet is the page behind it. */
function onBackdrop(event: Event): void {
  if (event.target === event.currentTarget) (event.currentTarget as HTMLDialogElement).close();
}

export const styles: CSSResult = css`
  .sheet {
    position: fixed;
    inset: auto 0 0;
    inline-size: 100%;
    max-inline-size: 40em;
    block-size: auto;
    max-block-size: 85vh;
    margin: 0 auto;
    padding: 0;
    border: 0;
    border-radius: calc(var(--_radius) * 2) calc(var(--_radius) * 2) 0 0;
    background: var(--_surface);
    color: inherit;
    overflow: hidden;
  }
  .sheet::backdrop {
    background: rgb(0 0 0 / 0.5);
  }
  .sheet-body {
    display: flex;
    flex-direction: column;
    max-block-size: 85vh;
  }
  .sheet-head,
  .sheet-foot {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space);
    padding: var(--_space) calc(var(--_space) * 2);
  }
  .sheet-head {
    border-block-end: 1px solid var(--_line);
  }
  .sheet-foot {
    padding-block: calc(var(--_space) * 1.5);
    border-block-start: 1px solid var(--_line);
  }
  .sheet-title {
    font-size: 1.125em;
    font-weight: 600;
  }
  .sheet-close {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    margin-inline-end: calc(var(--_space) * -1);
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
  }
  .sheet-content {
    flex: 1;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: calc(var(--_space) * 2);
  }
  .sheet-content label {
    min-block-size: 40px;
    align-items: center;
  }
  .sheet-content [type='checkbox'] {
    transform: none;
  }
  .sheet-content .facet-all {
    max-block-size: none;
  }
  .sheet-foot .primary {
    flex: 1;
    min-block-size: 44px;
  }
  .sheet-foot .button {
    min-block-size: 44px;
  }
`;
