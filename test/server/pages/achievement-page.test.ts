import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Achievement } from '../../../src/domain/achievement.js';
import { achievementJsonLd } from '../../../src/domain/json-ld.js';
import { recordLabels } from '../../../src/server/http/record-labels.js';
import { FIELD_TEXTS, GROUP_TEXTS } from '../../../src/server/pages/field-texts.js';
import type { Platform } from '../../../src/server/platform.js';
import { openTestStore } from '../../support/stores.js';
import { achievement, startQuietly } from '../http/support.js';
import { expectValid, full, openBrowser } from './support.js';

let platform: Platform;
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  const store = await openTestStore();
  await store.putRecords([
    full,
    achievement('bare'),
    achievement('draft', { status: 'draft' }),
    achievement('gone', { status: 'tombstone' }),
  ]);
  platform = await startQuietly({ store, source: '示例平台' });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await platform?.close();
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(platform.url + path, { headers });
const read = async (path: string): Promise<string> => (await get(path)).text();

describe.each([
  ['zh-CN', '/achievements', '/en/achievements'],
  ['en', '/en/achievements', '/achievements'],
] as const)('the page of an achievement in %s', (lang, path, other) => {
  it('is valid HTML, whether everything or next to nothing is known', async () => {
    await expectValid(await read(`${path}/full`));
    await expectValid(await read(`${path}/bare`));
  });

  it('shows every field, under headings, without a script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${platform.url}${path}/full`);
    expect(await page.locator('h1 bdi').textContent()).toBe(full.title[lang]);
    const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(headings.toSorted()).toEqual(
      Object.values(GROUP_TEXTS)
        .map((text) => text[lang])
        .toSorted(),
    );
    const names = await page.locator('dt').allTextContents();
    expect(new Set(names)).toEqual(new Set(Object.values(FIELD_TEXTS).map((text) => text[lang])));
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await context.close();
  });

  it('names its address, the other language and what a machine may read', async () => {
    const html = await read(`${path}/full`);
    expect(html).toContain(`<link rel="canonical" href="${platform.url}${path}/full"`);
    expect(html).toContain(`hreflang="zh-CN" href="${platform.url}/achievements/full"`);
    expect(html).toContain(`hreflang="en" href="${platform.url}/en/achievements/full"`);
    expect(html).toContain(`href="${other}/full"`);
    expect(html).toContain(`<html lang="${lang}">`);
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    const labels = recordLabels('achievement', [full], lang);
    const stored = (await platform.store.getRecord('achievement', 'full')) as Achievement;
    expect(JSON.parse(json)).toEqual(
      JSON.parse(JSON.stringify(achievementJsonLd(stored, { url: `${platform.url}${path}/full`, lang, labels }))),
    );
  });

  it('says as a page that a record was withdrawn, or is not there', async () => {
    for (const [id, status] of [
      ['gone', 410],
      ['draft', 404],
      ['nothing', 404],
      ['%00', 404],
    ] as const) {
      const response = await get(`${path}/${id}`);
      expect([id, response.status]).toEqual([id, status]);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      const html = await response.text();
      expect(html).toContain('<meta name="robots" content="noindex"');
      await expectValid(html);
    }
  });
});

describe('the page of an achievement', () => {
  it('marks what is only known in another language', async () => {
    expect(await read('/en/achievements/full')).toContain('<bdi lang="zh-CN">光伏幕墙</bdi>');
    expect(await read('/achievements/full')).toContain('<bdi>光伏幕墙</bdi>');
  });

  it('has no script and no style of its own in it, and a policy that allows none', async () => {
    const response = await get('/achievements/full');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'; style-src 'self'");
    const html = await response.text();
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
    expect([...html.matchAll(/<script(?! type="application\/ld\+json")/g)]).toEqual([]);
  });

  it('can be kept until the record changes', async () => {
    const first = await get('/achievements/bare');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    expect((await get('/achievements/bare', { 'if-none-match': etag })).status).toBe(304);
    await platform.store.putRecords([achievement('bare', { title: { 'zh-CN': '新名称' } })]);
    const changed = await get('/achievements/bare', { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain('新名称');
  });

  it('has a stylesheet that is served for ever under a name of its content', async () => {
    const [, path = ''] = /rel="stylesheet" href="([^"]+)"/.exec(await read('/achievements/full')) ?? [];
    const response = await get(path);
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(response.headers.get('cache-control')).toMatch(/immutable/);
    expect(await response.text()).toContain('prefers-color-scheme: dark');
  });

  it('believes a proxy on this machine about its address, and nothing that is no host', async () => {
    const proxied = await get('/achievements/full', {
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'park.example',
    });
    expect(await proxied.text()).toContain('rel="canonical" href="https://park.example/achievements/full"');
    const odd = await get('/achievements/full', { 'x-forwarded-host': 'a"><script>' });
    expect(await odd.text()).toContain('rel="canonical" href="http://localhost/achievements/full"');
  });
});

describe('what crawlers ask for', () => {
  it('is a map of all pages in both languages, and where it lies', async () => {
    const map = await get('/sitemap.xml');
    expect(map.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    const locations = [...(await map.text()).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, location = '']) => location);
    const paths = ['/achievements', '/achievements/bare', '/achievements/full'];
    expect(locations.toSorted()).toEqual(
      ['', '/en'].flatMap((start) => paths.map((path) => platform.url + start + path)).toSorted(),
    );
    expect(await read('/robots.txt')).toContain(`Sitemap: ${platform.url}/sitemap.xml`);
  });
});
