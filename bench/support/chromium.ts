import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright';
import { findBrowser } from '../../scripts/browser.mjs';

/** How slow the visitor's machine and line are. */
export interface Conditions {
  /** How many times slower than this machine. */
  readonly cpu: number;
  /** Bits a second, both ways. */
  readonly bitsPerSecond?: number;
  /** Of every request, in milliseconds. */
  readonly roundTripMs?: number;
}

/** A page in a browser of its own profile: nothing is cached, nothing is left. */
export interface FreshPage {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** Bytes that came over the line so far, as they were sent. */
  bytes(): number;
  /** JavaScript objects that are held, in bytes, after the rubbish was taken out. */
  heap(): Promise<number>;
  /** Milliseconds of the processor that the page's main thread has taken so far. */
  processorMs(): Promise<number>;
  /**
   * The next time that the page's script tells `what` by `tell('{"what":1}')`. Nothing of the benchmark's own runs in the
   * page for it, as asking the page again and again would.
   */
  told(what: string): Promise<number>;
  close(): Promise<void>;
}

export async function launchChromium(): Promise<Browser> {
  const { path, env } = await findBrowser();
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined));
  return chromium.launch({ executablePath: path, env: { ...(inherited as Record<string, string>), ...env } });
}

/** Opens a page under `conditions`; `script` runs in it before its own. */
export async function freshPage(browser: Browser, conditions: Conditions, script: () => void): Promise<FreshPage> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  // Times of the processor, not of the wall: what else the machine does counts for nothing
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: conditions.cpu });
  const { bitsPerSecond, roundTripMs } = conditions;
  if (bitsPerSecond !== undefined)
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: roundTripMs ?? 0,
      downloadThroughput: bitsPerSecond / 8,
      uploadThroughput: bitsPerSecond / 8,
    });
  const metric = async (wanted: string): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === wanted)?.value ?? 0;
  };
  let received = 0;
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    received += encodedDataLength;
  });
  const listeners = new Map<string, (value: number) => void>();
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', { name: 'tell' });
  cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== 'tell') return;
    for (const [what, value] of Object.entries(JSON.parse(payload) as Record<string, number>))
      listeners.get(what)?.(value);
  });
  await page.addInitScript(script);
  return {
    page,
    cdp,
    bytes: () => received,
    heap: async () => {
      await cdp.send('HeapProfiler.collectGarbage');
      return metric('JSHeapUsedSize');
    },
    processorMs: async () => 1000 * (await metric('TaskDuration')),
    told: (what) =>
      new Promise((resolve) => {
        listeners.set(what, resolve);
      }),
    close: () => context.close(),
  };
}
