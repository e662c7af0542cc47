// A form alone on a page, as a visitor on a slow machine and line meets it, beside the goals of the budget. Needs
// `npm run build`. Arguments: `--runs N` (5). On a busy machine only bytes, shift and processor hold.
import { loadavg } from 'node:os';
import type { Browser } from 'playwright';
import { type Conditions, freshPage, launchChromium } from './support/chromium.js';
import { recordTasks } from './support/main-thread.js';
import { openPark } from './support/park.js';
import { printTable } from './support/table.js';

const SLOW: Conditions = { cpu: 4, bitsPerSecond: 1_600_000, roundTripMs: 150 };
const FORMS = {
  'demand form': '<yn-demand-form api="/"></yn-demand-form>',
  'demand form, every field': '<yn-demand-form api="/" variant="full"></yn-demand-form>',
  'achievement form': '<yn-achievement-form api="/"></yn-achievement-form>',
  'enquiry form': '<yn-enquiry-form api="/"></yn-enquiry-form>',
} as const;

interface Run {
  /** When the first field could be typed in. */
  readonly ready: number;
  readonly blocking: number;
  readonly processor: number;
  readonly shift: number;
  readonly bytes: number;
}

const at = process.argv.indexOf('--runs');
const runs = at < 0 ? 5 : Number(process.argv[at + 1]);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Runs in the page before its own scripts. It looks once a frame, which costs next to nothing. */
function watchForm(): void {
  const state = window as typeof window & { shift: number };
  state.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) state.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = (): void => {
    const form = document.querySelector('yn-demand-form, yn-achievement-form, yn-enquiry-form');
    const field = form?.shadowRoot?.querySelector('.sections .input');
    if (!field || getComputedStyle(field).visibility !== 'visible') requestAnimationFrame(look);
    else
      requestAnimationFrame(() =>
        setTimeout(() => {
          window.tell?.(JSON.stringify({ ready: performance.now() }));
        }),
      );
  };
  requestAnimationFrame(look);
}

async function visit(browser: Browser, url: string): Promise<Run> {
  const { page, cdp, bytes, told, close } = await freshPage(browser, SLOW, watchForm);
  try {
    const endRecording = await recordTasks(cdp);
    const [ready] = await Promise.all([told('ready'), page.goto(url, { waitUntil: 'commit' })]);
    await page.waitForLoadState('networkidle');
    const tasks = await endRecording(url);
    const shift = await page.evaluate(() => (window as typeof window & { shift: number }).shift);
    return {
      ready,
      blocking: tasks.reduce((sum, { processor }) => sum + Math.max(0, processor - 50), 0),
      processor: tasks.reduce((sum, { processor }) => sum + processor, 0),
      shift,
      bytes: bytes(),
    };
  } finally {
    await close();
  }
}

function pageOf(tag: string): string {
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>表单</title>
    <script type="module" src="/embed/yuniao.js"></script>
  </head>
  <body>
    ${tag}
  </body>
</html>`;
}

const browser = await launchChromium();
const pages = Object.entries(FORMS).map(([name, tag], index) => ({ name, file: `form-${index}.html`, tag }));
const park = await openPark([], Object.fromEntries(pages.map(({ file, tag }) => [file, pageOf(tag)])));
try {
  console.log(
    `CPU ${SLOW.cpu}× slower, 1.6 Mbit/s, 150 ms round trips, cold, medians of ${runs}; load of this machine ${loadavg()[0]?.toFixed(1)}\n`,
  );
  const rows: string[][] = [];
  for (const { name, file } of pages) {
    const measured: Run[] = [];
    for (let run = 0; run < runs; run += 1) measured.push(await visit(browser, `${park.url}/${file}`));
    const of = (what: keyof Run): number => median(measured.map((each) => each[what]));
    rows.push([
      name,
      of('ready').toFixed(0),
      of('blocking').toFixed(0),
      of('processor').toFixed(0),
      of('shift').toFixed(4),
      (of('bytes') / 1000).toFixed(1),
    ]);
  }
  printTable(
    ['form', 'fields usable, ms', 'blocking (processor), ms', 'processor, ms', 'layout shift', 'bytes, KB'],
    [...rows, ['goal', '900', '60', '', '0.01', '']],
  );
} finally {
  await park.close();
  await browser.close();
}
