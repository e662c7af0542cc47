import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { freshPage, launchChromium } from './support/chromium.js';
import { openTilePark } from './support/tile-park.js';
const STYLE = `yn-kpi-tiles:not(:defined) { display: block; min-height: 100vh }`;
const LAYOUTS: Record<string, string> = {
  tiles:
    'codes="achievements-published projects-landed high-value-patents-per-10000 hightech-firms tech-smes provincial-specialised-firms carriers-added top-talents transfer-fund"',
  all: 'placeholders="26"',
  compact: 'layout="compact" codes="achievements-published projects-landed hightech-firms top-talents"',
  table: 'layout="table" placeholders="26"',
  board: 'layout="board" heading="行动方案指标" appearance="dark" placeholders="26"',
};
const page = (a: string): string => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>指标</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css"><script type="module" src="/embed/yuniao.js"></script>
<h1>指标完成情况</h1><yn-kpi-tiles api="/" ${a}></yn-kpi-tiles><p>下文</p>`;
const which = process.argv[2] ?? 'tiles';
const park = await openTilePark(['demo/sample/indicators.jsonl'], {
  'page.css': STYLE,
  'p.html': page(LAYOUTS[which] ?? ''),
});
const browser = await launchChromium();
const self: Record<string, number> = {};
const incl: Record<string, number> = {};
const RUNS = 3;
const maps = new Map<string, SourceMap>();
const mapFor = (url: string): SourceMap | undefined => {
  const f = /\/embed\/(.*\.js)$/.exec(url)?.[1];
  if (!f) return undefined;
  if (!maps.has(f)) maps.set(f, new SourceMap(JSON.parse(readFileSync(`cdn/${f}.map`, 'utf8'))));
  return maps.get(f);
};
for (let run = 0; run < RUNS; run += 1) {
  const {
    page: tab,
    cdp,
    close,
  } = await freshPage(browser, { cpu: 4, bitsPerSecond: 1_600_000, roundTripMs: 150 }, () => {});
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
  await cdp.send('Profiler.start');
  await tab.goto(`${park.url}/p.html`, { waitUntil: 'commit' });
  await tab.waitForTimeout(1800);
  const { profile } = await cdp.send('Profiler.stop');
  const byId = new Map(profile.nodes.map((n) => [n.id, n]));
  const parent = new Map<number, number>();
  for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id);
  const name = (id: number): string => {
    const { functionName, url, lineNumber, columnNumber } = byId.get(id)!.callFrame;
    const m = mapFor(url)?.findEntry(lineNumber, columnNumber) as any;
    if (!m?.originalSource) return functionName || '(anon)';
    const src = readLine(m);
    return `${m.originalSource.replace(/^.*?(src|node_modules)\//, '')}:${m.originalLine + 1} ${src}`;
  };
  for (let i = 0; i < (profile.samples ?? []).length; i += 1) {
    const id = profile.samples![i]!;
    const dt = (profile.timeDeltas![i] ?? 0) / 1000 / RUNS;
    const own = name(id);
    self[own] = (self[own] ?? 0) + dt;
    const seen = new Set<string>();
    for (let at: number | undefined = id; at !== undefined; at = parent.get(at)) {
      const n = name(at);
      if (!seen.has(n)) {
        seen.add(n);
        incl[n] = (incl[n] ?? 0) + dt;
      }
    }
  }
  await close();
}
function readLine(m: any): string {
  const f = m.originalSource.replace(/^(\.\.\/)*/, '');
  try {
    return readFileSync(f.startsWith('/') ? f : `${f}`, 'utf8')
      .split('\n')
      [m.originalLine]!.trim()
      .slice(0, 60);
  } catch {
    return m.name ?? '';
  }
}
const top = (o: Record<string, number>, n: number): void => {
  for (const [k, v] of Object.entries(o)
    .sort((a, b) => b[1] - a[1])
    .slice(0, n))
    console.log(v.toFixed(1).padStart(7), k);
};
console.log('SELF');
top(self, 35);
console.log('INCL');
top(incl, 60);
await browser.close();
await park.close();
