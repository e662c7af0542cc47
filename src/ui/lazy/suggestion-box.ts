import { html, nothing, render } from 'lit';
import type { Suggestion } from '../../domain/page.js';
import { highlight } from '../highlight.js';
import type { RecentSearches } from './recent-searches.js';

/** Milliseconds between the last key press and the question for suggestions. */
export const SUGGEST_MS = 120;

/** Words that the suggestions need, in the reader's language. */
export interface SuggestionWords {
  label(): string;
  /** Heading of the suggestions from a field, such as `title`, or of the recent searches (`recent`). */
  group(field: string): string;
  count(count: number): string;
  clearRecent(): string;
}

export interface SuggestionOptions {
  /** Asks the platform; an empty list for nothing to offer. */
  suggest(text: string, signal: AbortSignal): Promise<readonly Suggestion[]>;
  /** The reader takes a suggestion. */
  choose(text: string): void;
  readonly words: SuggestionWords;
  /** Searches to offer while nothing is typed; absent where the page does not want them kept. */
  recent(): RecentSearches | undefined;
}

/**
 * Suggestions below a search box, as an ARIA 1.2 combobox with a list that never takes what was typed out of the
 * reader's hands: nothing is selected until the arrow keys or the pointer do so, and Enter searches for the typed words
 * otherwise. It listens to the box itself and draws into `popup`, so that no key press redraws the element around.
 */
export class SuggestionBox {
  readonly #input: HTMLInputElement;
  readonly #popup: HTMLElement;
  readonly #box: HTMLElement;
  readonly #options: SuggestionOptions;
  #offers: readonly Suggestion[] = [];
  #active = -1;
  #timer?: ReturnType<typeof setTimeout> | undefined;
  #running?: AbortController | undefined;

  /** @param popup empty and nobody else's, beside `input` in an element that holds nothing but the box and its buttons */
  constructor(input: HTMLInputElement, popup: HTMLElement, options: SuggestionOptions) {
    this.#input = input;
    this.#popup = popup;
    this.#box = popup.parentElement ?? popup;
    this.#options = options;
    input.addEventListener('input', this.#onInput);
    input.addEventListener('compositionstart', this.#onCompositionStart);
    input.addEventListener('compositionend', this.#onCompositionEnd);
    input.addEventListener('keydown', this.#onKeyDown);
    input.addEventListener('focus', this.#onFocus);
    input.addEventListener('click', this.#onFocus);
    this.#box.addEventListener('focusout', this.#onFocusOut);
    // The focus stays in the box while the pointer is on the list
    popup.addEventListener('pointerdown', (event) => {
      event.preventDefault();
    });
  }

  get isOpen(): boolean {
    return this.#offers.length > 0;
  }

  /** Offers what fits the text in the box, or recent searches when it is empty. */
  async update(): Promise<void> {
    this.#stop();
    if (!this.#input.matches(':focus')) return;
    const text = this.#input.value.trim();
    if (text === '') {
      this.#show((this.#options.recent()?.read() ?? []).map((words) => ({ text: words, field: 'recent', count: 0 })));
      return;
    }
    const running = new AbortController();
    this.#running = running;
    // Suggestions only help: without them the search goes on, and a failure shows with its results
    const offers = await this.#options.suggest(text, running.signal).catch(() => []);
    if (this.#running !== running) return;
    this.#running = undefined;
    this.#show(offers.filter((offer) => offer.text !== text));
  }

  /** Takes the list away and forgets what is on its way. */
  close(): void {
    this.#stop();
    this.#show([]);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running?.abort();
    this.#running = undefined;
  }

  #show(offers: readonly Suggestion[]): void {
    const wasOpen = this.isOpen;
    this.#offers = grouped(offers);
    this.#active = -1;
    if (wasOpen !== this.isOpen) {
      if (this.isOpen) document.addEventListener('pointerdown', this.#onPointerDown);
      else document.removeEventListener('pointerdown', this.#onPointerDown);
    }
    this.#draw();
  }

  #draw(): void {
    const { words } = this.#options;
    const text = this.#input.value.trim();
    const fields = [...new Set(this.#offers.map(({ field }) => field))];
    const option = (offer: Suggestion): unknown => {
      const index = this.#offers.indexOf(offer);
      return html`<div
        class="suggestion"
        part="suggestion"
        role="option"
        id="suggestion-${index}"
        aria-selected=${index === this.#active ? 'true' : 'false'}
        @click=${() => {
          this.#choose(offer);
        }}
      >
        <bdi>${highlight(offer.text, found(offer.text, text))}</bdi>
        ${offer.count > 1 ? html`<span class="suggestion-count">${words.count(offer.count)}</span>` : nothing}
      </div>`;
    };
    const group = (field: string, index: number): unknown =>
      html`<div role="group" aria-labelledby="suggestions-${index}">
        <div class="suggestion-group" role="presentation" id="suggestions-${index}">${words.group(field)}</div>
        ${this.#offers.filter((offer) => offer.field === field).map(option)}
      </div>`;
    const list = html`<div class="suggestions" part="suggestions">
      <div role="listbox" id="suggestions" aria-label=${words.label()}>${fields.map(group)}</div>
      ${
        fields.includes('recent')
          ? html`<button class="plain" type="button" part="clear-recent" @click=${this.#onClearRecent}>
              ${words.clearRecent()}
            </button>`
          : nothing
      }
    </div>`;
    render(this.isOpen ? list : nothing, this.#popup);
    this.#input.setAttribute('aria-expanded', String(this.isOpen));
    set(this.#input, 'aria-controls', this.isOpen ? 'suggestions' : undefined);
    set(this.#input, 'aria-activedescendant', this.#active < 0 ? undefined : `suggestion-${this.#active}`);
    this.#popup.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  #choose({ text }: Suggestion): void {
    this.close();
    this.#options.choose(text);
  }

  /** To the next option, the one before, or back to the typed words between the last and the first. */
  #move(step: 1 | -1): void {
    const places = this.#offers.length + 1;
    this.#active = ((this.#active + 1 + step + places) % places) - 1;
    this.#draw();
  }

  #updateSoon(): void {
    const wait = this.#timer === undefined && !this.#running ? SUGGEST_MS / 2 : SUGGEST_MS;
    this.#stop();
    this.#timer = setTimeout(() => {
      void this.update();
    }, wait);
  }

  readonly #onInput = (event: Event): void => {
    if (event instanceof InputEvent && event.isComposing) return;
    if (this.#input.value.trim() === '') void this.update();
    else this.#updateSoon();
  };

  readonly #onCompositionStart = (): void => {
    this.close();
  };

  readonly #onCompositionEnd = (): void => {
    this.#updateSoon();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    // The input method's own keys; 229 is how Safari says so
    if (event.isComposing || event.keyCode === 229) return;
    const offer = this.#offers[this.#active];
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        if (!this.isOpen) void this.update();
        else if (event.altKey) this.close();
        else this.#move(event.key === 'ArrowDown' ? 1 : -1);
        break;
      case 'Home':
      case 'End':
        if (!offer) return;
        event.preventDefault();
        this.#active = event.key === 'Home' ? 0 : this.#offers.length - 1;
        this.#draw();
        break;
      case 'Enter':
        if (offer) {
          event.preventDefault();
          this.#choose(offer);
        } else this.close();
        break;
      case 'Escape':
        if (!this.isOpen) return;
        event.preventDefault();
        event.stopPropagation();
        this.close();
        break;
    }
  };

  readonly #onFocus = (): void => {
    if (!this.isOpen && this.#input.value === '') void this.update();
  };

  readonly #onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    const stays =
      relatedTarget instanceof Node && (relatedTarget === this.#input || this.#popup.contains(relatedTarget));
    if (!stays) this.close();
  };

  readonly #onPointerDown = (event: Event): void => {
    if (!event.composedPath().includes(this.#box)) this.close();
  };

  readonly #onClearRecent = (): void => {
    this.#options.recent()?.clear();
    this.close();
    this.#input.focus();
  };
}

/** Those of one field together, the fields in the order in which they first come. */
function grouped(offers: readonly Suggestion[]): readonly Suggestion[] {
  const fields = [...new Set(offers.map(({ field }) => field))];
  return fields.flatMap((field) => offers.filter((offer) => offer.field === field));
}

/** Where the typed text stands in the suggestion, if it stands there as typed. */
function found(text: string, typed: string): [number, number][] {
  const folded = text.toLowerCase();
  const start = folded.indexOf(typed.toLowerCase());
  // A few letters get longer in lower case, and then places in the two texts differ
  return typed === '' || start < 0 || folded.length !== text.length ? [] : [[start, start + typed.length]];
}

function set(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
