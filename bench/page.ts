// The demo park's page as a visitor on a slow machine and line meets it, beside the goals of the budget; then ten
// thousand results through "load more". Needs `npm run build`. Arguments: `--runs N` (5), `--results N`
// (10000), `--page-only`, `--more-only`. On a busy machine only the figures of bytes, heap, shift and processor hold.
import { loadavg } from 'node:os';
import type { Browser } from 'playwright';
import { type Conditions, freshPage, launchChromium } from './support/chromium.js';
import { watchPage } from './support/page-watch.js';
import { openPark } from './support/park.js';
import { printTable } from './support/table.js';

const SLOW: Conditions = { cpu: 4, bitsPerSecond: 1_600_000, roundTripMs: 150 };
const PAPERS = ['achievements/chinaxiv-zh.jsonl.gz'];
const MORE = [...PAPERS, 'achievements/csl-2k.jsonl.gz', 'achievements/csl-titles-8k.jsonl.gz'];
/** One key press each; every one of them finds something else. */
const KEYS = ['的', '电', '光'];

interface Run {
  readonly firstResult: number;
  readonly blocking: number;
  readonly shift: number;
  readonly bytes: number;
  readonly heap: number;
  readonly keyToPaint: number;
  readonly answerToPaint: number;
  readonly processor: number;
}

const value = (name: string): string | undefined => process.argv[process.argv.indexOf(name) + 1];
const number = (name: string, fallback: number): number =>
  process.argv.includes(name) ? Number(value(name)) : fallback;
const runs = number('--runs', 5);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function visit(browser: Browser, url: string): Promise<Run> {
  const { page, bytes, heap, processorMs, close } = await freshPage(browser, SLOW, watchPage);
  try {
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(() => window.watched.firstResult !== undefined);
    const processor = await processorMs();
    await page.waitForLoadState('networkidle');
    const { firstResult = Number.NaN, longTasks, shift } = await page.evaluate(() => window.watched);
    const loaded = bytes();
    const held = await heap();
    const box = page.locator('yn-achievement-search').getByRole('searchbox').or(page.getByRole('combobox')).first();
    await box.focus();
    await page.waitForLoadState('networkidle');
    const times: { keyToPaint: number; answerToPaint: number }[] = [];
    for (const key of KEYS) {
      await box.fill('');
      await page.waitForTimeout(1500);
      await page.evaluate(() => {
        window.expectResults();
      });
      await page.keyboard.insertText(key);
      await page.waitForFunction(() => window.watched.repainted !== undefined);
      const { typed = 0, repainted = 0, answered = 0 } = await page.evaluate(() => window.watched);
      times.push({ keyToPaint: repainted - typed, answerToPaint: repainted - answered });
    }
    return {
      firstResult,
      blocking: longTasks.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
      shift,
      bytes: loaded,
      processor,
      heap: held,
      keyToPaint: median(times.map((each) => each.keyToPaint)),
      answerToPaint: median(times.map((each) => each.answerToPaint)),
    };
  } finally {
    await close();
  }
}

async function measurePage(browser: Browser): Promise<void> {
  const park = await openPark(PAPERS);
  try {
    await visit(browser, `${park.url}/`); // the platform warms up, the page does not: each run has a profile of its own
    const all: Run[] = [];
    for (let run = 0; run < runs; run += 1) all.push(await visit(browser, `${park.url}/`));
    const of = (name: keyof Run): number => median(all.map((each) => each[name]));
    const range = (name: keyof Run, digits = 0): string => {
      const values = all.map((each) => each[name]);
      return `${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)}`;
    };
    const row = (what: string, name: keyof Run, goal: number, peer: string, digits = 0): string[] => {
      const figure = of(name);
      const ratio = (figure / goal).toFixed(2);
      return [what, figure.toFixed(digits), range(name, digits), String(goal), ratio, peer];
    };
    console.log(
      `\nDemo page, ${park.records} records, CPU ${SLOW.cpu} times slower, 1.6 Mbit/s, 150 ms round trips, ${runs} cold runs; load of this machine ${loadavg()[0]?.toFixed(1)}\n`,
    );
    printTable(
      ['what', 'median', 'lowest–highest', 'goal', 'ours ÷ goal', 'best measured peer'],
      [
        row('first result visible, ms', 'firstResult', 1000, '1,548'),
        row('blocking time, ms', 'blocking', 20, '164'),
        row('layout shift', 'shift', 0.01, '0.04', 4),
        row('key press → new results, ms', 'keyToPaint', 230, '276'),
        row('of it after the answer had come, ms', 'answerToPaint', 16, ''),
        ['processor until then at full speed, ms', of('processor').toFixed(0), range('processor'), '', '', ''],
        ['bytes of the whole page, KB', (of('bytes') / 1000).toFixed(1), '', '', '', '73 (the widget alone)'],
        ['heap, MB', (of('heap') / 1e6).toFixed(1), '', '', '', '1.9'],
      ],
    );
  } finally {
    await park.close();
  }
}

/** A page that holds one search with ten thousand results, a hundred a step. */
async function measureMore(browser: Browser): Promise<void> {
  const park = await openPark(MORE);
  const wanted = Math.min(number('--results', 10_000), park.records);
  const { page, heap, processorMs, close } = await freshPage(browser, { cpu: 1 }, watchPage);
  try {
    await page.route(`${park.url}/more.html`, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="zh-CN"><script type="module" src="/embed/yuniao.js"></script>
<yn-achievement-search api="/" paging="more" page-size="100"></yn-achievement-search>`,
      }),
    );
    await page.goto(`${park.url}/more.html`);
    await page.waitForFunction(() => window.watched.firstResult !== undefined);
    const button = page.locator('yn-achievement-search').locator('[part=more-button]');
    await button.waitFor();
    const before = await heap();
    const settled = Date.now();
    const steps: number[] = [];
    for (let shown = 200; shown <= wanted; shown += 100) {
      const spent = await processorMs();
      await button.click();
      await page.waitForFunction(
        (count) => {
          const root = document.querySelector('yn-achievement-search')?.shadowRoot;
          return (root?.querySelectorAll('[part=result]').length ?? 0) >= count;
        },
        Math.min(shown, wanted),
      );
      steps.push((await processorMs()) - spent);
    }
    const seconds = (Date.now() - settled) / 1000;
    const { longTasks } = await page.evaluate(() => window.watched);
    const after = await heap();
    const longest = Math.max(0, ...longTasks.map(({ duration }) => duration));
    console.log(`\n${wanted} results through "load more", a hundred a step, CPU at full speed\n`);
    printTable(
      ['what', 'figure', 'goal'],
      [
        ['tasks over 50 ms after the page had come', String(longTasks.filter(({ start }) => start > 2000).length), '0'],
        ['longest task, ms', longest.toFixed(0), '50'],
        ['heap before → after, MB', `${(before / 1e6).toFixed(1)} → ${(after / 1e6).toFixed(1)}`, 'bounded'],
        ['heap for one result, KB', ((after - before) / wanted / 1000).toFixed(1), ''],
        ['processor for a step, first ten, ms (in six tasks or more)', median(steps.slice(0, 10)).toFixed(0), ''],
        ['processor for a step, last ten, ms', median(steps.slice(-10)).toFixed(0), 'the same'],
        ['seconds for all', seconds.toFixed(0), ''],
      ],
    );
  } finally {
    await close();
    await park.close();
  }
}

const browser = await launchChromium();
try {
  if (!process.argv.includes('--more-only')) await measurePage(browser);
  if (!process.argv.includes('--page-only')) await measureMore(browser);
} finally {
  await browser.close();
}
