import { readFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { launchChromium } from './support/chromium.js';
const root = process.cwd() + '/';
const items = readFileSync(`${root}demo/sample/indicators.jsonl`, 'utf8').trim().split('\n').map((l, i) => ({ ...JSON.parse(l), id: `ind_${i}`, createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' }));
const CODES = items.slice(0, 6).map(({ code }: any) => code);
let release: (() => void) | undefined;
const server = createServer(({ url = '/' }, response) => {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  if (pathname.startsWith('/cdn/') && existsSync(root + pathname.slice(1))) response.setHeader('content-type', 'text/javascript').end(readFileSync(root + pathname.slice(1)));
  else if (pathname.startsWith('/api/v1/')) {
    const codes = searchParams.get('code')?.split(',');
    release = () => { const found = items.filter((e: any) => codes?.includes(e.code) ?? true); response.setHeader('content-type', 'application/json').end(JSON.stringify({ items: found, total: found.length, facets: [], asOf: '2026-01-01T00:00:00Z', source: '示例平台' })); };
  } else response.setHeader('content-type', 'text/html').end(`<!doctype html><html lang="${searchParams.get('lang')}"><meta charset="utf-8"><script type="module" src="/cdn/yuniao.js"></script><h1>指标</h1><yn-kpi-tiles api="/" ${searchParams.get('attributes')}></yn-kpi-tiles><p>下文</p>`);
});
await new Promise<void>((r) => server.listen(0, '127.0.0.1', r));
const browser = await launchChromium();
const only = process.argv[2];
const layouts = ['', 'size="small"', 'size="large"', 'layout="compact"', 'layout="table"', 'layout="board"'];
for (const number of [`codes="${CODES.join(' ')}"`, 'placeholders="26"']) for (const layout of layouts) for (const [lang, width] of [['zh-CN', 1280], ['zh-CN', 360], ['en', 1280], ['en', 360]] as const) {
  if (only && !`${layout} ${number} ${lang} ${width}`.includes(only)) continue;
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(`http://127.0.0.1:${(server.address() as any).port}/?${new URLSearchParams({ attributes: `${layout} ${number}`, lang })}`);
  await page.waitForFunction(() => document.querySelector('yn-kpi-tiles')?.shadowRoot?.querySelector('.stalled'));
  await page.waitForTimeout(200);
  await page.evaluate(() => {
    (window as any).log = []; (window as any).sum = 0;
    new PerformanceObserver((list) => { for (const e of list.getEntries() as any[]) { (window as any).sum += e.value; (window as any).log.push([e.value.toFixed(4), Math.round(e.startTime), ...e.sources.map((s: any) => { const n = s.node; const r = (x: any) => [x.x, x.y, x.width, x.height].map(Math.round).join(','); return `${n?.localName ?? n?.nodeName}.${n?.className?.baseVal ?? n?.className ?? ''}${n?.nodeType === 3 ? ':' + n.data.trim().slice(0, 20) : ''} ${r(s.previousRect)} -> ${r(s.currentRect)}`; })]); } }).observe({ type: 'layout-shift' });
  });
  release?.();
  await page.locator('yn-kpi-tiles').locator('dialog').waitFor({ state: 'attached' });
  await page.waitForTimeout(100);
  const { sum, log } = await page.evaluate(() => ({ sum: (window as any).sum, log: (window as any).log }));
  console.log(sum > 0.01 ? 'BAD' : 'ok ', sum.toFixed(4), layout, number.slice(0, 12), lang, width);
  if (sum > 0.002) for (const l of log) console.log('     ', JSON.stringify(l));
  await page.close();
}
await browser.close(); server.close();
