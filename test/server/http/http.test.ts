import { connect } from 'node:net';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/domain/problem.js';
import type { Platform } from '../../../src/server/platform.js';
import { openTestStore } from '../../support/stores.js';
import { achievement, recordingLogger, startQuietly } from './support.js';

describe('the platform over HTTP', () => {
  const { logger, lines } = recordingLogger();
  let platform: Platform;
  beforeAll(async () => {
    const store = await openTestStore();
    await store.putRecords(Array.from({ length: 30 }, (_, i) => achievement(`r${i}`)));
    platform = await startQuietly({ store, logger });
  });
  afterAll(() => platform.close());

  const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
    fetch(platform.url + path, { headers, method });

  it('gives every answer an id, and keeps the one that a proxy sent', async () => {
    for (const path of ['/healthz', '/api/v1/achievements', '/nowhere', '/api/v1/achievements?limit=x']) {
      expect((await get(path)).headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
      expect((await get(path, { 'x-request-id': 'proxy-42' })).headers.get('x-request-id')).toBe('proxy-42');
    }
    for (const bad of ['a b', 'x'.repeat(65), '<script>']) {
      expect((await get('/healthz', { 'x-request-id': bad })).headers.get('x-request-id')).not.toBe(bad);
    }
  });

  it.each(['/healthz', '/api/v1/achievements', '/openapi.json', '/', '/nowhere'])(
    'guards %s by headers',
    async (path) => {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  it('answers HEAD like GET, without the body', async () => {
    for (const path of ['/api/v1/achievements', '/api/v1/achievements/r1', '/openapi.json']) {
      const full = await get(path);
      const head = await get(path, {}, 'HEAD');
      expect(head.status).toBe(200);
      expect(await head.text()).toBe('');
      for (const name of ['etag', 'content-length', 'content-type', 'last-modified', 'cache-control']) {
        expect([name, head.headers.get(name)]).toEqual([name, full.headers.get(name)]);
      }
    }
  });

  it('compresses what is worth it, under the same ETag', async () => {
    const path = '/api/v1/achievements?limit=30';
    const plain = await get(path, { 'accept-encoding': 'identity' });
    const raw = await rawRequest(platform.url, `GET ${path} HTTP/1.1\r\nAccept-Encoding: br\r\n`);
    expect(raw.head).toMatch(/content-encoding: br/i);
    expect(raw.head).toContain(plain.headers.get('etag') ?? 'no etag');
    expect(brotliDecompressSync(raw.body).toString()).toBe(await plain.text());
    expect(plain.headers.get('vary')).toContain('Accept-Encoding');
    const small = await get('/api/v1/achievements/r1', { 'accept-encoding': 'br' });
    expect(small.headers.get('content-encoding')).toBeNull();
    const etag = plain.headers.get('etag') ?? '';
    expect((await get(path, { 'accept-encoding': 'gzip', 'if-none-match': `"x", ${etag}` })).status).toBe(304);
  });

  it('tells its health', async () => {
    const response = await get('/healthz');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      status: 'ok',
      engine: 'pglite',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      uptime: expect.any(Number),
      index: {
        achievement: {
          documents: 30,
          bytes: expect.any(Number),
          seq: 30,
          lag: 0,
          origin: 'built',
          ms: expect.any(Number),
          merges: expect.any(Number),
        },
        demand: expect.objectContaining({ documents: 0, lag: 0 }),
        incubator: expect.objectContaining({ documents: 0, lag: 0 }),
        event: expect.objectContaining({ documents: 0, lag: 0 }),
      },
    });
  });

  it('shows a plain start page where there is no website', async () => {
    const response = await get('/', { 'accept-language': 'en' });
    expect(response.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'");
    expect(await response.text()).toContain('<a href="/openapi.json">');
  });

  it('logs each request in one line that holds nothing of what was typed, nor any key', async () => {
    lines.length = 0;
    await get('/api/v1/achievements?q=秘密项目&siteKey=pk-123', {
      authorization: 'Bearer hush',
      'x-request-id': 'log-1',
    });
    await get('/api/v1/achievements/r1');
    const logged = lines.join('');
    expect(logged).not.toMatch(/秘密|%E7|pk-123|hush|127\.0\.0\.1/);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({
        requestId: 'log-1',
        method: 'GET',
        route: '/api/v1/achievements',
        status: 200,
        ms: expect.any(Number),
        queryLength: 4,
      }),
      expect.objectContaining({ route: '/api/v1/achievements/:id', status: 200 }),
    ]);
  });

  it.each([
    ['noise', '\x16\x03\x01 hello\r\n', 400],
    ['no Host', 'GET /healthz HTTP/1.1\r\n', 400, false],
    ['a bad Host', 'GET /healthz HTTP/1.1\r\nHost: a b\r\n', 400, false],
    ['an unknown method', 'BREW /healthz HTTP/1.1\r\n', 400],
    ['a method that nobody uses', 'PROPFIND /healthz HTTP/1.1\r\n', 405],
    ['a backslash', 'GET /..\\..\\etc/passwd HTTP/1.1\r\n', 400],
    ['a broken escape in the query', 'GET /api/v1/achievements?q=%E0%A4%A&%zz=1 HTTP/1.1\r\n', 400],
    ['a broken escape in the path', 'GET /api/v1/achievements/%E0%A4%A HTTP/1.1\r\n', 404],
    ['two lengths', 'POST /healthz HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n', 400],
    ['headers without end', `GET /healthz HTTP/1.1\r\nX-A: 1\r\nCookie: ${'c'.repeat(100_000)}\r\n`, 431],
    ['bytes that are no text', 'GET /healthz HTTP/1.1\r\nX-Request-Id: \xff\xfe\r\nOrigin: \xe4\xbd\r\n', 200],
    ['an unknown expectation', 'GET /healthz HTTP/1.1\r\nExpect: tea\r\n', 200],
    ['an upgrade that it does not offer', 'GET /healthz HTTP/1.1\r\nUpgrade: h2c\r\n', 200],
  ])('answers %s', async (_case, request, status, withHost = true) => {
    const { head, body } = await rawRequest(platform.url, request, withHost);
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    if (status >= 400) expect(Problem.parse(JSON.parse(body.toString())).status).toBe(status);
  });
});

/** Sends bytes as they are and reads until the connection ends. */
function rawRequest(url: string, head: string, withHost = true): Promise<{ head: string; body: Buffer }> {
  const { hostname, port, host } = new URL(url);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      const all = Buffer.concat(chunks);
      const end = all.indexOf('\r\n\r\n');
      resolve({ head: all.subarray(0, end).toString('latin1'), body: all.subarray(end + 4) });
    });
    socket.write(`${head}${withHost ? `Host: ${host}\r\n` : ''}Connection: close\r\n\r\n`, 'latin1');
  });
}
