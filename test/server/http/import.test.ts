import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/domain/problem.js';
import type { ImportReceipt } from '../../../src/server/http/import-route.js';
import type { Platform } from '../../../src/server/platform.js';
import { eachStore, openTestStore } from '../../support/stores.js';
import { achievement, postImport, startQuietly } from './support.js';

eachStore('the import of achievements', (openEmptyStore) => {
  let platform: Platform;
  let token: string;
  beforeAll(async () => {
    const store = await openEmptyStore();
    token = (await store.createToken({ label: 'importer', scopes: ['import'] })).secret;
    platform = await startQuietly({ store });
  });
  afterAll(() => platform.close());

  const send = async (body: unknown): Promise<ImportReceipt> => {
    const response = await postImport(platform, token, body);
    expect(response.status).toBe(200);
    return (await response.json()) as ImportReceipt;
  };
  const find = async (q: string): Promise<number> => {
    const response = await fetch(`${platform.url}/api/v1/achievements?q=${encodeURIComponent(q)}`);
    return ((await response.json()) as { total: number }).total;
  };

  it('stores records that are found and read afterwards', async () => {
    const record = achievement('imported', { title: { 'zh-CN': '石墨烯散热膜' } });
    expect(await send({ items: [record] })).toEqual({ created: 1, updated: 0, unchanged: 0, rejected: [] });
    await expect.poll(() => find('石墨烯')).toBe(1);
    const read = await fetch(`${platform.url}/api/v1/achievements/imported`);
    expect(await read.json()).toEqual(record);
  });

  it('changes nothing when it is repeated, and updates what differs', async () => {
    const record = achievement('repeated');
    await send({ items: [record] });
    expect(await send({ items: [record] })).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    const changed = { ...record, title: { 'zh-CN': '改过的成果' } };
    expect(await send({ items: [changed] })).toMatchObject({ created: 0, updated: 1, unchanged: 0 });
  });

  it('keeps the sound items and tells of each other one where it is wrong', async () => {
    const receipt = await send({
      items: [
        achievement('sound'),
        achievement('bad', { title: {} }),
        'no record',
        { ...achievement('price'), price: { amount: '20', currency: 'CNY', unit: '万元' } },
        achievement('day', { createdAt: '2026-02-30T00:00:00Z' }),
        achievement('nul', { title: { 'zh-CN': 'a\0b' } }),
        achievement('half', { keywords: { 'zh-CN': ['x', '\ud842'] } }),
        achievement('sound', { title: { 'zh-CN': '重复' } }),
        achievement('other id', {}),
        achievement('same-source', { source: { name: '测试来源', id: 'sound' } }),
      ],
    });
    expect(receipt).toMatchObject({ created: 1, updated: 0, unchanged: 0 });
    expect(receipt.rejected.map(({ index, errors }) => [index, errors[0]?.path, errors[0]?.code])).toEqual([
      [1, 'title', 'invalid'],
      [2, '', 'invalid_type'],
      [3, 'price.amount', 'invalid_type'],
      [4, 'createdAt', 'no_such_day'],
      [5, 'title.zh-CN', 'invalid_text'],
      [6, 'keywords.zh-CN.1', 'invalid_text'],
      [7, 'id', 'duplicate'],
      [8, 'id', 'invalid_format'],
      [9, 'source.id', 'source_conflict'],
    ]);
    for (const { errors } of receipt.rejected) for (const { message } of errors) expect(message).not.toBe('');
  });

  it('explains faults in English to those who read English', async () => {
    const response = await fetch(`${platform.url}/api/v1/achievements/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'accept-language': 'en' },
      body: JSON.stringify({ items: [{ ...achievement('x'), publishedOn: 'yesterday', title: undefined }] }),
    });
    const { rejected } = (await response.json()) as ImportReceipt;
    expect(rejected[0]?.errors.map(({ path, message }) => [path, message]).toSorted()).toEqual([
      ['publishedOn', 'The format is wrong: it needs a date such as 2024, 2024-06 or 2024-06-30.'],
      ['title', 'This field is missing. Add it.'],
    ]);
  });
});

describe('an import that is refused', () => {
  let platform: Platform;
  const secrets: Record<string, string> = {};
  beforeAll(async () => {
    const store = await openTestStore();
    for (const scope of ['import', 'read']) {
      secrets[scope] = (await store.createToken({ label: scope, scopes: [scope] })).secret;
    }
    platform = await startQuietly({ store });
  });
  afterAll(() => platform.close());

  const post = (headers: Record<string, string>, body: string): Promise<Response> =>
    fetch(`${platform.url}/api/v1/achievements/import`, { method: 'POST', headers, body });
  const json = { 'content-type': 'application/json' };
  const bearer = (scope = 'import'): Record<string, string> => ({ authorization: `Bearer ${secrets[scope]}` });

  it.each<[string, () => Promise<Response>, number, string]>([
    ['without a token', () => post(json, '{}'), 401, 'unauthorized'],
    ['with another scheme', () => post({ ...json, authorization: 'Basic eDp5' }, '{}'), 401, 'unauthorized'],
    ['with an unknown token', () => post({ ...json, authorization: 'Bearer nope' }, '{}'), 401, 'invalid-token'],
    [
      'with a huge token',
      () => post({ ...json, authorization: `Bearer ${'x'.repeat(9000)}` }, '{}'),
      401,
      'invalid-token',
    ],
    ['with a token for something else', () => post({ ...json, ...bearer('read') }, '{}'), 403, 'insufficient-scope'],
    [
      'as a form',
      () => post({ ...bearer(), 'content-type': 'application/x-www-form-urlencoded' }, 'a=b'),
      415,
      'unsupported-media-type',
    ],
    [
      'compressed',
      () => post({ ...json, ...bearer(), 'content-encoding': 'gzip' }, 'x'),
      415,
      'unsupported-media-type',
    ],
    ['as broken JSON', () => post({ ...json, ...bearer() }, '{"items":[1,]}'), 400, 'malformed-json'],
    ['as nothing', () => post({ ...json, ...bearer() }, ''), 400, 'malformed-json'],
    ['as a list', () => post({ ...json, ...bearer() }, '[]'), 422, 'invalid-body'],
    ['without items', () => post({ ...json, ...bearer() }, '{}'), 422, 'invalid-body'],
    ['with items of a wrong type', () => post({ ...json, ...bearer() }, '{"items":{}}'), 422, 'invalid-body'],
    [
      'with 501 items',
      () => post({ ...json, ...bearer() }, JSON.stringify({ items: Array(501).fill(1) })),
      422,
      'invalid-body',
    ],
    ['with 9 MB', () => post({ ...json, ...bearer() }, ' '.repeat(9 * 1024 * 1024)), 413, 'body-too-large'],
  ])('%s', async (_case, request, status, kind) => {
    const response = await request();
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem = Problem.parse(await response.json());
    expect(problem.type).toBe(`urn:problem-type:yuniao:${kind}`);
    expect(problem.requestId).toBe(response.headers.get('x-request-id'));
    if (status === 401) expect(response.headers.get('www-authenticate')).toMatch(/^Bearer realm=/);
  });

  it('tells the place where the JSON is broken', async () => {
    const response = await post({ ...json, ...bearer(), 'accept-language': 'en' }, '{\n  "items": [1 2]\n}');
    const { errors } = Problem.parse(await response.json());
    expect(errors?.[0]?.message).toMatch(/line 2, column 1[45]/);
  });

  it('is answered before a chunked body that is too large has ended', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        if (sent > 200) controller.close();
        else controller.enqueue(new Uint8Array(1024 * 1024).fill(32));
      },
    });
    const response = await fetch(`${platform.url}/api/v1/achievements/import`, {
      method: 'POST',
      headers: { ...json, ...bearer() },
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(200);
  });

  it('leaves the platform as it was', async () => {
    expect(await platform.store.countRecords('achievement')).toBe(0);
  });
});
