import { html, type TemplateResult } from 'lit';
import { crossIcon } from '../icons.js';

/** One thing that narrows the search. */
export interface Chip {
  readonly text: string;
  /** What pressing it does, for those who do not see it in its place. */
  readonly label: string;
  drop(): void;
}

/** Words that the chips need, in the reader's language. */
export interface ChipWords {
  chosen(): string;
  clear(): string;
}

/** Everything that narrows the search as a button that takes it back. */
export function filterChips(chips: readonly Chip[], words: ChipWords, clear: () => void): TemplateResult {
  return html`<div class="chips" part="chips" role="group" aria-label=${words.chosen()}>
    <ul>
      ${chips.map(
        ({ text, label, drop }) =>
          html`<li>
            <button
              type="button"
              class="chip"
              part="chip"
              aria-label=${label}
              @click=${(event: Event) => {
                keepFocusNear(event.currentTarget as HTMLElement);
                drop();
              }}
            >
              <bdi>${text}</bdi>${crossIcon}
            </button>
          </li>`,
      )}
    </ul>
    <button type="button" class="plain" part="clear-filters" @click=${clear}>${words.clear()}</button>
  </div>`;
}

/** The chips after a dropped one move up under the focus; for the last one, the chip before it takes the focus. */
function keepFocusNear(chip: HTMLElement): void {
  const item = chip.closest('li');
  if (!item?.nextElementSibling) item?.previousElementSibling?.querySelector('button')?.focus();
}
