import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { onTestFinished } from 'vitest';
import { findBrowser } from '../../scripts/browser.mjs';
import type { DeskSubmission } from '../../src/domain/desk.js';
import { type Client, createClient } from '../../src/sdk/index.js';
import { run } from '../cli/support.js';
import { bundle } from '../package/bundle.js';
import { type Child, startChild } from '../support/child.js';
import { createPgliteFolder } from '../support/pglite.js';

/** What a careful page allows: its own scripts, and data of the platform. */
const POLICY =
  "default-src 'none'; script-src 'self'; connect-src *; require-trusted-types-for 'script'; trusted-types lit-html";
const repository = join(import.meta.dirname, '../..');

/** A partner's website with the demand form in it, and at `/status` what became of a submission. */
export interface PartnerSite {
  readonly origin: string;
  /** Opens a visit: a browser context that keeps what it stores until the test ends. */
  visit(attributes: string): Promise<Page>;
  close(): Promise<void>;
}

export async function openPartnerSite(): Promise<PartnerSite> {
  const [{ path, env }, { files }] = await Promise.all([
    findBrowser(),
    bundle(
      repository,
      `import './src/elements/demand-form/define.ts'; import './src/elements/submission-status/define.ts';`,
    ),
  ]);
  const browser: Browser = await chromium.launch({
    executablePath: path,
    env: { ...(process.env as Record<string, string>), ...env },
  });
  const server: Server = createServer(({ url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const script = files.get(pathname);
    const tag = pathname === '/status' ? 'yn-submission-status' : 'yn-demand-form';
    if (script !== undefined) response.setHeader('content-type', 'text/javascript').end(script);
    else
      response.setHeader('content-type', 'text/html').setHeader('content-security-policy', POLICY)
        .end(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>园区</title>
          <script type="module" src="/entry.js"></script>
          <${tag} ${searchParams.get('attributes') ?? ''}></${tag}>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    visit: async (attributes) => {
      const context = await browser.newContext();
      onTestFinished(() => context.close());
      // Of a busy machine, which has a challenge to solve too
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      await page.goto(`${origin}/?${new URLSearchParams({ attributes }).toString()}`);
      return page;
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** A platform in a process of its own, which a test may kill and start again. */
export class PlatformChild {
  readonly data: string = mkdtempSync(join(tmpdir(), 'yuniao-form-'));
  url = '';
  #token = '';
  #process?: Child;

  /** @param prepare commands to run on its data before it starts */
  static async start(prepare?: (data: string) => Promise<void>): Promise<PlatformChild> {
    const platform = new PlatformChild();
    const { data } = platform;
    await createPgliteFolder(join(data, 'pgdata'));
    const made = await run(['token', 'create', '--label', 'Office', '--scope', 'desk', '--data', data]);
    platform.#token = made.out.trim();
    await prepare?.(data);
    await platform.restart();
    return platform;
  }

  async restart(): Promise<void> {
    const port = this.url === '' ? '0' : new URL(this.url).port;
    const program = new URL('../../src/cli/main.ts', import.meta.url);
    this.#process = startChild(program, ['serve', '--port', port, '--data', this.data, '--name', '示例平台']);
    this.url = /http:\/\/127\.0\.0\.1:\d+/.exec(await this.#process.nextLine())?.[0] ?? '';
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    await this.#process?.kill();
  }

  async end(): Promise<void> {
    await this.kill();
    rmSync(this.data, { recursive: true, force: true });
  }

  get client(): Client {
    return createClient({ baseUrl: this.url });
  }

  /** Returns a submission as its office does, with what is to be changed. */
  async sendBack(reference: string, note: string): Promise<void> {
    const desk = this.client.desk(this.#token);
    const { version } = await desk.get(reference);
    await desk.transition(reference, { to: 'returned', version, note });
  }

  /** Everything with `title` that has arrived, as its office sees it. */
  async received(title: string): Promise<readonly DeskSubmission[]> {
    const desk = this.client.desk(this.#token);
    const { items } = await desk.list({ limit: 100 });
    const wanted = items.filter((item) => item.title['zh-CN'] === title);
    return Promise.all(wanted.map(async ({ reference }) => desk.get(reference)));
  }
}
