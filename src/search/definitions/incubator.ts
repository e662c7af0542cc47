import type { Incubator } from '../../domain/incubator.js';
import type { Organisation } from '../../domain/primitives.js';
import type { IndexDefinition, IndexDocument } from '../search-index.js';
import {
  codes,
  dayOf,
  englishNames,
  freeWords,
  mainNames,
  namesOf,
  numberTexts,
  present,
  texts,
  timeOf,
} from './record-parts.js';

function organisations({ operator, owner }: Incubator): Organisation[] {
  return [...(operator ? [operator] : []), ...(owner ? [owner] : [])];
}

function contents(record: Incubator): string[] {
  return [
    ...texts(
      record.summary,
      record.positioning,
      record.facilities,
      record.accessibility,
      record.rent?.note,
      ...(record.media ?? []).map(({ title }) => title),
    ),
    ...present(...(record.recognitions ?? []).map(({ authority }) => authority)),
    ...freeWords(record.fields, record.industries),
  ];
}

function features({ inNationalHighTechZone, pocCentre, enclave }: Incubator): string[] {
  return [
    ...(inNationalHighTechZone ? ['national-hightech-zone'] : []),
    ...(pocCentre ? ['poc-centre'] : []),
    ...(enclave ? ['enclave'] : []),
  ];
}

/** The first day of the year of its first recognition, as far as years are known; all a record says is the year. */
function firstRecognitionDay({ recognitions = [] }: Incubator): number | undefined {
  const years = recognitions.flatMap(({ year }) => year ?? []);
  return years.length > 0 ? dayOf(String(Math.min(...years))) : undefined;
}

function toDocument(record: Incubator): IndexDocument {
  const { recognitions = [], enclave, area } = record;
  const certificates = recognitions.map(({ certificateNo }) => certificateNo);
  return {
    id: record.id,
    texts: {
      title: texts(record.title),
      institution: namesOf(organisations(record)),
      place: texts(record.address, enclave?.origin.name, enclave?.host.name),
      numbers: numberTexts(present(record.source.id, record.postcode, ...certificates)),
      text: contents(record),
    },
    facets: {
      carrierType: [record.carrierType],
      carrierLevel: recognitions.map(({ level }) => level),
      service: record.services ?? [],
      institution: mainNames(organisations(record)),
      region: present(record.region),
      field: codes(record.fields),
      industry: codes(record.industries),
      nature: present(record.nature),
      feature: features(record),
      lang: [record.lang],
      source: [record.source.name],
    },
    names: { institution: englishNames(organisations(record)) },
    sorts: {
      newest: timeOf(record.createdAt),
      freeArea: area?.available,
      area: area?.total,
      updated: timeOf(record.updatedAt),
    },
    ranges: { founded: dayOf(record.establishedOn), recognised: firstRecognitionDay(record) },
  };
}

/**
 * How incubators and other carriers are found. Facets: `carrierType`, `carrierLevel` (every level of recognition),
 * `service`, `institution` (who operates or owns it), `region`, `field` and `industry` (codes, or the source's own words),
 * `nature`, `feature` (`national-hightech-zone`, `poc-centre`, `enclave`), `lang`, `source`. Sorts: `newest` (listed
 * last), `freeArea`, `area` (largest first), `updated`. Ranges: `freeArea`, `area` (square metres), `founded`,
 * `recognised` (days; the first recognition, whose year stands for its first day).
 */
export const incubatorIndex: IndexDefinition<Incubator> = {
  kind: 'incubator',
  version: 5,
  fields: [
    { name: 'title', weight: 5, usualLength: 12, suggest: true },
    { name: 'place', weight: 2, usualLength: 20 },
    { name: 'institution', weight: 1.5, usualLength: 15, suggest: true },
    { name: 'numbers', weight: 1, usualLength: 5 },
    { name: 'text', weight: 1, usualLength: 200 },
  ],
  facets: [
    'carrierType',
    'carrierLevel',
    'service',
    'institution',
    'region',
    'field',
    'industry',
    'nature',
    'feature',
    'lang',
    'source',
  ],
  namedFacets: ['institution'],
  sorts: ['newest', 'freeArea', 'area', 'updated'],
  ranges: ['freeArea', 'area', 'founded', 'recognised'],
  toDocument,
};
