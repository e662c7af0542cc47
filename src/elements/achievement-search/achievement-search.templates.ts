import { html, nothing, type TemplateResult } from 'lit';
import { wordless } from '../../ui/localize-controller.js';
import { announcement, type AnsweringView, content, dialogs, toolbar } from './answering.templates.js';
import { type AskingView, filters, form, sortControl } from './asking.templates.js';

export function searchTemplate(asking: AskingView, answering: AnsweringView): TemplateResult {
  const { l10n, search } = asking;
  return html`<div class="base ${search.requestState} ${wordless(l10n)}" part="base" lang=${l10n.textLang}>
    ${form(asking)}
    <p class="visually-hidden" role="status">${announcement(answering)}</p>
    <div class="layout">
      ${search.hasFilters && (search.answer || search.requestState !== 'error') ? filters(asking, answering.drawing) : nothing}
      <section
        class="results-area"
        part="results-area"
        tabindex="-1"
        aria-label=${l10n.t('search.results')}
        aria-busy=${search.isPending || !answering.drawing.isDone ? 'true' : 'false'}
      >
        ${toolbar(answering, sortControl(asking))} ${asking.chips} ${content(answering)}
      </section>
    </div>
    ${dialogs(answering)}
  </div>`;
}
