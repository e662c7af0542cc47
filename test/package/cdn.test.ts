import { existsSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/browser.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const samples = readFileSync(`${root}demo/sample/achievements.jsonl`, 'utf8').trim().split('\n');
const answer = {
  items: samples.slice(0, 3).map((line, index) =>
    Object.assign(JSON.parse(line) as object, {
      id: `ach_${index}`,
      createdAt: '2026-01-01T00:00:00Z',
      updatedAt: '2026-01-01T00:00:00Z',
    }),
  ),
  total: 3,
  facets: [],
  asOf: '2026-01-01T00:00:00Z',
  source: '示例平台',
};
/** What a careful page allows: scripts and data of its own origin, no inline style, no markup from strings but Lit's. */
const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

/** Names of the chunks that were asked for, such as `base`, without their hash. */
let asked: string[] = [];
/** Chunks that are kept back until each of these was asked for. */
let awaited: readonly string[] = [];
let held: (() => void)[] = [];
let missing = '';

function sendChunk(path: string, response: ServerResponse): void {
  const name = /chunks\/(.+)-[\w-]{7}\.js$/.exec(path)?.[1] ?? path;
  asked.push(name);
  held.push(() => {
    response.writeHead(name === missing ? 404 : 200, { 'content-type': 'text/javascript' });
    response.end(name === missing ? '' : readFileSync(root + path));
  });
  if (!awaited.every((each) => asked.includes(each))) return;
  for (const send of held.splice(0)) send();
}

const server = createServer(({ url = '/' }, response) => {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  if (pathname.startsWith('/cdn/chunks/')) sendChunk(pathname.slice(1), response);
  else if (pathname === '/cdn/yuniao.js')
    response.setHeader('content-type', 'text/javascript').end(readFileSync(`${root}cdn/yuniao.js`));
  else if (pathname.startsWith('/api/v1/'))
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  else
    response.setHeader('content-type', 'text/html').setHeader('content-security-policy', POLICY)
      .end(`<!doctype html><html lang="${searchParams.get('lang') ?? ''}"><meta charset="utf-8"><title>Page</title>
        <script type="module" src="/cdn/yuniao.js"></script>
        <yn-achievement-search api="/" ${searchParams.get('attributes') ?? ''}></yn-achievement-search>`);
});

let browser: Browser;
let page: Page;
beforeAll(async () => {
  if (!existsSync(`${root}cdn/yuniao.js`)) throw new Error('Run `npm run build` first: there is no cdn/.');
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { path, env } = await findBrowser();
  browser = await chromium.launch({
    executablePath: path,
    env: { ...(process.env as Record<string, string>), ...env },
  });
});
afterAll(async () => {
  await browser?.close();
  server.close();
});
beforeEach(async () => {
  asked = [];
  held = [];
  missing = '';
  page = await browser.newPage();
});
afterEach(() => page.close());

async function visit(lang: string, attributes = ''): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/?${new URLSearchParams({ lang, attributes })}`);
  await page.getByRole('article').first().waitFor();
  return complaints;
}

const NEEDED = ['achievement-search', 'base'];
/** Words for failures, fetched once there is an answer to show. */
const LATER = 'error-texts';

describe('the files that a page loads', () => {
  it('are asked for all at once, and bring a search to life under a strict policy', async () => {
    awaited = NEEDED;
    expect(await visit('zh-CN')).toEqual([]);
    expect(asked.filter((name) => name !== LATER).toSorted()).toEqual(NEEDED);
    expect(await page.getByText('共 3 项成果').isVisible()).toBe(true);
  });

  it('hold the English texts of an English page and the mirror of a search in its address, likewise at once', async () => {
    awaited = [...NEEDED, 'en-achievement-search', 'url-mirror'];
    expect(await visit('en', 'url-state')).toEqual([]);
    expect(asked.filter((name) => name !== LATER).toSorted()).toEqual([...awaited].toSorted());
    expect(await page.getByText('3 achievements').first().isVisible()).toBe(true);
  });

  it('show Chinese texts where the English ones are missing', async () => {
    awaited = NEEDED;
    missing = 'en-achievement-search';
    const complaints = await visit('en');
    expect(complaints.join()).toContain('English texts could not be loaded');
    expect(await page.getByText('共 3 项成果').isVisible()).toBe(true);
  });
});
