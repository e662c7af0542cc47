// The search alone on a page, and the demo park's page, as a visitor on a slow machine and line meets them, beside the
// goals of the budget; then ten thousand results through "load more". Needs `npm run build`. Arguments: `--runs N` (5),
// `--results N` (10000), `--page-only`, `--more-only`. On a busy machine only the figures of bytes, heap, shift and
// processor hold; times of the processor are those of the slowed machine.
import { loadavg } from 'node:os';
import type { Browser } from 'playwright';
import { type Conditions, freshPage, launchChromium } from './support/chromium.js';
import { recordTasks } from './support/main-thread.js';
import { watchPage } from './support/page-watch.js';
import { openPark } from './support/park.js';
import { printTable } from './support/table.js';

const SLOW: Conditions = { cpu: 4, bitsPerSecond: 1_600_000, roundTripMs: 150 };
const PAPERS = ['achievements/chinaxiv-zh.jsonl.gz'];
const MORE = [...PAPERS, 'achievements/csl-2k.jsonl.gz', 'achievements/csl-titles-8k.jsonl.gz'];
/** How many results the element draws in one task. */
const SLICE = 20;
/** One key press each; every one of them finds something else. */
const KEYS = ['的', '电', '光'];

/** The search alone on a page, as the documentation has it and as the peers were measured. */
const ALONE = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>科技成果</title>
    <script type="module" src="/embed/yuniao.js"></script>
  </head>
  <body>
    <h1>科技成果</h1>
    <yn-achievement-search api="/"><a href="/achievements">科技成果检索</a></yn-achievement-search>
  </body>
</html>`;

interface Run {
  readonly firstResult: number;
  readonly blocking: number;
  readonly blockingProcessor: number;
  readonly longest: number;
  readonly shift: number;
  readonly bytes: number;
  readonly heap: number;
  readonly keyToPaint: number;
  readonly answerToPaint: number;
  readonly keyProcessor: number;
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
  const { page, cdp, bytes, heap, processorMs, told, close } = await freshPage(browser, SLOW, watchPage);
  try {
    const endRecording = await recordTasks(cdp);
    const [firstResult] = await Promise.all([told('firstResult'), page.goto(url, { waitUntil: 'commit' })]);
    await page.waitForLoadState('networkidle');
    const tasks = await endRecording(url);
    const { shift } = await page.evaluate(() => window.watched);
    const loaded = bytes();
    const held = await heap();
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('yn-achievement-search')?.focus();
    });
    await page.waitForLoadState('networkidle');
    const times: { keyToPaint: number; answerToPaint: number; processor: number }[] = [];
    for (const key of KEYS) {
      await page.evaluate(() => {
        const search = document.querySelector<HTMLElement & { query: string }>('yn-achievement-search');
        if (search) search.query = '';
      });
      await page.waitForTimeout(1500);
      await page.evaluate(() => {
        window.expectResults();
      });
      const before = await processorMs();
      await Promise.all([told('repainted'), page.keyboard.insertText(key)]);
      const processor = (await processorMs()) - before;
      const { typed = 0, repainted = 0, answered = 0 } = await page.evaluate(() => window.watched);
      times.push({ keyToPaint: repainted - typed, answerToPaint: repainted - answered, processor });
    }
    const over50 = (by: 'duration' | 'processor'): number =>
      tasks.reduce((sum, task) => sum + Math.max(0, task[by] - 50), 0);
    return {
      firstResult,
      blocking: over50('duration'),
      blockingProcessor: over50('processor'),
      longest: Math.max(...tasks.map(({ processor }) => processor)),
      shift,
      bytes: loaded,
      processor: tasks.reduce((sum, { processor }) => sum + processor, 0),
      heap: held,
      keyToPaint: median(times.map((each) => each.keyToPaint)),
      answerToPaint: median(times.map((each) => each.answerToPaint)),
      keyProcessor: median(times.map((each) => each.processor)),
    };
  } finally {
    await close();
  }
}

async function measurePages(browser: Browser): Promise<void> {
  const park = await openPark(PAPERS, { 'alone.html': ALONE });
  try {
    await measurePage(browser, `${park.url}/alone.html`, `The search alone on its page, ${park.records} records`);
    await measurePage(browser, `${park.url}/`, `The demo page with its other widgets, ${park.records} records`);
  } finally {
    await park.close();
  }
}

async function measurePage(browser: Browser, url: string, title: string): Promise<void> {
  await visit(browser, url); // the platform warms up, the page does not: each run has a profile of its own
  const all: Run[] = [];
  for (let run = 0; run < runs; run += 1) all.push(await visit(browser, url));
  const row = (what: string, name: keyof Run, goal?: number, peer = '', digits = 0): string[] => {
    const values = all.map((each) => each[name]);
    const figure = median(values);
    const range = `${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)}`;
    return [
      what,
      figure.toFixed(digits),
      range,
      goal === undefined ? '' : String(goal),
      goal === undefined ? '' : (figure / goal).toFixed(2),
      peer,
    ];
  };
  console.log(
    `\n${title}, CPU ${SLOW.cpu} times slower, 1.6 Mbit/s, 150 ms round trips, ${runs} cold runs; load of this machine ${loadavg()[0]?.toFixed(1)}\n`,
  );
  printTable(
    ['what', 'median', 'lowest–highest', 'goal', 'ours ÷ goal', 'best measured peer'],
    [
      row('first result visible, ms', 'firstResult', 1000, '1,548'),
      row('blocking time, ms', 'blocking', 20, '164'),
      row('the same by the processor, ms', 'blockingProcessor', 20),
      row('longest task by the processor, ms', 'longest', 50),
      row('layout shift', 'shift', 0.01, '0.04', 4),
      row('key press → new results, ms', 'keyToPaint', 230, '276'),
      row('of it after the answer had come, ms', 'answerToPaint', 16),
      row('processor for a key press, ms', 'keyProcessor'),
      row('processor for the whole page, ms', 'processor'),
      ['bytes of the whole page, KB', (median(all.map(({ bytes }) => bytes)) / 1000).toFixed(1), '', '', '', '73'],
      ['heap, MB', (median(all.map(({ heap }) => heap)) / 1e6).toFixed(1), '', '', '', '1.9'],
    ],
  );
}

/** A page that holds one search with ten thousand results, a hundred a step. */
async function measureMore(browser: Browser): Promise<void> {
  const park = await openPark(MORE);
  const wanted = Math.min(number('--results', 10_000), park.records);
  const { page, cdp, heap, processorMs, close } = await freshPage(browser, { cpu: 1 }, watchPage);
  const address = `${park.url}/more.html`;
  try {
    await page.route(address, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="zh-CN"><script type="module" src="/embed/yuniao.js"></script>
<yn-achievement-search api="/" paging="more" page-size="100"></yn-achievement-search>`,
      }),
    );
    const endRecording = await recordTasks(cdp);
    await page.goto(address);
    await page.waitForFunction(() => window.watched.firstResult !== undefined);
    const button = page.locator('yn-achievement-search').locator('[part=more-button]');
    await button.waitFor();
    const besides = await page.evaluate(
      () =>
        document.querySelector('yn-achievement-search')?.shadowRoot?.querySelector('.results-area')
          ?.childElementCount ?? 0,
    );
    await button.focus();
    const before = await heap();
    const settled = Date.now();
    const steps: number[] = [];
    for (let shown = 200; shown <= wanted; shown += 100) {
      const spent = await processorMs();
      // By the keyboard: to find where to click, the driver would run scripts in the page for longer than our own
      await page.keyboard.press('Enter');
      // Slices lie beside each other: to count ten thousand results again and again would take more than to draw them
      await page.waitForFunction(
        (count) => {
          const area = document.querySelector('yn-achievement-search')?.shadowRoot?.querySelector('.results-area');
          return (area?.childElementCount ?? 0) >= count;
        },
        besides + Math.ceil((Math.min(shown, wanted) - 100) / SLICE),
      );
      steps.push((await processorMs()) - spent);
    }
    const seconds = (Date.now() - settled) / 1000;
    const tasks = (await endRecording(address)).filter(({ start }) => start > 2000);
    const after = await heap();
    const over50 = (by: 'duration' | 'processor'): number => tasks.filter((task) => task[by] > 50).length;
    const longest = (by: 'duration' | 'processor'): string => Math.max(...tasks.map((task) => task[by])).toFixed(0);
    console.log(
      `\n${wanted} results through "load more", a hundred a step, CPU at full speed; load of this machine ${loadavg()[0]?.toFixed(1)}\n`,
    );
    printTable(
      ['what', 'figure', 'goal'],
      [
        ['tasks over 50 ms after the page had come', String(over50('duration')), '0'],
        ['longest task, ms', longest('duration'), '50'],
        ['the same by the processor', `${over50('processor')}; ${longest('processor')} ms`, '0; 50 ms'],
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
  if (!process.argv.includes('--more-only')) await measurePages(browser);
  if (!process.argv.includes('--page-only')) await measureMore(browser);
} finally {
  await browser.close();
}
