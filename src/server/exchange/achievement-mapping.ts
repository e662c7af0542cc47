import type { Achievement } from '../../domain/achievement.js';
import { type LanguageMap, MAX_TEXT } from '../../domain/primitives.js';
import { type AchievementRow, type Column, findColumn } from './columns.js';
import { mapCode, mapCodes, mapFields, mapIndustries, mapReadiness, mapRegion } from './map-classification.js';
import {
  defined,
  filled,
  isSecret,
  languages,
  mapContact,
  mapDate,
  mapIdentity,
  mapKeywords,
  mapLanguage,
  mapOrganisations,
  mapPublishedOn,
  mapStatus,
  mapTitle,
} from './map-common.js';
import { isPatentTable, mapRights } from './map-rights.js';
import type { MappedRow, MappingOptions, NoteMissing } from './mapped-row.js';
import { parsePrice, type ParsedPrice } from './parse-price.js';
import { splitNames, splitWords } from './split-list.js';
import { TableRow } from './table-row.js';

/**
 * Makes an achievement of a row with headers and values as they are met in files. It maps and tells rather than rejects:
 * what is unknown is kept as text, what cannot be read is left out, and both are noted. Only a row without a title, or
 * one that is marked as secret, becomes no record.
 */
export function mapAchievementRow(
  values: Readonly<Record<string, unknown>>,
  options: MappingOptions,
): MappedRow<Achievement> {
  const row = new TableRow<Column>(values, findColumn);
  const secrecyLevel = row.short('secrecyLevel', 200);
  if (secrecyLevel && isSecret(secrecyLevel))
    return { fault: { code: 'row-secret', details: { value: secrecyLevel } } };
  const lang = mapLanguage(row);
  const title = mapTitle(row, lang);
  if (!title) return { fault: { code: 'title-missing' } };
  const region = mapRegion(row);
  const price = mapPrice(row);
  const record: Achievement = defined({
    ...mapIdentity('achievement', row, values, options),
    kind: 'achievement',
    // The status in a table of patents is that of the patent
    status: mapStatus(row, isPatentTable(row)),
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
  noteMissingInAchievement(record, (kind) => row.note(kind));
  return { record, oddities: row.oddities, ignored: row.ignored };
}

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

function mapParties(row: AchievementRow, lang: string): Partial<Achievement> {
  return {
    institutions: filled(mapOrganisations(row, 'institutions', lang)),
    owner: mapOrganisations(row, 'owner', lang)[0],
    completers: filled(row.list('completers', splitPeople, 200).map((name) => ({ name }))),
    contact: mapContact(row),
  };
}

/** `Smith, J.; Doe, A.` are two people, and so are `张三，李四`. */
function splitPeople(text: string): string[] {
  return /[;；]/.test(text) ? splitNames(text) : splitWords(text);
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

/** Notes what a searcher will miss in an achievement. */
export const noteMissingInAchievement: NoteMissing<Achievement> = (record, note) => {
  if (!record.summary) note('no-summary');
  if (!record.keywords?.[record.lang ?? '']) note('no-keywords');
  if (!record.fields) note('no-field');
  if (!record.institutions) note('no-institution');
  if (!record.publishedOn) note('no-date');
};
