import { describe, expect, it } from 'vitest';
import { Demand, EventRecord, Incubator } from '../../../src/domain/index.js';
import {
  createMemoryIndex,
  demandIndex,
  eventIndex,
  incubatorIndex,
  type IndexDefinition,
  type SearchIndex,
} from '../../../src/search/index.js';
import { hasData, readData, readLines, type RawRecord } from '../support/real-data.js';

async function indexOf<R>(definition: IndexDefinition<R>, records: readonly R[]): Promise<SearchIndex> {
  const index = createMemoryIndex(definition);
  await index.apply(records.map((record, at) => ({ seq: at + 1, op: 'put', document: definition.toDocument(record) })));
  return index;
}

const common = (source: string, id: string): object => ({
  id,
  status: 'published',
  source: { name: source, id },
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
});

interface RawPlace {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly floor_sqm: string;
}

interface RawConference {
  readonly id: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly city: string | null;
  readonly country: string | null;
  readonly online: boolean;
  readonly topic: string;
  readonly source: string;
}

describe.skipIf(!hasData)('records of the other kinds as they come (skipped without ../shared/data)', () => {
  it('finds a hundred technology demands by their problems and counts who needs them', async () => {
    const demands = readLines<RawRecord>('demands/sbir-topics.jsonl.gz')
      // One of them came without its title.
      .filter(({ field, title }) => field !== 'Weapons' && title !== '')
      .map((raw) =>
        Demand.parse({
          ...common(raw.source, raw.id),
          kind: 'demand',
          title: { en: raw.title },
          lang: 'en',
          ...(raw.abstract ? { problem: { en: raw.abstract } } : {}),
          keywords: { en: raw.keywords },
          ...(raw.field ? { fields: [{ scheme: 'text', code: raw.field }] } : {}),
          ...(raw.institution ? { owner: { name: { en: raw.institution } } } : {}),
          ...(raw.date ? { publishedOn: raw.date } : {}),
        }),
      );
    expect(demands.length).toBe(99);
    const index = await indexOf(demandIndex, demands);
    const all = await index.search({ limit: 0, facets: ['field', 'institution'] });
    expect(all.total).toBe(99);
    expect(all.facets['field']?.[0]).toEqual({ value: 'Air Platform', count: 24 });
    for (const { id, title } of demands) {
      const { hits } = await index.search({ q: title['en']!, limit: 3 });
      expect(
        hits.map((hit) => hit.id),
        title['en'],
      ).toContain(id);
    }
  });
  it('finds workshops and development zones by name and address, the largest first', async () => {
    const workshops = readLines<RawPlace>('places/uk-makerspaces.jsonl.gz').map((raw) =>
      Incubator.parse({
        ...common('uk-makerspaces', raw.id),
        kind: 'incubator',
        carrierType: 'maker-space',
        title: { en: raw.name },
        lang: 'en',
        ...(raw.address ? { address: { en: raw.address } } : {}),
        ...(/^\d+(\.\d+)?$/.test(raw.floor_sqm) ? { area: { total: Number(raw.floor_sqm) } } : {}),
      }),
    );
    const zones = (JSON.parse(readData('places/zhejiang-national-etdz.json')) as RawPlace[]).map(({ id, name }) =>
      Incubator.parse({
        ...common('zhejiang', id),
        kind: 'incubator',
        carrierType: 'carrier-area',
        title: { 'zh-CN': name },
        lang: 'zh-CN',
      }),
    );
    const index = await indexOf(incubatorIndex, [...workshops, ...zones]);
    const { hits } = await index.search({ q: '余杭', limit: 5 });
    expect(hits[0]?.id).toBe('etdz-zj-05');
    expect((await index.search({ q: '開發區', limit: 0 })).total).toBe(zones.length);
    const cambridge = await index.search({ q: 'place:cambridge', limit: 5, facets: ['carrierType'] });
    expect(cambridge.facets['carrierType']).toEqual([{ value: 'maker-space', count: cambridge.total }]);
    const largest = Math.max(...workshops.map(({ area }) => area?.total ?? 0));
    const [first] = (await index.search({ sort: 'area', limit: 1 })).hits;
    expect(workshops.find(({ id }) => id === first?.id)?.area?.total).toBe(largest);
  });
  it('finds three thousand conferences by title and city and counts them by month', async () => {
    const events = readLines<RawConference>('events/confs-tech.jsonl.gz').flatMap((raw) => {
      const place = [raw.city, raw.country].filter(Boolean).join(', ');
      const { data } = EventRecord.safeParse({
        ...common(raw.source, raw.id),
        kind: 'event',
        title: { en: raw.title },
        lang: 'en',
        state: 'scheduled',
        start: raw.start,
        end: raw.end,
        allDay: true,
        timeZone: 'UTC',
        mode: raw.online ? 'online' : 'offline',
        ...(place ? { venue: { address: { en: place } } } : {}),
        fields: [{ scheme: 'text', code: raw.topic }],
      });
      return data ? [data] : [];
    });
    expect(events.length).toBeGreaterThan(3000);
    const index = await indexOf(eventIndex, events);
    const berlin = await index.search({ q: 'place:berlin', limit: 100, facets: ['month'] });
    const expected = events.filter(({ venue }) => /\bberlin\b/i.test(venue?.address?.['en'] ?? ''));
    expect(berlin.total).toBe(expected.length);
    const months = new Map<string, number>();
    for (const { start } of expected) months.set(start.slice(0, 7), (months.get(start.slice(0, 7)) ?? 0) + 1);
    for (const { value, count } of berlin.facets['month'] ?? []) expect(count, value).toBe(months.get(value));
    const [first] = (await index.search({ sort: 'soonest', limit: 1 })).hits;
    const earliest = events.map(({ start }) => start).toSorted()[0];
    expect(events.find(({ id }) => id === first?.id)?.start).toBe(earliest);
  });
});
