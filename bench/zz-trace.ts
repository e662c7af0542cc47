import { freshPage, launchChromium } from './support/chromium.js';
import { openTilePark } from './support/tile-park.js';
const STYLE = `yn-kpi-tiles:not(:defined) { display: block; min-height: 100vh }
yn-kpi-tiles.strip:not(:defined) { min-height: 16em }`;
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
<h1>指标完成情况</h1><yn-kpi-tiles class="${a.includes('compact') ? 'strip' : ''}" api="/" ${a}></yn-kpi-tiles><p>下文</p>`;
const which = process.argv[2] === 'zz-trace' ? process.argv[3] : process.argv[2];
const park = await openTilePark(['demo/sample/indicators.jsonl'], {
  'page.css': STYLE,
  'p.html': page(LAYOUTS[which ?? 'tiles'] ?? ''),
});
const browser = await launchChromium();
for (let run = 0; run < 2; run += 1) {
  const {
    page: tab,
    cdp,
    close,
  } = await freshPage(browser, { cpu: 4, bitsPerSecond: 1_600_000, roundTripMs: 150 }, () => {});
  const events: any[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: [
        'toplevel',
        'devtools.timeline',
        'disabled-by-default-devtools.timeline',
        'blink.user_timing',
        'v8',
        'loading',
        'disabled-by-default-v8.compile',
      ],
    },
  });
  await tab.goto(`${park.url}/p.html`, { waitUntil: 'commit' });
  await tab.waitForTimeout(2500);
  const done = new Promise((r) => cdp.once('Tracing.tracingComplete', r));
  await cdp.send('Tracing.end');
  await done;
  if (run === 1) {
    const begin = events.find(
      (e) => e.name === 'navigationStart' && e.args.data?.documentLoaderURL?.startsWith(park.url),
    );
    const main = events
      .filter((e) => e.pid === begin.pid && e.tid === begin.tid && e.ph === 'X' && e.ts >= begin.ts)
      .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
    const min = 4000;
    const stack: any[] = [];
    for (const e of main) {
      while (stack.length && stack.at(-1).ts + stack.at(-1).dur <= e.ts) stack.pop();
      if ((e.dur ?? 0) < min) continue;
      const d = e.args?.data ?? {};
      const extra = [
        d.url,
        d.functionName,
        d.fileName,
        d.elementCount ?? e.args?.elementCount,
        e.args?.beginData?.dirtyObjects,
        e.args?.beginData?.totalObjects,
      ]
        .filter((x) => x !== undefined)
        .join(' ');
      console.log(
        ((e.ts - begin.ts) / 1000).toFixed(0).padStart(6),
        '  '.repeat(stack.length),
        e.name,
        (e.dur / 1000).toFixed(1),
        `cpu ${((e.tdur ?? 0) / 1000).toFixed(1)}`,
        extra,
      );
      stack.push(e);
    }
    const req = events.filter((e) => e.name === 'ResourceSendRequest' || e.name === 'ResourceFinish');
    const urls: Record<string, string> = {};
    for (const e of req) {
      const d = e.args.data;
      if (d.url) urls[d.requestId] = d.url;
      console.log(
        ((e.ts - begin.ts) / 1000).toFixed(0).padStart(6),
        e.name,
        (urls[d.requestId] ?? '').replace(park.url, ''),
        d.encodedDataLength ?? '',
      );
    }
  }
  await close();
}
await browser.close();
await park.close();
