import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Money } from '../../../domain/index.js';
import type { CodeEntry } from '../code-words.js';
import { isObject, type Path, pathText, valueAt } from '../fields/desk-leaves.js';
import { codeListOf, type FieldContext, isLanguage, languageName, pathName } from '../fields/desk-value-view.js';
import { emptied } from './blanks.js';

/** What the inputs of a draft need. */
export interface Inputs {
  readonly context: FieldContext;
  readonly draft: unknown;
  /** What the platform did not accept, by path. */
  readonly faults: ReadonlyMap<string, string>;
  change(path: Path, value: unknown): void;
}

const DATE = /(date|on|by|until|deadline|start|end)$/i;
/** Texts that run over lines even while they are short. */
const MAX_LINE = 60;

/** An input for every value at and below a path. */
export function fieldInputs(path: Path, inputs: Inputs): unknown {
  const value = valueAt(inputs.draft, path);
  if (Array.isArray(value)) return listInputs(value, path, inputs);
  if (isObject(value)) return objectInputs(value, path, inputs);
  return valueInput(value, path, inputs);
}

function objectInputs(value: Readonly<Record<string, unknown>>, path: Path, inputs: Inputs): TemplateResult {
  const keys = Object.keys(value);
  const { l10n } = inputs.context;
  const isText = keys.length > 0 && keys.every(isLanguage);
  const other = isText
    ? (['zh-CN', 'en'] as const).find((lang) => !keys.some((key) => key.split('-')[0] === lang.split('-')[0]))
    : undefined;
  return html`${keys.map((key) => fieldInputs([...path, key], inputs))}
  ${
    other === undefined
      ? nothing
      : html`<button
          type="button"
          class="plain"
          aria-label="${l10n.t('desk.edit.addLanguage', { language: languageName(other, l10n) })}: ${pathName(path, inputs.context)}"
          @click=${() => {
            inputs.change([...path, other], emptied(value[keys[0] ?? '']));
          }}
        >
          ${l10n.t('desk.edit.addLanguage', { language: languageName(other, l10n) })}
        </button>`
  }`;
}

function listInputs(items: readonly unknown[], path: Path, inputs: Inputs): TemplateResult {
  const { l10n } = inputs.context;
  return html`${items.map((_, index) => {
      const place = [...path, String(index)];
      const item = pathName(place, inputs.context);
      return html`<div class="edit-item">
        <div class="edit-item-fields">${fieldInputs(place, inputs)}</div>
        <button
          type="button"
          class="plain"
          aria-label=${l10n.t('desk.edit.removeItem', { item })}
          @click=${() => {
            inputs.change(place, undefined);
          }}
        >
          ×
        </button>
      </div>`;
    })}
    <button
      type="button"
      class="plain"
      aria-label="${l10n.t('desk.edit.addItem')}: ${pathName(path, inputs.context)}"
      @click=${() => {
        inputs.change([...path, String(items.length)], emptied(items.at(-1) ?? ''));
      }}
    >
      + ${l10n.t('desk.edit.addItem')}
    </button>`;
}

function valueInput(value: unknown, path: Path, inputs: Inputs): TemplateResult {
  const { context, draft, change, faults } = inputs;
  const id = `edit-${pathText(path)}`;
  const fault = faults.get(`draft.${pathText(path)}`);
  // The group around has the name of the field itself
  const label = path.length > 1 ? pathName(path, context, 1) : pathName(path, context);
  if (typeof value === 'boolean')
    return html`<label class="check">
      <input
        type="checkbox"
        .checked=${live(value)}
        @change=${(event: Event) => {
          change(path, (event.currentTarget as HTMLInputElement).checked);
        }}
      />
      <span>${label}</span>
    </label>`;
  const problem = fault === undefined ? nothing : html`<p class="problem" id="${id}-problem"><bdi>${fault}</bdi></p>`;
  return html`<label class="field">
      <span>${label}</span>
      ${control(value, path, { id, isWrong: fault !== undefined, list: codeListOf(path, valueAt(draft, path.slice(0, -1))) }, inputs)}
    </label>
    ${problem}`;
}

interface Control {
  readonly id: string;
  readonly isWrong: boolean;
  readonly list: string | undefined;
}

function control(value: unknown, path: Path, { id, isWrong, list }: Control, inputs: Inputs): TemplateResult {
  const { context, change } = inputs;
  const describedBy = isWrong ? `${id}-problem` : nothing;
  const invalid = isWrong ? 'true' : 'false';
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const choices = list === undefined ? fixedChoices(path, inputs) : codeChoices(list, inputs);
  const typed = (event: Event): void => {
    change(path, (event.currentTarget as HTMLInputElement).value);
  };
  if (choices.length > 0)
    return html`<select id=${id} aria-invalid=${invalid} aria-describedby=${describedBy} @change=${typed}>
      <option value="" .selected=${text === ''}></option>
      ${
        text === '' || choices.some(({ code }) => code === text)
          ? nothing
          : html`<option value=${text} .selected=${true}>${text}</option>`
      }
      ${choices.map(({ code, label }) => html`<option value=${code} .selected=${code === text}>${label}</option>`)}
    </select>`;
  if (isFigure(value, path))
    return html`<input
      id=${id}
      inputmode="decimal"
      aria-invalid=${invalid}
      aria-describedby=${describedBy}
      .value=${live(text)}
      @input=${(event: Event) => {
        const written = (event.currentTarget as HTMLInputElement).value;
        // What is no number yet stays as it is typed; the platform says so if it is sent like that
        const number = Number(written);
        change(
          path,
          written.trim() === '' || !Number.isFinite(number) || String(number) !== written ? written : number,
        );
      }}
    />`;
  const name = path.at(-1) ?? '';
  if (DATE.test(name) && (text === '' || /^\d{4}/.test(text)))
    return html`<input
      id=${id}
      inputmode="numeric"
      maxlength="10"
      placeholder=${context.l10n.t('desk.edit.date')}
      aria-invalid=${invalid}
      aria-describedby=${describedBy}
      .value=${live(text)}
      @input=${typed}
    />`;
  const isLong =
    (isLanguage(name) && path.length > 1) || text.length > MAX_LINE || text.includes('\n') || name === 'message';
  return isLong
    ? html`<textarea
        id=${id}
        rows=${Math.min(Math.max(2, Math.ceil(text.length / 40)), 12)}
        lang=${isLanguage(name) ? name : nothing}
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        .value=${live(text)}
        @input=${typed}
      ></textarea>`
    : html`<input
        id=${id}
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        .value=${live(text)}
        @input=${typed}
      />`;
}

function codeChoices(list: string, { context: { codes } }: Inputs): readonly CodeEntry[] {
  codes.need([list]);
  return codes.entries(list);
}

const OPERATORS: readonly CodeEntry[] = [
  { code: '<', label: '<' },
  { code: '<=', label: '≤' },
  { code: '=', label: '=' },
  { code: '>=', label: '≥' },
  { code: '>', label: '>' },
  { code: 'range', label: '–' },
];

const MONEY_UNITS: readonly Money['unit'][] = ['元', '千元', '万元', '亿元', '1'];

/** What may stand where there is no code list, but not anything either. */
function fixedChoices(path: Path, { context, draft }: Inputs): readonly CodeEntry[] {
  const name = path.at(-1);
  const parent = valueAt(draft, path.slice(0, -1));
  if (name === 'operator') return OPERATORS;
  if (name === 'unit' && isObject(parent) && 'currency' in parent)
    return MONEY_UNITS.map((unit) => ({ code: unit, label: unit }));
  if (name === 'lang' && path.length === 1)
    return ['zh-CN', 'en'].map((lang) => ({ code: lang, label: languageName(lang, context.l10n) }));
  return [];
}

const FIGURES: ReadonlySet<string> = new Set(['amount', 'value', 'upper', 'percent', 'freeMonths']);

function isFigure(value: unknown, path: Path): boolean {
  return typeof value === 'number' || FIGURES.has(path.at(-1) ?? '');
}
