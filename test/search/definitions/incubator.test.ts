import { describe, expect, it } from 'vitest';
import { Incubator } from '../../../src/domain/index.js';
import { createMemoryIndex, incubatorIndex } from '../../../src/search/index.js';

const zh = (text: string): Record<string, string> => ({ 'zh-CN': text });

const bare: Incubator = Incubator.parse({
  id: 'i1',
  kind: 'incubator',
  status: 'published',
  title: { 'zh-CN': '标题词', en: 'Headline' },
  lang: 'zh-CN',
  source: { name: 'sample', id: 'CAR-000123' },
  createdAt: '2026-01-02T00:00:00Z',
  updatedAt: '2026-02-03T00:00:00Z',
  carrierType: 'incubator',
});

const full: Incubator = Incubator.parse({
  ...bare,
  summary: zh('摘要词'),
  owner: { name: zh('示例集团') },
  operator: { name: { 'zh-CN': '示例运营公司', en: 'Example Operations' } },
  recognitions: [
    { level: 'national', certificateNo: 'GJ 2019 0042', authority: '认定机关词' },
    { level: 'provincial', year: 2017 },
  ],
  nature: 'company',
  establishedOn: '2015-03',
  address: zh('示例路一号'),
  postcode: '311121',
  region: '330110',
  inNationalHighTechZone: true,
  area: { total: 20_000, available: 1500 },
  rent: { period: 'day', note: zh('租金词') },
  positioning: zh('定位词'),
  fields: [{ scheme: 'text', code: '自由领域' }],
  services: ['incubation', 'finance'],
  facilities: zh('设施词'),
  accessibility: zh('无障碍词'),
  pocCentre: 'poc1',
  enclave: { origin: { name: zh('飞出地词') }, host: { name: zh('飞入地词') } },
  media: [{ url: 'https://example.org/a.jpg', title: zh('图片词') }],
});

describe('the index of incubators', () => {
  it('finds a record by every text it has, in every language', async () => {
    const index = createMemoryIndex(incubatorIndex);
    await index.apply([{ seq: 1, op: 'put', document: incubatorIndex.toDocument(full) }]);
    const words =
      '标题词 Headline 摘要词 示例集团 operations GJ20190042 认定机关词 示例路一号 311121 租金词 定位词 自由领域 设施词 无障碍词 飞出地词 飞入地词 图片词 CAR-000123';
    for (const word of words.split(' ')) expect((await index.search({ q: word, limit: 1 })).total, word).toBe(1);
  });
  it('counts it in its facets', () => {
    expect(incubatorIndex.toDocument(full).facets).toEqual({
      carrierType: ['incubator'],
      carrierLevel: ['national', 'provincial'],
      service: ['incubation', 'finance'],
      institution: ['示例运营公司', '示例集团'],
      region: ['330110'],
      field: ['自由领域'],
      industry: [],
      nature: ['company'],
      feature: ['national-hightech-zone', 'poc-centre', 'enclave'],
      lang: ['zh-CN'],
      source: ['sample'],
    });
  });
  it('ranks a carrier at a place above one that mentions it', async () => {
    const index = createMemoryIndex(incubatorIndex);
    const there = { ...bare, id: 'there', address: zh('余杭区样例街') };
    const mentions = { ...bare, id: 'mentions', summary: zh('服务余杭及周边企业') };
    await index.apply(
      [mentions, there].map((record, at) => ({ seq: at + 1, op: 'put', document: incubatorIndex.toDocument(record) })),
    );
    expect((await index.search({ q: '余杭', limit: 2 })).hits.map(({ id }) => id)).toEqual(['there', 'mentions']);
  });
  it('can be narrowed by space and by age', async () => {
    const index = createMemoryIndex(incubatorIndex);
    await index.apply([{ seq: 1, op: 'put', document: incubatorIndex.toDocument(full) }]);
    const page = await index.search({ limit: 0, countRanges: incubatorIndex.ranges });
    const founded = Date.parse('2015-03-01') / 86_400_000;
    const recognised = Date.parse('2017-01-01') / 86_400_000;
    expect(page.ranges).toEqual({
      freeArea: { min: 1500, max: 1500, count: 1 },
      area: { min: 20_000, max: 20_000, count: 1 },
      founded: { min: founded, max: founded, count: 1 },
      recognised: { min: recognised, max: recognised, count: 1 },
    });
  });
  it('is recognised when it first was, as far as the years are known', () => {
    const recognised = (...years: (number | undefined)[]): unknown =>
      incubatorIndex.toDocument({ ...bare, recognitions: years.map((year) => ({ level: 'municipal', year })) }).ranges
        .recognised;
    expect(recognised(2021, undefined, 2019, 2020)).toBe(Date.parse('2019-01-01') / 86_400_000);
    expect(recognised(undefined)).toBeUndefined();
    expect(recognised()).toBeUndefined();
    expect(incubatorIndex.toDocument(bare).ranges.recognised).toBeUndefined();
  });
  it('sorts by space, and says nothing of what it does not know', () => {
    expect(incubatorIndex.toDocument(full).sorts).toMatchObject({ freeArea: 1500, area: 20_000 });
    const document = incubatorIndex.toDocument(bare);
    expect(document.sorts).toMatchObject({ freeArea: undefined, area: undefined });
    expect(document.facets).toMatchObject({ carrierLevel: [], feature: [], region: [], nature: [] });
    expect(Object.keys(document.facets)).toEqual(incubatorIndex.facets);
  });
});
