import { describe, expect, it } from 'vitest';
import type { Demand, EventRecord, Incubator } from '../../src/domain/index.js';
import { NetworkError } from '../../src/sdk/index.js';
import { lazyReader } from '../../src/sdk/resources/lazy-schema.js';
import { createTransport } from '../../src/sdk/transport.js';
import { createFakeClient, pageOf } from '../support/fake-client.js';
import { clientOf, envelope, fakeFetch, json, rejectionOf } from './fake-fetch.js';

const common = {
  status: 'published',
  title: { 'zh-CN': '示例' },
  lang: 'zh-CN',
  source: { name: '示例来源', id: '1' },
  createdAt: '2026-03-02T01:00:00Z',
  updatedAt: '2026-03-02T01:00:00Z',
};
const demand: Demand = { ...common, id: 'dem_1', kind: 'demand', demandType: 'joint-project' };
const incubator: Incubator = { ...common, id: 'inc_1', kind: 'incubator', carrierType: 'incubator' };
const event: EventRecord = {
  ...common,
  id: 'evt_1',
  kind: 'event',
  state: 'scheduled',
  start: '2026-05-18',
  allDay: true,
  timeZone: 'Asia/Shanghai',
};

describe('records of every kind', () => {
  it.each([
    ['demands', demand],
    ['incubators', incubator],
    ['events', event],
  ] as const)('%s are listed, walked and read alike', async (kind, record) => {
    const found = { ...record, highlights: { 'title.zh-CN': [[0, 2]] } };
    const page = json(envelope({ items: [found, { id: 'broken' }], total: 2 }));
    const { client, fetch } = clientOf([page, json({ ...record, labels: { 'a.b': 'B' }, ofTomorrow: 1 })]);
    expect(await client[kind].list({ q: '示例' })).toMatchObject({ items: [found], rejected: 1 });
    expect(await client[kind].get(record.id, { lang: 'en' })).toEqual({ ...record, labels: { 'a.b': 'B' } });
    expect(fetch.requests.map(({ url }) => new URL(url).pathname)).toEqual([
      `/api/v1/${kind}`,
      `/api/v1/${kind}/${record.id}`,
    ]);
  });

  it('complete what is typed within their kind', async () => {
    const { client, fetch } = clientOf([json({ items: [] }), json({ id: 'mode', label: '举办方式', values: [] })]);
    await client.events.suggest({ q: '路演' });
    await client.events.facetValues({ facet: 'mode' });
    expect(fetch.requests.map(({ url }) => new URL(url).pathname)).toEqual([
      '/api/v1/events/suggest',
      '/api/v1/events/facets/mode',
    ]);
  });

  it('refuse what is no id', async () => {
    const { client } = clientOf([]);
    expect(await rejectionOf(client.demands.get('..'))).toMatchObject({ name: 'ConfigError' });
  });

  it('are empty in the fake client until a test says what there is', async () => {
    const client = createFakeClient();
    expect(await client.events.list()).toMatchObject({ items: [], total: 0 });
    client.events.list.answer(pageOf([event]));
    const ids: string[] = [];
    for await (const { id } of client.events.iterate()) ids.push(id);
    expect(ids).toEqual(['evt_1']);
  });
});

describe('a schema that cannot be loaded', () => {
  const transport = createTransport({ baseUrl: 'https://platform.example.org', fetch: fakeFetch(json({})) });

  it('fails the call as a lost network does', async () => {
    const cause = new TypeError('Failed to fetch dynamically imported module');
    const read = lazyReader(transport, () => Promise.reject(cause));
    const error = await rejectionOf(read('demands', new URLSearchParams(), () => 'parsed'));
    expect(NetworkError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ cause, retryable: true });
  });
});
