import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/browser.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

const samples = readFileSync(`${root}demo/sample/indicators.jsonl`, 'utf8').trim().split('\n');
const items = samples.map((line, index) =>
  Object.assign(JSON.parse(line) as { code: string }, {
    id: `ind_${index}`,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
  }),
);
const CODES = items.slice(0, 6).map(({ code }) => code);
/** What the platform answers. */
let answered: readonly object[] = items;
/** Answers that wait until a test lets them go, by the page that asked. */
const held = new Map<string, () => void>();
let opened = 0;

const server = createServer(({ url = '/', headers: { referer = 'http://localhost' } }, response) => {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  if (pathname.startsWith('/cdn/') && existsSync(root + pathname.slice(1)))
    response.setHeader('content-type', 'text/javascript').end(readFileSync(root + pathname.slice(1)));
  else if (pathname === '/page.css')
    // As the manual advises: room until the script is there
    response.setHeader('content-type', 'text/css').end('yn-kpi-tiles:not(:defined){display:block;min-height:100vh}');
  else if (pathname.startsWith('/api/v1/')) {
    const codes = searchParams.get('code')?.split(',');
    const send = (): void => {
      const found = answered.filter((each) => codes?.includes((each as { code: string }).code) ?? true);
      response.setHeader('content-type', 'application/json').end(
        JSON.stringify({
          items: found,
          total: found.length,
          facets: [],
          asOf: '2026-01-01T00:00:00Z',
          source: '示例平台',
        }),
      );
    };
    const asking = new URL(referer).searchParams;
    const nr = asking.get('held');
    if (nr === null) send();
    else held.set(nr, send);
  } else
    response.setHeader('content-type', 'text/html').setHeader('content-security-policy', POLICY)
      .end(`<!doctype html><html lang="${searchParams.get('lang') ?? ''}"><meta charset="utf-8"><title>Page</title>
        <link rel="stylesheet" href="/page.css">
        <script type="module" src="/cdn/yuniao.js"></script>
        <h1>指标</h1>
        <yn-kpi-tiles api="/" ${searchParams.get('attributes') ?? ''}></yn-kpi-tiles>
        <p>下文</p>`);
});

let browser: Browser;
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

async function open(
  attributes: string,
  width = 1280,
  lang = 'zh-CN',
  height = 900,
  more: Readonly<Record<string, string>> = {},
  prepare?: (page: Page) => Promise<unknown>,
): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const page = await browser.newPage({ viewport: { width, height } });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.addInitScript(watchShifts);
  await prepare?.(page);
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/?${new URLSearchParams({ attributes, lang, ...more })}`);
  return { page, complaints };
}

declare global {
  interface Window {
    /** How far things have moved so far. */
    shift: number;
  }
}

/** Runs before a page's own scripts: adds up how far things move. */
function watchShifts(): void {
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** How far things have moved, once what is drawn by now is on the screen and told. */
async function shiftOf(page: Page): Promise<number> {
  return page.evaluate(
    async () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => {
          requestAnimationFrame(() => {
            resolve(window.shift);
          });
        });
      }),
  );
}

describe('the tiles of the page bundle', () => {
  it('come to life under a strict policy, and set a record aside that is not what the contract says', async () => {
    answered = [
      ...items.slice(0, 3),
      { ...items[3], updatedAt: 'yesterday' },
      { ...items[4], source: { name: 'x', id: 'x', url: 'javascript:alert(1)' } },
    ];
    const { page, complaints } = await open('');
    await page
      .getByRole('button', { name: /指标说明与历史数据/ })
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: /指标说明与历史数据/ }).count()).toBe(3);
    expect(await page.getByText('有 2 条数据无法识别，未予显示。').isVisible()).toBe(true);
    await page
      .getByRole('button', { name: /指标说明与历史数据/ })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    expect(complaints).toEqual([]);
    await page.close();
    answered = items;
  });

  const layouts = ['', 'size="small"', 'size="large"', 'layout="compact"', 'layout="table"', 'layout="board"'];
  // How many there are is known by their codes, or said by the page's author
  const numbers = [`codes="${CODES.join(' ')}"`, `placeholders="${items.length}"`];
  const pages = [
    ['zh-CN', 1280],
    ['zh-CN', 360],
    ['en', 1280],
    ['en', 360],
  ] as const;
  const cases = numbers.flatMap((number) =>
    layouts.flatMap((layout) => pages.map(([lang, width]) => [`${layout} ${number}`, width, lang] as const)),
  );
  it.concurrent.each(cases)(
    'move nothing on the page when figures and trends come (%s, %d px, %s)',
    async (layout, width, lang) => {
      const nr = String((opened += 1));
      const { page } = await open(layout, width, lang, 900, { held: nr });
      await page.waitForFunction(() => document.querySelector('yn-kpi-tiles')?.shadowRoot?.querySelector('.stalled'));
      // From here on, so that what the page does before the script is there is not counted
      await page.evaluate(() => {
        window.shift = 0;
      });
      await expect.poll(() => held.has(nr)).toBe(true);
      held.get(nr)?.();
      await page
        .getByRole('button', { name: /指标说明与历史数据|definition and history/ })
        .first()
        .waitFor();
      const sum = await shiftOf(page);
      expect(sum).toBeLessThanOrEqual(0.01);
      await page.close();
    },
  );

  it.concurrent.each(['layout="table"', 'layout="board" heading="指标"'])(
    'move no placeholder when the code of their layout comes late (%s)',
    async (layout) => {
      const nr = String((opened += 1));
      let letGo = (): void => {};
      const late = new Promise<void>((resolve) => (letGo = resolve));
      const attributes = `${layout} placeholders="${items.length}"`;
      const { page } = await open(attributes, 1280, 'zh-CN', 900, { held: nr }, async (tab) =>
        tab.route('**/kpi-sheet-part-*.js', async (route) => {
          await late;
          await route.continue();
        }),
      );
      const sheets = async (): Promise<number> =>
        page.evaluate(() => document.querySelector('yn-kpi-tiles')?.shadowRoot?.adoptedStyleSheets.length ?? 0);
      await page.waitForFunction(() => document.querySelector('yn-kpi-tiles')?.shadowRoot?.querySelector('.stalled'));
      await page.evaluate(() => {
        window.shift = 0;
      });
      const before = await sheets();
      letGo();
      await expect.poll(sheets).toBeGreaterThan(before);
      await expect.poll(() => held.has(nr)).toBe(true);
      held.get(nr)?.();
      await page
        .getByRole('button', { name: /指标说明与历史数据/ })
        .first()
        .waitFor();
      expect(await shiftOf(page)).toBeLessThanOrEqual(0.01);
      await page.close();
    },
  );

  it.concurrent.each(['', 'layout="compact"', 'layout="table"', 'layout="board" heading="指标"'])(
    'move nothing on the page from its first moment on (%s)',
    async (layout) => {
      const { page } = await open(`${layout} placeholders="${items.length}"`);
      await page.locator('yn-kpi-tiles').locator('dialog').waitFor({ state: 'attached' });
      const sum = await shiftOf(page);
      expect(sum).toBeLessThanOrEqual(0.01);
      await page.close();
    },
  );

  it.concurrent('keep their table within the page in English, whose words are long', async () => {
    const { page } = await open('layout="table"', 1280, 'en');
    await page.locator('yn-kpi-tiles').locator('dialog').waitFor({ state: 'attached' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
    await page.close();
  });

  const screens = [
    [980, 800],
    [1120, 800],
    [1280, 800],
    [1400, 900],
    [1600, 900],
    [1920, 1080],
    [3840, 2160],
  ] as const;
  const boards = screens.flatMap(([width, height]) =>
    ['en', 'zh-CN'].flatMap((lang) => [6, items.length].map((count) => [count, width, height, lang] as const)),
  );
  it.concurrent.each(boards)(
    'keep to themselves on a board, which fits the screen of a hall (%d tiles, %d × %d, %s)',
    async (count, width, height, lang) => {
      const codes = items.slice(0, count).map(({ code }) => code);
      const { page } = await open(`layout="board" codes="${codes.join(' ')}"`, width, lang, height);
      await page.locator('yn-kpi-tiles').locator('dialog').waitFor({ state: 'attached' });
      const { faults, tiles, board } = await page.locator('yn-kpi-tiles').evaluate(boardFaults);
      expect(tiles).toBe(count);
      expect(faults).toEqual([]);
      // On less than a screen of a hall all of it is there by scrolling
      if (width >= 1400) expect(board).toBeLessThanOrEqual(height);
      await page.close();
    },
  );
});

/** What runs out of a tile of the board or lies over something else in it, by where each line of text shows. */
function boardFaults(element: Element): { faults: string[]; tiles: number; board: number } {
  const tiles = [...element.shadowRoot!.querySelectorAll('.tile')];
  const linesOf = (part: Element | null): DOMRect[] => {
    if (!part) return [];
    const range = document.createRange();
    range.selectNodeContents(part);
    // Each line as high as its type: how much a font leaves above and below that differs, and nothing shows there
    const size = Number.parseFloat(getComputedStyle(part).fontSize);
    return [...range.getClientRects()].map(
      ({ x, y, width, height }) => new DOMRect(x, y + (height - size) / 2, width, size),
    );
  };
  const depth = (a: DOMRect, b: DOMRect): number =>
    Math.min(
      Math.min(a.right, b.right) - Math.max(a.left, b.left),
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
    );
  const faults = tiles.flatMap((tile) => {
    const name = tile.querySelector('.name')?.textContent ?? '';
    const edge = tile.getBoundingClientRect();
    const parts = ['.name', '.number', '.after', '.progress span', '.target', '.standing', '.details'].map((part) => ({
      part,
      lines: linesOf(tile.querySelector(`${part === '.details' ? '' : '.face '}${part}`)),
    }));
    const button = tile.querySelector('.details')!.getBoundingClientRect();
    const isOut = ({ left, right, top, bottom }: DOMRect): boolean =>
      left < edge.left || right > edge.right || top < edge.top || bottom > edge.bottom;
    return [
      ...(tile.scrollHeight > tile.clientHeight + 1 || tile.scrollWidth > tile.clientWidth
        ? [`${name}: runs over`]
        : []),
      ...parts.filter(({ lines }) => lines.some(isOut)).map(({ part }) => `${name}: ${part} leaves the tile`),
      ...(isOut(button) ? [`${name}: the button leaves the tile`] : []),
      ...parts
        .filter(({ part, lines }) => /number|after/.test(part) && lines.some((line) => depth(line, button) > 0))
        .map(({ part }) => `${name}: ${part} lies over the button`),
      ...parts.flatMap(({ part, lines }, index) =>
        parts
          .slice(index + 1)
          .filter((other) => other.lines.some((line) => lines.some((each) => depth(line, each) > 4)))
          .map((other) => `${name}: ${part} lies over ${other.part}`),
      ),
    ];
  });
  return { faults, tiles: tiles.length, board: element.getBoundingClientRect().height };
}
