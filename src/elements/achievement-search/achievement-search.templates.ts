import { html, nothing, type TemplateResult } from 'lit';
import { wordless } from '../../ui/localize-controller.js';
import { announcement, type AnsweringView, content, toolbar } from './answering.templates.js';
import { type AskingView, chips, filters, form, sortControl } from './asking.templates.js';

/** What the templates draw: the state of one element and what its controls do. */
export interface SearchView extends AskingView, AnsweringView {
  readonly hasFacets: boolean;
}

export function searchTemplate(view: SearchView): TemplateResult {
  const { l10n, search } = view;
  return html`<div class="base ${search.requestState} ${wordless(l10n)}" part="base" lang=${l10n.textLang}>
    ${form(view)}
    <p class="visually-hidden" role="status">${announcement(view)}</p>
    <div class="layout">
      ${view.hasFacets && (search.answer || search.requestState !== 'error') ? filters(view) : nothing}
      <section
        class="results-area"
        part="results-area"
        tabindex="-1"
        aria-label=${l10n.t('search.results')}
        aria-busy=${search.isPending ? 'true' : 'false'}
      >
        ${toolbar(view, sortControl(view))} ${chips(view)} ${content(view)}
      </section>
    </div>
  </div>`;
}
