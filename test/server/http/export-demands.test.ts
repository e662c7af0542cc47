import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import type { Demand } from '../../../src/domain/demand.js';
import { readRecord } from '../../../src/server/exchange/read-record.js';
import { ROW_KINDS } from '../../../src/server/exchange/row-kinds.js';
import type { Platform } from '../../../src/server/platform.js';
import { openTestStore } from '../../support/stores.js';
import { startQuietly } from './support.js';

const demand: Demand = {
  id: 'dem_1',
  kind: 'demand',
  status: 'published',
  lang: 'zh-CN',
  title: { 'zh-CN': '=涂层' },
  summary: { 'zh-CN': '第一段\n\n第二段' },
  problem: { 'zh-CN': '剥落' },
  requirements: { 'zh-CN': '≥1200 ℃' },
  budget: {
    min: { amount: 50, currency: 'CNY', unit: '万元' },
    max: { amount: 100, currency: 'CNY', unit: '万元' },
  },
  demandType: 'breakthrough',
  cooperationModes: ['licence', 'cooperative-development'],
  owner: { name: { 'zh-CN': '甲公司' } },
  fields: [{ scheme: 'hightech-8', code: 'new-materials' }],
  keywords: { 'zh-CN': ['涂层', '陶瓷'] },
  publishedOn: '2026-03-05',
  source: { name: '区科技局', id: '7' },
  createdAt: '2026-01-02T03:04:05.000Z',
  updatedAt: '2026-01-02T03:04:05.000Z',
};

let platform: Platform;
beforeAll(async () => {
  const store = await openTestStore();
  await store.putRecords([
    demand,
    { ...demand, id: 'dem_2', title: { 'zh-CN': '密封' }, anonymous: true, source: { name: '区科技局', id: '8' } },
  ] as Demand[]);
  platform = await startQuietly({ store, source: '示例平台' });
}, 60_000);
afterAll(() => platform?.close());

const get = async (path: string): Promise<string> => (await fetch(`${platform.url}/api/v1/${path}`)).text();

it('demands are taken away as a table that the import understands', async () => {
  const rows: Record<string, string>[] = parse(await get(`demands.csv?q=${encodeURIComponent('=涂层')}`), {
    bom: true,
    columns: true,
  });
  const row = rows.find((each) => each['编号'] === 'dem_1') ?? {};
  expect(row['需求名称']).toBe("'=涂层");
  const mapped = readRecord(ROW_KINDS.demands, row, { fallbackSource: 'x', now: '2026-02-02T00:00:00.000Z' }, 'zh-CN');
  if ('fault' in mapped) throw new Error(mapped.fault.code);
  const { title, summary, problem, requirements, budget, demandType, cooperationModes, owner, fields, keywords } =
    demand;
  expect(mapped.record).toMatchObject({
    title,
    summary,
    problem,
    requirements,
    budget,
    demandType,
    cooperationModes,
    owner,
    fields,
    keywords,
    publishedOn: '2026-03-05',
  });
});

it('as whole records, and as a feed that names nobody who is anonymous', async () => {
  const all = JSON.parse(await get('demands.json')) as { total: number; items: Demand[] };
  expect(all.total).toBe(2);
  expect(all.items).toContainEqual(demand);
  const feed = await get('demands.atom');
  expect(feed).toContain(`<link rel="alternate" type="text/html" href="${platform.url}/demands/dem_1"/>`);
  expect(feed).toMatch(/<title>技术需求 · 示例平台<\/title>/);
  const [, second = ''] = /<entry>\s*<id>[^<]*dem_2<\/id>([\s\S]*?)<\/entry>/.exec(feed) ?? [];
  expect(second).not.toContain('甲公司');
  expect((await fetch(`${platform.url}/api/v1/demands.ris`)).status).toBe(404);
});
