import { css, type CSSResult, html, nothing } from 'lit';
import type { Money } from '../../../domain/concepts.js';
import { moneyText } from '../../money.js';
import { Modal } from '../../lazy/modal.js';
import { modalStyles } from '../../lazy/modal-styles.js';
import { recordStyles } from '../../lazy/record-styles.js';
import { group, recordGroups, type RecordField, type RecordGroup, recordTable } from '../../lazy/record-view.js';
import { Composer, LANGUAGES, type TextLanguage } from '../compose.js';
import { type Field, fieldsOf } from '../definition.js';
import { type FieldContext, labelOf } from '../field-view.js';
import type { FormSurroundings } from '../form-parts.js';
import { readNumber } from '../read-number.js';
import { entryAt, isEmpty, listAt, textAt } from '../values.js';
import { texts } from './preview-texts.js';

/** What the public will see of what stands in the form, in a dialog. */
export class PreviewPart {
  readonly texts = texts;
  readonly styles: CSSResult = styles;

  readonly #around: FormSurroundings;
  readonly #modal: Modal;
  #isOpen = false;

  constructor(around: FormSurroundings) {
    this.#around = around;
    this.#modal = new Modal(() => {
      this.#isOpen = false;
      around.host.requestUpdate();
    });
  }

  open(): void {
    const { host } = this.#around;
    this.#isOpen = true;
    host.requestUpdate();
    void host.updateComplete.then(() => {
      this.#modal.open(host.renderRoot as ShadowRoot, 'preview');
    });
  }

  template(): unknown {
    if (!this.#isOpen) return nothing;
    const { l10n } = this.#around;
    const context = this.#around.context();
    const [lang, title] = inLanguage('title', context);
    const groups = context.definition.sections.map(({ name, fields }) =>
      group(
        name,
        l10n.t(`section.${name}`),
        fields.map((field) => fieldOf(field, context)),
      ),
    );
    return this.#modal.template({
      name: 'preview',
      title: l10n.t('preview.title'),
      body: html`<p class="preview-title"><strong lang=${lang}>${title || l10n.t('preview.untitled')}</strong></p>
        ${recordGroups([...groups, ownerGroup(context)])}`,
      actions: html`<p class="help">${l10n.t('preview.note')}</p>`,
      closeLabel: l10n.t('preview.close'),
    });
  }
}

/** Who the record will say it is from, where it does. */
function ownerGroup(context: FieldContext): RecordGroup {
  const { l10n } = context;
  const names = composed(context).get('draft.owner.name') as Readonly<Record<string, string>> | undefined;
  const content = html`<bdi>${Object.values(names ?? {})[0]}</bdi>`;
  return group('owner', l10n.t('preview.owner'), [
    names && { id: 'owner', label: l10n.t('form.organisation'), content, raw: names },
  ]);
}

/** A field as a reader will see it; nothing where it is empty or private. */
function fieldOf(field: Field, context: FieldContext): RecordField | undefined {
  const { name, type, path } = field;
  const entry = entryAt(context.model.values, name);
  if (!path.startsWith('draft') || name === 'title' || isEmpty(entry)) return undefined;
  const content = contentOf(field, context);
  if (content === nothing) return undefined;
  const isLong = type === 'long' || type === 'lines' || type === 'rows';
  return { id: name, label: labelOf(context, field), content, raw: entry, isLong };
}

function contentOf(field: Field, context: FieldContext): unknown {
  const { name, type, languages } = field;
  const { model, l10n } = context;
  switch (type) {
    case 'rows':
      return tableOf(field, context);
    case 'money':
      return moneyOf(field, context);
    case 'flag':
      return l10n.t('preview.yes');
    case 'date':
    case 'month':
      return l10n.date(textAt(model.values, name));
    case 'choice':
      return choiceOf(field, textAt(model.values, name), context);
    case 'choices':
      return (listAt(model.values, name) as readonly string[])
        .map((code) => choiceOf(field, code, context))
        .join(l10n.t('preview.comma'));
    default: {
      const [lang, text] = languages === 'each' ? inLanguage(name, context) : ['', textAt(model.values, name)];
      return text ? html`<bdi class="text" lang=${lang || nothing}>${text}</bdi>` : nothing;
    }
  }
}

function tableOf({ name, columns = [], ...field }: Field, context: FieldContext): unknown {
  const { values } = context.model;
  const cell = (column: Field, index: number): unknown => {
    const text = textAt(values, `${name}.${index}.${column.name}`) || (column.codes?.[0] ?? '');
    if (!text) return nothing;
    if (column.type === 'choice') return choiceOf(column, text, context);
    const number = column.type === 'number' ? readNumber(text) : undefined;
    return html`<bdi>${number === undefined ? text : context.l10n.number(number)}</bdi>`;
  };
  return recordTable(
    labelOf(context, { name, ...field }),
    columns.map((column) => ({ label: labelOf(context, column), cell: (index: number) => cell(column, index) })),
    listAt(values, name).flatMap((row, index) => (isEmpty(row) ? [] : [index])),
  );
}

function choiceOf({ lists = '', as, codes, text = '' }: Field, code: string, context: FieldContext): string {
  if (codes) return context.l10n.t(`${text}.codes`).split('|')[codes.indexOf(code)] ?? code;
  return context.lists.entries(lists, as !== undefined).find((entry) => entry.code === code)?.label ?? code;
}

function moneyOf({ name, path, amounts = [] }: Field, context: FieldContext): unknown {
  const { l10n } = context;
  const composer = composed(context);
  const names = amounts.includes('max') ? ['min', 'max'] : amounts;
  const money = names.flatMap((each) => (composer.get(`${path}.${each}`) as Money | undefined) ?? []);
  const figures = money.map((each) => moneyText(each, l10n));
  const free = composer.get(`${path}.text`);
  const parts = [
    ...(figures.length > 0 ? [figures.join(' – ')] : []),
    ...(typeof free === 'string' ? [free] : []),
    ...(textAt(context.model.values, `${name}.negotiable`) ? [l10n.t('form.negotiable')] : []),
  ];
  return parts.length > 0 ? parts.join(l10n.t('preview.comma')) : nothing;
}

/** What would be sent of it. */
function composed({ model, lang, definition }: FieldContext): Composer {
  const composer = new Composer(model.values, lang);
  for (const field of fieldsOf(definition)) composer.write(field, false);
  definition.complete(composer);
  return composer;
}

/** A text in the reader's language, else in the other. */
function inLanguage(name: string, { model, lang }: FieldContext): [lang: TextLanguage, text: string] {
  const filled = [lang, ...LANGUAGES].find((each) => textAt(model.values, `${name}.${each}`).trim()) ?? lang;
  return [filled, textAt(model.values, `${name}.${filled}`).trim()];
}

const styles: CSSResult = css`
  ${modalStyles}
  ${recordStyles}
  .preview-title {
    margin-block-end: calc(var(--_space) * 2);
    font-size: 1.25em;
  }
`;
