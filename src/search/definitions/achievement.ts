import type { Achievement } from '../../domain/achievement.js';
import type { LanguageMap, Money, Organisation } from '../../domain/primitives.js';
import type { IndexDefinition, IndexDocument } from '../search-index.js';

/** Upper bounds of the price bands in yuan; `negotiable` and `over-10m` complete the facet. */
const PRICE_BANDS: readonly (readonly [limit: number, band: string])[] = [
  [100_000, 'under-100k'],
  [500_000, '100k-500k'],
  [1_000_000, '500k-1m'],
  [5_000_000, '1m-5m'],
  [10_000_000, '5m-10m'],
];

const UNITS: Readonly<Record<Money['unit'], number>> = { 元: 1, '1': 1, 千元: 1e3, 万元: 1e4, 亿元: 1e8 };

function texts(...maps: readonly (LanguageMap | undefined)[]): string[] {
  return maps.flatMap((map) => (map ? Object.values(map) : []));
}

function present(...values: readonly (string | undefined)[]): string[] {
  return values.filter((value) => value !== undefined);
}

function organisations(record: Achievement): Organisation[] {
  return [...(record.institutions ?? []), ...(record.owner ? [record.owner] : [])];
}

/** The one name by which an organisation is counted: its Chinese one where it has one. */
function mainName({ name }: Organisation): string[] {
  const chinese = Object.keys(name).find((tag) => tag.toLowerCase().startsWith('zh'));
  return present(chinese === undefined ? Object.values(name)[0] : name[chinese]);
}

function priceBands({ price, negotiable }: Achievement): string[] {
  const bands: string[] = negotiable ? ['negotiable'] : [];
  if (price?.currency === 'CNY') {
    const yuan = price.amount * UNITS[price.unit];
    bands.push(PRICE_BANDS.find(([limit]) => yuan < limit)?.[1] ?? 'over-10m');
  }
  return bands;
}

function offers({ openLicence, tryFirst, transferModes = [], pricingMethod, ip = [] }: Achievement): string[] {
  const open =
    openLicence ||
    transferModes.includes('open-licence') ||
    ip.some(({ legalStatus }) => legalStatus === 'open-licence');
  const trial = tryFirst || transferModes.includes('try-first') || pricingMethod === 'try-first';
  return [...(open ? ['open-licence'] : []), ...(trial ? ['try-first'] : [])];
}

/** Numbers as written, and without the spaces that official forms put into patent numbers. */
function numbers(record: Achievement): string[] {
  const written = present(
    record.registrationNo,
    record.source.id,
    ...(record.ip ?? []).flatMap(({ applicationNo, patentNo }) => [applicationNo, patentNo]),
    ...(record.publications ?? []).map(({ doi }) => doi),
  );
  return [...new Set(written.flatMap((number) => [number, number.replaceAll(/\s+/g, '')]))];
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
    ...[...(record.fields ?? []), ...(record.industries ?? [])]
      .filter(({ scheme }) => scheme === 'text')
      .map(({ code }) => code),
  ];
}

function timeOf(date: string): number | undefined {
  const time = Date.parse(date);
  return Number.isNaN(time) ? undefined : time;
}

function toDocument(record: Achievement): IndexDocument {
  const year = (record.publishedOn ?? record.endDate)?.slice(0, 4);
  return {
    id: record.id,
    texts: {
      title: texts(record.title),
      keywords: Object.values(record.keywords ?? {}).flat(),
      institution: [...new Set(texts(...organisations(record).map(({ name }) => name)))],
      numbers: numbers(record),
      text: contents(record),
    },
    facets: {
      field: (record.fields ?? []).map(({ code }) => code),
      industry: (record.industries ?? []).map(({ code }) => code),
      institution: [...new Set(organisations(record).flatMap(mainName))],
      region: present(record.region),
      transferMode: record.transferModes ?? [],
      readiness: (record.readiness ?? []).map(({ scheme, level }) => `${scheme}.${level}`),
      ipKind: (record.ip ?? []).map(({ kind }) => kind),
      ipStatus: present(...(record.ip ?? []).map(({ legalStatus }) => legalStatus)),
      level: present(record.level),
      offer: offers(record),
      price: priceBands(record),
      year: present(year),
      lang: [record.lang],
      source: [record.source.name],
    },
    sorts: { newest: timeOf(record.publishedOn ?? record.createdAt), updated: timeOf(record.updatedAt) },
  };
}

/**
 * How achievements are found. Every text of a record in every language is searchable; its title counts most. Facets:
 * `field` and `industry` (codes, or the source's own words), `institution` (names), `region`, `transferMode`,
 * `readiness` (`iso-16290-2013.6`), `ipKind`, `ipStatus`, `level`, `offer` (`open-licence`, `try-first`), `price`
 * (bands in yuan, `negotiable`), `year`, `lang`, `source`. Sorts: `newest` (publication, else creation), `updated`.
 */
export const achievementIndex: IndexDefinition<Achievement> = {
  kind: 'achievement',
  version: 2,
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
  sorts: ['newest', 'updated'],
  toDocument,
};
