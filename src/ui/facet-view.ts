import { html, nothing, type TemplateResult } from 'lit';
import type { Facet, FacetValue } from '../domain/page.js';

/** How many values of a facet show before the rest is asked for. */
export const FACET_PREVIEW = 8;

/** Words that the facets need, in the reader's language. */
export interface FacetWords {
  number(value: number): string;
  showMore(count: number): string;
  showLess(): string;
  /** Of which a record must have all chosen values. */
  all(): string;
}

export interface FacetActions {
  choose(facet: string, value: string, chosen: boolean): void;
  expand(facet: string, expanded: boolean): void;
}

/** Finds values in a facet that is too long to look through. */
export interface FacetFinder {
  /** The field to type into, above the values; nothing for a short facet. */
  field(facet: Facet): unknown;
  /** The values found, or all where nothing is looked for. */
  valuesOf(facet: Facet): readonly FacetValue[];
}

export interface FacetState {
  readonly chosen: readonly string[];
  /** Whether a record must have all chosen values. */
  readonly matchAll: boolean;
  readonly expanded: boolean;
  readonly finder: FacetFinder | undefined;
  readonly words: FacetWords;
  readonly actions: FacetActions;
}

/** The values to show: the first few, or all of them, or those that were looked for; and every chosen one. */
function visibleValues(facet: Facet, { chosen, expanded, finder }: FacetState): readonly FacetValue[] {
  if (!expanded) return facet.values.filter(({ value }, index) => index < FACET_PREVIEW || chosen.includes(value));
  const found = finder?.valuesOf(facet) ?? facet.values;
  const missing = facet.values.filter((each) => chosen.includes(each.value) && !found.includes(each));
  return [...missing.filter(({ value }) => !found.some((each) => each.value === value)), ...found];
}

/** One facet as a group of native check boxes, each with the number of records that choosing it would show. */
export function facetGroup(facet: Facet, state: FacetState): TemplateResult {
  const { chosen, matchAll, expanded, finder, words, actions } = state;
  const values = visibleValues(facet, state);
  const more = facet.values.length - values.length;
  return html`<fieldset class="facet" part="facet">
    <legend part="facet-label">
      ${facet.label}${matchAll ? html` <span class="facet-count">${words.all()}</span>` : nothing}
    </legend>
    ${expanded ? finder?.field(facet) : nothing}
    <div class=${expanded ? 'facet-all' : ''}>
      ${values.map(
        ({ value, label, count }) =>
          html`<label part="facet-value">
            <input
              type="checkbox"
              name=${facet.id}
              .value=${value}
              .checked=${chosen.includes(value)}
              @change=${(event: Event) => {
                actions.choose(facet.id, value, (event.currentTarget as HTMLInputElement).checked);
              }}
            />
            <span class="facet-label">${label}</span>
            <span class="facet-count" part="facet-count">${words.number(count)}</span>
          </label>`,
      )}
    </div>
    ${
      more > 0 || expanded
        ? html`<button
            type="button"
            class="plain"
            part="facet-more"
            aria-expanded=${expanded ? 'true' : 'false'}
            @click=${() => {
              actions.expand(facet.id, !expanded);
            }}
          >
            ${expanded ? words.showLess() : words.showMore(more)}
          </button>`
        : nothing
    }
  </fieldset>`;
}
