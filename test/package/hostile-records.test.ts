import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/browser.mjs';
import { NASTY, nastyStrings } from '../support/nasty.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** As the strictest page has it: no inline script or style, no markup from strings but Lit's own, and JSON-LD. */
const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html yuniao-json-ld";

/** An achievement that says `text` wherever a text may stand. */
function hostile(text: string, index: number): object {
  const map = { 'zh-CN': text };
  return {
    id: `n${index}`,
    kind: 'achievement',
    status: 'published',
    title: map,
    benefit: map,
    summary: map,
    lang: 'zh-CN',
    source: { name: text, id: text, url: 'https://example.org/' },
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    registrationNo: text.slice(0, 50),
    keywords: { 'zh-CN': [text] },
    institutions: [{ name: map }],
    completers: [{ name: text.slice(0, 200) }],
    innovationPoints: [map, map],
    transferModes: [text.slice(0, 200)],
    fields: [{ scheme: 'text', code: text.slice(0, 200) }],
    ip: [{ kind: text.slice(0, 200), title: map, patentNo: text.slice(0, 100) }],
    contact: { name: text.slice(0, 200), phone: text.slice(0, 50) },
    publications: [{ title: text, doi: text.slice(0, 200) }],
    readiness: [{ scheme: text.slice(0, 200), level: 3 }],
  };
}

describe.skipIf(!existsSync(NASTY))('records full of nasty text (needs ../shared/data)', () => {
  const texts = existsSync(NASTY) ? nastyStrings() : [];
  const server = createServer(({ url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    if (pathname.startsWith('/cdn/'))
      response.setHeader('content-type', 'text/javascript').end(readFileSync(root + pathname.slice(1)));
    else if (pathname.startsWith('/api/')) {
      const start = Number(searchParams.get('cursor') ?? 0);
      const end = start + Number(searchParams.get('limit'));
      const items = texts.slice(start, end).map((text, index) => hostile(text, start + index));
      const facets = [
        {
          id: 'field',
          label: '领域',
          values: texts.slice(start, end).map((text) => ({ value: text, label: text, count: 1 })),
        },
      ];
      const more = end < texts.length ? { nextCursor: String(end) } : {};
      const envelope = {
        items,
        total: texts.length,
        facets,
        asOf: '2026-01-01T00:00:00Z',
        source: texts[start],
        ...more,
      };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(envelope));
    } else
      response.setHeader('content-type', 'text/html').setHeader('content-security-policy', POLICY)
        .end(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
          <title>Page</title><script type="module" src="/cdn/yuniao.js"></script>
          <yn-achievement-search api="/" page-size="100" json-ld></yn-achievement-search>`);
  });
  let browser: Browser;
  let page: Page;
  let origin: string;
  const accidents: string[] = [];

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { path, env } = await findBrowser();
    browser = await chromium.launch({
      executablePath: path,
      env: { ...(process.env as Record<string, string>), ...env },
    });
    page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    page.setDefaultTimeout(120_000); // a hundred records full of such text take a busy machine its time
    page.on('dialog', (dialog) => {
      accidents.push(`a payload ran: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', ({ message }) => accidents.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') accidents.push(message.text());
    });
    page.on('request', (request) => {
      const asked = request.url();
      if (!asked.startsWith(origin) && !asked.startsWith('data:')) accidents.push(`asked ${asked}`);
    });
    await page.goto(origin);
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it('runs nothing of it, asks nobody, and keeps within a phone: results, facets, details, JSON-LD', async () => {
    const search = page.locator('yn-achievement-search');
    for (let start = 0; start < texts.length; start += 100) {
      await page.waitForFunction((first) => {
        const written = document.querySelector('yn-achievement-search script')?.textContent ?? '';
        return [...written.matchAll(/\/n(\d+)"/g)].some(([, id]) => Math.floor(Number(id) / 100) * 100 === first);
      }, start);
      const faults = await page.evaluate(walkResults);
      expect(faults, `results ${start} to ${start + 99}`).toEqual([]);
      if (start + 100 < texts.length) await search.getByRole('button', { name: '下一页' }).click();
    }
    expect(accidents).toEqual([]);
  }, 240_000);
});

/** Runs in the page: opens the details of every fifth result; says what sticks out of the window, and what is no JSON. */
async function walkResults(): Promise<string[]> {
  const element = document.querySelector('yn-achievement-search') as HTMLElement & { updateComplete: Promise<unknown> };
  const tree = element.shadowRoot as ShadowRoot;
  const faults: string[] = [];
  const check = (what: string): void => {
    const { scrollWidth = 0 } = document.scrollingElement ?? {};
    if (scrollWidth > 360) faults.push(`${what}: the page is ${scrollWidth} px wide`);
    const body = tree.querySelector('dialog[open] .modal-body');
    if (body && body.scrollWidth > body.clientWidth)
      faults.push(`${what}: the details are ${body.scrollWidth} px wide`);
  };
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve));
  };
  check('the list');
  for (const [index, link] of tree.querySelectorAll<HTMLElement>('[part=title-link]').entries()) {
    if (index % 5 > 0) continue; // all of them would take minutes, and the same text stands in the list
    link.click();
    await until(() => tree.querySelector('dialog[open] dl') !== null);
    check(link.textContent ?? '');
    tree.querySelector('dialog')?.close();
    await until(() => tree.querySelector('dialog') === null);
  }
  JSON.parse(element.querySelector('script')?.textContent ?? '');
  return faults;
}
