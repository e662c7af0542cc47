import { isCreditCode } from '../../domain/credit-code.js';
import type { Demand } from '../../domain/demand.js';
import type { Organisation } from '../../domain/primitives.js';
import { type DemandColumn, type DemandRow, findDemandColumn } from './demand-columns.js';
import { mapCode, mapCodes, mapFields, mapIndustries, mapRegion } from './map-classification.js';
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
import type { MappedRow, MappingOptions, NoteMissing } from './mapped-row.js';
import { parseBudget } from './parse-budget.js';
import { TableRow } from './table-row.js';

/**
 * Makes a demand of a row with headers and values as they are met in files. It maps and tells rather than rejects: what
 * is unknown is kept as text, what cannot be read is left out, and both are noted. Only a row without a title, or one
 * that is marked as secret, becomes no record.
 */
export function mapDemandRow(values: Readonly<Record<string, unknown>>, options: MappingOptions): MappedRow<Demand> {
  const row = new TableRow<DemandColumn>(values, findDemandColumn);
  const secrecyLevel = row.short('secrecyLevel', 200);
  if (secrecyLevel && isSecret(secrecyLevel))
    return { fault: { code: 'row-secret', details: { value: secrecyLevel } } };
  const lang = mapLanguage(row);
  const title = mapTitle(row, lang);
  if (!title) return { fault: { code: 'title-missing' } };
  const record: Demand = defined({
    ...mapIdentity('demand', row, values, options),
    kind: 'demand',
    status: mapStatus(row),
    lang,
    createdAt: options.now,
    updatedAt: options.now,
    title,
    summary: languages(row, lang, 'summary', 'summaryEn'),
    problem: languages(row, lang, 'problem'),
    requirements: languages(row, lang, 'requirements'),
    context: languages(row, lang, 'context'),
    attemptedSolutions: languages(row, lang, 'attemptedSolutions'),
    constraints: languages(row, lang, 'constraints'),
    ipExpectation: languages(row, lang, 'ipExpectation'),
    keywords: mapKeywords(row, lang),
    ...mapOwner(row, lang),
    contact: mapContact(row),
    demandType: mapCode(row, 'demandType', 'demand-type'),
    fields: filled(mapFields(row)),
    industries: filled(mapIndustries(row)),
    region: mapRegion(row),
    budget: mapBudget(row),
    deadline: mapDate(row, 'deadline'),
    cooperationModes: filled(mapCodes(row, 'cooperationModes', 'cooperation-mode')),
    publishedOn: mapPublishedOn(row),
    validUntil: mapDate(row, 'validUntil'),
  });
  noteMissingInDemand(record, (kind) => row.note(kind));
  return { record, oddities: row.oddities, ignored: row.ignored };
}

/** Notes what a searcher will miss in a demand. */
export const noteMissingInDemand: NoteMissing<Demand> = (record, note) => {
  if (!record.summary && !record.problem) note('no-summary');
  if (!record.keywords?.[record.lang ?? '']) note('no-keywords');
  if (!record.fields) note('no-field');
  if (!record.owner && record.anonymous !== true) note('no-owner');
  if (!record.publishedOn) note('no-date');
};

const YES = /^(是|y|yes|true|1|匿名)$/i;
const NO = /^(否|n|no|false|0|不匿名|公开)$/i;

/** Whose demand it is. One that is to be anonymous names nobody, whatever else the row says. */
function mapOwner(row: DemandRow, lang: string): Pick<Demand, 'owner' | 'anonymous' | 'organisationNature'> {
  const organisationNature = mapCode(row, 'organisationNature', 'organisation-nature');
  const text = row.short('anonymous', 50);
  if (text && !YES.test(text) && !NO.test(text)) row.note('anonymous-assumed', 'anonymous', text);
  // Whoever wrote something there that is not a plain no may have wanted not to be named
  const anonymous = text !== undefined && !NO.test(text);
  const owner = anonymous ? undefined : mapInNeed(row, lang);
  return { owner, ...(anonymous && { anonymous }), organisationNature };
}

/** The organisation in need, with its credit code where that can be one. */
export function mapInNeed(row: DemandRow, lang: string): Organisation | undefined {
  const [owner] = mapOrganisations(row, 'owner', lang);
  const creditCode = row.short('creditCode', 50)?.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
  if (creditCode === undefined || owner === undefined) return owner;
  if (isCreditCode(creditCode)) return { ...owner, creditCode };
  row.note('unusable-value', 'creditCode', creditCode);
  return owner;
}

/** The budget as figures where they can be read for sure, else in the words of the source. */
function mapBudget(row: DemandRow): Demand['budget'] {
  const text = row.short('budget', 500);
  if (!text) return undefined;
  const budget = parseBudget(text, row.headerNote('budget'));
  if (budget) return budget;
  row.note('budget-as-text', 'budget', text);
  return { text };
}
