import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Platform } from '../../../src/server/platform.js';
import { openTestStore } from '../../support/stores.js';
import { achievement, startQuietly } from '../http/support.js';
import { expectValid, full, openBrowser } from './support.js';

let platform: Platform;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
  page = await context.newPage();
  const store = await openTestStore();
  await store.putRecords([
    full,
    ...Array.from({ length: 44 }, (_, i) =>
      achievement(`many-${i}`, {
        title: { 'zh-CN': `批量成果 ${i}` },
        fields: [{ scheme: 'text', code: i % 2 === 0 ? '双数&单数' : '单数' }],
        publishedOn: '2020-01-01',
      }),
    ),
  ]);
  platform = await startQuietly({ store, source: '示例平台' });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await platform?.close();
});

const open = async (path: string): Promise<void> => {
  await page.goto(platform.url + path);
};
const titles = (): Promise<string[]> => page.locator('ol.results h3 bdi').allTextContents();
const read = async (path: string): Promise<string> => (await fetch(platform.url + path)).text();

describe('the list page without scripts', () => {
  it.each([
    '/achievements',
    '/en/achievements',
    '/achievements?q=钙钛矿',
    '/en/achievements?f.field=new-energy&r.price=1..&sort=updated',
    '/achievements?q=没有这个',
    '/achievements?q=钙钛矿 批量',
  ])('is valid HTML: %s', async (path) => expectValid(await read(path)));

  it.each([
    ['/achievements', '公示', '/notices'],
    ['/en/achievements', 'Public notices', '/en/notices'],
  ])('leads from %s to what is on public notice', async (path, name, notices) => {
    await open(path);
    await page.getByRole('contentinfo').getByRole('link', { name }).click();
    expect(new URL(page.url()).pathname).toBe(notices);
    await page.getByRole('heading', { name, level: 1 }).waitFor();
  });

  it('is searched by its form, which keeps what is chosen', async () => {
    await open(`/achievements?f.field=${encodeURIComponent('双数&单数')}`);
    await page.getByLabel('关键词').fill('批量成果 4');
    await page.getByRole('button', { name: '检索' }).click();
    await page.waitForURL(/q=/);
    expect(new URL(page.url()).searchParams.get('f.field')).toBe('双数&单数');
    expect(await titles()).toContain('批量成果 4');
  });

  it('is narrowed by links, and widened again', async () => {
    await open('/achievements');
    await page.locator('summary', { hasText: '技术领域' }).click();
    await open((await page.getByRole('link', { name: /^双数&单数/ }).getAttribute('href')) ?? '');
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toContain('22');
    const remove = page.getByRole('link', { name: '移除：技术领域: 双数&单数' });
    expect(await remove.getAttribute('href')).toBe('/achievements');
  });

  it('is walked by links to the last record', async () => {
    await open('/achievements');
    const seen = await titles();
    const next = page.getByRole('link', { name: '下一页' });
    while ((await next.count()) > 0) {
      await open((await next.getAttribute('href')) ?? '');
      seen.push(...(await titles()));
    }
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
    expect(await page.getByRole('link', { name: '回到第一页' }).getAttribute('href')).toBe('/achievements');
  });

  it('leads to the records and to the other language of the same search', async () => {
    await open('/achievements?q=钙钛矿');
    const english = (await page.getByRole('link', { name: 'English' }).getAttribute('href')) ?? '';
    expect(decodeURIComponent(english)).toBe('/en/achievements?q=钙钛矿');
    await open(english);
    const record = page.getByRole('link', { name: 'Perovskite encapsulation' });
    expect(await record.getAttribute('href')).toBe('/en/achievements/full');
  });

  it('offers what it lists as files and as a feed', async () => {
    await open('/achievements?q=钙钛矿');
    const href = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
    expect(await read(href ?? '')).toContain('钙钛矿电池封装');
    expect(await page.locator('link[type="application/atom+xml"]').getAttribute('href')).toContain(
      'achievements.atom?q=',
    );
  });

  it('leaves parameters alone that are not its own, and says what is wrong with its own', async () => {
    expect((await fetch(`${platform.url}/achievements?utm_source=wechat&page=2&record=full`)).status).toBe(200);
    for (const query of ['f.nothing=1', 'cursor=nonsense', 'r.price=x']) {
      const response = await fetch(`${platform.url}/achievements?${query}`);
      expect(response.status).toBe(400);
      await expectValid(await response.text());
    }
  });

  it('is left out by search engines where it is one search of endlessly many', async () => {
    expect(await read('/achievements')).not.toContain('noindex');
    expect(await read('/achievements?q=x')).toContain('noindex');
  });
});
