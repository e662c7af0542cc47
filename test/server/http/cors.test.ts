import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/domain/problem.js';
import type { Platform } from '../../../src/server/platform.js';
import { openTestStore } from '../../support/stores.js';
import { startQuietly } from './support.js';

const PARK = 'https://park.example.org';
const OTHER = 'https://other.example.net';

describe('a page of another origin', () => {
  let open: Platform;
  let closed: Platform;
  let key: string;
  beforeAll(async () => {
    open = await startQuietly({ store: await openTestStore() });
    const store = await openTestStore();
    key = (await store.addSite({ name: '园区', origins: [PARK, 'https://*.uni.example'] })).key;
    closed = await startQuietly({ store });
  });
  afterAll(() => Promise.all([open.close(), closed.close()]));

  const ask = (platform: Platform, origin: string | undefined, query = '', init: RequestInit = {}): Promise<Response> =>
    fetch(`${platform.url}/api/v1/achievements?limit=0${query}`, {
      ...init,
      headers: { ...(origin !== undefined && { origin }), ...(init.headers as Record<string, string>) },
    });

  it('may read a platform without registered sites', async () => {
    const response = await ask(open, OTHER);
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-expose-headers')).toContain('ETag');
  });

  it.each([PARK, 'https://lab.uni.example'])('may read with the key of a site that lists it: %s', async (origin) => {
    const response = await ask(closed, origin, `&siteKey=${key}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    expect(response.headers.get('vary')).toContain('Origin');
  });

  it.each([
    [PARK, '', 'site-key-missing'],
    [PARK, '&siteKey=unknown', 'site-key-unknown'],
    [OTHER, 'own', 'origin-not-allowed'],
    ['http://park.example.org', 'own', 'origin-not-allowed'],
    ['https://park.example.org.evil.example', 'own', 'origin-not-allowed'],
    ['https://uni.example', 'own', 'origin-not-allowed'],
    ['null', 'own', 'origin-not-allowed'],
    ['<script>', 'own', 'origin-not-allowed'],
  ])('else gets a 403 that it can read and that names the fix: %s %s', async (origin, query, kind) => {
    const response = await ask(closed, origin, query === 'own' ? `&siteKey=${key}` : query);
    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    const problem = Problem.parse(await response.json());
    expect(problem.type).toBe(`urn:problem-type:yuniao:${kind}`);
    expect(problem.detail).toMatch(/site-key|yuniao site/);
  });

  it('is not what a server, a command line or a page of the platform itself is: those need no key', async () => {
    expect((await ask(closed, undefined)).status).toBe(200);
    expect((await ask(closed, closed.url)).status).toBe(200);
    expect((await ask(closed, closed.url.replace('http:', 'https:'))).status).toBe(200);
  });

  it('has its preflight answered and kept, before any body is sent', async () => {
    const preflight = { method: 'OPTIONS', headers: { 'access-control-request-method': 'POST' } };
    for (const [platform, query] of [
      [open, ''],
      [closed, `&siteKey=${key}`],
    ] as const) {
      const response = await ask(platform, PARK, query, preflight);
      expect(response.status).toBe(204);
      expect(response.headers.get('access-control-allow-methods')).toContain('POST');
      expect(response.headers.get('access-control-allow-headers')).toContain('Idempotency-Key');
      expect(Number(response.headers.get('access-control-max-age'))).toBeGreaterThan(600);
    }
    expect((await ask(closed, OTHER, `&siteKey=${key}`, preflight)).status).toBe(403);
  });

  it('can read errors and unknown addresses too', async () => {
    const broken = await ask(closed, PARK, `&siteKey=${key}&sort=x`);
    expect([broken.status, broken.headers.get('access-control-allow-origin')]).toEqual([400, PARK]);
    const missing = await fetch(`${closed.url}/api/v1/nothing?siteKey=${key}`, { headers: { origin: PARK } });
    expect([missing.status, missing.headers.get('access-control-allow-origin')]).toEqual([404, PARK]);
  });
});
