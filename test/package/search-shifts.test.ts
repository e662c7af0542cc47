import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Platform } from '../../src/server/platform.js';
import { achievement, startQuietly } from '../server/http/support.js';
import { openBrowser } from '../server/pages/support.js';
import { openTestStore } from '../support/stores.js';

declare global {
  interface Window {
    /** How far things have moved so far. */
    moved: number;
  }
}

let platform: Platform;
let browser: Browser;
beforeAll(async () => {
  const store = await openTestStore();
  const samples = readFileSync('demo/sample/achievements.jsonl', 'utf8').trim().split('\n');
  await store.putRecords(
    samples.map((line, index) => Object.assign(achievement(`sample-${index}`), JSON.parse(line) as object)),
  );
  platform = await startQuietly({ store });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await platform?.close();
});

/** Runs before a page's own scripts. */
function watch(): void {
  window.moved = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.moved += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}

interface Visit {
  readonly page: Page;
  /** Lets go of what was kept back. */
  readonly letGo: () => void;
}

/** Opens a page with a search on it, and keeps `late` back. */
async function visit(
  lang: string,
  layout: string,
  [width, height]: readonly [number, number],
  late: RegExp,
): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.addInitScript(watch);
  let letGo = (): void => {};
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/search.html', async (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>检索</title>
        <meta name="viewport" content="width=device-width">
        <style>yn-achievement-search:not(:defined) { display: block; min-block-size: 100vh }</style>
        <script type="module" src="/embed/yuniao.js"></script>
        <h1>检索</h1><yn-achievement-search api="/" layout="${layout}" facets="field institution"></yn-achievement-search>`,
    }),
  );
  await page.route(late, async (route) => {
    await gone;
    await route.continue();
  });
  await page.goto(`${platform.url}/search.html`);
  return { page, letGo };
}

/** How far things have moved when all results of the page are there, and on the screen. */
async function movedIn(page: Page): Promise<number> {
  await page.locator('yn-achievement-search').locator('article').nth(19).waitFor();
  return page.evaluate(
    async () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(window.moved))));
      }),
  );
}

const screens = [
  [1280, 900],
  [1280, 1400],
  [360, 780],
] as const;
const cases = ['zh-CN', 'en'].flatMap((lang) =>
  ['list', 'compact'].flatMap((layout) => screens.map((screen) => [lang, layout, screen] as const)),
);

describe('a search on a page', () => {
  it.concurrent.each(cases)('moves nothing when its answer comes (%s, %s, %s)', async (lang, layout, screen) => {
    const { page, letGo } = await visit(lang, layout, screen, /api\/v1\/achievements\?/);
    await page.locator('yn-achievement-search').getByRole('searchbox').or(page.getByRole('combobox')).first().waitFor();
    letGo();
    expect(await movedIn(page)).toBeLessThanOrEqual(0.02);
    await page.close();
  });

  it.concurrent.each(screens)('moves nothing when its English words come last (%d × %d)', async (...screen) => {
    const { page, letGo } = await visit('en', 'list', screen, /\/en-achievement-search-/);
    // Drawn, but not shown as long as it has no words
    await page.locator('yn-achievement-search').locator('article').nth(2).waitFor({ state: 'attached' });
    letGo();
    expect(await movedIn(page)).toBeLessThanOrEqual(0.02);
    await page.close();
  });
});
