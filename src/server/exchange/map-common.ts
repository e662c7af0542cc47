import { findCode } from '../../domain/code-lists/index.js';
import { EmailAddress, type Contact, type LanguageMap, type Organisation, WebUrl } from '../../domain/primitives.js';
import type { Keywords } from '../../domain/concepts.js';
import type { RecordKind, RecordSource } from '../../domain/record.js';
import { recordId } from '../../domain/record-id.js';
import { oneLine } from './clean-text.js';
import type { CommonColumn } from './common-columns.js';
import { contentId, type MappingOptions } from './mapped-row.js';
import { parseDate } from './parse-date.js';
import { splitNames, splitWords } from './split-list.js';
import type { TableRow } from './table-row.js';

/** A row of any kind of record: the columns that all have, and a title, a date and an id under their own names. */
type Row = TableRow<CommonColumn | 'id' | 'title' | 'titleEn' | 'publishedOn'>;

/** Where a row comes from, and the id that it always gets. */
export function mapIdentity(
  kind: RecordKind,
  row: Row,
  values: Readonly<Record<string, unknown>>,
  options: MappingOptions,
): { id: string; source: RecordSource } {
  const name = options.sourceName ?? row.short('source', 200) ?? options.fallbackSource;
  const ownId = row.short('id', 500);
  if (!ownId) row.note('no-id');
  const id = ownId ?? contentId(values);
  const url = row.short('url', 2048);
  const isLink = url !== undefined && WebUrl.safeParse(url).success;
  if (url && !isLink) row.note('unusable-value', 'url', url);
  return { id: recordId(kind, name, id), source: { name, id, ...(isLink && { url }) } };
}

const LANGUAGES: Readonly<Record<string, string>> = {
  zh: 'zh-CN',
  cn: 'zh-CN',
  'zh-cn': 'zh-CN',
  zho: 'zh-CN',
  chi: 'zh-CN',
  chinese: 'zh-CN',
  中文: 'zh-CN',
  汉语: 'zh-CN',
  简体中文: 'zh-CN',
  en: 'en',
  eng: 'en',
  english: 'en',
  英文: 'en',
  英语: 'en',
};

const HAN = /\p{Script=Han}/u;

/** The language that the row states, else the one that its title is written in. */
export function mapLanguage(row: Row): string {
  const stated = row.short('lang', 35);
  const known = stated && LANGUAGES[stated.toLowerCase().replace('_', '-')];
  if (known) return known;
  if (stated && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(stated)) return stated;
  if (stated) row.note('unusable-value', 'lang', stated);
  return HAN.test(row.text('title') ?? '') ? 'zh-CN' : 'en';
}

/** The title on one line, in each language that the row has it in. */
export function mapTitle(row: Row, lang: string): LanguageMap | undefined {
  const title = languages(row, lang, 'title', 'titleEn');
  const own = title?.[lang];
  if (own && /\p{Script=Han}\d$/u.test(own)) row.note('title-ends-in-digit', 'title', own);
  return title && Object.fromEntries(Object.entries(title).map(([tag, text]) => [tag, oneLine(text)]));
}

/** A text in the row's language and, where the source has one, in English. */
export function languages<Column extends string>(
  row: TableRow<Column>,
  lang: string,
  own: Column,
  english?: Column,
): LanguageMap | undefined {
  const text = row.text(own);
  const translation = english && row.text(english);
  if (text && MARKUP.test(text)) row.note('markup-in-text', own, text);
  if (!text && !translation) return undefined;
  return { ...(translation && { en: translation }), ...(text && { [lang]: text }) };
}

const MARKUP = /<\/?[a-z][a-z0-9]*(\s[^<>]*)?\/?>/i;

/** The keywords of a row by language. */
export function mapKeywords(row: Row, lang: string): Keywords | undefined {
  const own = row.list('keywords', splitWords, 500);
  const english = row.list('keywordsEn', splitWords, 500);
  if (own.length === 0 && english.length === 0) return undefined;
  return { ...(english.length > 0 && { en: english }), ...(own.length > 0 && { [lang]: own }) };
}

/** The organisations that a column names. */
export function mapOrganisations<Column extends string>(
  row: TableRow<Column>,
  column: Column,
  lang: string,
): Organisation[] {
  // Sources in English name Chinese organisations in Chinese too
  const tag = (name: string): string => (lang === 'en' && HAN.test(name) ? 'zh-CN' : lang);
  return row.list(column, splitNames, 1000).map((name) => ({ name: { [tag(name)]: name } }));
}

/** How to reach whoever answers for the record. */
export function mapContact(row: Row): Contact | undefined {
  const email = row.short('contactEmail', 320);
  const isAddress = email !== undefined && EmailAddress.safeParse(email).success;
  if (email && !isAddress) row.note('unusable-value', 'contactEmail');
  const phone = row.short('contactPhone', 50);
  if (phone && /(^|\D|\+86)1[3-9]\d{9}(\D|$)/.test(phone.replace(/[\s-]/g, '')))
    row.note('mobile-number', 'contactPhone');
  const name = row.short('contactName', 200);
  const contact = defined({ name, email: isAddress ? email : undefined, phone });
  return Object.keys(contact).length > 0 ? contact : undefined;
}

/** The day of publication; one without a day is noted. */
export function mapPublishedOn(row: Row): string | undefined {
  const date = mapDate(row, 'publishedOn');
  if (date && date.length < 10) row.note('date-imprecise', 'publishedOn', date);
  return date;
}

/** A date column; a text that is no date is noted. */
export function mapDate<Column extends string>(row: TableRow<Column>, column: Column): string | undefined {
  const text = row.short(column, 100);
  const date = text && parseDate(text);
  if (text && !date) row.note('unusable-value', column, text);
  return date;
}

const WITHDRAWN = /下架|撤回|撤销|停用|作废|失效|过期|隐藏|withdrawn|inactive|expired|hidden/i;

/**
 * What comes from a file is published unless the file says otherwise. `isOther`: the column may be about something else
 * than the record, so only a known status counts.
 */
export function mapStatus(row: Row, isOther = false): string {
  const text = row.short('status', 200);
  const code = text && findCode('record-status', text);
  if (code) return code;
  if (!text || isOther) return 'published';
  if (WITHDRAWN.test(text)) return 'closed';
  row.note('status-unknown', 'status', text);
  return 'published';
}

/** The list, or nothing for an empty one: what is unknown is absent. */
export function filled<T>(list: readonly T[]): T[] | undefined {
  return list.length > 0 ? [...list] : undefined;
}

/** The record without the fields that are unknown. */
export function defined<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

/** Whether a 密级 is one that keeps a record from the public. */
export function isSecret(level: string): boolean {
  return /绝密|机密|秘密|涉密|secret|confidential|classified/i.test(level) && !/非涉?密|unclassified/i.test(level);
}
