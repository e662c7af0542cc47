import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppEnv } from '../../../src/server/http/app-env.js';
import { pathInFolder, staticFiles } from '../../../src/server/http/static-files.js';

const home = mkdtempSync(join(tmpdir(), 'yuniao-static-'));
const root = join(home, 'site');
const script = 'export const word = "钙钛矿";\n'.repeat(100);
const app = new Hono<AppEnv>();

beforeAll(() => {
  mkdirSync(join(root, 'sub'), { recursive: true });
  writeFileSync(join(home, 'secret.txt'), 'secret');
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>园区</title>');
  writeFileSync(join(root, 'sub', 'index.html'), 'sub');
  writeFileSync(join(root, 'app.js'), script);
  writeFileSync(join(root, '成果.txt'), 'found');
  writeFileSync(join(root, '.env'), 'hidden');
  symlinkSync(join(home, 'secret.txt'), join(root, 'link.txt'));
  app.use('*', staticFiles({ root, prefix: '', headers: (path) => ({ 'X-Path': encodeURIComponent(path) }) }));
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(app.request(path, { headers }));

describe('a folder of static files', () => {
  it('is served with the right types, its index at the address of the folder', async () => {
    const page = await get('/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('x-path')).toBe('index.html');
    expect(await page.text()).toContain('园区');
    expect((await get('/app.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await (await get('/sub/')).text()).toBe('sub');
    expect(await (await get(`/${encodeURIComponent('成果.txt')}`)).text()).toBe('found');
  });

  it('answers 304 for a file that the client has, and sends it again once it changed', async () => {
    const etag = (await get('/app.js')).headers.get('etag') ?? '';
    expect((await get('/app.js', { 'if-none-match': etag })).status).toBe(304);
    writeFileSync(join(root, 'app.js'), `${script}// changed`);
    const changed = await get('/app.js', { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain('// changed');
  });

  it('compresses text for those who can read it', async () => {
    const plain = await get('/app.js');
    const packed = await get('/app.js', { 'accept-encoding': 'br' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.headers.get('vary')).toContain('Accept-Encoding');
    expect(packed.headers.get('content-encoding')).toBe('br');
    const bytes = Buffer.from(await packed.arrayBuffer());
    expect(bytes.byteLength).toBe(Number(packed.headers.get('content-length')));
    expect(brotliDecompressSync(bytes).toString()).toBe(await plain.text());
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/sub/..%5c..%5csecret.txt',
    '/link.txt',
    '/.env',
    '/sub/../.env',
    '//etc/passwd',
    '/%00',
    '/index.html%00.txt',
    '/index.html/',
    '/sub',
    '/nothing.txt',
    '/%E0%A4%A',
    '/C:/windows/win.ini',
  ])('does not serve %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('serves nothing for other methods', async () => {
    expect((await app.request('/app.js', { method: 'POST' })).status).toBe(404);
  });
});

describe('a path below a prefix', () => {
  it('is what follows the prefix', () => {
    expect(pathInFolder('/embed/chunks/base.js', '/embed')).toBe('chunks/base.js');
    expect(pathInFolder('/embed/', '/embed')).toBe('');
    expect(pathInFolder('/embed', '/embed')).toBeUndefined();
    expect(pathInFolder('/embed/../x', '/embed')).toBeUndefined();
  });
});
