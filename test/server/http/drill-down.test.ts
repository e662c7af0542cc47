import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Indicator } from '../../../src/domain/index.js';
import { createClient } from '../../../src/sdk/index.js';
import { chinaDay } from '../../../src/server/indicators/computed-series.js';
import type { Platform } from '../../../src/server/platform.js';
import type { StoredRecord } from '../../../src/server/store/store.js';
import { recordOf } from '../../support/records.js';
import { eachStore } from '../../support/stores.js';
import { startQuietly } from './support.js';

const TODAY = chinaDay(new Date());
const THIS_YEAR = Number(TODAY.slice(0, 4));
const LAST_YEAR = THIS_YEAR - 1;

function indicator(query: string): StoredRecord {
  return recordOf(`ind_${query}`, {
    kind: 'indicator',
    code: query,
    title: { 'zh-CN': `指标 ${query}` },
    lang: 'zh-CN',
    basis: 'annualNew',
    unit: { 'zh-CN': '项' },
    observations: [],
    computed: { query },
  });
}

function record(kind: 'achievement' | 'demand' | 'event' | 'incubator', id: string, more: object): StoredRecord {
  return recordOf(id, { kind, title: { 'zh-CN': `记录 ${id}` }, lang: 'zh-CN', ...more });
}
const carrier = (id: string, recognitions: object[] | undefined, more: object = {}): StoredRecord =>
  record('incubator', id, { carrierType: 'tech-incubator', ...(recognitions && { recognitions }), ...more });
const recognised = (year?: number, level = 'municipal'): object => ({ level, ...(year !== undefined && { year }) });
const event = (id: string, start: string, state = 'scheduled'): StoredRecord =>
  record('event', id, { state, start, timeZone: 'Asia/Shanghai' });

const RECORDS: readonly StoredRecord[] = [
  record('achievement', 'ach_now', { publishedOn: TODAY }),
  record('achievement', 'ach_year', { publishedOn: String(THIS_YEAR) }),
  record('achievement', 'ach_last', { publishedOn: String(LAST_YEAR) }),
  record('achievement', 'ach_undated', {}),
  record('demand', 'dem_now', { publishedOn: TODAY }),
  record('demand', 'dem_last', { publishedOn: `${LAST_YEAR}-12-31` }),
  event('evt_first', `${THIS_YEAR}-01-01T00:30:00+08:00`),
  event('evt_now', TODAY, 'rescheduled'),
  event('evt_off', TODAY, 'cancelled'),
  event('evt_last', `${LAST_YEAR}-12-31T23:30:00+08:00`),
  carrier('inc_now', [recognised(THIS_YEAR)]),
  carrier('inc_unknown_too', [recognised(undefined, 'national'), recognised(THIS_YEAR, 'provincial')]),
  carrier('inc_draft', [recognised(THIS_YEAR)], { status: 'draft' }),
  carrier('inc_founded', undefined, { establishedOn: String(THIS_YEAR) }),
  carrier('inc_again', [recognised(THIS_YEAR, 'national'), recognised(LAST_YEAR)]),
  carrier('inc_three_ago', [recognised(THIS_YEAR - 3)]),
  carrier('inc_to_come', [recognised(THIS_YEAR + 1)]),
  carrier('inc_no_year', [recognised()]),
  carrier('inc_none', []),
];

eachStore('the records behind a figure', (openEmptyStore) => {
  let platform: Platform;
  const queries = ['achievements-published', 'demands-published', 'events-held', 'incubators-added'] as const;
  beforeAll(async () => {
    const store = await openEmptyStore();
    await store.putRecords([...queries.map(indicator), ...RECORDS]);
    platform = await startQuietly({ store });
  });
  afterAll(() => platform.close());

  const read = async <T>(path: string): Promise<T> => {
    const response = await fetch(`${platform.url}/api/v1/${path}`);
    expect([path, response.status]).toEqual([path, 200]);
    return (await response.json()) as T;
  };
  const list = async (query: string): Promise<{ total: number; ids: string[] }> => {
    const { total, items } = await read<{ total: number; items: { id: string }[] }>(query);
    return { total, ids: items.map(({ id }) => id).toSorted() };
  };

  it.each([
    ['achievements-published', ['ach_now', 'ach_year']],
    ['demands-published', ['dem_now']],
    ['events-held', ['evt_first', 'evt_now']],
    ['incubators-added', ['inc_now', 'inc_unknown_too']],
  ] as const)('are those that %s leads to, as many as it counts', async (query, ids) => {
    const { drillDown = '', observations } = await read<Indicator>(`indicators/${query}`);
    const newest = observations.at(-1);
    expect(drillDown).toContain(`=${THIS_YEAR}-01-01..${newest?.asOf}`);
    expect(newest).toMatchObject({ periodStart: String(THIS_YEAR), value: ids.length });
    expect(await list(drillDown)).toEqual({ total: ids.length, ids });
  });

  it('have an address that answers in the tiles’ client too', async () => {
    const { drillDown = '' } = await read<Indicator>('indicators/incubators-added');
    const link = createClient({ baseUrl: platform.url }).indicators.recordsLink(drillDown, 'zh-CN');
    expect(link).toMatchObject({ isData: true });
    const response = await fetch(link?.href ?? '');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ total: 2 });
  });

  it('are, of carriers, as many in every year as the series says', async () => {
    const { observations } = await read<Indicator>('indicators/incubators-added');
    const counted = Object.fromEntries(observations.map(({ periodStart, value }) => [periodStart, value]));
    expect(counted).toEqual({ [THIS_YEAR - 3]: 1, [THIS_YEAR - 2]: 0, [LAST_YEAR]: 1, [THIS_YEAR]: 2 });
    for (const [year, value] of Object.entries(counted))
      expect([year, (await list(`incubators?r.recognised=${year}..${year}`)).total]).toEqual([year, value]);
  });

  it('of carriers leave out those of which no year is known', async () => {
    expect(await list('incubators?r.recognised=1900..')).toEqual({
      total: 5,
      ids: ['inc_again', 'inc_now', 'inc_three_ago', 'inc_to_come', 'inc_unknown_too'],
    });
    expect((await list('incubators')).total).toBe(8);
  });

  it('of carriers are told in words by which they were narrowed', async () => {
    const range = {
      id: 'recognised',
      type: 'date',
      min: `${THIS_YEAR - 3}-01-01`,
      max: `${THIS_YEAR + 1}-01-01`,
      count: 5,
    };
    for (const [lang, label] of [
      ['zh-CN', '首次认定时间'],
      ['en', 'First recognised'],
    ])
      expect(await read(`incubators?ranges=recognised&lang=${lang}`)).toMatchObject({ ranges: [{ ...range, label }] });
  });
});
