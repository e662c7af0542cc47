// Each layout of the indicators as a visitor on a slow machine and line meets it, beside the goals of the budget. Needs
// `npm run build`. Arguments: `--runs N` (5). On a busy machine only the figures of bytes, shift and processor hold.
import { loadavg } from 'node:os';
import type { Browser } from 'playwright';
import { type Conditions, freshPage, launchChromium } from './support/chromium.js';
import { recordTasks } from './support/main-thread.js';
import { printTable } from './support/table.js';
import { openTilePark } from './support/tile-park.js';

const SLOW: Conditions = { cpu: 4, bitsPerSecond: 1_600_000, roundTripMs: 150 };
const LAYOUTS: Readonly<Record<string, string>> = {
  tiles:
    'codes="achievements-published projects-landed high-value-patents-per-10000 hightech-firms tech-smes provincial-specialised-firms carriers-added top-talents transfer-fund"',
  all: 'placeholders="26"',
  compact: 'layout="compact" codes="achievements-published projects-landed hightech-firms top-talents"',
  table: 'layout="table" placeholders="26"',
  board: 'layout="board" heading="行动方案指标" appearance="dark" placeholders="26"',
};

interface Seen {
  figures?: number;
  complete?: number;
  shift: number;
  readonly moved: string[];
}

declare global {
  interface Window {
    seen: Seen;
  }
}

/** Runs in the page before its own scripts. */
function watch(): void {
  const seen: Seen = { shift: 0, moved: [] };
  window.seen = seen;
  type Shift = PerformanceEntry & { value: number; sources: readonly { node?: Node }[] };
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as Shift[]) {
      seen.shift += value;
      for (const { node } of sources) if (node) seen.moved.push((node as Element).localName ?? node.nodeName);
    }
  }).observe({ type: 'layout-shift', buffered: true });
  const root = (): ShadowRoot | null | undefined => document.querySelector('yn-kpi-tiles')?.shadowRoot;
  const when = (there: () => unknown, then: (time: number) => void): void => {
    const look = (): void => {
      // After the frame in which it was seen, which is then on the screen
      if (there()) requestAnimationFrame(() => setTimeout(() => then(performance.now())));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  when(
    () => root()?.querySelector('[part=figure], tbody'),
    (time) => (seen.figures = time),
  );
  when(
    () => root()?.querySelector('[part=details-button]'),
    (time) => (seen.complete = time),
  );
}

function page(attributes: string): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>指标</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
<script type="module" src="/embed/yuniao.js"></script>
<h1>指标完成情况</h1>
<yn-kpi-tiles class="${attributes.includes('compact') ? 'strip' : ''}" api="/" ${attributes}></yn-kpi-tiles>
<p>下文</p>`;
}

/** As the manual advises: room until the script is there. */
const STYLE = `yn-kpi-tiles:not(:defined) { display: block; min-height: 100vh }
yn-kpi-tiles.strip:not(:defined) { min-height: 16em }`;

const flag = process.argv.indexOf('--runs');
const runs = flag < 0 ? 5 : Number(process.argv[flag + 1]);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

interface Run {
  readonly figures: number;
  readonly complete: number;
  readonly blocking: number;
  /** The same, and the longest task, by the processor, which hardly changes with what else the machine does. */
  readonly blockingProcessor: number;
  readonly longest: number;
  readonly shift: number;
  readonly processor: number;
  readonly bytes: number;
  readonly moved: readonly string[];
}

async function visit(browser: Browser, url: string): Promise<Run> {
  const { page: tab, cdp, bytes, processorMs, close } = await freshPage(browser, SLOW, watch);
  try {
    const endRecording = await recordTasks(cdp);
    await tab.goto(url, { waitUntil: 'commit' });
    await tab.waitForFunction(() => window.seen.complete !== undefined);
    const processor = await processorMs();
    await tab.waitForLoadState('networkidle');
    const { figures = Number.NaN, complete = Number.NaN, shift, moved } = await tab.evaluate(() => window.seen);
    const tasks = await endRecording(url);
    const over50 = (by: 'duration' | 'processor'): number =>
      tasks.reduce((sum, task) => sum + Math.max(0, task[by] - 50), 0);
    return {
      figures,
      complete,
      shift,
      blocking: over50('duration'),
      blockingProcessor: over50('processor'),
      longest: Math.max(...tasks.map((task) => task.processor)),
      processor,
      bytes: bytes(),
      moved: [...new Set(moved)],
    };
  } finally {
    await close();
  }
}

const park = await openTilePark(['demo/sample/indicators.jsonl'], {
  'page.css': STYLE,
  ...Object.fromEntries(Object.entries(LAYOUTS).map(([name, attributes]) => [`${name}.html`, page(attributes)])),
});
const browser = await launchChromium();
try {
  const rows: string[][] = [];
  for (const name of Object.keys(LAYOUTS)) {
    const url = `${park.url}/${name}.html`;
    await visit(browser, url); // the platform warms up, the page does not: each run has a profile of its own
    const all: Run[] = [];
    for (let run = 0; run < runs; run += 1) all.push(await visit(browser, url));
    const of = (figure: Exclude<keyof Run, 'moved'>, digits = 0): string =>
      median(all.map((each) => each[figure])).toFixed(digits);
    rows.push([
      name,
      of('figures'),
      of('complete'),
      of('blocking'),
      of('blockingProcessor'),
      of('longest'),
      of('shift', 4),
      all
        .flatMap(({ moved }) => moved)
        .filter((each, at, list) => list.indexOf(each) === at)
        .join(' '),
      of('processor'),
      (median(all.map(({ bytes }) => bytes)) / 1000).toFixed(1),
    ]);
  }
  console.log(
    `\n${park.indicators} indicators, CPU ${SLOW.cpu} times slower, 1.6 Mbit/s, 150 ms round trips, medians of ${runs} cold runs; load of this machine ${loadavg()[0]?.toFixed(1)}\n`,
  );
  printTable(
    [
      'layout',
      'figures visible, ms (goal 1,000)',
      'trends and buttons, ms',
      'blocking, ms (goal 20)',
      'the same by the processor, ms',
      'longest task by the processor, ms',
      'layout shift (goal 0.01)',
      'what moved',
      'processor at full speed, ms',
      'KB',
    ],
    rows,
  );
} finally {
  await browser.close();
  await park.close();
}
