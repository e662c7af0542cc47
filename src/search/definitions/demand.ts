import type { Demand, RequiredIndicator } from '../../domain/demand.js';
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
  present,
  texts,
  timeOf,
  yuan,
} from './record-parts.js';

/** A figure as people write it: `35 kV`, so that it is found as typed. */
function figures({ value, upper, unit = '' }: RequiredIndicator): string[] {
  return [value, upper].filter((figure) => figure !== undefined).map((figure) => `${figure} ${unit}`.trim());
}

function contents(record: Demand): string[] {
  const indicators = record.indicators ?? [];
  return [
    ...texts(
      record.summary,
      record.problem,
      record.requirements,
      record.context,
      record.attemptedSolutions,
      record.constraints,
      record.ipExpectation,
      ...indicators.map(({ name }) => name),
      ...(record.attachments ?? []).map(({ title }) => title),
    ),
    ...indicators.flatMap(figures),
    ...present(record.budget?.text),
    ...freeWords(record.fields, record.industries),
  ];
}

function toDocument(record: Demand): IndexDocument {
  const owner: Organisation[] = record.owner ? [record.owner] : [];
  const published = record.publishedOn ?? record.createdAt;
  const deadline = timeOf(record.deadline);
  return {
    id: record.id,
    texts: {
      title: texts(record.title),
      keywords: Object.values(record.keywords ?? {}).flat(),
      institution: namesOf(owner),
      numbers: [record.source.id],
      text: contents(record),
    },
    facets: {
      field: codes(record.fields),
      industry: codes(record.industries),
      institution: mainNames(owner),
      region: present(record.region),
      demandType: present(record.demandType),
      cooperationMode: record.cooperationModes ?? [],
      organisationNature: present(record.organisationNature),
      budget: moneyBands(record.budget?.max ?? record.budget?.min, record.budget?.negotiable),
      year: [published.slice(0, 4)],
      lang: [record.lang],
      source: [record.source.name],
    },
    names: { institution: englishNames(owner) },
    sorts: {
      newest: timeOf(published),
      soonest: deadline === undefined ? undefined : -deadline,
      updated: timeOf(record.updatedAt),
    },
    ranges: {
      budget: yuan(record.budget?.max ?? record.budget?.min),
      published: dayOf(published),
      deadline: dayOf(record.deadline),
    },
  };
}

/**
 * How demands are found. Facets: `field` and `industry` (codes, or the source's own words), `institution` (names; none
 * where the demand is anonymous), `region`, `demandType`, `cooperationMode`, `organisationNature`, `budget` (bands in
 * yuan of the most that may be spent, `negotiable`), `year` (of publication, else creation), `lang`, `source`. Sorts:
 * `newest` (publication, else creation), `soonest` (nearest deadline first), `updated`. Ranges: `budget` (yuan, the most
 * that may be spent), `published` and `deadline` (days).
 */
export const demandIndex: IndexDefinition<Demand> = {
  kind: 'demand',
  version: 4,
  fields: [
    { name: 'title', weight: 5, usualLength: 25, suggest: true },
    { name: 'keywords', weight: 4, usualLength: 15, suggest: true },
    { name: 'institution', weight: 1.5, usualLength: 12, suggest: true },
    { name: 'numbers', weight: 1, usualLength: 5 },
    { name: 'text', weight: 1, usualLength: 400 },
  ],
  facets: [
    'field',
    'industry',
    'institution',
    'region',
    'demandType',
    'cooperationMode',
    'organisationNature',
    'budget',
    'year',
    'lang',
    'source',
  ],
  namedFacets: ['institution'],
  sorts: ['newest', 'soonest', 'updated'],
  ranges: ['budget', 'published', 'deadline'],
  toDocument,
};
