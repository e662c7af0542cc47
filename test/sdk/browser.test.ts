// What only a real browser decides: preflights, origins, being offline, request bodies sent twice.
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/browser.mjs';
import type * as Sdk from '../../src/sdk/index.js';
import type * as TransportModule from '../../src/sdk/transport.js';
import { bundle } from '../package/bundle.js';
import { envelope } from './fake-fetch.js';

/** In the page: everything that the bundle exports. */
declare const sdk: typeof Sdk & typeof TransportModule;

/** The strictest policy under which a partner's page may run the script. */
const POLICY = "default-src 'none'; script-src 'self'; connect-src *; require-trusted-types-for 'script'";
const PAGE = '<!doctype html><title>Park</title><script type="module" src="/page.js"></script>';
const PAGE_SCRIPT = "import * as sdk from '/entry.js'; globalThis.sdk = sdk;";
const repository = fileURLToPath(new URL('../../', import.meta.url));

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly key: string | string[] | undefined;
  readonly body: string;
}

let browser: Browser;
let page: Page;
let platform: Server;
let site: Server;
let api: string;
let received: Received[];
let answer: RequestListener;
let faults: string[];

beforeAll(async () => {
  const [{ path, env }, { files }] = await Promise.all([
    findBrowser(),
    bundle(repository, `export * from './src/sdk/index.ts'; export * from './src/sdk/transport.ts';`),
  ]);
  platform = createServer(async (request, response) => {
    received.push({
      method: request.method,
      url: request.url,
      key: request.headers['idempotency-key'],
      body: await textOf(request),
    });
    answer(request, response);
  });
  site = createServer((request, response) => {
    response.setHeader('content-security-policy', POLICY);
    if (request.url === '/') response.setHeader('content-type', 'text/html').end(PAGE);
    else if (request.url === '/page.js') response.setHeader('content-type', 'text/javascript').end(PAGE_SCRIPT);
    else if (files.has(request.url ?? ''))
      response.setHeader('content-type', 'text/javascript').end(files.get(request.url ?? ''));
    else
      response.setHeader('content-type', 'application/json').end(JSON.stringify(envelope({ source: 'same origin' })));
  });
  api = await listen(platform);
  browser = await chromium.launch({
    executablePath: path,
    env: { ...(process.env as Record<string, string>), ...env },
  });
  page = await browser.newPage();
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(await listen(site));
}, 60_000);

afterAll(async () => {
  await browser?.close();
  for (const server of [platform, site]) {
    server?.close();
    server?.closeAllConnections();
  }
});

beforeEach(() => {
  received = [];
  faults = [];
  answer = (_, response) => {
    response.setHeader('access-control-allow-origin', '*').end(JSON.stringify(envelope()));
  };
});

async function listen(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

/** Name and code of the error that a search in the page ends with. */
function failureOfSearch(baseUrl: string): Promise<{ name: string; code: string }> {
  return page.evaluate(async (address) => {
    try {
      await sdk.createClient({ baseUrl: address, retries: 0 }).achievements.list();
    } catch (error) {
      const { name, code } = error as { name: string; code: string };
      return { name, code };
    }
    throw new Error('expected a failure');
  }, baseUrl);
}

describe('in a page of another origin', () => {
  it('a search is one plain request: no preflight, no complaint of a strict policy', async () => {
    const total = await page.evaluate(async (baseUrl) => {
      const client = sdk.createClient({ baseUrl, siteKey: 'pk_1', lang: 'zh-CN' });
      return (await client.achievements.list({ q: '电池', facets: ['field'] })).total;
    }, api);
    expect(total).toBe(2);
    expect(received.map(({ method }) => method)).toEqual(['GET']);
    expect(received[0]?.url).toContain('siteKey=pk_1');
    expect(faults).toEqual([]);
  });

  it('a platform that does not allow the origin is a NetworkError', async () => {
    answer = (_, response) => response.end(JSON.stringify(envelope()));
    expect(await failureOfSearch(api)).toEqual({ name: 'NetworkError', code: 'network' });
  });

  it('a device without network is told so', async () => {
    await page.context().setOffline(true);
    const failure = failureOfSearch(api).finally(() => page.context().setOffline(false));
    expect(await failure).toEqual({ name: 'NetworkError', code: 'offline' });
  });

  it('a write is sent again with its whole body and the same key', async () => {
    answer = (request, response) => {
      response.setHeader('access-control-allow-origin', '*').setHeader('access-control-allow-headers', '*');
      const writes = received.filter(({ method }) => method === 'POST').length;
      response.statusCode = request.method === 'OPTIONS' ? 204 : writes === 1 ? 503 : 201;
      response.end(request.method === 'OPTIONS' ? undefined : '{"receipt":"r1"}');
    };
    const receipt = await page.evaluate(async (baseUrl) => {
      const options = { idempotencyKey: 'key-1' };
      return sdk.createTransport({ baseUrl }).post('demands', { title: '需求' }, (data) => data, options);
    }, api);
    expect(receipt).toEqual({ receipt: 'r1' });
    const writes = received.filter(({ method }) => method === 'POST');
    expect(writes.map(({ key, body }) => [key, body])).toEqual([
      ['key-1', '{"title":"需求"}'],
      ['key-1', '{"title":"需求"}'],
    ]);
  });

  it('an abort ends the call as an AbortError', async () => {
    answer = () => undefined;
    const name = await page.evaluate(async (baseUrl) => {
      const controller = new AbortController();
      const hooks = { onRequest: () => queueMicrotask(() => controller.abort()) };
      try {
        await sdk.createClient({ baseUrl, hooks }).achievements.list({}, { signal: controller.signal });
      } catch (error) {
        return sdk.isAbortError(error) && (error as Error).name;
      }
      return 'no failure';
    }, api);
    expect(name).toBe('AbortError');
  });
});

describe("in a page of the platform's own origin", () => {
  it.each(['', '/'])('baseUrl %j is that origin', async (baseUrl) => {
    const source = await page.evaluate(async (address) => {
      return (await sdk.createClient({ baseUrl: address }).achievements.list()).source;
    }, baseUrl);
    expect(source).toBe('same origin');
  });
});
