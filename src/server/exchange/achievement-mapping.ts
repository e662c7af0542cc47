import type { Achievement } from '../../domain/achievement.js';
import { findCode } from '../../domain/code-lists/index.js';
import {
  EmailAddress,
  MAX_TEXT,
  WebUrl,
  type Contact,
  type LanguageMap,
  type Organisation,
} from '../../domain/primitives.js';
import { recordId } from '../../domain/record-id.js';
import { AchievementRow } from './achievement-row.js';
import { oneLine } from './clean-text.js';
import type { Column } from './columns.js';
import { mapCode, mapCodes, mapFields, mapIndustries, mapReadiness, mapRegion } from './map-classification.js';
import { isPatentTable, mapDate, mapRights } from './map-rights.js';
import { contentId, noteMissing, type MappedRow, type MappingOptions } from './mapped-row.js';
import { parsePrice, type ParsedPrice } from './parse-price.js';
import { splitNames, splitWords } from './split-list.js';

/**
 * Makes an achievement of a row with headers and values as they are met in files. It maps and tells rather than rejects:
 * what is unknown is kept as text, what cannot be read is left out, and both are noted. Only a row without a title, or
 * one that is marked as secret, becomes no record.
 */
export function mapAchievementRow(values: Readonly<Record<string, unknown>>, options: MappingOptions): MappedRow {
  const row = new AchievementRow(values);
  const secrecyLevel = row.short('secrecyLevel', 200);
  if (secrecyLevel && isSecret(secrecyLevel))
    return { fault: { code: 'row-secret', details: { value: secrecyLevel } } };
  const lang = mapLanguage(row);
  const title = mapTitle(row, lang);
  if (!title) return { fault: { code: 'title-missing' } };
  const region = mapRegion(row);
  const price = mapPrice(row);
  const record: Achievement = defined({
    ...mapIdentity(row, values, options),
    kind: 'achievement',
    status: mapStatus(row),
    lang,
    createdAt: options.now,
    updatedAt: options.now,
    title,
    ...mapContent(row, lang),
    ...mapParties(row, lang),
    ...mapState(row),
    region,
    ip: filled(mapRights(row)),
    transferModes: filled(mapCodes(row, 'transferModes', 'transfer-mode')),
    licenceKind: mapCode(row, 'licenceKind', 'licence-kind'),
    pricingMethod: mapCode(row, 'pricingMethod', 'pricing-method'),
    paymentMode: mapCode(row, 'paymentMode', 'payment-mode'),
    ...price.terms,
    transferNote: mapTransferNote(row, lang, price.unread),
    secrecyLevel,
  });
  noteMissing(record, (kind) => row.note(kind));
  return { record, oddities: row.oddities, ignored: row.ignored };
}

function mapIdentity(
  row: AchievementRow,
  values: Readonly<Record<string, unknown>>,
  options: MappingOptions,
): Pick<Achievement, 'id' | 'source'> {
  const name = options.sourceName ?? row.short('source', 200) ?? options.fallbackSource;
  const ownId = row.short('id', 500);
  if (!ownId) row.note('no-id');
  const id = ownId ?? contentId(values);
  const url = row.short('url', 2048);
  const isLink = url !== undefined && WebUrl.safeParse(url).success;
  if (url && !isLink) row.note('unusable-value', 'url', url);
  return { id: recordId('achievement', name, id), source: { name, id, ...(isLink && { url }) } };
}

function isSecret(level: string): boolean {
  return /绝密|机密|秘密|涉密|secret|confidential|classified/i.test(level) && !/非涉?密|unclassified/i.test(level);
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
function mapLanguage(row: AchievementRow): string {
  const stated = row.short('lang', 35);
  const known = stated && LANGUAGES[stated.toLowerCase().replace('_', '-')];
  if (known) return known;
  if (stated && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(stated)) return stated;
  if (stated) row.note('unusable-value', 'lang', stated);
  return HAN.test(row.text('title') ?? '') ? 'zh-CN' : 'en';
}

function mapTitle(row: AchievementRow, lang: string): LanguageMap | undefined {
  const title = languages(row, lang, 'title', 'titleEn');
  const own = title?.[lang];
  if (own && /\p{Script=Han}\d$/u.test(own)) row.note('title-ends-in-digit', 'title', own);
  return title && Object.fromEntries(Object.entries(title).map(([tag, text]) => [tag, oneLine(text)]));
}

/** A text in the row's language and, where the source has one, in English. */
function languages(row: AchievementRow, lang: string, own: Column, english?: Column): LanguageMap | undefined {
  const text = row.text(own);
  const translation = english && row.text(english);
  if (text && MARKUP.test(text)) row.note('markup-in-text', own, text);
  if (!text && !translation) return undefined;
  return { ...(translation && { en: translation }), ...(text && { [lang]: text }) };
}

const MARKUP = /<\/?[a-z][a-z0-9]*(\s[^<>]*)?\/?>/i;

function mapContent(row: AchievementRow, lang: string): Partial<Achievement> {
  const points = row.list('innovationPoints', (text) => text.split('\n'), MAX_TEXT);
  return {
    summary: languages(row, lang, 'summary', 'summaryEn'),
    benefit: languages(row, lang, 'benefit'),
    keywords: mapKeywords(row, lang),
    problemSolved: languages(row, lang, 'problemSolved'),
    innovationPoints: filled(points.map((text) => ({ [lang]: text }))),
    indicators: languages(row, lang, 'indicators'),
    comparison: languages(row, lang, 'comparison'),
    economics: languages(row, lang, 'economics'),
    applications: languages(row, lang, 'applications'),
  };
}

function mapKeywords(row: AchievementRow, lang: string): Achievement['keywords'] {
  const own = row.list('keywords', splitWords, 500);
  const english = row.list('keywordsEn', splitWords, 500);
  if (own.length === 0 && english.length === 0) return undefined;
  return { ...(english.length > 0 && { en: english }), ...(own.length > 0 && { [lang]: own }) };
}

function mapParties(row: AchievementRow, lang: string): Partial<Achievement> {
  return {
    institutions: filled(mapOrganisations(row, 'institutions', lang)),
    owner: mapOrganisations(row, 'owner', lang)[0],
    completers: filled(row.list('completers', splitPeople, 200).map((name) => ({ name }))),
    contact: mapContact(row),
  };
}

function mapOrganisations(row: AchievementRow, column: Column, lang: string): Organisation[] {
  // Sources in English name Chinese organisations in Chinese too
  const tag = (name: string): string => (lang === 'en' && HAN.test(name) ? 'zh-CN' : lang);
  return row.list(column, splitNames, 1000).map((name) => ({ name: { [tag(name)]: name } }));
}

/** `Smith, J.; Doe, A.` are two people, and so are `张三，李四`. */
function splitPeople(text: string): string[] {
  return /[;；]/.test(text) ? splitNames(text) : splitWords(text);
}

function mapContact(row: AchievementRow): Contact | undefined {
  const email = row.short('contactEmail', 320);
  const isAddress = email !== undefined && EmailAddress.safeParse(email).success;
  if (email && !isAddress) row.note('unusable-value', 'contactEmail');
  const phone = row.short('contactPhone', 50);
  if (phone && /(^|\D)1[3-9]\d{9}(\D|$)/.test(phone.replace(/[\s-]/g, ''))) row.note('mobile-number', 'contactPhone');
  const name = row.short('contactName', 200);
  const contact = defined({ name, email: isAddress ? email : undefined, phone });
  return Object.keys(contact).length > 0 ? contact : undefined;
}

function mapState(row: AchievementRow): Partial<Achievement> {
  return {
    registrationNo: row.short('registrationNo', 50),
    achievementClass: mapCode(row, 'achievementClass', 'achievement-class'),
    fields: filled(mapFields(row)),
    industries: filled(mapIndustries(row)),
    form: mapCode(row, 'form', 'achievement-form'),
    attribute: mapCode(row, 'attribute', 'achievement-attribute'),
    level: mapCode(row, 'level', 'achievement-level'),
    readiness: filled(mapReadiness(row)),
    applicationState: mapCode(row, 'applicationState', 'application-state'),
    publishedOn: mapPublishedOn(row),
    startDate: mapDate(row, 'startDate'),
    endDate: mapDate(row, 'endDate'),
    validUntil: mapDate(row, 'validUntil'),
  };
}

function mapPublishedOn(row: AchievementRow): string | undefined {
  const date = mapDate(row, 'publishedOn');
  if (date && date.length < 10) row.note('date-imprecise', 'publishedOn', date);
  return date;
}

const WITHDRAWN = /下架|撤回|撤销|停用|作废|失效|过期|隐藏|withdrawn|inactive|expired|hidden/i;

/** What comes from a file is published unless the file says otherwise. */
function mapStatus(row: AchievementRow): string {
  const text = row.short('status', 200);
  const code = text && findCode('record-status', text);
  if (code) return code;
  if (!text || isPatentTable(row)) return 'published';
  if (WITHDRAWN.test(text)) return 'closed';
  row.note('status-unknown', 'status', text);
  return 'published';
}

/** The price of a row, and its text when no amount could be read from it. */
function mapPrice(row: AchievementRow): { terms: ParsedPrice; unread?: string } {
  const text = row.short('price', 500);
  if (!text) return { terms: {} };
  const terms = parsePrice(text, row.headerNote('price'));
  if (terms.price || terms.negotiable) return { terms };
  row.note('price-as-text', 'price', text);
  return { terms, unread: text };
}

function mapTransferNote(row: AchievementRow, lang: string, unreadPrice: string | undefined): LanguageMap | undefined {
  const label = lang.startsWith('zh') ? '价格：' : 'Price: ';
  const parts = [row.text('transferNote'), unreadPrice && label + unreadPrice].filter((part) => part !== undefined);
  return parts.length > 0 ? { [lang]: parts.join('\n') } : undefined;
}

/** The list, or nothing for an empty one: what is unknown is absent. */
function filled<T>(list: readonly T[]): T[] | undefined {
  return list.length > 0 ? [...list] : undefined;
}

/** The record without the fields that are unknown. */
function defined<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
