import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Facet, Suggestion } from '../../../src/domain/page.js';
import { Problem } from '../../../src/domain/problem.js';
import type { Platform } from '../../../src/server/platform.js';
import { openTestStore } from '../../support/stores.js';
import { achievement, startQuietly } from './support.js';

const university = { name: { 'zh-CN': '示例理工大学', en: 'Sample University of Technology' } };
const records = [
  achievement('cell', {
    title: { 'zh-CN': '钙钛矿太阳能电池封装' },
    keywords: { 'zh-CN': ['钙钛矿', '封装'] },
    fields: [{ scheme: 'hightech-8', code: 'new-energy' }],
    institutions: [university],
    region: '330110',
  }),
  achievement('battery', {
    title: { 'zh-CN': '固态电池电解质' },
    keywords: { 'zh-CN': ['电池'] },
    fields: [
      { scheme: 'hightech-8', code: 'new-materials' },
      { scheme: 'text', code: '新型电工材料' },
    ],
    institutions: [{ name: { 'zh-CN': '示例化学研究所' } }],
  }),
  achievement('soil', {
    title: { 'zh-CN': '土壤修复菌剂' },
    fields: [{ scheme: 'text', code: '农业' }],
    institutions: [university],
  }),
];

describe('what helps a visitor to go on typing', () => {
  let platform: Platform;
  beforeAll(async () => {
    const store = await openTestStore();
    await store.putRecords(records);
    platform = await startQuietly({ store });
  });
  afterAll(() => platform.close());

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${platform.url}/api/v1/achievements/${path}`, { headers });
  const suggest = async (query: string): Promise<Suggestion[]> => {
    const response = await get(`suggest?${query}`);
    expect(response.status).toBe(200);
    return ((await response.json()) as { items: Suggestion[] }).items;
  };
  const values = async (path: string): Promise<Facet> => {
    const response = await get(`facets/${path}`);
    expect(response.status).toBe(200);
    return (await response.json()) as Facet;
  };
  const labels = async (path: string): Promise<string[]> => (await values(path)).values.map(({ label }) => label);

  it('suggests titles, keywords and institutions, by the word or its pinyin', async () => {
    expect(await suggest('q=钙钛')).toContainEqual({ text: '钙钛矿', field: 'keywords', count: 1 });
    expect((await suggest('q=钙钛')).map(({ field }) => field)).toContain('title');
    expect((await suggest('q=示例理工')).map(({ text }) => text)).toContain('示例理工大学');
  });

  it('suggests nothing while nothing is typed, and no more than asked for', async () => {
    expect(await suggest('')).toEqual([]);
    expect(await suggest('q=%20')).toEqual([]);
    expect(await suggest('q=电池&limit=1')).toHaveLength(1);
  });

  it('gives the values of a facet, most frequent first, with their labels', async () => {
    expect(await values('institution?lang=zh-CN')).toEqual({
      id: 'institution',
      label: '完成单位',
      values: [
        { value: '示例理工大学', label: '示例理工大学', count: 2 },
        { value: '示例化学研究所', label: '示例化学研究所', count: 1 },
      ],
    });
    expect(await labels('institution?limit=1')).toEqual(['示例理工大学']);
  });

  it('looks for what is typed in the label of the language asked for', async () => {
    expect(await labels('field?contains=材料&lang=zh-CN')).toEqual(['新材料', '新型电工材料']);
    expect(await labels('field?contains=ENERGY&lang=en')).toEqual([expect.stringMatching(/energy/i)]);
    expect(await labels('field?contains=new-energy&lang=zh-CN')).toEqual([]);
    expect(await labels('region?contains=餘杭&lang=zh-CN')).toEqual(['余杭区']);
    expect(await labels('institution?contains=化學')).toEqual(['示例化学研究所']);
  });

  it('counts values among what the rest of the search finds, the own filter left out', async () => {
    expect(await labels('institution?q=电池&f.institution=示例理工大学')).toHaveLength(2);
    expect(await values('institution?f.field=农业')).toMatchObject({ values: [{ value: '示例理工大学', count: 1 }] });
    expect(await values('field?contains=新&r.published=2024..&lang=zh-CN')).toMatchObject({ values: [] });
    const both = 'f.field=new-materials&f.field=新型电工材料&match.field=all';
    expect(await labels(`institution?${both}`)).toEqual(['示例化学研究所']);
  });

  it('can be kept by the reader until something changes', async () => {
    for (const path of ['suggest?q=电池', 'facets/field?contains=新&lang=en']) {
      const response = await get(path);
      expect(response.headers.get('cache-control')).toBe('public, no-cache');
      const etag = response.headers.get('etag') ?? '';
      expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
    }
    expect((await get('facets/field')).headers.get('vary')).toMatch(/Accept-Language/);
  });

  it.each([
    ['suggest?q=a&limit=0', 'limit', 'not_a_number'],
    ['suggest?q=a&limit=21', 'limit', 'not_a_number'],
    [`suggest?q=${'x'.repeat(1001)}`, 'q', 'too_long'],
    ['suggest?q=a&f.field=x', 'f.field', 'unknown'],
    ['facets/field?limit=101', 'limit', 'not_a_number'],
    ['facets/field?sort=newest', 'sort', 'unknown'],
    ['facets/field?f.nothing=1', 'f.nothing', 'unknown_facet'],
    ['facets/field?match.field=most', 'match.field', 'invalid_value'],
    ['facets/field?r.nothing=1..', 'r.nothing', 'unknown_range'],
    [`facets/field?contains=${'x'.repeat(201)}`, 'contains', 'too_long'],
  ])('refuses %s', async (path, parameter, code) => {
    const response = await get(path);
    expect(response.status).toBe(400);
    expect(Problem.parse(await response.json()).errors).toEqual([
      expect.objectContaining({ path: parameter, code, message: expect.any(String) as string }),
    ]);
  });

  it('says which facets there are when asked for another', async () => {
    const response = await get('facets/__proto__?lang=en');
    expect(response.status).toBe(404);
    expect(Problem.parse(await response.json())).toMatchObject({ title: 'There is no such facet' });
  });
});
