import { css, type CSSResult, html, nothing } from 'lit';
import type { Field } from '../definition.js';
import { labelOf } from '../field-view.js';
import type { FormSurroundings } from '../form-parts.js';
import { textAt } from '../values.js';
import { texts } from './languages-texts.js';

/** Chinese and English of the same text; the one that does not show is marked when it holds something. */
export class LanguagesPart {
  readonly texts = texts;
  readonly styles: CSSResult = styles;

  readonly #around: FormSurroundings;

  constructor(around: FormSurroundings) {
    this.#around = around;
  }

  tabs(field: Field): unknown {
    const { l10n, host } = this.#around;
    const context = this.#around.context();
    const { model } = context;
    const shown = model.tabOf(field);
    return html`<span
      class="tabs"
      role="group"
      aria-label=${l10n.t('languages.label', { label: labelOf(context, field) })}
    >
      ${model.languages.map((lang) => {
        const isFilled = lang !== shown && textAt(model.values, `${field.name}.${lang}`) !== '';
        const choose = (): void => {
          model.chooseTab(field, lang);
          host.requestUpdate();
        };
        return html`<button
          type="button"
          class="tab"
          part="language-tab"
          aria-pressed=${lang === shown}
          @click=${choose}
        >
          ${l10n.t(`languages.${lang}`)}${
            isFilled
              ? html`<span class="dot" aria-hidden="true">●</span
                  ><span class="visually-hidden">${l10n.t('languages.filled')}</span>`
              : nothing
          }
        </button>`;
      })}
    </span>`;
  }
}

const styles: CSSResult = css`
  .tabs {
    display: inline-flex;
    gap: 2px;
  }
  .tab {
    min-block-size: 26px;
    padding: 0 var(--_space);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    color: var(--_muted);
    font-size: max(0.8125em, 12px);
    cursor: pointer;
  }
  .tab[aria-pressed='true'] {
    border-color: var(--_edge);
    background: var(--_tint);
    color: var(--_text);
  }
  .dot {
    margin-inline-start: 4px;
    color: var(--_accent);
    font-size: 0.7em;
  }
`;
