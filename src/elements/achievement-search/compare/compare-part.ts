import { css, type CSSResult, html, nothing, type TemplateResult } from 'lit';
import { type LocalText, pickText } from '../../../domain/language.js';
import type { AchievementDetail, AchievementHit } from '../../../sdk/index.js';
import { crossIcon } from '../../../ui/icons.js';
import { Modal } from '../../../ui/lazy/modal.js';
import { modalStyles } from '../../../ui/lazy/modal-styles.js';
import { recordStyles } from '../../../ui/lazy/record-styles.js';
import type { ElementPart } from '../../../ui/lazy-part.js';
import type { PartTexts } from '../../../ui/localize-controller.js';
import { RequestController } from '../../../ui/request-controller.js';
import { errorBanner } from '../../../ui/state-view.js';
import { readWhole } from '../record/read-whole.js';
import { recordEn } from '../record/record-messages.en.js';
import { type RecordKey, recordZhCN } from '../record/record-messages.js';
import type { Surroundings } from '../surroundings.js';
import { compareStyles } from './compare-styles.js';
import { comparedGroups, type ComparedRow } from './compared-rows.js';

/** Achievements side by side: a bar that says how many are chosen, and a dialog with a table. */
export class ComparePart implements ElementPart {
  readonly texts: PartTexts<RecordKey> = { 'zh-CN': recordZhCN, en: recordEn };
  readonly styles: CSSResult = css`
    ${modalStyles}
    ${recordStyles}
    ${compareStyles}
  `;
  readonly #around: Surroundings;
  /** The records of which the list has excerpts. */
  readonly #whole: RequestController<readonly AchievementDetail[]>;
  readonly #modal: Modal = new Modal(() => {
    this.#isOpen = false;
    this.#around.host.requestUpdate();
  });
  #isOpen = false;
  #differencesOnly = false;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#whole = new RequestController(around.host, { isEmpty: () => false });
  }

  /** How many are chosen, and what can be done with them; nothing while none is. */
  bar({ size }: ReadonlyMap<string, AchievementHit>): TemplateResult | typeof nothing {
    if (size === 0) return nothing;
    const { l10n } = this.#around;
    return html`<section class="compare-bar" part="compare-bar" aria-label=${l10n.t('compare.bar')}>
      <p>
        <span aria-live="polite">${l10n.t('compare.count', { count: size })}</span>
        ${size > 1 ? nothing : html`<span class="hint">${l10n.t('compare.more')}</span>`}
      </p>
      <button
        class="button primary"
        part="compare-button"
        type="button"
        aria-disabled=${size > 1 ? 'false' : 'true'}
        @click=${this.#open}
      >
        ${l10n.t('compare.open')}
      </button>
      <button class="button" part="compare-clear-button" type="button" @click=${this.#clear}>
        ${l10n.t('compare.clear')}
      </button>
    </section>`;
  }

  dialog(compared: ReadonlyMap<string, AchievementHit>): TemplateResult | typeof nothing {
    if (!this.#isOpen) return nothing;
    const { l10n } = this.#around;
    return this.#modal.template({
      name: 'comparison',
      title: l10n.t('compare.title'),
      body: html`<label class="differences">
          <input type="checkbox" .checked=${this.#differencesOnly} @change=${this.#toggleDifferences} />
          ${l10n.t('compare.differencesOnly')}
        </label>
        ${
          this.#whole.state === 'error'
            ? errorBanner(this.#whole.error, undefined, l10n, () => {
                this.#whole.retry();
              })
            : nothing
        }
        ${this.#table([...compared.values()].map((record) => this.#wholeOf(record)))}`,
      closeLabel: l10n.t('record.close'),
    });
  }

  #table(records: readonly AchievementDetail[]): TemplateResult {
    const { l10n } = this.#around;
    const groups = comparedGroups(records, { l10n, labels: this.#around.knownLabels }, this.#differencesOnly);
    return html`<div class="scroll compare-scroll" role="group" tabindex="0" aria-label=${l10n.t('compare.title')}>
        <table class="compare-table of-${records.length}" part="compare-table">
          <thead>
            <tr>
              <th class="aspect" scope="col">${l10n.t('compare.field')}</th>
              ${records.map((record) => this.#column(record, records.length))}
            </tr>
          </thead>
          ${groups.map(
            ({ label, rows }) =>
              html`<tbody>
                <tr>
                  <th class="compare-group" scope="rowgroup" colspan=${records.length + 1}><span>${label}</span></th>
                </tr>
                ${rows.map((row) => this.#row(row))}
              </tbody>`,
          )}
        </table>
      </div>
      ${groups.length === 0 ? html`<p class="quiet">${l10n.t('compare.same')}</p>` : nothing}`;
  }

  #column(record: AchievementDetail, count: number): TemplateResult {
    const title = this.#titleOf(record);
    return html`<th scope="col">
      <div class="compare-head">
        <span class="compare-title" dir="auto" lang=${title.lang}>${title.text}</span>
        ${count > 2 ? this.#removeButton(record.id, title.text) : nothing}
      </div>
    </th>`;
  }

  #removeButton(id: string, title: string): TemplateResult {
    return html`<button
      class="modal-close"
      part="compare-remove-button"
      type="button"
      aria-label=${this.#around.l10n.t('compare.remove', { title })}
      @click=${() => {
        this.#remove(id);
      }}
    >
      ${crossIcon}
    </button>`;
  }

  #row({ label, cells, differs }: ComparedRow): TemplateResult {
    const { l10n } = this.#around;
    return html`<tr class=${differs ? 'differs' : ''}>
      <th class="aspect" scope="row">
        ${label}
        ${
          differs
            ? html`<span class="difference" part="difference"
                ><span aria-hidden="true">≠</span
                ><span class="visually-hidden">${l10n.t('compare.differs')}</span></span
              >`
            : nothing
        }
      </th>
      ${cells.map(
        (cell) =>
          html`<td>
            ${
              cell === undefined
                ? html`<span aria-hidden="true">—</span><span class="visually-hidden">${l10n.t('compare.none')}</span>`
                : cell
            }
          </td>`,
      )}
    </tr>`;
  }

  #titleOf(record: AchievementDetail): LocalText {
    return pickText(record.title, this.#around.l10n.lang) ?? { text: record.id, lang: '' };
  }

  #remove(id: string): void {
    const records = [...this.#around.compared].filter(([each]) => each !== id);
    this.#around.setCompared(new Map(records));
    this.#around.host.renderRoot.querySelector<HTMLElement>('.comparison .modal-title')?.focus();
  }

  #wholeOf(record: AchievementHit): AchievementDetail {
    return this.#whole.value?.find(({ id }) => id === record.id) ?? record;
  }

  #readWhole(): void {
    const cut = [...this.#around.compared.values()].filter(({ excerpt }) => excerpt);
    this.#whole.reset();
    if (cut.length > 0)
      this.#whole.run((signal) => Promise.all(cut.map(({ id }) => readWhole(this.#around, id, signal))));
  }

  readonly #open = (): void => {
    if (this.#around.compared.size < 2) return;
    this.#isOpen = true;
    this.#readWhole();
    const { host } = this.#around;
    host.requestUpdate();
    void host.updateComplete.then(() => {
      this.#modal.open(host.renderRoot, 'comparison');
    });
  };

  readonly #clear = (): void => {
    this.#around.setCompared(new Map());
    this.#around.host.renderRoot.querySelector<HTMLElement>('.results-area')?.focus({ preventScroll: true });
  };

  readonly #toggleDifferences = (event: Event): void => {
    this.#differencesOnly = (event.currentTarget as HTMLInputElement).checked;
    this.#around.host.requestUpdate();
  };
}
