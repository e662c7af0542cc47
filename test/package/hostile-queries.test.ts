import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { YnAchievementSearch } from '../../src/elements/achievement-search/index.js';
import { findBrowser } from '../../scripts/browser.mjs';
import { NASTY, nastyStrings } from '../support/nasty.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

/** What a platform says that has one text for everything. */
function answer(pathname: string, text: string): object {
  const facet = { id: 'field', label: text, values: [{ value: text, label: text, count: 1 }] };
  const other = { ...facet, id: 'institution' };
  if (pathname.endsWith('/suggest')) return { items: [{ text: `${text}.`, field: text, count: 2 }] };
  if (pathname.includes('/facets/')) return facet;
  return {
    items: [],
    total: 0,
    facets: [facet, other],
    ranges: [{ id: 'price', label: text, type: 'money', min: 1, max: 2, count: 1 }],
    asOf: '2026-01-01T00:00:00Z',
    source: text,
  };
}

describe.skipIf(!existsSync(NASTY))('nasty text asked for (needs ../shared/data)', () => {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    if (pathname.startsWith('/cdn/'))
      response.setHeader('content-type', 'text/javascript').end(readFileSync(root + pathname.slice(1)));
    else if (pathname.startsWith('/api/'))
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify(answer(pathname, searchParams.get('f.field') ?? searchParams.get('q') ?? '空')));
    else
      response.setHeader('content-type', 'text/html').setHeader('content-security-policy', POLICY)
        .end(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
          <title>Page</title><script type="module" src="/cdn/yuniao.js"></script>
          <yn-achievement-search api="/" ranges="price" url-state="a"></yn-achievement-search>`);
  });
  let browser: Browser;
  /** Several, because each waits for timers of the element most of its time. */
  let pages: readonly Page[];
  const accidents: string[] = [];

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { path, env } = await findBrowser();
    browser = await chromium.launch({
      executablePath: path,
      env: { ...(process.env as Record<string, string>), ...env },
    });
    pages = await Promise.all(Array.from({ length: 4 }, () => openSearch(origin)));
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  async function openSearch(origin: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    page.on('dialog', (dialog) => {
      accidents.push(`a payload ran: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', ({ message }) => accidents.push(message));
    page.on('request', (request) => {
      if (!request.url().startsWith(origin)) accidents.push(`asked ${request.url()}`);
    });
    await page.goto(origin);
    await page.locator('yn-achievement-search').getByRole('combobox', { name: '检索科技成果' }).click();
    return page;
  }

  it('runs nothing and keeps within a phone, as query, value of a facet, suggestion and name of a range', async () => {
    const texts = nastyStrings();
    const faults = await Promise.all(
      pages.map((page, nr) =>
        page.evaluate(
          askForAll,
          texts.filter((_, at) => at % pages.length === nr),
        ),
      ),
    );
    expect(faults.flat()).toEqual([]);
    expect(accidents).toEqual([]);
  }, 240_000);
});

/** Runs in the page: asks for each text and says what sticks out of the window, or what did not come back as it was. */
async function askForAll(texts: string[]): Promise<string[]> {
  const faults: string[] = [];
  const search = document.querySelector('yn-achievement-search') as YnAchievementSearch;
  const tree = search.shadowRoot as ShadowRoot;
  const input = tree.querySelector('input') as HTMLInputElement;
  const until = async (what: string, holds: () => boolean): Promise<void> => {
    for (let turn = 0; !holds(); turn += 1) {
      if (turn > 2000) throw new Error(`${what} never came`);
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  const isIdle = (): boolean => tree.querySelector('[aria-busy=true]') === null;
  const check = (what: string, text: string): void => {
    const { scrollWidth = 0 } = document.scrollingElement ?? {};
    if (scrollWidth > 360) faults.push(`${what} makes the page ${scrollWidth} px wide: ${text}`);
  };
  for (const [index, text] of texts.entries()) {
    const words = text.trim();
    search.filters = { field: [text] };
    search.query = text;
    await search.updateComplete;
    await until(text, isIdle);
    const chip = tree.querySelector('[part=chip] bdi')?.textContent;
    if (chip !== undefined && chip !== text) faults.push(`the chip of ${text} says ${chip}`);
    const boxes = [...tree.querySelectorAll<HTMLInputElement>('[part=facet-value] input')];
    const seen = boxes.map(({ name, value, checked, parentElement }) => {
      const label = parentElement?.querySelector('.facet-label')?.textContent;
      return `${name} ${value === text && label === text} ${checked}`;
    });
    // Equal values of two facets: one is chosen
    if (text.isWellFormed() && seen.join() !== 'field true true,institution true false')
      faults.push(`${text}: ${seen.join()}`);
    check('query', text);
    if (index % 10 > 0 || words === '') continue; // each waits for the reader's typing to rest
    input.value = text;
    input.dispatchEvent(new InputEvent('input'));
    await until(`suggestion for ${text}`, () => tree.querySelector('[part=suggestion]') !== null);
    check('suggestion', text);
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    input.form?.requestSubmit();
    await search.updateComplete;
    await until(text, isIdle);
    const carried = new URL(location.href).searchParams.getAll('a.f.field');
    if (carried.join() !== text.toWellFormed()) faults.push(`the address of ${text} says ${carried.join()}`);
  }
  return faults;
}
