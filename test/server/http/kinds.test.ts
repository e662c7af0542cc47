import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Demand, EventRecord, Incubator } from '../../../src/domain/index.js';
import { type Highlights, PageEnvelope } from '../../../src/domain/page.js';
import { COLLECTIONS } from '../../../src/server/http/collections.js';
import { facetLabel } from '../../../src/server/http/facet-labels.js';
import { rangeNames } from '../../../src/server/http/ranges.js';
import { DEFINITIONS } from '../../../src/server/index/definitions.js';
import type { Platform } from '../../../src/server/platform.js';
import { eachStore } from '../../support/stores.js';
import { startQuietly } from './support.js';

const common = {
  status: 'published',
  lang: 'zh-CN',
  createdAt: '2026-01-02T03:04:05.000Z',
  updatedAt: '2026-01-02T03:04:05.000Z',
};
const demand: Demand = {
  ...common,
  id: 'dem_1',
  kind: 'demand',
  title: { 'zh-CN': '求购耐高温密封材料' },
  source: { name: '测试来源', id: 'd1' },
  owner: { name: { 'zh-CN': '示例制造公司', en: 'Sample Manufacturing' } },
  requirements: { 'zh-CN': '连续工作三千小时' },
  cooperationModes: ['development'],
  budget: { max: { amount: 50, currency: 'CNY', unit: '万元' } },
  deadline: '2027-03',
  region: '330110',
};
const incubator: Incubator = {
  ...common,
  id: 'inc_1',
  kind: 'incubator',
  title: { 'zh-CN': '示例科创园' },
  source: { name: '测试来源', id: 'i1' },
  carrierType: 'tech-incubator',
  operator: { name: { 'zh-CN': '示例运营公司' } },
  nature: 'company',
  pocCentre: 'poc_1',
  area: { total: 12_000, available: 800 },
};
const event: EventRecord = {
  ...common,
  id: 'evt_1',
  kind: 'event',
  title: { 'zh-CN': '新材料成果路演' },
  source: { name: '测试来源', id: 'e1' },
  state: 'scheduled',
  start: '2026-05-18T14:00:00+08:00',
  timeZone: 'Asia/Shanghai',
  mode: 'hybrid',
  fee: { amount: 0, currency: 'CNY', unit: '元' },
  hosts: [{ name: { 'zh-CN': '示例创新中心' } }],
  venue: { name: { 'zh-CN': '示例报告厅' } },
};

eachStore('records of other kinds', (openEmptyStore) => {
  let platform: Platform;
  beforeAll(async () => {
    const store = await openEmptyStore();
    await store.putRecords([demand, incubator, event]);
    platform = await startQuietly({ store });
  });
  afterAll(() => platform.close());

  const list = async (path: string): Promise<PageEnvelope> => {
    const response = await fetch(`${platform.url}/api/v1/${path}`);
    expect(response.status).toBe(200);
    return PageEnvelope.parse(await response.json());
  };

  it.each([
    ['demands', Demand, demand, '密封', '需求单位'],
    ['incubators', Incubator, incubator, '科创园', '运营单位'],
    ['events', EventRecord, event, '路演', '主办单位'],
  ] as const)(
    'are found as %s, whole and valid, with facets of their own',
    async (path, schema, record, q, institution) => {
      const page = await list(`${path}?q=${q}&facets=institution&lang=zh-CN`);
      const [{ highlights, ...item } = {}] = page.items as (object & { highlights?: Highlights })[];
      expect(item).toEqual(record);
      expect(schema.safeParse(item).success).toBe(true);
      expect(Object.keys(highlights ?? {})).toEqual(['title.zh-CN']);
      expect(page.facets).toMatchObject([{ id: 'institution', label: institution, values: [{ count: 1 }] }]);
      expect((await fetch(`${platform.url}/api/v1/${path}/${record.id}`)).status).toBe(200);
      expect((await list(`${path}?q=没有这个`)).total).toBe(0);
    },
  );

  it('are narrowed by facets and ranges that belong to them', async () => {
    expect((await list('demands?r.budget=..500000&r.deadline=2027..&f.budget=500k-1m')).total).toBe(1);
    expect((await list('incubators?r.freeArea=500..&f.feature=poc-centre&f.nature=company')).total).toBe(1);
    expect((await list('events?r.start=2026-05-18..2026-05-18&f.admission=free&f.mode=hybrid')).total).toBe(1);
    expect((await list('events?r.start=2027..')).total).toBe(0);
    const { ranges } = await list('incubators?ranges=area,freeArea&lang=en');
    expect(ranges).toMatchObject([
      { id: 'area', label: 'Total area', unit: 'm²', min: 12_000, max: 12_000, count: 1 },
      { id: 'freeArea', label: 'Available area', min: 800, count: 1 },
    ]);
  });

  it('mark the words also in fields that only their kind has', async () => {
    const [item] = (await list('demands?q=三千小时')).items as { highlights?: Highlights }[];
    expect(Object.keys(item?.highlights ?? {})).toEqual(['requirements.zh-CN']);
    const [met] = (await list('events?q=报告厅')).items as { highlights?: Highlights }[];
    expect(Object.keys(met?.highlights ?? {})).toEqual(['venue.name.zh-CN']);
  });

  it('mark what a near match was found by, though it was not typed', async () => {
    const page = await list('events?q=luyan');
    expect([page.total, page.strict]).toEqual([0, 0]);
    const [item] = page.items as { highlights?: Highlights }[];
    expect(item?.highlights).toEqual({ 'title.zh-CN': [[5, 7]] });
  });
});

describe.each(COLLECTIONS.map((collection) => [collection.path, collection] as const))(
  'the kind %s',
  (_path, { kind, defaultFacets }) => {
    const definition = DEFINITIONS[kind];

    it('counts only facets that it has', () => {
      expect(defaultFacets.filter((facet) => !definition?.facets.includes(facet))).toEqual([]);
    });

    it('has words for every facet and range, in both languages', () => {
      for (const facet of definition?.facets ?? []) {
        expect(facetLabel(facet, 'zh-CN', kind)).toMatch(/\p{Script=Han}/u);
        expect(facetLabel(facet, 'en', kind)).toMatch(/^[A-Z]/);
      }
      for (const range of definition?.ranges ?? []) {
        expect(rangeNames(range).label['zh-CN']).toMatch(/\p{Script=Han}/u);
        expect(rangeNames(range).label.en).toMatch(/^[A-Z]/);
      }
    });
  },
);
