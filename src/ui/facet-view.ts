import { html, nothing, type TemplateResult } from 'lit';
import type { Facet, FacetValue } from '../domain/page.js';
import { crossIcon } from './icons.js';
import type { Filters } from './search-controller.js';

/** How many values of a facet show before the rest is asked for. */
export const FACET_PREVIEW = 8;

/** Words that the facets need, in the reader's language. */
export interface FacetWords {
  number(value: number): string;
  showMore(count: number): string;
  showLess(): string;
  chosen(): string;
  remove(facet: string, value: string): string;
  clear(): string;
}

export interface FacetActions {
  choose(facet: string, value: string, chosen: boolean): void;
  /** Takes a choice back by its chip. */
  drop(facet: string, value: string): void;
  expand(facet: string, expanded: boolean): void;
  clear(): void;
}

/** The values to show: the first few and every chosen one, or all of them. */
function visibleValues(facet: Facet, chosen: readonly string[], expanded: boolean): readonly FacetValue[] {
  if (expanded) return facet.values;
  return facet.values.filter(({ value }, index) => index < FACET_PREVIEW || chosen.includes(value));
}

/** One facet as a group of native check boxes, each with the number of records that choosing it would show. */
export function facetGroup(
  facet: Facet,
  chosen: readonly string[],
  expanded: boolean,
  words: FacetWords,
  actions: FacetActions,
): TemplateResult {
  const values = visibleValues(facet, chosen, expanded);
  const more = facet.values.length - values.length;
  return html`<fieldset class="facet" part="facet">
    <legend part="facet-label">${facet.label}</legend>
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

/** Every chosen value as a button that takes the choice back. */
export function filterChips(
  facets: readonly Facet[],
  filters: Filters,
  labelOf: (facet: string, value: string) => string,
  words: FacetWords,
  actions: FacetActions,
): TemplateResult | typeof nothing {
  const chips = Object.entries(filters).flatMap(([facet, values]) => values.map((value) => ({ facet, value })));
  if (chips.length === 0) return nothing;
  return html`<div class="chips" part="chips" role="group" aria-label=${words.chosen()}>
    <ul>
      ${chips.map(({ facet, value }) => {
        const label = labelOf(facet, value);
        const facetLabel = facets.find(({ id }) => id === facet)?.label ?? facet;
        return html`<li>
          <button
            type="button"
            class="chip"
            part="chip"
            aria-label=${words.remove(facetLabel, label)}
            @click=${(event: Event) => {
              keepFocusNear(event.currentTarget as HTMLElement);
              actions.drop(facet, value);
            }}
          >
            ${label}${crossIcon}
          </button>
        </li>`;
      })}
    </ul>
    <button
      type="button"
      class="plain"
      part="clear-filters"
      @click=${() => {
        actions.clear();
      }}
    >
      ${words.clear()}
    </button>
  </div>`;
}

/** The chips after a dropped one move up under the focus; for the last one, the chip before it takes the focus. */
function keepFocusNear(chip: HTMLElement): void {
  const item = chip.closest('li');
  if (!item?.nextElementSibling) item?.previousElementSibling?.querySelector('button')?.focus();
}
