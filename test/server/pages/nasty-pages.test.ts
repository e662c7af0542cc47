import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Platform } from '../../../src/server/platform.js';
import { openTestStore } from '../../support/stores.js';
import { achievement, startQuietly } from '../http/support.js';
import { openBrowser } from './support.js';

const NASTY = '../shared/data/nasty';
/** Texts on one page. */
const PORTION = 250;

function jsonLines(file: string, field: string): string[] {
  const lines = gunzipSync(readFileSync(join(NASTY, file)))
    .toString()
    .trim()
    .split('\n');
  return lines.map((line) => (JSON.parse(line) as Record<string, string>)[field] ?? '');
}

/** Every text that the store takes: it refuses U+0000 and halves of surrogate pairs. */
function texts(): string[] {
  const all = [
    ...(JSON.parse(readFileSync(join(NASTY, 'blns/blns.json'), 'utf8')) as string[]),
    ...jsonLines('cjk-edge.jsonl.gz', 'text'),
    ...jsonLines('injection-payloads.jsonl.gz', 'payload'),
    '</script><script>alert(1)</script>',
    '\r\n\t\u2028]]>',
  ];
  return [...new Set(all)].filter((text) => text !== '' && text.isWellFormed() && !text.includes('\0'));
}

describe.skipIf(!existsSync(NASTY))('nasty records as pages (needs ../shared/data)', () => {
  let platform: Platform;
  let browser: Browser;
  let given: string[];
  beforeAll(async () => {
    given = texts();
    browser = await openBrowser();
    const store = await openTestStore();
    for (let at = 0; at < given.length; at += PORTION) {
      const portion = given.slice(at, at + PORTION);
      const [first = ''] = portion;
      await store.putRecords([
        achievement(`nasty-${at}`, {
          title: { 'zh-CN': first },
          benefit: { 'zh-CN': first },
          innovationPoints: portion.map((text) => ({ 'zh-CN': text })),
          institutions: [{ name: { 'zh-CN': first } }],
          keywords: { 'zh-CN': [first] },
        }),
      ]);
    }
    platform = await startQuietly({ store });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await platform?.close();
  });

  it('show every text as it is, at 360 pixels, and run nothing', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    const faults: string[] = [];
    page.on('dialog', (dialog) => {
      faults.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(platform.url)) faults.push(request.url());
    });
    for (let at = 0; at < given.length; at += PORTION) {
      await page.goto(`${platform.url}/achievements/nasty-${at}`);
      const found = await page.evaluate(() => ({
        title: document.querySelector('h1 bdi')?.textContent,
        texts: [...document.querySelectorAll('section[aria-labelledby=group-content] li > bdi')].map(
          (each) => each.textContent,
        ),
        names: [...new Set([...document.querySelectorAll('*')].map((each) => each.localName))],
        handlers: [...document.querySelectorAll('*')].flatMap((each) =>
          [...each.attributes].filter(({ name }) => name.startsWith('on')),
        ).length,
        jsonLd: document.querySelector('script')?.textContent ?? '',
        width: document.documentElement.scrollWidth,
      }));
      const portion = given.slice(at, at + PORTION);
      expect(found.texts).toEqual(portion);
      expect(found.title).toBe(portion[0]);
      expect((JSON.parse(found.jsonLd) as { name: string }).name).toBe(portion[0]);
      expect([found.handlers, found.width]).toEqual([0, 360]);
      expect(found.names.toSorted()).toEqual(ALLOWED);
    }
    expect(faults).toEqual([]);
    await page.close();
  }, 120_000);

  it('are listed, and taken away, without harm', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 }, javaScriptEnabled: false });
    await page.goto(`${platform.url}/achievements`);
    const titles = await page.locator('ol.results h3 bdi').allTextContents();
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles) expect(given).toContain(title);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await page.close();
    for (const format of ['csv', 'json', 'ris', 'atom']) {
      expect((await fetch(`${platform.url}/api/v1/achievements.${format}`)).status).toBe(200);
    }
  }, 60_000);
});

/** The elements of such a page; nothing that a record holds may add one. */
const ALLOWED =
  'a article bdi body dd div dl dt footer h1 h2 head header html li link main meta nav p script section span time title ul'.split(
    ' ',
  );
