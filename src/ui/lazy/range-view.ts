import { html, nothing, type TemplateResult } from 'lit';
import type { Range } from '../../domain/page.js';
import type { RangeEnds } from '../../sdk/index.js';
import { isInverted, readEnd, writeEnd } from './range-text.js';

/** Why typed ends cannot be asked for. */
export type RangeProblem = 'money' | 'date' | 'number' | 'inverted';

/** What was typed into a range and cannot be asked for, with what it was typed over. */
interface Draft {
  readonly min: string;
  readonly max: string;
  readonly over: string;
  readonly problem: RangeProblem;
  /** Which end is at fault; both where they do not fit together. */
  readonly faulty: readonly ('min' | 'max')[];
}

/** Words that the ranges need, in the reader's language. */
export interface RangeWords {
  readonly lang: string;
  /** The range with the unit in which a bare number counts. */
  heading(range: Range): string;
  /** What an end means. */
  end(range: Range, end: 'min' | 'max'): string;
  /** What records there are, as a hint. */
  hint(range: Range): string;
  anyEnd(): string;
  apply(): string;
  problem(problem: RangeProblem, range: Range): string;
}

export interface RangeActions {
  /** The reader wants these ends; none of them for any. */
  limit(id: string, ends: RangeEnds): void;
  /** What was typed cannot be asked for: draws the message. */
  redraw(): void;
}

/** The ranges of one element with what is typed into them: open at each end, checked when the reader is done with one. */
export class RangeView {
  readonly #drafts = new Map<string, Draft>();

  /** Forgets what was typed and could not be asked for. */
  reset(): void {
    this.#drafts.clear();
  }

  /** One range as two fields with the smallest and largest value that records have as a hint. */
  template(range: Range, index: number, ends: RangeEnds, words: RangeWords, actions: RangeActions): TemplateResult {
    const over = keyOf(ends);
    const draft = this.#drafts.get(range.id);
    const shown = draft?.over === over ? draft : undefined;
    const apply = (form: HTMLFormElement): void => {
      this.#apply(range, form, over, words, actions);
    };
    const field = (end: 'min' | 'max'): TemplateResult =>
      html`<input
        part="range-input"
        type="text"
        name=${end}
        inputmode=${range.type === 'money' ? 'decimal' : nothing}
        autocomplete="off"
        maxlength="30"
        placeholder=${words.anyEnd()}
        aria-label=${words.end(range, end)}
        aria-describedby="range-hint-${index} range-problem-${index}"
        aria-invalid=${shown?.faulty.includes(end) ? 'true' : nothing}
        .value=${shown?.[end] ?? writeEnd(ends[end], range.type, words.lang)}
        @change=${(event: Event) => {
          const { form } = event.currentTarget as HTMLInputElement;
          if (form) apply(form);
        }}
      />`;
    return html`<form
      class="range"
      part="range"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        apply(event.currentTarget as HTMLFormElement);
      }}
    >
      <fieldset class="facet">
        <legend part="facet-label">${words.heading(range)}</legend>
        <div class="range-ends">
          ${field('min')}<span aria-hidden="true">–</span>${field('max')}
          <button class="button" part="range-button" type="submit">${words.apply()}</button>
        </div>
        <p class="range-hint" id="range-hint-${index}">${words.hint(range)}</p>
        <p class="range-problem" id="range-problem-${index}" role="alert">
          ${shown ? words.problem(shown.problem, range) : nothing}
        </p>
      </fieldset>
    </form>`;
  }

  #apply(range: Range, form: HTMLFormElement, over: string, words: RangeWords, actions: RangeActions): void {
    const texts = { min: fieldOf(form, 'min').value, max: fieldOf(form, 'max').value };
    const min = readEnd(texts.min, range.type, words.lang);
    const max = readEnd(texts.max, range.type, words.lang);
    const refuse = (problem: RangeProblem, faulty: readonly ('min' | 'max')[]): void => {
      this.#drafts.set(range.id, { ...texts, over, problem, faulty });
      actions.redraw();
    };
    if ('problem' in min) return refuse(min.problem, 'problem' in max ? ['min', 'max'] : ['min']);
    if ('problem' in max) return refuse(max.problem, ['max']);
    const ends: RangeEnds = {
      ...(min.value === undefined ? {} : { min: min.value }),
      ...(max.value === undefined ? {} : { max: max.value }),
    };
    if (isInverted(ends, range.type)) return refuse('inverted', ['min', 'max']);
    this.#drafts.delete(range.id);
    for (const end of ['min', 'max'] as const) fieldOf(form, end).value = writeEnd(ends[end], range.type, words.lang);
    actions.redraw();
    if (keyOf(ends) !== over) actions.limit(range.id, ends);
  }
}

/** Equal for the same ends, be they numbers or texts. */
function keyOf({ min = '', max = '' }: RangeEnds): string {
  return `${min}..${max}`;
}

function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}
