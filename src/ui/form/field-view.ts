import { html, nothing, type TemplateResult } from 'lit';
import { crossIcon } from '../icons.js';
import type { Localizer } from '../localize-controller.js';
import type { CodeListsController } from './code-lists-controller.js';
import { type Fault, MONEY_UNITS_OFFERED, type TextLanguage } from './compose.js';
import { countCharacters } from './count-characters.js';
import { type Field, type FormDefinition, textKey } from './definition.js';
import type { FormModel } from './form-model.js';
import { entryAt, listAt, textAt, type Values } from './values.js';

/** All that is needed to draw fields. */
export interface FieldContext {
  readonly definition: FormDefinition;
  readonly model: FormModel;
  readonly l10n: Localizer<string>;
  readonly lists: CodeListsController;
  readonly lang: TextLanguage;
  isRequired(field: Field): boolean;
  /** What is wrong and what to do; empty until the words have come. */
  faultWords(fault: Fault): string;
  /** The choice between the languages of a text, where there is one. */
  tabs(field: Field): unknown;
  /** Draws a long list of choices that can be searched, once the code for it is there. */
  picker(choices: Choices): unknown;
  /** Something that belongs below a field, such as records like it. */
  below(field: Field): unknown;
}

/** Choices that somebody ticks. */
export interface Choices {
  readonly key: string;
  readonly entries: readonly { readonly code: string; readonly label: string }[];
  readonly chosen: ReadonlySet<string>;
}

/** Attributes of one-line controls by the type of the field. */
const CONTROLS: Readonly<Partial<Record<Field['type'], { type?: string; inputmode?: string; autocomplete?: string }>>> =
  {
    phone: { type: 'tel', inputmode: 'tel', autocomplete: 'tel' },
    email: { type: 'email', inputmode: 'email', autocomplete: 'email' },
    url: { type: 'url', inputmode: 'url' },
    date: { type: 'date' },
    month: { type: 'month' },
    number: { inputmode: 'decimal' },
    money: { inputmode: 'decimal' },
  };

/** More choices than this are searched rather than looked through. */
const LONG_LIST = 15;

export function labelOf({ definition, l10n }: Pick<FieldContext, 'definition' | 'l10n'>, field: Field): string {
  return l10n.t(textKey(definition.kind, field));
}

/** A field with its label, help, control and fault. */
export function fieldView(field: Field, context: FieldContext): TemplateResult {
  const { type, name, languages, isHalf } = field;
  const isGroup = type === 'rows' || type === 'choices' || type === 'money';
  const key = languages === 'each' ? `${name}.${context.model.tabOf(field)}` : name;
  if (type === 'flag')
    return html`<div class="field" part="field">
      ${flag(key, labelOf(context, field), context)} ${help(field, key, context)}
    </div>`;
  const label = html`${labelOf(context, field)}${
    context.isRequired(field) ? html`<span class="star" aria-hidden="true">*</span>` : nothing
  }`;
  const body = html`${help(field, key, context)} ${control(field, key, context)}
    <div class="below">${faultView(key, context)}${counter(field, key, context)}</div>
    ${context.below(field)}`;
  const classes = `field ${isHalf ? 'half' : ''}`;
  return isGroup
    ? html`<fieldset class=${classes} part="field" aria-describedby=${describedBy(field, key, context)}>
        <legend part="label">${label}</legend>
        ${body}
      </fieldset>`
    : html`<div class=${classes} part="field">
        <div class="label-line"><label for=${key} part="label">${label}</label>${context.tabs(field)}</div>
        ${body}
      </div>`;
}

function control(field: Field, key: string, context: FieldContext): unknown {
  switch (field.type) {
    case 'rows':
      return rows(field, context);
    case 'money':
      return money(field, key, context);
    case 'choices':
      return choices(field, key, context);
    case 'choice':
      return choice(field, key, context);
    case 'long':
    case 'lines':
      return longText(field, key, context);
    default:
      return oneLine(field, key, context);
  }
}

/** Ids of what a reader of the control has to hear as well. */
function describedBy(field: Field, key: string, { model, l10n, definition }: FieldContext): string | typeof nothing {
  const ids = [
    ...(l10n.t(`${textKey(definition.kind, field)}.help`) ? [`${key}-help`] : []),
    ...(model.faults.has(key) ? [`${key}-fault`] : []),
  ];
  return ids.join(' ') || nothing;
}

function oneLine(field: Field, key: string, context: FieldContext, describedField = field): TemplateResult {
  const { type = 'text', inputmode = nothing, autocomplete } = CONTROLS[field.type] ?? {};
  return html`<input
    class="input"
    part="input"
    id=${key}
    name=${key}
    type=${type}
    inputmode=${inputmode}
    autocomplete=${field.autocomplete ?? autocomplete ?? 'off'}
    lang=${languageOf(field, key)}
    dir=${type === 'text' ? 'auto' : nothing}
    ?required=${context.isRequired(field)}
    aria-invalid=${context.model.faults.has(key)}
    aria-describedby=${describedBy(describedField, key, context)}
    .value=${textAt(context.model.values, key)}
  />`;
}

function longText(field: Field, key: string, context: FieldContext): TemplateResult {
  return html`<textarea
    class="input"
    part="input"
    id=${key}
    name=${key}
    rows=${field.max && field.max <= 500 ? 2 : 4}
    lang=${languageOf(field, key)}
    dir="auto"
    ?required=${context.isRequired(field)}
    aria-invalid=${context.model.faults.has(key)}
    aria-describedby=${describedBy(field, key, context)}
    .value=${textAt(context.model.values, key)}
  ></textarea>`;
}

function languageOf({ languages }: Field, key: string): string | typeof nothing {
  return languages === 'each' ? key.slice(key.lastIndexOf('.') + 1) : nothing;
}

/** One of a code list; the words that somebody types where the list cannot be had. */
function choice(field: Field, key: string, context: FieldContext): TemplateResult {
  const { model, lists, l10n } = context;
  const { lists: ids = '', codes, as } = field;
  if (!codes && lists.state === 'failed') return oneLine(field, key, context);
  const value = textAt(model.values, key);
  const entries = codes ? ownEntries(field, codes, context) : lists.entries(ids, as !== undefined);
  const isLoading = !codes && lists.state === 'loading';
  const isOther = value !== '' && !entries.some(({ code }) => code === value);
  return html`<select
    class="input"
    part="input"
    id=${key}
    name=${key}
    ?required=${context.isRequired(field)}
    aria-invalid=${model.faults.has(key)}
    aria-describedby=${describedBy(field, key, context)}
  >
    ${codes ? nothing : html`<option value="" .selected=${!value}>${isLoading ? l10n.t('state.loading') : l10n.t('form.choose')}</option>`}
    ${isOther ? html`<option value=${value} .selected=${true}>${isLoading ? l10n.t('state.loading') : value}</option>` : nothing}
    ${entries.map(({ code, label }) => html`<option value=${code} .selected=${code === value}>${label}</option>`)}
  </select>`;
}

function ownEntries(field: Field, codes: readonly string[], { definition, l10n }: FieldContext): Choices['entries'] {
  const words = l10n.t(`${textKey(definition.kind, field)}.codes`).split('|');
  return codes.map((code, index) => ({ code, label: words[index] ?? code }));
}

/** Several of a code list; likewise. */
function choices(field: Field, key: string, context: FieldContext): unknown {
  const { model, lists, l10n } = context;
  const { lists: ids = '', as } = field;
  const chosen = new Set(listAt(model.values, key).map(String));
  if (lists.state === 'failed')
    return html`<input
      class="input"
      part="input"
      name="${key}[]"
      type="text"
      autocomplete="off"
      aria-label=${labelOf(context, field)}
      .value=${[...chosen].join('、')}
    />`;
  const entries = [...lists.entries(ids, as !== undefined)];
  for (const code of chosen) if (!entries.some((entry) => entry.code === code)) entries.push({ code, label: code });
  if (lists.state === 'loading') return html`<p class="help">${l10n.t('state.loading')}</p>`;
  return (
    (entries.length > LONG_LIST && context.picker({ key, entries, chosen })) || checkboxes({ key, entries, chosen })
  );
}

/** A check box for each. */
export function checkboxes({ key, entries, chosen }: Choices): TemplateResult {
  return html`<div class="choices" id=${key}>
    ${entries.map(
      ({ code, label }) =>
        html`<label class="check">
          <input type="checkbox" name="${key}[]" value=${code} .checked=${chosen.has(code)} />
          <span>${label}</span>
        </label>`,
    )}
  </div>`;
}

/** A check box with its words. */
export function flag(key: string, label: unknown, { model }: FieldContext, isRequired = false): TemplateResult {
  return html`<label class="check">
    <input
      type="checkbox"
      part="checkbox"
      id=${key}
      name=${key}
      value="on"
      ?required=${isRequired}
      aria-invalid=${model.faults.has(key)}
      aria-describedby=${model.faults.has(key) ? `${key}-fault` : nothing}
      .checked=${textAt(model.values, key) !== ''}
    />
    <span>${label}${isRequired ? html`<span class="star" aria-hidden="true">*</span>` : nothing}</span>
  </label>`;
}

function money(field: Field, key: string, context: FieldContext): TemplateResult {
  const { model, l10n } = context;
  const { amounts = [] } = field;
  const unit = textAt(model.values, `${key}.unit`) || MONEY_UNITS_OFFERED[0];
  const words = l10n.t('form.units').split('|');
  return html`<div class="money">
      ${amounts.map(
        (name, index) =>
          html`${index > 0 ? html`<span aria-hidden="true">–</span>` : nothing}${labelled(
            amounts.length > 1 ? l10n.t(`form.${name}`) : labelOf(context, field),
            oneLine({ name, type: 'money', path: '' }, `${key}.${name}`, context, field),
          )}`,
      )}
      ${labelled(
        l10n.t('form.unit'),
        html`<select class="input" part="input" id="${key}.unit" name="${key}.unit">
          ${MONEY_UNITS_OFFERED.map(
            (each, index) => html`<option value=${each} .selected=${each === unit}>${words[index]}</option>`,
          )}
        </select>`,
      )}
      ${flag(`${key}.negotiable`, l10n.t('form.negotiable'), context)}
    </div>
    ${amounts.map((name) => faultView(`${key}.${name}`, context))}`;
}

function labelled(label: string, content: TemplateResult): TemplateResult {
  return html`<label class="part"><span class="visually-hidden">${label}</span>${content}</label>`;
}

/** The same columns several times. */
function rows(field: Field, context: FieldContext): TemplateResult {
  const { name, columns = [] } = field;
  const { model, l10n } = context;
  const all = model.rows(name);
  return html`<div class="rows" id=${name}>
      ${all.map(
        (_row, index) =>
          html`<div class="row" part="row" role="group" aria-label=${l10n.t('form.row', { number: index + 1 })}>
            ${columns.filter((column) => isOffered(column, `${name}.${index}`, model.values)).map((column) => cell(column, `${name}.${index}.${column.name}`, context))}
            <button
              type="button"
              class="remove"
              part="remove-button"
              data-remove=${name}
              data-index=${index}
              aria-label=${l10n.t('form.remove', { number: index + 1 })}
              title=${l10n.t('form.remove', { number: index + 1 })}
            >
              ${crossIcon}
            </button>
          </div>`,
      )}
    </div>
    <button type="button" class="plain add" part="add-button" data-add=${name}>+ ${l10n.t('form.add')}</button>`;
}

/** The upper end of a range stands only beside a range. */
function isOffered({ name }: Field, row: string, values: Values): boolean {
  return name !== 'upper' || entryAt(values, `${row}.operator`) === 'range';
}

function cell(column: Field, key: string, context: FieldContext): TemplateResult {
  return html`<div class="cell ${column.name} ${column.type}">
    <label for=${key}>${labelOf(context, column)}</label>
    ${control(column, key, context)}${faultView(key, context)}
  </div>`;
}

function help(field: Field, key: string, { definition, l10n }: FieldContext): unknown {
  const words = l10n.t(`${textKey(definition.kind, field)}.help`);
  return words ? html`<p class="help" part="help" id="${key}-help">${words}</p>` : nothing;
}

/** What is wrong with a field. */
export function faultView(key: string, context: FieldContext): unknown {
  const fault = context.model.faults.get(key);
  return fault
    ? html`<p class="fault" part="fault" id="${key}-fault">
        ${context.faultWords(fault) || context.l10n.t('form.check')}
      </p>`
    : nothing;
}

function counter({ max, type }: Field, key: string, { model, l10n }: FieldContext): unknown {
  if (max === undefined || type === 'words') return nothing;
  const count = countCharacters(textAt(model.values, key).trim());
  // A name of a few characters is nobody's concern
  return count === 0 || (type === 'text' && count < max / 2)
    ? nothing
    : html`<span class="count" part="counter">${l10n.number(count)} / ${l10n.number(max)}</span>`;
}
