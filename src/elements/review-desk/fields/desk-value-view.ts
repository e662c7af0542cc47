import { html, nothing, type TemplateResult } from 'lit';
import type { Money } from '../../../domain/index.js';
import { link } from '../../../ui/lazy/record-values.js';
import { moneyText } from '../../../ui/money.js';
import type { CodeWords } from '../code-words.js';
import type { L10n } from '../desk-words.js';
import { CODE_LISTS, type FieldKey } from './desk-field-names.js';
import { isObject, type Path } from './desk-leaves.js';

/** What is needed to write the values of a draft. */
export interface FieldContext {
  readonly l10n: L10n;
  readonly codes: CodeWords;
  readonly kind: string;
}

const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
/** Names of fields that look like the tag of a language. */
const NO_TAGS: ReadonlySet<string> = new Set(['url', 'doi', 'end', 'min', 'max', 'fee', 'ip']);

/** Whether a key names a language. */
export function isLanguage(key: string): boolean {
  return TAG.test(key) && !NO_TAGS.has(key);
}

/** What a language is called; its tag where it has no name. */
export function languageName(tag: string, { textLang }: Pick<L10n, 'textLang'>): string {
  try {
    // Of Chinese there is one kind here, and a reader calls it that
    return new Intl.DisplayNames([textLang], { type: 'language' }).of(tag === 'zh-CN' ? 'zh' : tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The names of fields on the way to a value, without the places in lists and the languages of texts. */
function namesOf(path: Path): string[] {
  return path.filter((key) => !/^\d+$/.test(key) && !isLanguage(key));
}

/** What the last field of a path is called; as it is written on the wire where the desk does not know it. */
export function fieldName(path: Path, { l10n, kind }: FieldContext): string {
  const names = namesOf(path);
  const tail = names.at(-1) ?? '';
  const tries = [`${kind}:${names.join('.')}`, names.join('.'), names.slice(-2).join('.'), tail];
  for (const each of tries) {
    const name = l10n.t(`desk.field.${each}` as FieldKey);
    if (name) return name;
  }
  return tail;
}

/**
 * A path in words: `量化指标 · 第 1 项 · 名称 · 英语`.
 * @param from how many of its first steps are left out
 */
export function pathName(path: Path, context: FieldContext, from = 0): string {
  return path
    .map((key, index) => {
      if (/^\d+$/.test(key)) return context.l10n.t('desk.field.item', { index: Number(key) + 1 });
      if (index > 0 && isLanguage(key)) return languageName(key, context.l10n);
      return fieldName(path.slice(0, index + 1), context);
    })
    .slice(from)
    .join(' · ');
}

/** The code list that a value of a draft is a code of, if any. */
export function codeListOf(path: Path, parent: unknown): string | undefined {
  const names = namesOf(path);
  if (names.at(-1) === 'code' && isObject(parent) && typeof parent['scheme'] === 'string')
    return parent['scheme'] === 'text' ? undefined : parent['scheme'];
  return CODE_LISTS[names.join('.')];
}

/** Every code list that a draft has codes of. */
export function codeListsIn(value: unknown, path: Path = [], parent?: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => codeListsIn(each, [...path, String(index)], value));
  if (isObject(value)) return Object.entries(value).flatMap(([key, each]) => codeListsIn(each, [...path, key], value));
  const list = codeListOf(path, parent);
  return list === undefined ? [] : [list];
}

/** A value of a draft as a reader wants it, whatever its shape. */
export function valueView(value: unknown, path: Path, context: FieldContext, parent?: unknown): unknown {
  if (Array.isArray(value)) return listView(value, path, context);
  if (isObject(value)) return objectView(value, path, context);
  if (typeof value === 'number') return context.l10n.number(value);
  if (typeof value === 'boolean') return context.l10n.t(value ? 'desk.yes' : 'desk.no');
  return typeof value === 'string' ? textView(value, path, context, parent) : nothing;
}

function textView(value: string, path: Path, { l10n, codes }: FieldContext, parent: unknown): unknown {
  const list = codeListOf(path, parent);
  if (list !== undefined) return codes.word(list, value);
  if (path.length === 1 && path[0] === 'lang') return languageName(value, l10n);
  if (/^https?:\/\//i.test(value)) return link(value);
  const name = path.at(-1) ?? '';
  if (/^\d{4}(-\d\d){0,2}$/.test(value) && /(date|on|by|until|deadline|start|end)$/i.test(name))
    return html`<time datetime=${value}>${l10n.date(value)}</time>`;
  return html`<bdi class="text">${value}</bdi>`;
}

function listView(items: readonly unknown[], path: Path, context: FieldContext): unknown {
  const views = items.map((item, index) => valueView(item, [...path, String(index)], context, items));
  const isShort = items.every((item) => typeof item !== 'object' || isConcept(item));
  if (isShort) {
    const comma = context.l10n.textLang === 'zh-CN' ? '、' : ', ';
    return views.map((view, index) => (index === 0 ? view : [comma, view]));
  }
  return html`<ul class="items">
    ${views.map((view) => html`<li>${view}</li>`)}
  </ul>`;
}

function objectView(value: Readonly<Record<string, unknown>>, path: Path, context: FieldContext): unknown {
  const { l10n, codes } = context;
  if (isMoney(value)) return moneyText(value, l10n);
  if (isConcept(value))
    return value.scheme === 'text' ? html`<bdi>${value.code}</bdi>` : codes.word(value.scheme, value.code);
  const entries = Object.entries(value);
  if (entries.length > 0 && entries.every(([key]) => isLanguage(key))) return languagesView(entries, path, context);
  const [only] = entries;
  // An organisation or a contact of which nothing is known but its name
  if (entries.length === 1 && only?.[0] === 'name') return valueView(only[1], [...path, 'name'], context, value);
  if ('operator' in value && 'value' in value) return indicatorView(value, path, context);
  return entries.map(
    ([key, each]) =>
      html`<span class="line"
        ><span class="muted">${fieldName([...path, key], context)}</span>
        ${valueView(each, [...path, key], context, value)}</span
      >`,
  );
}

/** Every language of a text: who reviews it has to see them all. */
function languagesView(entries: readonly (readonly [string, unknown])[], path: Path, context: FieldContext): unknown {
  return entries.map(([lang, value]) => {
    const words = Array.isArray(value)
      ? listView(value, [...path, lang], context)
      : html`<bdi class="text">${String(value)}</bdi>`;
    const name = entries.length > 1 ? html`<span class="language">${languageName(lang, context.l10n)}</span>` : nothing;
    return html`<div class="in-language" lang=${lang}>${name}${words}</div>`;
  });
}

const SIGNS: Readonly<Record<string, string>> = { '<=': '≤', '>=': '≥' };

/** 耐压 ≥ 35 kV */
function indicatorView(value: Readonly<Record<string, unknown>>, path: Path, context: FieldContext): TemplateResult {
  const { name, operator, value: figure, upper, unit } = value;
  const number = (each: unknown): string => (typeof each === 'number' ? context.l10n.number(each) : '');
  const figures =
    operator === 'range'
      ? `${number(figure)} – ${number(upper)}`
      : `${SIGNS[String(operator)] ?? String(operator)} ${number(figure)}`;
  return html`${valueView(name, [...path, 'name'], context)}
    <bdi>${figures}${typeof unit === 'string' ? ` ${unit}` : ''}</bdi>`;
}

function isMoney(value: Readonly<Record<string, unknown>>): value is Record<string, unknown> & Money {
  return (
    typeof value['amount'] === 'number' && typeof value['currency'] === 'string' && typeof value['unit'] === 'string'
  );
}

function isConcept(value: unknown): value is { readonly scheme: string; readonly code: string } {
  return isObject(value) && typeof value['scheme'] === 'string' && typeof value['code'] === 'string';
}
