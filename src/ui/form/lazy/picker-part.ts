import { css, type CSSResult, html, nothing, type TemplateResult } from 'lit';
import { checkboxes, type Choices } from '../field-view.js';
import type { FormSurroundings } from '../form-parts.js';
import { texts } from './picker-texts.js';

/** Choices of a long list, in a box of its own that can be searched. */
export class PickerPart {
  readonly texts = texts;
  readonly styles: CSSResult = styles;

  readonly #around: FormSurroundings;
  readonly #words = new Map<string, string>();

  constructor(around: FormSurroundings) {
    this.#around = around;
  }

  view({ key, entries, chosen }: Choices): TemplateResult {
    const { l10n, host } = this.#around;
    const words = fold(this.#words.get(key) ?? '');
    const found = entries.filter(({ code, label }) => !words || chosen.has(code) || fold(label).includes(words));
    const search = (event: InputEvent): void => {
      this.#words.set(key, (event.target as HTMLInputElement).value);
      if (!event.isComposing) host.requestUpdate();
    };
    const status = found.length === 0 ? l10n.t('picker.none') : l10n.t('picker.chosen', { count: chosen.size });
    return html`<div class="picker" part="picker">
      <input
        class="input"
        part="picker-search"
        type="search"
        autocomplete="off"
        aria-label=${l10n.t('picker.search')}
        placeholder=${l10n.t('picker.search')}
        @input=${search}
        @compositionend=${search}
      />
      <div class="picker-list" tabindex="0" role="group" aria-label=${l10n.t('picker.search')}>
        ${checkboxes({ key, entries: found, chosen })}
      </div>
      <p class="help" role="status">${words || chosen.size > 0 ? status : nothing}</p>
    </div>`;
  }
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

const styles: CSSResult = css`
  .picker {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) / 2);
  }
  .picker-list {
    max-block-size: 13em;
    padding: calc(var(--_space) / 2) var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
`;
