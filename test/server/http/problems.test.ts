import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/domain/problem.js';
import type { Platform } from '../../../src/server/platform.js';
import { openTestStore } from '../../support/stores.js';
import { startQuietly } from './support.js';

describe('a request that cannot be answered', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startQuietly({ store: await openTestStore() });
  });
  afterAll(() => platform.close());

  const problemOf = async (path: string, init: RequestInit = {}): Promise<[number, Problem]> => {
    const response = await fetch(platform.url + path, init);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    return [response.status, Problem.parse(await response.json())];
  };

  it.each([
    ['limit=-1', 'limit', 'not_a_number'],
    ['limit=101', 'limit', 'not_a_number'],
    ['limit=ten', 'limit', 'not_a_number'],
    ['limit=1e1', 'limit', 'not_a_number'],
    ['limit=', 'limit', 'not_a_number'],
    ['limit=1.5', 'limit', 'not_a_number'],
    ['limit=99999999999999999999', 'limit', 'not_a_number'],
    ['limit=1&limit=2', 'limit', 'repeated'],
    ['q=a&q=b', 'q', 'repeated'],
    [`q=${'x'.repeat(1001)}`, 'q', 'too_long'],
    ['sort=price', 'sort', 'invalid_value'],
    ['sort=', 'sort', 'invalid_value'],
    ['lang=中文', 'lang', 'invalid_language'],
    ['cursor=', 'cursor', 'empty'],
    ['cursor=abc', 'cursor', 'invalid_cursor'],
    ['cursor=%00', 'cursor', 'invalid_cursor'],
    [`cursor=${'A'.repeat(9000)}`, 'cursor', 'invalid_cursor'],
    ['facets=colour', 'facets', 'unknown_facet'],
    ['facets=field,colour', 'facets', 'unknown_facet'],
    ['f.colour=red', 'f.colour', 'unknown_facet'],
    ['f.=x', 'f.', 'unknown_facet'],
    ['f.__proto__=x', 'f.__proto__', 'unknown_facet'],
    ['f.field=', 'f.field', 'empty'],
    [`f.field=${'x'.repeat(501)}`, 'f.field', 'too_long'],
    [Array.from({ length: 101 }, (_, i) => `f.field=${i}`).join('&'), 'f', 'too_many'],
    ['page=2', 'page', 'unknown'],
    ['Q=x', 'Q', 'unknown'],
    ['constructor=x', 'constructor', 'unknown'],
    [`siteKey=${'k'.repeat(201)}`, 'siteKey', 'too_long'],
  ])('is told which parameter is wrong and what to do: %s', async (query, path, code) => {
    const [status, problem] = await problemOf(`/api/v1/achievements?${query}`);
    expect(status).toBe(400);
    expect(problem.errors).toEqual([{ path, code, message: expect.stringMatching(/。$/) }]);
  });

  it('is told of every wrong parameter at once', async () => {
    const [, problem] = await problemOf('/api/v1/achievements?limit=x&sort=y&z=1&f.a=b');
    expect(problem.errors?.map(({ path }) => path).toSorted()).toEqual(['f.a', 'limit', 'sort', 'z']);
  });

  it('is answered in the language that it asks for', async () => {
    const [, chinese] = await problemOf('/api/v1/achievements?limit=x');
    const [, english] = await problemOf('/api/v1/achievements?limit=x', { headers: { 'accept-language': 'en' } });
    const [, asked] = await problemOf('/api/v1/achievements?limit=x&lang=en');
    expect(chinese.title).toBe('请求参数有误');
    expect(english.title).toBe('Invalid parameters');
    expect(asked.errors?.[0]?.message).toBe('Give a whole number from 0 to 100.');
  });

  it.each([
    ['/api/v1/achievements/x?q=1', 400, 'invalid-parameters'],
    ['/api/v1/achievements/x/y', 404, 'not-found'],
    ['/api/v1/achievements/', 404, 'not-found'],
    ['/api/v1/unicorns', 404, 'not-found'],
    ['/api/v2/achievements', 404, 'not-found'],
    ['/nowhere', 404, 'not-found'],
    [`/api/v1/achievements?q=${'x'.repeat(17_000)}`, 414, 'url-too-long'],
    [`/api/v1/achievements?q=${'x'.repeat(1_000_000)}`, 414, 'url-too-long'],
    [`/${'x'.repeat(17_000)}`, 414, 'url-too-long'],
  ])('gets problem details: %.60s', async (path, status, kind) => {
    const [found, problem] = await problemOf(path);
    expect([found, problem.status, problem.type]).toEqual([status, status, `urn:problem-type:yuniao:${kind}`]);
  });

  it.each([
    ['/api/v1/achievements', 'PUT', 'GET, HEAD, POST, OPTIONS'],
    ['/api/v1/achievements', 'DELETE', 'GET, HEAD, POST, OPTIONS'],
    ['/api/v1/achievements/x', 'POST', 'GET, HEAD, OPTIONS'],
    ['/api/v1/achievements/import', 'GET', 'POST, OPTIONS'],
    ['/healthz', 'POST', 'GET, HEAD, OPTIONS'],
    ['/openapi.json', 'PATCH', 'GET, HEAD, OPTIONS'],
  ])('is told which methods %s takes instead of %s', async (path, method, allow) => {
    const response = await fetch(platform.url + path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe(allow);
    expect(Problem.parse(await response.json()).detail).toContain(allow);
    const options = await fetch(platform.url + path, { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, allow]);
  });

  it('gets a page where a browser asks for one', async () => {
    const response = await fetch(`${platform.url}/nowhere`, { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(await response.text()).toContain('找不到页面');
  });
});
