import { css, type CSSResult, html, type TemplateResult } from 'lit';
import type { Localizer } from '../../../ui/localize-controller.js';
import { texts } from './help-texts.js';

export { texts };
export type HelpKey = keyof (typeof texts)['zh-CN'];

const RULES = ['help.words', 'help.phrase', 'help.without', 'help.title', 'help.institution', 'help.number'] as const;

/** What a query may say, each with an example. */
export function helpTemplate(l10n: Localizer<HelpKey>): TemplateResult {
  return html`<dl class="rules">
    ${RULES.map(
      (rule) =>
        html`<div>
          <dt><code>${l10n.t(`${rule}.example`)}</code></dt>
          <dd>${l10n.t(rule)}</dd>
        </div>`,
    )}
  </dl>`;
}

export const styles: CSSResult = css`
  .rules {
    display: grid;
    gap: calc(var(--_space) / 2) calc(var(--_space) * 2);
    padding: var(--_space) calc(var(--_space) * 1.5);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_tint);
    color: var(--_text);
  }
  .rules > div {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--_space);
  }
  .rules code {
    font: inherit;
    font-weight: 600;
  }
  @container (inline-size >= 46em) {
    .rules {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
