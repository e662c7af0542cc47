import { describe, expect, it } from 'vitest';
import { Demand } from '../../../src/domain/index.js';
import { createMemoryIndex, demandIndex } from '../../../src/search/index.js';

const zh = (text: string): Record<string, string> => ({ 'zh-CN': text });

const day = (date: string): number => Date.parse(date) / 86_400_000;

const bare: Demand = Demand.parse({
  id: 'd1',
  kind: 'demand',
  status: 'published',
  title: { 'zh-CN': '标题词', en: 'Headline' },
  lang: 'zh-CN',
  source: { name: 'sample', id: 'REQ-000123' },
  createdAt: '2026-01-02T00:00:00Z',
  updatedAt: '2026-02-03T00:00:00Z',
});

const full: Demand = Demand.parse({
  ...bare,
  summary: zh('摘要词'),
  owner: { name: { 'zh-CN': '示例阀门厂', en: 'Example Valve Works' } },
  problem: zh('难题词'),
  indicators: [
    { name: zh('耐压'), operator: '>=', value: 35, unit: 'kV' },
    { name: zh('寿命'), operator: 'range', value: 5000, upper: 8000, unit: '小时' },
  ],
  requirements: zh('要求词'),
  context: zh('条件词'),
  attemptedSolutions: zh('尝试词'),
  constraints: zh('约束词'),
  attachments: [{ url: 'https://example.org/a.pdf', title: zh('附件词') }],
  demandType: 'breakthrough',
  fields: [
    { scheme: 'hightech-8', code: 'new-materials' },
    { scheme: 'text', code: '自由领域' },
  ],
  keywords: { 'zh-CN': ['关键甲'], en: ['keyword'] },
  region: '330110',
  organisationNature: 'private',
  budget: { min: { amount: 20, currency: 'CNY', unit: '万元' }, max: { amount: 80, currency: 'CNY', unit: '万元' } },
  deadline: '2026-12-31',
  cooperationModes: ['licence', 'equity'],
  ipExpectation: zh('归属词'),
  publishedOn: '2025-06',
});

describe('the index of demands', () => {
  it('finds a record by every text it has, in every language', async () => {
    const index = createMemoryIndex(demandIndex);
    await index.apply([{ seq: 1, op: 'put', document: demandIndex.toDocument(full) }]);
    const words =
      '标题词 Headline 摘要词 示例阀门厂 valve 难题词 耐压 35 寿命 8000 要求词 条件词 尝试词 约束词 附件词 自由领域 关键甲 keyword 归属词 REQ-000123';
    for (const word of words.split(' ')) expect((await index.search({ q: word, limit: 1 })).total, word).toBe(1);
    expect((await index.search({ q: '"35 kV"', limit: 1 })).total).toBe(1);
    expect((await index.search({ q: 'new-materials', limit: 1 })).total).toBe(0);
  });
  it('counts it in its facets, its budget by the most that may be spent', () => {
    expect(demandIndex.toDocument(full).facets).toEqual({
      field: ['new-materials', '自由领域'],
      industry: [],
      institution: ['示例阀门厂'],
      region: ['330110'],
      demandType: ['breakthrough'],
      cooperationMode: ['licence', 'equity'],
      organisationNature: ['private'],
      budget: ['500k-1m'],
      year: ['2025'],
      lang: ['zh-CN'],
      source: ['sample'],
    });
    const band = (budget: Demand['budget']): unknown => demandIndex.toDocument({ ...bare, budget }).facets['budget'];
    expect(band({ min: { amount: 20, currency: 'CNY', unit: '万元' } })).toEqual(['100k-500k']);
    expect(band({ negotiable: true, text: '面议' })).toEqual(['negotiable']);
    expect(band({ max: { amount: 20, currency: 'EUR', unit: '1' } })).toEqual([]);
  });
  it('sorts the soonest deadline first and those without one last', async () => {
    const index = createMemoryIndex(demandIndex);
    const deadlines = { none: undefined, late: '2027', soon: '2026-12-01' };
    const documents = Object.entries(deadlines).map(([id, deadline]) =>
      demandIndex.toDocument({ ...bare, id, ...(deadline ? { deadline } : {}) }),
    );
    await index.apply(documents.map((document, at) => ({ seq: at + 1, op: 'put', document })));
    const { hits } = await index.search({ sort: 'soonest', limit: 3 });
    expect(hits.map(({ id }) => id)).toEqual(['soon', 'late', 'none']);
  });
  it('can be narrowed by money and by date', async () => {
    const { ranges } = demandIndex.toDocument(full);
    expect(ranges).toEqual({ budget: 800_000, published: day('2025-06-01'), deadline: day('2026-12-31') });
    const index = createMemoryIndex(demandIndex);
    await index.apply([{ seq: 1, op: 'put', document: demandIndex.toDocument(full) }]);
    const total = async (min: number): Promise<number> =>
      (await index.search({ ranges: { deadline: { min } }, limit: 0 })).total;
    expect([await total(day('2026-12-31')), await total(day('2027-01-01'))]).toEqual([1, 0]);
  });
  it('says nothing of what it does not know', () => {
    const document = demandIndex.toDocument(bare);
    expect(document.sorts).toEqual({
      newest: Date.parse('2026-01-02'),
      soonest: undefined,
      updated: Date.parse('2026-02-03'),
    });
    expect(document.facets).toMatchObject({ field: [], budget: [], demandType: [], institution: [], year: ['2026'] });
    expect(Object.keys(document.facets)).toEqual(demandIndex.facets);
  });
});
