import type { EventRecord } from '../../domain/event.js';
import type { Organisation } from '../../domain/primitives.js';
import type { IndexDefinition, IndexDocument } from '../search-index.js';
import {
  codes,
  dayOf,
  englishNames,
  freeWords,
  mainNames,
  namesOf,
  present,
  texts,
  timeOf,
  yuan,
} from './record-parts.js';

function organisations({ hosts = [], coOrganisers = [], owner }: EventRecord): Organisation[] {
  return [...hosts, ...coOrganisers, ...(owner ? [owner] : [])];
}

function contents(record: EventRecord): string[] {
  const agenda = record.agenda ?? [];
  const speakers = agenda.flatMap((item) => item.speakers ?? []);
  return [
    ...texts(
      record.summary,
      record.audience,
      record.series?.title,
      record.result?.note,
      ...agenda.map(({ title }) => title),
      ...speakers.map(({ affiliation }) => affiliation),
      ...(record.media ?? []).map(({ title }) => title),
    ),
    ...speakers.map(({ name }) => name),
    ...freeWords(record.fields),
  ];
}

/** `free` or `paid`; nothing where the fee is not stated. */
function admission({ fee }: EventRecord): string[] {
  return fee ? [fee.amount === 0 ? 'free' : 'paid'] : [];
}

const zones = new Map<string, Intl.DateTimeFormat | undefined>();

function dateFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  if (!zones.has(timeZone)) {
    let format: Intl.DateTimeFormat | undefined;
    try {
      // This locale writes dates as 2026-05-18.
      format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    } catch {
      // A zone that this engine does not know: the date is taken as written.
    }
    zones.set(timeZone, format);
  }
  return zones.get(timeZone);
}

/** The day on which it starts where it takes place: an instant at 16:30Z is the next day in Shanghai. */
function startDay({ start, timeZone }: EventRecord): string {
  return (start.includes('T') ? dateFormat(timeZone)?.format(Date.parse(start)) : undefined) ?? start.slice(0, 10);
}

function toDocument(record: EventRecord): IndexDocument {
  const start = timeOf(record.start);
  return {
    id: record.id,
    texts: {
      title: texts(record.title),
      keywords: Object.values(record.keywords ?? {}).flat(),
      institution: namesOf(organisations(record)),
      place: texts(record.venue?.name, record.venue?.address),
      numbers: [record.source.id],
      text: contents(record),
    },
    facets: {
      eventType: present(record.eventType),
      state: [record.state],
      mode: present(record.mode),
      admission: admission(record),
      region: present(record.venue?.region),
      institution: mainNames(organisations(record)),
      field: codes(record.fields),
      month: [startDay(record).slice(0, 7)],
      language: record.languages ?? [],
      lang: [record.lang],
      source: [record.source.name],
    },
    names: { institution: englishNames(organisations(record)) },
    sorts: {
      newest: start,
      soonest: start === undefined ? undefined : -start,
      updated: timeOf(record.updatedAt),
    },
    ranges: { start: dayOf(startDay(record)), fee: yuan(record.fee) },
  };
}

/**
 * How events are found. Facets: `eventType`, `state`, `mode`, `admission` (`free`, `paid`), `region` (of the venue),
 * `institution` (hosts, co-organisers, owner), `field` (codes, or the source's own words), `month` (`2026-05`, of the
 * start in the event's own time zone), `language` (spoken), `lang` (of the record), `source`. Sorts: `newest` (latest
 * start first), `soonest` (earliest start first), `updated`. Ranges: `start` (days, in the event's own time zone), `fee`
 * (yuan).
 */
export const eventIndex: IndexDefinition<EventRecord> = {
  kind: 'event',
  version: 4,
  fields: [
    { name: 'title', weight: 5, usualLength: 15, suggest: true },
    { name: 'keywords', weight: 4, usualLength: 10, suggest: true },
    { name: 'place', weight: 2, usualLength: 15 },
    { name: 'institution', weight: 1.5, usualLength: 15, suggest: true },
    { name: 'numbers', weight: 1, usualLength: 5 },
    { name: 'text', weight: 1, usualLength: 150 },
  ],
  facets: [
    'eventType',
    'state',
    'mode',
    'admission',
    'region',
    'institution',
    'field',
    'month',
    'language',
    'lang',
    'source',
  ],
  namedFacets: ['institution'],
  sorts: ['newest', 'soonest', 'updated'],
  ranges: ['start', 'fee'],
  toDocument,
};
