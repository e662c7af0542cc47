import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright';
import type { Platform } from '../../src/server/platform.js';
import { achievement, startQuietly } from '../server/http/support.js';
import { openBrowser } from '../server/pages/support.js';
import { openTestStore } from '../support/stores.js';

let platform: Platform;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  const store = await openTestStore();
  const tianjin = { name: { 'zh-CN': '天津大学', en: 'Tianjin University' } };
  await store.putRecords([
    achievement('a', { title: { 'zh-CN': '甲', en: 'First' }, institutions: [tianjin] }),
    // Of the same university, without its English name
    achievement('b', { title: { 'zh-CN': '乙' }, institutions: [{ name: { 'zh-CN': '天津大学' } }] }),
    ...Array.from({ length: 14 }, (_, i) =>
      achievement(`c${i}`, { institutions: [{ name: { 'zh-CN': `第${i}研究所`, en: `Institute ${i}` } }] }),
    ),
  ]);
  platform = await startQuietly({ store });
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en' });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await platform?.close();
});

it('an English reader finds an institution by its English name or by pinyin, and the link keeps its Chinese key', async () => {
  await page.goto(`${platform.url}/en/achievements`);
  const search = page.locator('yn-achievement-search');
  const group = search.getByRole('group', { name: 'Institution' });
  await group.getByRole('checkbox', { name: /^Tianjin University/ }).waitFor();
  await group.getByRole('button', { name: 'Show' }).click();
  const field = group.getByRole('searchbox');
  const shown = group.getByRole('checkbox');
  for (const typed of ['tianjin u', 'tjdx', '天津大學']) {
    await field.fill(typed);
    await expect.poll(() => shown.count()).toBe(1);
    await group.getByRole('checkbox', { name: /^Tianjin University/ }).waitFor();
    await field.fill('institute');
    await expect.poll(() => shown.count()).toBe(14);
  }
  await field.fill('tianjin');
  await expect.poll(() => shown.count()).toBe(1);
  await shown.check();
  await search.getByRole('button', { name: 'Remove filter: Institution, Tianjin University' }).waitFor();
  await expect.poll(() => new URL(page.url()).searchParams.getAll('f.institution')).toEqual(['天津大学']);
  await search.getByRole('heading', { name: 'First' }).waitFor();
  await search.getByText('2 achievements').first().waitFor();
});

it('a record that names its institution in Chinese only has the English name on its card and on its page', async () => {
  await page.goto(`${platform.url}/en/achievements?f.institution=天津大学`);
  const search = page.locator('yn-achievement-search');
  const card = search.getByRole('article').filter({ has: page.getByRole('heading', { name: '乙' }) });
  await card.getByText('Tianjin University').waitFor();
  await card.getByRole('link', { name: '乙' }).click();
  await page.waitForURL(/achievements\/b$/);
  await page.getByRole('main').getByText('Tianjin University').first().waitFor();
  expect(await page.getByRole('main').getByText('天津大学').count()).toBe(0);
});

it('the link opens in Chinese by the Chinese name', async () => {
  await page.goto(`${platform.url}/achievements?f.institution=天津大学`);
  const search = page.locator('yn-achievement-search');
  await search.getByRole('button', { name: '取消筛选：完成单位，天津大学' }).waitFor();
  await search.getByRole('checkbox', { name: /^天津大学/, checked: true }).waitFor();
  expect(await search.getByText('Tianjin University').count()).toBe(0);
});
