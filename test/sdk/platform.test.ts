// The SDK and the platform together: what one promises, the other keeps.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClient, HttpError } from '../../src/sdk/index.js';
import type { Platform } from '../../src/server/platform.js';
import { startQuietly } from '../server/http/support.js';
import { sampleAchievements } from '../support/achievements.js';
import { openTestStore } from '../support/stores.js';
import { rejectionOf } from './fake-fetch.js';

let platform: Platform;
let client: Client;

beforeAll(async () => {
  platform = await startQuietly({ store: await openTestStore(), source: 'Sample platform' });
  await platform.store.putRecords(sampleAchievements);
  await platform.refresh();
  client = createClient({ baseUrl: platform.url });
}, 60_000);
afterAll(() => platform?.close());

describe('against a real platform', () => {
  it('finds records by Chinese words and says where the words stand', async () => {
    const page = await client.achievements.list({ q: '钙钛矿' });
    expect(page).toMatchObject({ total: 1, rejected: 0, source: 'Sample platform' });
    const [hit] = page.items;
    const [start, end] = hit?.highlights?.['title.zh-CN']?.[0] ?? [0, 0];
    expect(hit?.title['zh-CN']?.slice(start, end)).toBe('钙钛矿');
  });

  it('gives every record back as it was stored', async () => {
    for (const sample of sampleAchievements) {
      const { createdAt: _, updatedAt: __, ...stored } = sample;
      expect(await client.achievements.get(sample.id)).toMatchObject(stored);
    }
  });

  it('walks all records over several pages, each once', async () => {
    const ids: string[] = [];
    for await (const { id } of client.achievements.iterate({ limit: 2 })) ids.push(id);
    expect(ids.toSorted()).toEqual(sampleAchievements.map(({ id }) => id).toSorted());
  });

  it('counts facets without their own filter and labels them in the language asked for', async () => {
    const query = { filters: { field: ['新材料'] }, facets: ['field'] };
    const [chinese, english] = await Promise.all([
      client.achievements.list({ ...query, lang: 'zh-CN' }),
      client.achievements.list({ ...query, lang: 'en' }),
    ]);
    expect(chinese.total).toBe(2);
    const counts = Object.fromEntries((chinese.facets[0]?.values ?? []).map(({ value, count }) => [value, count]));
    expect(counts).toMatchObject({ 新材料: 2, 新能源: 2, 生物医药: 1 });
    expect(chinese.facets[0]?.label).toMatch(/\p{Script=Han}/u);
    expect(english.facets[0]?.label).toMatch(/^[A-Za-z ]+$/);
  });

  it('with limit 0 gives the total alone', async () => {
    expect(await client.achievements.list({ limit: 0 })).toMatchObject({ items: [], total: 6 });
  });

  it('a record that is not there is an HttpError of code not-found, with a request id', async () => {
    const error = await rejectionOf(client.achievements.get('no-such-record'));
    expect(HttpError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ code: 'not-found', problem: { status: 404 } });
    expect((error as HttpError).requestId).toBeTruthy();
  });

  it.each([
    ['limit', { limit: 101 }],
    ['sort', { sort: 'price-of-tea' }],
    ['cursor', { cursor: 'made up' }],
    ['facets', { facets: ['constructor'] }],
    ['f.__proto__', { filters: Object.fromEntries([['__proto__', ['x']]]) }],
  ])('a query that is not accepted names the parameter: %s', async (path, query) => {
    const error = await rejectionOf(client.achievements.list(query));
    expect(error).toMatchObject({ code: 'bad-request', retryable: false });
    expect((error as HttpError).problem?.errors?.map((fault) => fault.path)).toContain(path);
  });
});
