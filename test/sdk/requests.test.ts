import { afterEach, describe, expect, it, vi } from 'vitest';
import { ConfigError, createClient } from '../../src/sdk/index.js';
import { createTransport } from '../../src/sdk/transport.js';
import { sampleAchievements } from '../support/achievements.js';
import { clientOf, envelope, fakeFetch, json, rejectionOf } from './fake-fetch.js';

afterEach(() => vi.unstubAllGlobals());

describe('the address of a list', () => {
  it('asks for everything when the query is empty', async () => {
    const { client, fetch } = clientOf([json(envelope())]);
    await client.achievements.list();
    expect(fetch.requests[0]?.url).toBe('https://platform.example.org/api/v1/achievements');
    expect(fetch.requests[0]?.method).toBe('GET');
  });

  it('carries every part of the query, facets in a stable order', async () => {
    const { client, fetch } = clientOf([json(envelope())], { siteKey: 'pk_1', lang: 'en' });
    await client.achievements.list({
      q: '钙钛矿 & 电池',
      filters: { region: ['330100'], field: ['新材料', '新能源, 储能'], empty: [] },
      matchAll: ['field'],
      ranges: { published: { min: '2024-05', max: 2026 }, price: { max: 5e5 }, readiness: { min: 0 }, open: {} },
      countRanges: ['price', 'published'],
      sort: 'newest',
      limit: 0,
      cursor: 'c=1',
      facets: ['field', 'region'],
    });
    expect([...new URL(fetch.requests[0]!.url).searchParams]).toEqual([
      ['q', '钙钛矿 & 电池'],
      ['f.field', '新材料'],
      ['f.field', '新能源, 储能'],
      ['f.region', '330100'],
      ['match.field', 'all'],
      ['r.price', '..500000'],
      ['r.published', '2024-05..2026'],
      ['r.readiness', '0..'],
      ['sort', 'newest'],
      ['limit', '0'],
      ['cursor', 'c=1'],
      ['ranges', 'price,published'],
      ['facets', 'field'],
      ['facets', 'region'],
      ['lang', 'en'],
      ['siteKey', 'pk_1'],
    ]);
  });

  it('is the same for equal queries written in another order, so that caches hit', async () => {
    const { client, fetch } = clientOf([json(envelope())]);
    await client.achievements.list({ filters: { b: ['2', '1'], a: ['x'] }, q: 'q' });
    await client.achievements.list({ q: 'q', filters: { a: ['x'], b: ['1', '2'] } });
    expect(fetch.requests[0]?.url).toBe(fetch.requests[1]?.url);
  });

  it("takes the query's language before the client's", async () => {
    const { client, fetch } = clientOf([json(envelope())], { lang: 'en' });
    await client.achievements.list({ lang: 'zh-CN' });
    expect(new URL(fetch.requests[0]!.url).searchParams.getAll('lang')).toEqual(['zh-CN']);
  });

  it('treats facets named like parts of an object as any other', async () => {
    const { client, fetch } = clientOf([json(envelope())]);
    await client.achievements.list({
      filters: Object.fromEntries([
        ['__proto__', ['a']],
        ['constructor', ['b']],
      ]),
    });
    expect([...new URL(fetch.requests[0]!.url).searchParams]).toEqual([
      ['f.__proto__', 'a'],
      ['f.constructor', 'b'],
    ]);
  });
});

describe('reading one record', () => {
  it('asks for it by its id', async () => {
    const { client, fetch } = clientOf([json(sampleAchievements[0])], { siteKey: 'pk_1' });
    const achievement = await client.achievements.get('perovskite-tandem');
    expect(achievement).toEqual(sampleAchievements[0]);
    expect(fetch.requests[0]?.url).toBe(
      'https://platform.example.org/api/v1/achievements/perovskite-tandem?siteKey=pk_1',
    );
  });

  it.each(['', '.', '..', 'a/b', '../healthz', 'a?b', 'x'.repeat(65)])(
    'refuses %j, which can be no id, without asking',
    async (id) => {
      const { client, fetch } = clientOf([json(sampleAchievements[0])]);
      expect(ConfigError.isInstance(await rejectionOf(client.achievements.get(id)))).toBe(true);
      expect(fetch.requests).toHaveLength(0);
    },
  );
});

describe('baseUrl', () => {
  it.each([
    ['https://platform.example.org', 'https://platform.example.org/api/v1/achievements'],
    ['https://platform.example.org/', 'https://platform.example.org/api/v1/achievements'],
    [' https://Platform.example.org:443/transfer ', 'https://platform.example.org/transfer/api/v1/achievements'],
    ['http://localhost:8080/transfer//', 'http://localhost:8080/transfer/api/v1/achievements'],
    [new URL('https://platform.example.org/a/b/'), 'https://platform.example.org/a/b/api/v1/achievements'],
  ])('%s leads to %s', async (baseUrl, expected) => {
    const { client, fetch } = clientOf([json(envelope())], { baseUrl });
    await client.achievements.list();
    expect(fetch.requests[0]?.url).toBe(expected);
  });

  it.each([
    ['', 'https://park.example.cn/api/v1/achievements'],
    ['/', 'https://park.example.cn/api/v1/achievements'],
    ['/platform', 'https://park.example.cn/platform/api/v1/achievements'],
    ['platform/', 'https://park.example.cn/platform/api/v1/achievements'],
  ])("in a page, %j is on the page's own origin", async (baseUrl, expected) => {
    vi.stubGlobal('origin', 'https://park.example.cn');
    const { client, fetch } = clientOf([json(envelope())], { baseUrl });
    await client.achievements.list();
    expect(fetch.requests[0]?.url).toBe(expected);
  });

  it.each([
    ['', /absolute/],
    ['/platform', /absolute/],
    ['platform.example.org', /absolute/],
    ['ftp://platform.example.org', /https:\/\//],
    ['javascript:alert(1)', /https:\/\//],
    ['https://user:secret@platform.example.org', /user name/],
    ['https://platform.example.org/?key=1', /siteKey/],
    ['https://platform.example.org/api/v1/', /without `\/api\/v1`/],
    [undefined as unknown as string, /needs `baseUrl`/],
  ])('%j is refused at once with the fix', (baseUrl, message) => {
    expect(() => createClient({ baseUrl })).toThrow(ConfigError);
    expect(() => createClient({ baseUrl })).toThrow(message);
  });

  it('in a frame without an origin, a relative address is refused', () => {
    vi.stubGlobal('origin', 'null');
    expect(() => createClient({ baseUrl: '/' })).toThrow(/absolute/);
  });

  it('never repeats a password in the message', () => {
    expect(() => createClient({ baseUrl: 'https://user:secret@platform.example.org' })).not.toThrow(/secret/);
  });
});

describe('limits', () => {
  it.each([
    [{ timeoutMs: 0 }, /timeoutMs/],
    [{ timeoutMs: -1 }, /timeoutMs/],
    [{ timeoutMs: Number.NaN }, /timeoutMs/],
    [{ retries: -1 }, /retries/],
    [{ retries: 1.5 }, /retries/],
  ])('%j is refused when the client is made and when a call is', async (limits, message) => {
    expect(() => createClient({ baseUrl: 'https://platform.example.org', ...limits })).toThrow(message);
    const { client, fetch } = clientOf([json(envelope())]);
    await expect(client.achievements.list({}, limits)).rejects.toThrow(message);
    expect(fetch.requests).toHaveLength(0);
  });
});

describe('headers', () => {
  it('are only such as need no preflight unless the caller adds some', async () => {
    const { client, fetch } = clientOf([json(envelope())], { siteKey: 'pk_1', lang: 'zh-CN' });
    await client.achievements.list();
    expect([...fetch.requests[0]!.headers]).toEqual([['accept', 'application/json']]);
  });

  it('come from the client, asked anew for every call, and the call replaces them', async () => {
    let token = 0;
    const { client, fetch } = clientOf([json(envelope())], {
      headers: async () => ({ authorization: `Bearer ${(token += 1)}`, 'x-part': 'client' }),
    });
    await client.achievements.list();
    await client.achievements.list({}, { headers: { 'X-Part': 'call' } });
    expect(fetch.requests.map((request) => request.headers.get('authorization'))).toEqual(['Bearer 1', 'Bearer 2']);
    expect(fetch.requests.map((request) => request.headers.get('x-part'))).toEqual(['client', 'call']);
  });

  it.each<Record<string, string>>([{ 'x-name': '中文' }, { 'bad name': 'x' }, { 'x-name': 'a\r\nb' }])(
    'that cannot be sent are named: %j',
    async (headers) => {
      const { client, fetch } = clientOf([json(envelope())], { headers });
      const error = await rejectionOf(client.achievements.list());
      expect(ConfigError.isInstance(error)).toBe(true);
      expect((error as Error).message).toContain(Object.keys(headers)[0]);
      expect(fetch.requests).toHaveLength(0);
    },
  );

  it("let an exception of the caller's own function through", async () => {
    const failure = new Error('no token today');
    const { client } = clientOf([json(envelope())], {
      headers: () => {
        throw failure;
      },
    });
    expect(await rejectionOf(client.achievements.list())).toBe(failure);
  });
});

describe('writing', () => {
  it('sends JSON with its idempotency key and gives the answer to the parser', async () => {
    const fetch = fakeFetch(json({ receipt: 'r1' }, 201));
    const transport = createTransport({ baseUrl: 'https://platform.example.org', siteKey: 'pk_1', fetch });
    const receipt = await transport.post('demands', { title: '需求' }, (data) => data, { idempotencyKey: 'key-1' });
    expect(receipt).toEqual({ receipt: 'r1' });
    const [request] = fetch.requests;
    expect(request?.method).toBe('POST');
    expect(request?.url).toBe('https://platform.example.org/api/v1/demands?siteKey=pk_1');
    expect(request?.headers.get('content-type')).toBe('application/json');
    expect(request?.headers.get('idempotency-key')).toBe('key-1');
    expect(await request?.json()).toEqual({ title: '需求' });
  });

  it('accepts an answer without content', async () => {
    const fetch = fakeFetch(new Response(null, { status: 204 }));
    const transport = createTransport({ baseUrl: 'https://platform.example.org', fetch });
    expect(await transport.post('demands', {}, (data) => data)).toBeUndefined();
  });
});

describe('fetch', () => {
  it('is looked up at each call, so that a page may replace it later', async () => {
    const client = createClient({ baseUrl: 'https://platform.example.org' });
    const fetch = fakeFetch(json(envelope()));
    vi.stubGlobal('fetch', fetch);
    await client.achievements.list();
    expect(fetch.requests).toHaveLength(1);
  });
});
