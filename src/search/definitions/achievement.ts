import type { Achievement } from '../../domain/achievement.js';
import type { Organisation } from '../../domain/primitives.js';
import type { IndexDefinition, IndexDocument } from '../search-index.js';
import {
  codes,
  dayOf,
  englishNames,
  freeWords,
  mainNames,
  moneyBands,
  namesOf,
  numberTexts,
  present,
  texts,
  timeOf,
  yuan,
} from './record-parts.js';

const NINE_LEVELS: ReadonlySet<string> = new Set(['iso-16290-2013', 'gbt-22900']);

function organisations(record: Achievement): Organisation[] {
  return [...(record.institutions ?? []), ...(record.owner ? [record.owner] : [])];
}

function offers({ openLicence, tryFirst, transferModes = [], pricingMethod, ip = [] }: Achievement): string[] {
  const open =
    openLicence ||
    transferModes.includes('open-licence') ||
    ip.some(({ legalStatus }) => legalStatus === 'open-licence');
  const trial = tryFirst || transferModes.includes('try-first') || pricingMethod === 'try-first';
  return [...(open ? ['open-licence'] : []), ...(trial ? ['try-first'] : [])];
}

function numbers(record: Achievement): string[] {
  return numberTexts(
    present(
      record.registrationNo,
      record.source.id,
      ...(record.ip ?? []).flatMap(({ applicationNo, patentNo }) => [applicationNo, patentNo]),
      ...(record.publications ?? []).map(({ doi }) => doi),
    ),
  );
}

function contents(record: Achievement): string[] {
  return [
    ...texts(
      record.benefit,
      record.summary,
      record.problemSolved,
      ...(record.innovationPoints ?? []),
      record.indicators,
      record.comparison,
      record.economics,
      record.applications,
      record.territory,
      record.openLicence?.standard,
      record.transferNote,
      ...(record.readiness ?? []).map(({ evidence }) => evidence),
      ...(record.ip ?? []).map(({ title }) => title),
      ...(record.ip ?? []).flatMap(({ holders = [] }) => holders.map(({ name }) => name)),
      ...(record.media ?? []).map(({ title }) => title),
      ...(record.completers ?? []).map(({ affiliation }) => affiliation),
    ),
    ...(record.completers ?? []).map(({ name }) => name),
    ...(record.publications ?? []).map(({ title }) => title),
    ...freeWords(record.fields, record.industries),
  ];
}

/** The highest level that the record claims on the nine-level scale of ISO 16290 and GB/T 22900. */
function nineLevels({ readiness = [] }: Achievement): number | undefined {
  const levels = readiness.filter(({ scheme }) => NINE_LEVELS.has(scheme)).map(({ level }) => level);
  return levels.length > 0 ? Math.max(...levels) : undefined;
}

function toDocument(record: Achievement): IndexDocument {
  const year = (record.publishedOn ?? record.endDate)?.slice(0, 4);
  return {
    id: record.id,
    texts: {
      title: texts(record.title),
      keywords: Object.values(record.keywords ?? {}).flat(),
      institution: namesOf(organisations(record)),
      numbers: numbers(record),
      text: contents(record),
    },
    facets: {
      field: codes(record.fields),
      industry: codes(record.industries),
      institution: mainNames(organisations(record)),
      region: present(record.region),
      transferMode: record.transferModes ?? [],
      readiness: (record.readiness ?? []).map(({ scheme, level }) => `${scheme}.${level}`),
      ipKind: (record.ip ?? []).map(({ kind }) => kind),
      ipStatus: present(...(record.ip ?? []).map(({ legalStatus }) => legalStatus)),
      level: present(record.level),
      offer: offers(record),
      price: moneyBands(record.price, record.negotiable),
      year: present(year),
      lang: [record.lang],
      source: [record.source.name],
    },
    names: { institution: englishNames(organisations(record)) },
    sorts: { newest: timeOf(record.publishedOn ?? record.createdAt), updated: timeOf(record.updatedAt) },
    ranges: { price: yuan(record.price), published: dayOf(record.publishedOn), readiness: nineLevels(record) },
  };
}

/**
 * How achievements are found. Every text of a record in every language is searchable; its title counts most. Facets:
 * `field` and `industry` (codes, or the source's own words), `institution` (names), `region`, `transferMode`,
 * `readiness` (`iso-16290-2013.6`), `ipKind`, `ipStatus`, `level`, `offer` (`open-licence`, `try-first`), `price`
 * (bands in yuan, `negotiable`), `year`, `lang`, `source`. Sorts: `newest` (publication, else creation), `updated`. Ranges:
 * `price` (yuan), `published` (days), `readiness` (1 to 9 on the scale of ISO 16290 and GB/T 22900).
 */
export const achievementIndex: IndexDefinition<Achievement> = {
  kind: 'achievement',
  version: 4,
  fields: [
    { name: 'title', weight: 5, usualLength: 30, suggest: true },
    { name: 'keywords', weight: 4, usualLength: 25, suggest: true },
    { name: 'institution', weight: 1.5, usualLength: 15, suggest: true },
    { name: 'numbers', weight: 1, usualLength: 5 },
    { name: 'text', weight: 1, usualLength: 350 },
  ],
  facets: [
    'field',
    'industry',
    'institution',
    'region',
    'transferMode',
    'readiness',
    'ipKind',
    'ipStatus',
    'level',
    'offer',
    'price',
    'year',
    'lang',
    'source',
  ],
  namedFacets: ['institution'],
  sorts: ['newest', 'updated'],
  ranges: ['price', 'published', 'readiness'],
  toDocument,
};
