import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Achievement } from '../../../src/domain/achievement.js';
import { type Highlights, PageEnvelope } from '../../../src/domain/page.js';
import { Problem } from '../../../src/domain/problem.js';
import type { Platform } from '../../../src/server/platform.js';
import { eachStore } from '../../support/stores.js';
import { achievement, startQuietly } from './support.js';

type Page = Omit<PageEnvelope, 'items'> & { items: (Achievement & { highlights?: Highlights })[] };

const records = [
  achievement('cell', {
    title: { 'zh-CN': '钙钛矿太阳能电池封装', en: 'Perovskite encapsulation' },
    summary: { 'zh-CN': `封装后电池效率保持九成以上。${'其余从略。'.repeat(50)}末句提到界面钝化。` },
    keywords: { 'zh-CN': ['太阳能', '封装'] },
    fields: [{ scheme: 'hightech-8', code: 'new-energy' }],
    readiness: [{ scheme: 'iso-16290-2013', level: 6 }],
    region: '330110',
    price: { amount: 80, currency: 'CNY', unit: '万元' },
    institutions: [{ name: { 'zh-CN': '示例大学' } }],
    publishedOn: '2024-05',
  }),
  achievement('battery', {
    title: { 'zh-CN': '固态电池电解质' },
    fields: [{ scheme: 'hightech-8', code: 'new-materials' }],
    publishedOn: '2025-02-01',
  }),
  achievement('soil', { title: { 'zh-CN': '土壤修复菌剂' }, fields: [{ scheme: 'text', code: '农业' }] }),
  achievement('draft', { title: { 'zh-CN': '未发布的电池' }, status: 'draft' }),
  achievement('gone', { title: { 'zh-CN': '撤下的电池' }, status: 'tombstone' }),
];

eachStore('the achievements of a platform', (openEmptyStore) => {
  let platform: Platform;
  beforeAll(async () => {
    const store = await openEmptyStore();
    await store.putRecords(records);
    platform = await startQuietly({ store, source: '测试平台' });
  });
  afterAll(() => platform.close());

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${platform.url}/api/v1/achievements${path}`, { headers });
  const list = async (query: string): Promise<Page> => {
    const response = await get(query);
    expect(response.status).toBe(200);
    return (await response.json()) as Page;
  };
  const ids = (page: Page): string[] => page.items.map((item) => item.id);

  it('are given with excerpts of their long texts where that is asked for, and whole otherwise', async () => {
    const [whole] = (await list('?q=钝化')).items;
    expect(whole).not.toHaveProperty('excerpt');
    const [cut] = (await list('?q=钝化&texts=excerpts')).items;
    const summary = cut?.summary?.['zh-CN'] ?? '';
    expect(cut).toMatchObject({ id: whole?.id, excerpt: true });
    expect(summary).toMatch(/^….*末句提到界面钝化。$/);
    expect(whole?.summary?.['zh-CN']).toContain(summary.slice(1));
    expect(cut?.highlights?.['summary.zh-CN']?.map(([from, to]) => summary.slice(from, to))).toEqual(['钝化']);
    const { items } = await list('?q=固态&texts=excerpts');
    expect(items.map(({ id }) => id)).toEqual(['battery']);
    expect(items[0]).not.toHaveProperty('excerpt');
    expect((await get('?texts=some')).status).toBe(400);
  });

  it('are answered in the envelope of the contract, whole and valid', async () => {
    const page = await list('?q=电池');
    expect(PageEnvelope.parse(page)).toEqual(page);
    expect(page.total).toBe(2);
    expect(page.source).toBe('测试平台');
    expect(page.facets.map(({ id }) => id)).toEqual(['field', 'transferMode', 'readiness', 'ipKind', 'region', 'year']);
    expect((await list('?q=电池&facets=')).facets).toEqual([]);
    expect(page).not.toHaveProperty('nextCursor');
    expect(page).not.toHaveProperty('strict');
    const found = page.items.find((item) => item.id === 'cell');
    expect({ ...found, highlights: undefined }).toEqual(records[0]);
    for (const item of page.items) expect(Achievement.safeParse(item).success).toBe(true);
    expect(page.labels).toMatchObject({ 'region.330110': '余杭区' });
  });

  it('hold only published ones', async () => {
    expect(ids(await list('')).toSorted()).toEqual(['battery', 'cell', 'soil']);
  });

  it('come with the places of the words, as ranges by path', async () => {
    const page = await list('?q=太阳能');
    expect(page.items[0]?.highlights).toEqual({ 'title.zh-CN': [[3, 6]], 'keywords.zh-CN.0': [[0, 3]] });
    expect((await list('')).items[0]).not.toHaveProperty('highlights');
  });

  it('are sorted by date of publication without a query, and as asked', async () => {
    expect(ids(await list('')).slice(0, 2)).not.toContain('cell');
    expect(ids(await list('?sort=newest&f.field=new-energy&f.field=new-materials'))).toEqual(['battery', 'cell']);
  });

  it('are walked by cursor, each exactly once, with the same total', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list(`?limit=1${cursor === undefined ? '' : `&cursor=${cursor}`}`);
      expect(page.total).toBe(3);
      seen.push(...ids(page));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(seen.toSorted()).toEqual(['battery', 'cell', 'soil']);
  });

  it('can be counted alone', async () => {
    const page = await list('?q=电池&limit=0&facets=field');
    expect(page.items).toEqual([]);
    expect(page.total).toBe(2);
    expect(page.facets).toHaveLength(1);
  });

  it('are filtered: OR within a facet, AND between facets, and counted without the own filter', async () => {
    expect(ids(await list('?f.field=new-energy&f.field=农业')).toSorted()).toEqual(['cell', 'soil']);
    expect(ids(await list('?f.field=new-energy&f.year=2025'))).toEqual([]);
    const page = await list('?f.field=new-energy&facets=field,year');
    expect(page.facets.map((facet) => facet.id)).toEqual(['field', 'year']);
    expect(page.facets[0]?.values.map(({ value, count }) => [value, count]).toSorted()).toEqual([
      ['new-energy', 1],
      ['new-materials', 1],
      ['农业', 1],
    ]);
    expect(page.facets[1]?.values).toEqual([{ value: '2024', label: '2024', count: 1 }]);
  });

  it('are filtered by ranges, both ends included, and left out where the number is unknown', async () => {
    expect(ids(await list('?r.price=800000..800000'))).toEqual(['cell']);
    expect(ids(await list('?r.price=..799999.99'))).toEqual([]);
    expect(ids(await list('?r.published=2024..2024'))).toEqual(['cell']);
    expect(ids(await list('?r.published=2024-05..2025-02-01')).toSorted()).toEqual(['battery', 'cell']);
    expect(ids(await list('?r.readiness=6..'))).toEqual(['cell']);
  });

  it('tell the ends of ranges that are asked for, the own filter of each left out', async () => {
    expect(await list('?r.price=1..&ranges=price,published&lang=en')).toMatchObject({
      total: 1,
      ranges: [
        { id: 'price', label: 'Price', type: 'money', unit: 'CNY', min: 800_000, max: 800_000, count: 1 },
        { id: 'published', label: 'Published', type: 'date', min: '2024-05-01', max: '2024-05-01', count: 1 },
      ],
    });
    const empty = await list('?f.year=1999&ranges=readiness&lang=zh-CN');
    expect(empty.ranges).toEqual([{ id: 'readiness', label: '成熟度', type: 'number', count: 0 }]);
    expect((await list('')).ranges).toEqual([]);
  });

  it('have all of the chosen values where that is asked for', async () => {
    const chosen = '?f.field=new-energy&f.field=农业';
    expect(ids(await list(`${chosen}&match.field=all`))).toEqual([]);
    expect(ids(await list(`${chosen}&match.field=any`)).toSorted()).toEqual(['cell', 'soil']);
    expect(ids(await list('?f.field=new-energy&match.field=all'))).toEqual(['cell']);
  });

  it.each([
    ['r.price=5', 'r.price', 'invalid_range'],
    ['r.price=2..1', 'r.price', 'reversed_range'],
    ['r.published=2024-02-30..', 'r.published', 'invalid_dates'],
    ['r.weight=1..', 'r.weight', 'unknown_range'],
    ['r.price=1..&r.price=2..', 'r.price', 'repeated'],
    ['ranges=price,weight', 'ranges', 'unknown_range'],
    ['match.weight=all', 'match.weight', 'unknown_facet'],
  ])('refuse %s', async (query, path, code) => {
    const response = await get(`?${query}`);
    expect(response.status).toBe(400);
    expect(Problem.parse(await response.json()).errors).toEqual([expect.objectContaining({ path, code })]);
  });

  it('answer any language in the nearer of Chinese and English', async () => {
    for (const [lang, label] of [
      ['zh-TW', '技术领域'],
      ['en-GB', 'Technical field'],
      ['fr', 'Technical field'],
    ])
      expect((await list(`?facets=field&lang=${lang}`)).facets[0]?.label).toBe(label);
  });

  it('count facets of which values are chosen after those asked for, so that every chosen value has its label', async () => {
    const ids = async (query: string): Promise<string[]> => (await list(query)).facets.map(({ id }) => id);
    expect(await ids('?facets=year&f.field=new-energy&f.price=under-100k')).toEqual(['year', 'field', 'price']);
    expect((await ids('?f.level=intl-leading')).at(-1)).toBe('level');
    expect(await ids('?facets=&f.field=new-energy')).toEqual([]);
    const { facets } = await list('?facets=year&f.price=under-100k&lang=en');
    expect(facets[1]?.values).toContainEqual(
      expect.objectContaining({ value: 'under-100k', label: 'Under CNY 100,000' }),
    );
  });

  it('have facets labelled in the language asked for', async () => {
    const query = '?f.field=new-energy&facets=readiness&facets=region,price&facets=field';
    const labels = async (lang: string): Promise<unknown> =>
      (await list(`${query}&lang=${lang}`)).facets.map(({ label, values }) => [label, values[0]?.label]);
    expect(await labels('zh-CN')).toEqual([
      ['成熟度', expect.stringMatching(/\p{Script=Han}/u)],
      ['地区', '余杭区'],
      ['价格', '50万–100万元'],
      ['技术领域', expect.any(String)],
    ]);
    expect(await labels('en')).toEqual([
      ['Readiness', expect.stringMatching(/^[\x20-\x7e]+$/)],
      ['Region', 'Yuhang District, Hangzhou'],
      ['Price', 'CNY 500,000–1 million'],
      ['Technical field', expect.any(String)],
    ]);
  });

  it('are found by pinyin, as near matches', async () => {
    const page = await list('?q=turang');
    expect(ids(page)).toEqual(['soil']);
    expect([page.total, page.strict]).toEqual([0, 0]);
  });

  it('say how many items match every word when near matches follow', async () => {
    const page = await list('?q=钙钛矿 土壤');
    expect(page.total).toBe(0);
    expect(page.strict).toBe(0);
    expect(ids(page).toSorted()).toEqual(['cell', 'soil']);
  });

  it('are read one by one', async () => {
    const response = await get('/cell');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(records[0]);
    const labelled = (await (await get('/cell?lang=en')).json()) as { labels?: unknown };
    expect(labelled.labels).toMatchObject({ 'hightech-8.new-energy': 'New energy and energy saving' });
    expect(response.headers.get('last-modified')).toBe('Fri, 02 Jan 2026 03:04:05 GMT');
  });

  it.each([
    ['/draft', 404, 'record-not-found'],
    ['/nothing', 404, 'record-not-found'],
    ['/gone', 410, 'record-gone'],
    [`/${'x'.repeat(65)}`, 404, 'record-not-found'],
    ['/%00', 404, 'record-not-found'],
    ["/'%20OR%201=1", 404, 'record-not-found'],
  ])('answer %s with %i', async (path, status, kind) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    const problem = Problem.parse(await response.json());
    expect(problem).toMatchObject({ status, type: `urn:problem-type:yuniao:${kind}` });
  });

  it('are answered with 304 while nothing changed, and anew once a record changed', async () => {
    const first = await get('?q=菌剂');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"/);
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    expect(Date.parse(first.headers.get('last-modified') ?? '')).toBeGreaterThan(0);
    const again = await get('?q=菌剂', { 'if-none-match': etag });
    expect(again.status).toBe(304);
    expect(again.headers.get('etag')).toBe(etag);
    expect(await again.text()).toBe('');
    await platform.store.putRecords([achievement('soil', { title: { 'zh-CN': '新的菌剂' } })]);
    await platform.refresh();
    const changed = await get('?q=菌剂', { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
    expect(JSON.stringify(await changed.json())).toContain('新的菌剂');
  });
});

describe('the range of a highlight', () => {
  it('counts UTF-16 code units of the text as it is stored', () => {
    expect('钙钛矿太阳能电池封装'.slice(3, 6)).toBe('太阳能');
  });
});
