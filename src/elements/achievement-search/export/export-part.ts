import { type CSSResult, html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { ExportFormat } from '../../../sdk/index.js';
import type { ElementPart } from '../../../ui/lazy-part.js';
import type { PartTexts } from '../../../ui/localize-controller.js';
import type { Surroundings } from '../surroundings.js';
import { exportEn, type ExportKey, exportZhCN } from './export-messages.js';
import { exportStyles } from './export-styles.js';

const FORMATS: readonly ExportFormat[] = ['csv', 'json', 'ris', 'atom'];

/** The menu by which a result set is taken away: files, a feed, a link. */
export class ExportPart implements ReactiveController, ElementPart {
  readonly texts: PartTexts<ExportKey> = { 'zh-CN': exportZhCN, en: exportEn };
  readonly styles: CSSResult = exportStyles;
  readonly #around: Surroundings;
  /** What became of the wish to copy; an address where the browser did not let us. */
  #copied?: true | string;
  isOpen = false;

  constructor(around: Surroundings) {
    this.#around = around;
    around.host.addController(this);
  }

  toggle(): void {
    this.#set(!this.isOpen);
  }

  hostDisconnected(): void {
    this.#set(false);
  }

  render(): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    const { l10n, client, query } = this.#around;
    const achievements = client()?.achievements;
    if (!achievements) return nothing;
    return html`<div class="export-menu" part="export-menu" id="export-menu" @keydown=${this.#onKey}>
      <ul>
        ${FORMATS.map(
          (format) =>
            html`<li>
              <a
                part="export-link"
                href=${achievements.exportUrl(format, query())}
                download=${format === 'atom' ? nothing : ''}
                target=${format === 'atom' ? '_blank' : nothing}
                rel="noopener"
                type=${format === 'atom' ? 'application/atom+xml' : nothing}
                >${l10n.t(`export.${format}`)}</a
              >
            </li>`,
        )}
        <li>
          <button class="plain" part="copy-button" type="button" @click=${this.#copy}>${l10n.t('export.copy')}</button>
        </li>
      </ul>
      <p class="quiet" aria-live="polite">${this.#copied === true ? l10n.t('export.copied') : l10n.t('export.note')}</p>
      ${
        typeof this.#copied === 'string'
          ? html`<label class="copy-by-hand">
              ${l10n.t('export.copyByHand')}
              <input type="text" readonly dir="ltr" .value=${this.#copied} @focus=${selectAll} />
            </label>`
          : nothing
      }
    </div>`;
  }

  /** The address of the page where it carries the search, else the platform's own list. */
  #link(): string | undefined {
    const { host, client, query } = this.#around;
    if (host.urlState !== undefined) return location.href;
    return client()?.achievements.listUrl(query());
  }

  readonly #copy = async (): Promise<void> => {
    const link = this.#link();
    if (link === undefined) return;
    try {
      await navigator.clipboard.writeText(link);
      this.#copied = true;
    } catch {
      this.#copied = link; // not allowed here, or no secure context
    }
    this.#around.host.requestUpdate();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#set(false);
    this.#around.host.renderRoot.querySelector<HTMLElement>('.export-toggle')?.focus();
  };

  /** A press beside the menu closes it. */
  readonly #onPress = (event: Event): void => {
    const inside = event.composedPath().some((each) => each instanceof Element && each.matches('.export'));
    if (!inside) this.#set(false);
  };

  #set(isOpen: boolean): void {
    if (isOpen === this.isOpen) return;
    this.isOpen = isOpen;
    this.#copied = undefined;
    if (isOpen) document.addEventListener('pointerdown', this.#onPress);
    else document.removeEventListener('pointerdown', this.#onPress);
    this.#around.host.requestUpdate();
  }
}

function selectAll(event: Event): void {
  (event.currentTarget as HTMLInputElement).select();
}
