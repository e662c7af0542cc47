import { describe, expect, it } from 'vitest';
import type { Achievement } from '../../../src/domain/achievement.js';
import { achievementIndex, createMemoryIndex } from '../../../src/search/index.js';

const zh = (text: string): Record<string, string> => ({ 'zh-CN': text });

const bare: Achievement = {
  id: 'a1',
  kind: 'achievement',
  status: 'published',
  title: { 'zh-CN': '标题词', en: 'Headline' },
  lang: 'zh-CN',
  source: { name: 'sample', id: 'SRC-000123' },
  createdAt: '2026-01-02T00:00:00Z',
  updatedAt: '2026-02-03T00:00:00Z',
};

const full: Achievement = {
  ...bare,
  summary: zh('摘要词'),
  benefit: zh('效益词'),
  owner: { name: zh('归属学院') },
  registrationNo: '330201Y0042',
  completers: [{ name: '欧阳样例', affiliation: zh('挂靠单位') }],
  institutions: [{ name: { 'zh-CN': '示例大学', en: 'Example University' } }],
  problemSolved: zh('难题词'),
  innovationPoints: [zh('创新甲'), zh('创新乙')],
  indicators: zh('指标词'),
  comparison: zh('对比词'),
  economics: zh('经济词'),
  applications: zh('应用词'),
  keywords: { 'zh-CN': ['关键甲'], en: ['keyword'] },
  publications: [{ title: '论文题', doi: '10.1234/abc.5678' }],
  fields: [
    { scheme: 'cn-hightech-8', code: 'new-materials' },
    { scheme: 'text', code: '自由领域' },
  ],
  region: '330110',
  level: 'intl-leading',
  readiness: [{ scheme: 'iso-16290-2013', level: 6, evidence: zh('佐证词') }],
  publishedOn: '2024-06',
  ip: [
    {
      kind: 'invention',
      title: zh('专利题'),
      patentNo: 'ZL 2013 1 0123456.7',
      legalStatus: 'open-licence',
      holders: [{ name: zh('权利人词') }],
    },
  ],
  transferModes: ['licence', 'try-first'],
  price: { amount: 20, currency: 'CNY', unit: '万元' },
  negotiable: true,
  transferNote: zh('转化说明词'),
};

describe('the index of achievements', () => {
  it('finds a record by every text it has, in every language', async () => {
    const index = createMemoryIndex(achievementIndex);
    await index.apply([{ seq: 1, op: 'put', document: achievementIndex.toDocument(full) }]);
    const words =
      '标题词 Headline 摘要词 效益词 归属学院 330201Y0042 欧阳样例 挂靠单位 示例大学 university 难题词 创新甲 创新乙 指标词 对比词 经济词 应用词 关键甲 keyword 论文题 10.1234/abc.5678 自由领域 佐证词 专利题 ZL201310123456.7 权利人词 转化说明词 SRC-000123';
    for (const word of words.split(' ')) expect((await index.search({ q: word, limit: 1 })).total, word).toBe(1);
    expect((await index.search({ q: 'new-materials', limit: 1 })).total).toBe(0);
  });
  it('knows what its institutions are called in English', () => {
    const names = (...institutions: Achievement['institutions'] & {}): unknown =>
      achievementIndex.toDocument({ ...bare, institutions }).names;
    expect(achievementIndex.toDocument(full).names).toEqual({ institution: [['示例大学', 'Example University']] });
    expect(
      names({ name: { en: 'Only English' } }, { name: zh('只有中文') }, { name: { fr: 'École', de: 'Schule' } }),
    ).toEqual({
      institution: [],
    });
    expect(names({ name: { 'zh-TW': '臺大', 'en-GB': 'Taida' } }, { name: { fr: 'École', en: 'School' } })).toEqual({
      institution: [
        ['臺大', 'Taida'],
        ['École', 'School'],
      ],
    });
  });
  it('counts it in its facets', () => {
    expect(achievementIndex.toDocument(full).facets).toEqual({
      field: ['new-materials', '自由领域'],
      industry: [],
      institution: ['示例大学', '归属学院'],
      region: ['330110'],
      transferMode: ['licence', 'try-first'],
      readiness: ['iso-16290-2013.6'],
      ipKind: ['invention'],
      ipStatus: ['open-licence'],
      level: ['intl-leading'],
      offer: ['open-licence', 'try-first'],
      price: ['negotiable', '100k-500k'],
      year: ['2024'],
      lang: ['zh-CN'],
      source: ['sample'],
    });
  });
  it('puts a price on the band that its unit makes it', () => {
    const band = (amount: number, unit: '元' | '千元' | '万元' | '亿元' | '1', currency = 'CNY'): readonly string[] =>
      achievementIndex.toDocument({ ...bare, price: { amount, unit, currency } }).facets['price'] ?? [];
    expect(band(99_999, '元')).toEqual(['under-100k']);
    expect(band(100, '千元')).toEqual(['100k-500k']);
    expect(band(50, '万元')).toEqual(['500k-1m']);
    expect(band(100, '万元')).toEqual(['1m-5m']);
    expect(band(5_000_000, '1')).toEqual(['5m-10m']);
    expect(band(0.1, '亿元')).toEqual(['over-10m']);
    expect(band(20, '1', 'USD')).toEqual([]);
  });
  it('sorts by publication, else by creation, and says nothing of what it does not know', () => {
    expect(achievementIndex.toDocument(full).sorts).toEqual({
      newest: Date.parse('2024-06'),
      updated: Date.parse('2026-02-03'),
    });
    const document = achievementIndex.toDocument(bare);
    expect(document.sorts['newest']).toBe(Date.parse('2026-01-02'));
    expect(document.facets).toMatchObject({ field: [], year: [], price: [], offer: [], institution: [] });
    expect(Object.keys(document.facets)).toEqual(achievementIndex.facets);
  });
  it('filters by yuan, days since 1970 and the nine-level scale', () => {
    const price = { amount: 20, unit: '万元', currency: 'CNY' } as const;
    const readiness = [
      { scheme: 'cn-13', level: 12 },
      { scheme: 'gbt-22900', level: 4 },
      { scheme: 'iso-16290-2013', level: 6 },
    ];
    const { ranges } = achievementIndex.toDocument({ ...bare, price, readiness, publishedOn: '2024-06' });
    expect(ranges).toEqual({ price: 200_000, published: Date.parse('2024-06-01') / 86_400_000, readiness: 6 });
    expect(Object.keys(ranges)).toEqual(achievementIndex.ranges);
    const unknown = achievementIndex.toDocument({
      ...bare,
      price: { ...price, currency: 'USD' },
      readiness: readiness.slice(0, 1),
    });
    expect(unknown.ranges).toEqual({ price: undefined, published: undefined, readiness: undefined });
  });
});
