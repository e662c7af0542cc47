import { describe, expect, it } from 'vitest';
import { EventRecord } from '../../../src/domain/index.js';
import { createMemoryIndex, eventIndex } from '../../../src/search/index.js';

const zh = (text: string): Record<string, string> => ({ 'zh-CN': text });

const bare: EventRecord = EventRecord.parse({
  id: 'e1',
  kind: 'event',
  status: 'published',
  title: { 'zh-CN': '标题词', en: 'Headline' },
  lang: 'zh-CN',
  source: { name: 'sample', id: 'EVT-000123' },
  createdAt: '2026-01-02T00:00:00Z',
  updatedAt: '2026-02-03T00:00:00Z',
  state: 'scheduled',
  start: '2026-05-18T14:00:00+08:00',
  timeZone: 'Asia/Shanghai',
});

const full: EventRecord = EventRecord.parse({
  ...bare,
  summary: zh('摘要词'),
  owner: { name: zh('示例中心') },
  eventType: 'roadshow',
  mode: 'hybrid',
  venue: { name: zh('会场词'), address: zh('示例路一号'), region: '330110' },
  fee: { amount: 200, currency: 'CNY', unit: '元' },
  audience: zh('对象词'),
  languages: ['zh-CN', 'en'],
  hosts: [{ name: { 'zh-CN': '示例大学', en: 'Example University' } }],
  coOrganisers: [{ name: zh('协办单位词') }],
  agenda: [{ title: zh('议程词'), speakers: [{ name: '欧阳样例', affiliation: zh('挂靠单位') }] }],
  fields: [{ scheme: 'text', code: '自由领域' }],
  keywords: { 'zh-CN': ['关键甲'], en: ['keyword'] },
  media: [{ url: 'https://example.org/a.jpg', title: zh('图片词') }],
  series: { id: 's1', title: zh('系列词') },
  result: { note: zh('成效词') },
});

describe('the index of events', () => {
  it('finds a record by every text it has, in every language', async () => {
    const index = createMemoryIndex(eventIndex);
    await index.apply([{ seq: 1, op: 'put', document: eventIndex.toDocument(full) }]);
    const words =
      '标题词 Headline 摘要词 示例中心 会场词 示例路一号 对象词 示例大学 university 协办单位词 议程词 欧阳样例 挂靠单位 自由领域 关键甲 keyword 图片词 系列词 成效词 EVT-000123';
    for (const word of words.split(' ')) expect((await index.search({ q: word, limit: 1 })).total, word).toBe(1);
  });
  it('counts it in its facets', () => {
    expect(eventIndex.toDocument(full).facets).toEqual({
      eventType: ['roadshow'],
      state: ['scheduled'],
      mode: ['hybrid'],
      admission: ['paid'],
      region: ['330110'],
      institution: ['示例大学', '协办单位词', '示例中心'],
      field: ['自由领域'],
      month: ['2026-05'],
      language: ['zh-CN', 'en'],
      lang: ['zh-CN'],
      source: ['sample'],
    });
    expect(Object.keys(eventIndex.toDocument(bare).facets)).toEqual(eventIndex.facets);
  });
  it('calls free what costs nothing, and not what says nothing of a fee', () => {
    const free = { amount: 0, currency: 'CNY', unit: '元' as const };
    expect(eventIndex.toDocument({ ...bare, fee: free }).facets['admission']).toEqual(['free']);
    expect(eventIndex.toDocument(bare).facets['admission']).toEqual([]);
  });
  it('counts it in the month in which it starts at its own place', () => {
    const month = (start: string, timeZone = 'Asia/Shanghai'): unknown =>
      eventIndex.toDocument({ ...bare, start, timeZone }).facets['month'];
    expect(month('2026-05-31T16:30:00Z')).toEqual(['2026-06']);
    expect(month('2026-06-01T00:30:00+08:00', 'America/New_York')).toEqual(['2026-05']);
    expect(month('2026-05-31')).toEqual(['2026-05']);
    expect(month('2026-05-31T23:00:00Z', 'Atlantis/Lost')).toEqual(['2026-05']);
  });
  it('can be narrowed by the day it starts on at its own place, and by fee', () => {
    const late = '2026-05-31T16:30:00Z';
    const { ranges } = eventIndex.toDocument({ ...full, start: late });
    expect(ranges).toEqual({ start: Date.parse('2026-06-01') / 86_400_000, fee: 200 });
  });
  it('sorts the earliest or the latest start first', async () => {
    const index = createMemoryIndex(eventIndex);
    const starts = ['2026-05-20T09:00:00+08:00', '2026-05-18T09:00:00+08:00', '2026-05-19T23:00:00Z'];
    const documents = starts.map((start, at) => eventIndex.toDocument({ ...bare, id: `e${at}`, start }));
    await index.apply(documents.map((document, at) => ({ seq: at + 1, op: 'put', document })));
    const order = async (sort: string): Promise<string[]> =>
      (await index.search({ sort, limit: 3 })).hits.map(({ id }) => id);
    expect(await order('soonest')).toEqual(['e1', 'e2', 'e0']);
    expect(await order('newest')).toEqual(['e0', 'e2', 'e1']);
  });
});
