import { isCreditCode } from '../../domain/credit-code.js';
import type { Money } from '../../domain/concepts.js';
import { countCharacters } from './count-characters.js';
import type { Field, FieldType } from './definition.js';
import { readMoney, readMoneyRange, readNumber } from './read-number.js';
import { type Entry, entryAt, isEmpty, listAt, textAt, type Values } from './values.js';

/** What can be wrong with a field; each has its words, `fault.<code>`. */
export type FaultCode =
  | 'required'
  | 'choose'
  | 'tooLong'
  | 'number'
  | 'upper'
  | 'money'
  | 'email'
  | 'phone'
  | 'reach'
  | 'url'
  | 'date'
  | 'creditCode'
  | 'consent'
  | 'consents'
  | 'files'
  | 'refused'
  | 'invalid';

/** What is wrong with one field. */
export interface Fault {
  /** Of the field: `indicators.0.value`. */
  readonly key: string;
  readonly code: FaultCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Where a part of the body was typed. */
export interface Place {
  readonly key: string;
  readonly type: FieldType | 'consent';
}

/** Languages that a text may be given in, Chinese first. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type TextLanguage = (typeof LANGUAGES)[number];

export const MONEY_UNITS_OFFERED = ['万元', '元', '亿元'] as const;

/** Half a line of full-width signs from an office keyboard, as the half-width ones they stand for. */
const narrow = (text: string): string => text.normalize('NFKC').trim();

const CLEAN: Readonly<Partial<Record<FieldType, (text: string) => string>>> = {
  phone: narrow,
  email: narrow,
  url: narrow,
  creditCode: (text) => narrow(text).replaceAll(/[\s-]/g, '').toUpperCase(),
};

/** Makes of what was typed the body that is sent: unknown is absent, numbers are numbers, and every part knows its field. */
export class Composer {
  readonly values: Values;
  /** The language that the form is in. */
  readonly lang: TextLanguage;
  readonly body: Record<string, unknown> = {};
  readonly faults: Fault[] = [];
  readonly places: Map<string, Place> = new Map();

  constructor(values: Values, lang: TextLanguage) {
    this.values = values;
    this.lang = lang;
  }

  /** Writes a field, at another place than its own where it is the column of a row. */
  write(field: Field, isRequired: boolean, path: string = field.path, key: string = field.name): void {
    const { type } = field;
    const firstKey = field.languages === 'each' ? `${key}.${this.lang}` : key;
    this.places.set(path, { key: firstKey, type });
    const before = this.faults.length;
    this.#write(field, path, key);
    if (isRequired && this.faults.length === before && isEmpty(entryAt(this.values, key)))
      this.fault(firstKey, type === 'choice' || type === 'choices' ? 'choose' : 'required');
  }

  fault(key: string, code: FaultCode, params?: Fault['params']): void {
    this.faults.push({ key, code, ...(params && { params }) });
  }

  /** Puts `value` at a path of the body, and notes where it was typed. */
  put(path: string, value: unknown, place?: Place): void {
    if (place) this.places.set(path, place);
    const steps = path.split('.');
    let at: Record<string, unknown> = this.body;
    for (const [index, step] of steps.entries()) {
      if (index === steps.length - 1) at[step] = value;
      else at = (at[step] ??= /^\d+$/.test(steps[index + 1] ?? '') ? [] : {}) as Record<string, unknown>;
    }
  }

  /** What stands at a path of the body. */
  get(path: string): unknown {
    return path
      .split('.')
      .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], this.body);
  }

  #write(field: Field, path: string, key: string): void {
    const { type } = field;
    if (type === 'rows') this.#rows(field, path, key);
    else if (type === 'money') this.#money(field, path, key);
    else if (type === 'choice' || type === 'choices') this.#choices(field, path, key);
    else if (type === 'number') this.#number(path, key);
    else if (type === 'flag') {
      if (textAt(this.values, key)) this.put(path, true, { key, type });
    } else if (field.languages === 'each')
      for (const lang of LANGUAGES) this.#text(field, path, `${key}.${lang}`, lang);
    else this.#text(field, path, key, field.languages && this.#languageOf(textAt(this.values, key)));
  }

  /** A name in Chinese signs is Chinese, whatever the page is in. */
  #languageOf(text: string): TextLanguage {
    return /\p{Script=Han}/u.test(text) ? 'zh-CN' : this.lang;
  }

  #text({ type, max }: Field, path: string, key: string, lang?: TextLanguage): void {
    const typed = textAt(this.values, key);
    const text = CLEAN[type]?.(typed) ?? typed.trim();
    if (!text) return;
    const place = { key, type };
    const count = max === undefined ? 0 : countCharacters(text);
    if (max !== undefined && count > max) this.fault(key, 'tooLong', { max, count });
    if (type === 'creditCode' && !isCreditCode(text)) this.fault(key, 'creditCode');
    const inLang = (at: string, value: unknown): void => {
      this.put(lang ? `${at}.${lang}` : at, value, place);
    };
    if (type === 'words') inLang(path, split(text, /[、，,;；\n]/));
    else if (type === 'people')
      for (const [index, name] of split(text, /[、，,;；\n]/).entries()) this.put(`${path}.${index}.name`, name, place);
    else if (type === 'lines')
      for (const [index, line] of split(text, /\n/).entries()) inLang(`${path}.${index}`, line);
    else inLang(path, text);
  }

  #number(path: string, key: string): void {
    const text = textAt(this.values, key);
    if (!text.trim()) return;
    const number = readNumber(text);
    if (number === undefined) this.fault(key, 'number');
    else this.put(path, number, { key, type: 'number' });
  }

  #choices({ type, as, lists = '', codes }: Field, path: string, key: string): void {
    const entry = entryAt(this.values, key);
    const chosen = (typeof entry === 'string' ? [entry] : ((entry as readonly string[] | undefined) ?? [])).filter(
      (each) => typeof each === 'string' && each.trim(),
    );
    if (chosen.length === 0) {
      // A choice of the form's own always stands at one of its codes
      if (codes) this.put(path, codes[0]);
      return;
    }
    const place = { key, type };
    if (as === undefined) return this.put(path, type === 'choice' ? chosen[0] : chosen, place);
    const terms = chosen.map((each) => termOf(each, lists));
    if (as === 'concepts') return this.put(path, terms, place);
    const levels = terms.flatMap(({ scheme, code }) => {
      const level = readNumber(code);
      return level === undefined ? [] : [{ scheme, level }];
    });
    if (levels.length > 0) this.put(path, levels, place);
  }

  #money({ amounts = [], keepsWords }: Field, path: string, key: string): void {
    const unit = (textAt(this.values, `${key}.unit`) || MONEY_UNITS_OFFERED[0]) as Money['unit'];
    const words: string[] = [];
    for (const name of amounts) {
      const typed = textAt(this.values, `${key}.${name}`).trim();
      if (!typed) continue;
      const range = amounts.length === 1 && keepsWords ? readMoneyRange(typed, unit) : undefined;
      const money = readMoney(typed, unit);
      if (range)
        for (const [index, end] of ['min', 'max'].entries())
          this.put(`${path}.${end}`, range[index], { key: `${key}.${name}`, type: 'number' });
      else if (money) this.put(`${path}.${name}`, money, { key: `${key}.${name}`, type: 'number' });
      else if (keepsWords) words.push(typed);
      else this.fault(`${key}.${name}`, 'money');
    }
    if (words.length > 0)
      this.put(`${path}.text`, words.join(' – '), { key: `${key}.${amounts[0] ?? ''}`, type: 'text' });
    if (textAt(this.values, `${key}.negotiable`)) this.put(`${path}.negotiable`, true);
  }

  #rows({ columns = [] }: Field, path: string, key: string): void {
    let filled = 0;
    for (const [index, row] of listAt(this.values, key).entries()) {
      if (
        columns.every(({ name, codes }) => codes !== undefined || isEmpty((row as Values)[name] as Entry | undefined))
      )
        continue;
      for (const column of columns)
        this.write(
          column,
          column.isRequired ?? false,
          `${path}.${filled}.${column.path}`,
          `${key}.${index}.${column.name}`,
        );
      filled += 1;
    }
  }
}

function split(text: string, by: RegExp): string[] {
  return text
    .split(by)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** `hightech-8:energy` as a term of that list; other words as free text. */
function termOf(chosen: string, lists: string): { scheme: string; code: string } {
  const [scheme = '', ...code] = chosen.split(':');
  return code.length > 0 && lists.split(' ').includes(scheme)
    ? { scheme, code: code.join(':') }
    : { scheme: 'text', code: chosen.trim() };
}
