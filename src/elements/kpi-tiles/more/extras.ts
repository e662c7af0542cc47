import { html, nothing, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import type { Indicator } from '../../../domain/indicator.js';
import type { IndicatorsResource } from '../../../sdk/index.js';
import type { LazyPart } from '../../../ui/lazy-part.js';
import { RefreshTimer } from '../../../ui/refresh/refresh-timer.js';
import { writeLike } from '../figure.js';
import { icon, RING } from '../icons.js';
import type { KpiSheetPart } from '../kpi-tiles.templates.js';
import type { KpiLocalizer, Reading } from '../reading.js';
import type { Readings } from '../readings.js';
import { changeText } from './change.js';
import { CountUp } from './count-up.js';
import { recordsLink } from './records-link.js';
import { trend } from './trend.js';

/** What the extras need of the element. */
export interface ExtrasHost extends ReactiveElement {
  readonly drillDownHref?: string;
  readonly refreshSeconds?: number;
  refresh(): void;
}

/** The platform that the figures came from. */
type Source = () => IndicatorsResource | undefined;

/**
 * What a tile has beside its words: the drawing of its series, the change, what can be pressed and what that opens, the
 * figure's way up to its value, and newer figures from time to time.
 */
export class Extras implements ReactiveController {
  readonly #host: ExtrasHost;
  readonly #l10n: KpiLocalizer;
  readonly #sheet: LazyPart<KpiSheetPart>;
  readonly #source: Source;
  readonly #countUp: CountUp;
  /** Code of the indicator that the dialog is about. */
  #shown?: string;

  constructor(host: ExtrasHost, l10n: KpiLocalizer, sheet: LazyPart<KpiSheetPart>, source: Source) {
    this.#host = host;
    this.#l10n = l10n;
    this.#sheet = sheet;
    this.#source = source;
    this.#countUp = new CountUp(host);
    host.addController(this);
    host.addController(new RefreshTimer({ seconds: () => host.refreshSeconds, refresh: () => host.refresh() }));
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    if (this.#shown !== undefined && dialog && !dialog.open) dialog.showModal();
  }

  /** Lets the figures run up from what showed before. */
  run(before: Readings): void {
    this.#countUp.start((code) => before.get(code)?.progress.value ?? 0);
  }

  /** Whether figures are on their way to their values, or have just arrived. */
  get isMoving(): boolean {
    return this.#countUp.isMoving;
  }

  /** Digits of a figure on their way to its value; `undefined` when they stand still. */
  movingNumber({ indicator: { code }, figure, progress: { value } }: Reading): string | undefined {
    const moving = value === undefined ? undefined : this.#countUp.at(code, value);
    return moving === undefined || !figure ? undefined : writeLike(moving, figure.shape, this.#l10n.textLang);
  }

  trend(reading: Reading): TemplateResult | typeof nothing {
    return trend(reading, this.#l10n);
  }

  /** The difference from the same period of the year before, in words. */
  change(reading: Reading): string {
    return changeText(reading, this.#l10n);
  }

  /** What can be pressed: the definition and history, and the records behind the figure. */
  actions({ indicator, name }: Reading): TemplateResult {
    const l10n = this.#l10n;
    const link = recordsLink(indicator, this.#host.drillDownHref, this.#source(), l10n);
    return html`<button
        class="plain details"
        part="details-button"
        type="button"
        aria-haspopup="dialog"
        aria-label=${l10n.t('kpi.details.of', { name: name.text })}
        @click=${() => this.#open(indicator)}
      >
        ${icon(`${RING}M12 11v5.5M12 7.5v.1`)}<span>${l10n.t('kpi.details')}</span>
      </button>
      ${
        link
          ? html`<a
              part="records-link"
              href=${link.href}
              aria-label=${l10n.t(link.isData ? 'kpi.records.dataOf' : 'kpi.records.of', { name: name.text })}
              @click=${(event: MouseEvent) => {
                this.#drillDown(event, indicator, link.href);
              }}
              >${l10n.t(link.isData ? 'kpi.records.data' : 'kpi.records')}</a
            >`
          : nothing
      }`;
  }

  /** What a tile says whose code the platform does not know. */
  unknownCode(code: string): TemplateResult {
    return html`<p class="name" part="name">${this.#l10n.t('kpi.notFound', { code })}</p>
      <p class="figure" part="figure" aria-hidden="true"><span class="number">—</span></p>`;
  }

  /** What stands in the place of tiles where there is no indicator. */
  empty(): TemplateResult {
    const l10n = this.#l10n;
    return html`<div class="notice" part="empty-view">
      <p class="notice-title">${l10n.t('kpi.empty')}</p>
      <p>${l10n.t('kpi.empty.advice')}</p>
    </div>`;
  }

  /** Says that some records were set aside. */
  rejected(count: number): TemplateResult | typeof nothing {
    return count > 0 ? html`<p class="quiet">${this.#l10n.t('kpi.rejected', { count })}</p>` : nothing;
  }

  /** The dialog, and in it what it is about while it is open. */
  dialog(readings: Readings): TemplateResult {
    const reading = this.#shown === undefined ? undefined : readings.get(this.#shown);
    const sheet = this.#sheet.part;
    return html`<dialog part="dialog" aria-labelledby="dialog-title" @close=${this.#close} @click=${this.#close}>
      ${reading && sheet ? html`<div class="sheet">${sheet.details(reading, this.#l10n, this.#close)}</div>` : nothing}
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }

  async #open({ code }: Indicator): Promise<void> {
    if (!(await this.#sheet.load())) return;
    this.#shown = code;
    this.#host.requestUpdate();
  }

  readonly #close = (event?: Event): void => {
    // A click on the dialog itself, not on the sheet that fills it, is one on the backdrop
    if (event?.type === 'click' && event.target !== event.currentTarget) return;
    this.#dialog?.close();
    this.#shown = undefined;
    this.#host.requestUpdate();
  };

  #drillDown(event: MouseEvent, indicator: Indicator, href: string): void {
    const goes = this.#host.dispatchEvent(
      new CustomEvent('yn-drill-down', {
        detail: { indicator, href },
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    );
    if (!goes) event.preventDefault();
  }
}
