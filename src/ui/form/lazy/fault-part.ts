import { css, type CSSResult, html, nothing } from 'lit';
import { alertIcon } from '../../icons.js';
import type { Fault } from '../compose.js';
import { fieldsOf } from '../definition.js';
import { labelOf } from '../field-view.js';
import type { FormSurroundings } from '../form-parts.js';
import { texts } from './fault-texts.js';

/** Says what is wrong with the fields. */
export class FaultPart {
  readonly texts = texts;
  readonly styles: CSSResult = styles;

  readonly #around: FormSurroundings;

  constructor(around: FormSurroundings) {
    this.#around = around;
  }

  /** What is wrong, and what to do. */
  words({ key, code, params = {} }: Fault): string {
    return this.#around.l10n.t(`fault.${code}`, { label: this.#label(key), ...params });
  }

  /** Everything that is wrong, each with a link to its field. */
  summary(): unknown {
    const { l10n } = this.#around;
    const { model } = this.#around.context();
    const faults = [...model.faults.values()];
    if (!model.showsSummary || faults.length === 0) return nothing;
    return html`<div class="banner summary" part="summary" role="alert">
      ${alertIcon}
      <div>
        <strong>${l10n.t('form.faults', { count: faults.length })}</strong>
        <ul>
          ${faults.map((fault) => html`<li><a href="#${fault.key}" data-to=${fault.key}>${this.words(fault)}</a></li>`)}
        </ul>
      </div>
    </div>`;
  }

  #label(key: string): string {
    const context = this.#around.context();
    const [name, , column] = key.split('.');
    const field = fieldsOf(context.definition).find((each) => each.name === name);
    const inner = field?.columns?.find((each) => each.name === column);
    return field ? labelOf(context, inner ?? field) : key;
  }
}

const styles: CSSResult = css`
  .summary {
    align-items: flex-start;
    flex-wrap: nowrap;
  }
  .summary a {
    color: var(--_danger);
  }
`;
