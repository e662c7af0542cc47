import { describe, expect, it, vi } from 'vitest';
import { type FailureEvent, SchemaError } from '../../src/sdk/index.js';
import { sampleAchievements } from '../support/achievements.js';
import { clientOf, envelope, hang, json, problem, rejectionOf } from './fake-fetch.js';

const [first, second, third] = sampleAchievements;

async function pageOfAnswer(overrides: Record<string, unknown>): ReturnType<typeof list> {
  return list(overrides);
}
function list(overrides: Record<string, unknown>, onError?: (event: FailureEvent) => void) {
  return clientOf([json(envelope(overrides))], { hooks: { onError } }).client.achievements.list();
}

describe('a page', () => {
  it('gives the records with where and when they come from', async () => {
    const facets = [{ id: 'field', label: '技术领域', values: [{ value: '新能源', label: '新能源', count: 2 }] }];
    expect(await pageOfAnswer({ facets, nextCursor: 'c2' })).toEqual({
      items: [first, second],
      total: 2,
      facets,
      ranges: [],
      nextCursor: 'c2',
      asOf: '2026-10-01T00:00:00Z',
      source: 'Sample platform',
      rejected: 0,
    });
  });

  it('gives ranges as they come, of a kind known today or not', async () => {
    const ranges = [
      { id: 'price', label: '价格', type: 'money', unit: 'CNY', min: 5000, max: 3_000_000, count: 4 },
      { id: 'published', label: '发布日期', type: 'date', min: '2019-01-01', max: '2026-05-20', count: 6 },
      { id: 'distance', label: '距离', type: 'length', count: 0 },
    ];
    expect((await pageOfAnswer({ ranges })).ranges).toEqual(ranges);
  });

  it('has no cursor on the last page', async () => {
    expect(await pageOfAnswer({})).not.toHaveProperty('nextCursor');
  });

  it('lets values and fields through that only a newer platform knows', async () => {
    const newer = { ...first, status: 'auctioned', transferModes: ['time-share'], hologram: { url: 'x' } };
    const page = await pageOfAnswer({ items: [newer], experiments: ['b'] });
    expect(page.rejected).toBe(0);
    expect(page.items[0]).toMatchObject({ status: 'auctioned', transferModes: ['time-share'] });
  });

  it.each([
    ['no title', { ...second, title: undefined }],
    ['an empty title', { ...second, title: {} }],
    ['a link that runs a script', { ...second, source: { name: 's', id: '1', url: 'javascript:alert(1)' } }],
    ['null', null],
    ['text', 'record'],
  ])('sets a bad record aside (%s), counts it and shows the others', async (_, bad) => {
    const page = await pageOfAnswer({ items: [first, bad, third], total: 3 });
    expect(page.items.map(({ id }) => id)).toEqual([first?.id, third?.id]);
    expect(page).toMatchObject({ rejected: 1, total: 3 });
  });

  it('tells observers which record was bad and why', async () => {
    const onError = vi.fn<(event: FailureEvent) => void>();
    await list({ items: [first, { ...second, title: undefined }] }, onError);
    const error = onError.mock.calls[0]?.[0].error;
    expect(SchemaError.isInstance(error) && error.issues).toEqual([
      { path: 'items.1.title', message: 'expected record' },
    ]);
  });

  it('with nothing but bad records is empty and says so', async () => {
    expect(await pageOfAnswer({ items: [1, 2], total: 2 })).toMatchObject({ items: [], rejected: 2, total: 2 });
  });

  it('keeps the count of strict matches right when one of them is set aside', async () => {
    const items = [first, null, second, null];
    expect(await pageOfAnswer({ items, strict: 3 })).toMatchObject({ strict: 2, rejected: 2 });
  });

  it('keeps highlights as ranges', async () => {
    const highlights = { 'title.zh-CN': [[0, 3]] };
    expect((await pageOfAnswer({ items: [{ ...first, highlights }] })).items[0]?.highlights).toEqual(highlights);
  });

  it.each([{ title: '<b>x</b>' }, { title: [[-1, 2]] }, 'x', 7])(
    'drops highlights that are none (%j) and keeps the record',
    async (highlights) => {
      const page = await pageOfAnswer({ items: [{ ...first, highlights }] });
      expect(page).toMatchObject({ rejected: 0 });
      expect(page.items[0]?.highlights).toBeUndefined();
    },
  );

  it('is not fooled by names that mean something to JavaScript', async () => {
    const text = JSON.stringify(envelope()).replace('{', '{"__proto__":{"rejected":9},"constructor":1,');
    const page = await clientOf([new Response(text)]).client.achievements.list();
    expect(page.rejected).toBe(0);
    expect(Object.getPrototypeOf(page)).toBe(Object.prototype);
    expect({}).not.toHaveProperty('rejected');
  });
});

describe('walking all pages', () => {
  const pages = [
    json(envelope({ items: [first, second], total: 3, nextCursor: 'c2' })),
    json(envelope({ items: [third], total: 3 })),
  ];

  async function ids(records: AsyncIterable<{ readonly id: string }>, stopAfter = Infinity): Promise<string[]> {
    const found: string[] = [];
    for await (const { id } of records) if (found.push(id) >= stopAfter) break;
    return found;
  }

  it('gives every record in order and then ends', async () => {
    const { client, fetch } = clientOf(pages);
    expect(await ids(client.achievements.iterate({ q: '电池' }))).toEqual([first?.id, second?.id, third?.id]);
    expect(fetch.requests.map(({ url }) => Object.fromEntries(new URL(url).searchParams))).toEqual([
      { q: '电池', limit: '100', facets: '' },
      { q: '电池', limit: '100', cursor: 'c2', facets: '' },
    ]);
  });

  it('sends nothing before the first record is wanted, nor the next page before its first', async () => {
    const { client, fetch } = clientOf(pages);
    const records = client.achievements.iterate()[Symbol.asyncIterator]();
    expect(fetch.requests).toHaveLength(0);
    await records.next();
    await records.next();
    expect(fetch.requests).toHaveLength(1);
    await records.next();
    expect(fetch.requests).toHaveLength(2);
  });

  it('stops asking when the loop ends early', async () => {
    const { client, fetch } = clientOf(pages);
    expect(await ids(client.achievements.iterate(), 2)).toEqual([first?.id, second?.id]);
    expect(fetch.requests).toHaveLength(1);
  });

  it.each([
    [0, 0, 0],
    [1, 1, 1],
    [2, 2, 1],
    [3, 3, 2],
    [99, 3, 2],
  ])('with maxItems %i gives %i records in %i requests', async (maxItems, count, requests) => {
    const { client, fetch } = clientOf(pages);
    expect(await ids(client.achievements.iterate({}, { maxItems }))).toHaveLength(count);
    expect(fetch.requests).toHaveLength(requests);
  });

  it('asks for no more than maxItems, and for pages of the size the caller wants', async () => {
    const few = clientOf(pages);
    await ids(few.client.achievements.iterate({}, { maxItems: 1 }));
    expect(new URL(few.fetch.requests[0]!.url).searchParams.get('limit')).toBe('1');
    const sized = clientOf(pages);
    await ids(sized.client.achievements.iterate({ limit: 2 }, { maxItems: 1 }));
    expect(new URL(sized.fetch.requests[0]!.url).searchParams.get('limit')).toBe('2');
  });

  it('begins at the cursor it is given', async () => {
    const { client, fetch } = clientOf(pages.slice(1));
    await ids(client.achievements.iterate({ cursor: 'c9' }));
    expect(new URL(fetch.requests[0]!.url).searchParams.get('cursor')).toBe('c9');
  });

  it('can be walked twice at once, each walk on its own', async () => {
    const { client } = clientOf([({ url }) => pages[url.includes('cursor') ? 1 : 0]!.clone()]);
    const [one, two] = await Promise.all([ids(client.achievements.iterate()), ids(client.achievements.iterate())]);
    expect(one).toEqual(two);
    expect(one).toHaveLength(3);
  });

  it('ends with an AbortError when aborted between records', async () => {
    const { client } = clientOf(pages);
    const controller = new AbortController();
    const records = client.achievements.iterate({}, { signal: controller.signal })[Symbol.asyncIterator]();
    await records.next();
    controller.abort();
    expect(await rejectionOf(records.next())).toMatchObject({ name: 'AbortError' });
    expect(await records.next()).toEqual({ done: true, value: undefined });
  });

  it('ends with an AbortError when aborted between pages', async () => {
    const { client, fetch } = clientOf([pages[0]!, hang]);
    const controller = new AbortController();
    const records = client.achievements.iterate({}, { signal: controller.signal })[Symbol.asyncIterator]();
    await records.next();
    await records.next();
    const rejection = rejectionOf(records.next());
    await vi.waitUntil(() => fetch.requests.length === 2, { timeout: 20_000 });
    controller.abort();
    expect(await rejection).toMatchObject({ name: 'AbortError' });
  });

  it('fails where the failure happens, after the records before it', async () => {
    const { client } = clientOf([pages[0]!, problem(404)]);
    const records = client.achievements.iterate()[Symbol.asyncIterator]();
    await records.next();
    await records.next();
    expect(await rejectionOf(records.next())).toMatchObject({ status: 404 });
  });

  it('does not go round for ever when the platform repeats a cursor', async () => {
    const { client, fetch } = clientOf([pages[0]!]);
    expect(SchemaError.isInstance(await rejectionOf(ids(client.achievements.iterate())))).toBe(true);
    expect(fetch.requests).toHaveLength(2);
  });
});
