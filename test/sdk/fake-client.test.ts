import { describe, expect, it } from 'vitest';
import { Achievement } from '../../src/domain/achievement.js';
import { createFakeClient, pageOf, sampleAchievements } from '../support/fake-client.js';
import { rejectionOf } from './fake-fetch.js';

describe('the fake client of element tests and stories', () => {
  it('holds six achievements that the platform would accept', () => {
    expect(sampleAchievements).toHaveLength(6);
    expect(sampleAchievements.filter((sample) => !Achievement.safeParse(sample).success)).toEqual([]);
    expect(new Set(sampleAchievements.map(({ id }) => id)).size).toBe(6);
  });

  it('finds samples by word and field, with disjunctive counts and pages', async () => {
    const { achievements } = createFakeClient();
    const page = await achievements.list({ q: '电池', filters: { field: ['新材料'] }, facets: ['field'] });
    expect(page.items.map(({ id }) => id)).toEqual(['battery-recycling']);
    expect(page.facets[0]?.values.map(({ value, count }) => [value, count])).toEqual([
      ['新能源', 2],
      ['新材料', 1],
    ]);
    const first = await achievements.list({ limit: 4 });
    expect(first).toMatchObject({ total: 6, nextCursor: '4' });
    expect((await achievements.list({ limit: 4, cursor: '4' })).items).toHaveLength(2);
  });

  it('holds answers back until the test gives them, in any order', async () => {
    const client = createFakeClient();
    const slow = client.achievements.list.defer();
    const fast = client.achievements.list.defer();
    const order: string[] = [];
    const one = client.achievements.list({ q: 'slow' }).then(({ total }) => order.push(`slow ${total}`));
    const two = client.achievements.list({ q: 'fast' }).then(({ total }) => order.push(`fast ${total}`));
    await Promise.all([slow.called, fast.called]);
    expect([slow.query.q, fast.query.q]).toEqual(['slow', 'fast']);
    fast.resolve(pageOf([], { total: 1 }));
    await two;
    slow.resolve(pageOf([], { total: 2 }));
    await one;
    expect(order).toEqual(['fast 1', 'slow 2']);
  });

  it('rejects as it is told', async () => {
    const client = createFakeClient();
    const answer = client.achievements.list.defer();
    const failure = new Error('as told');
    answer.reject(failure);
    expect(await rejectionOf(client.achievements.list())).toBe(failure);
  });

  it('rejects a pending call with an AbortError when its signal aborts', async () => {
    const client = createFakeClient();
    const answer = client.achievements.list.defer();
    const controller = new AbortController();
    const rejection = rejectionOf(client.achievements.list({}, { signal: controller.signal }));
    await answer.called;
    expect(answer.signal).toBe(controller.signal);
    controller.abort();
    expect(await rejection).toMatchObject({ name: 'AbortError' });
  });

  it('says when a test looks at a call before it has arrived', () => {
    expect(() => createFakeClient().achievements.list.defer().query).toThrow(/await `called`/);
  });

  it('gives one answer to all calls, and remembers them', async () => {
    const client = createFakeClient();
    client.achievements.list.answer(pageOf([]));
    client.achievements.get.answer((id) => ({ ...sampleAchievements[0]!, id }));
    expect((await client.achievements.list({ q: 'x' })).items).toEqual([]);
    expect((await client.achievements.get('abc')).id).toBe('abc');
    expect(client.achievements.list.calls.map(({ query }) => query)).toEqual([{ q: 'x' }]);
  });

  it('finds by range and by all of several values, and tells the ends of ranges', async () => {
    const { achievements } = createFakeClient();
    const dear = await achievements.list({
      ranges: { price: { min: 3_000_000 } },
      countRanges: ['price', 'published'],
    });
    expect(dear.items.map(({ id }) => id)).toContain('perovskite-tandem');
    expect(dear.ranges[0]).toMatchObject({ id: 'price', type: 'money', unit: 'CNY', max: 3_000_000 });
    expect(dear.ranges[1]).toMatchObject({ id: 'published', type: 'date', count: dear.total });
    const both = await achievements.list({ filters: { field: ['生物医药', '人工智能'] }, matchAll: ['field'] });
    expect(both.items.map(({ id }) => id)).toEqual(['ct-lung-nodule']);
  });

  it('completes words and facets from its samples', async () => {
    const { achievements } = createFakeClient();
    expect((await achievements.suggest({ q: '钙钛', limit: 2 })).map(({ field }) => field)).toEqual([
      'title',
      'keywords',
    ]);
    expect((await achievements.facetValues({ facet: 'field', contains: '材料' })).values).toEqual([
      { value: '新材料', label: '新材料', count: 2 },
    ]);
    expect(achievements.exportUrl('ris', { q: 'x' })).toContain('/api/v1/achievements.ris?q=x');
    expect(achievements.permalink('rice-salt-tolerant', 'en')).toContain('/en/achievements/rice-salt-tolerant');
  });

  it('walks its pages', async () => {
    const ids: string[] = [];
    for await (const { id } of createFakeClient().achievements.iterate({ limit: 4 }, { maxItems: 5 })) ids.push(id);
    expect(ids).toEqual(sampleAchievements.slice(0, 5).map(({ id }) => id));
  });
});
