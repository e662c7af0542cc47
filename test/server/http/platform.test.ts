import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Platform, PlatformOptions } from '../../../src/server/platform.js';
import type { Store } from '../../../src/server/store/store.js';
import { openTestStore } from '../../support/stores.js';
import { achievement, recordingLogger, startQuietly } from './support.js';

/** A promise that is settled from outside. */
function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

let database: Store;
beforeAll(async () => {
  database = await openTestStore();
  await database.putRecords([achievement('a')]);
});
afterAll(() => database.close());

/** The one database of this file, as a store of its own that `changes` make behave differently. */
function storeWith(changes: Partial<Store> = {}): Store {
  return { ...database, close: () => Promise.resolve(), ...changes };
}

const running: Platform[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((platform) => platform.close()));
});

async function start(options: PlatformOptions): Promise<Platform> {
  const platform = await startQuietly(options);
  running.push(platform);
  return platform;
}

describe('a platform that starts', () => {
  it('listens at once, and says until the index is built that it is not ready', async () => {
    const gate = deferred();
    const announced = deferred();
    let url = '';
    const slow = storeWith({
      announce: async (address) => {
        url = address;
        announced.resolve();
      },
      scanRecords: async (...args) => {
        await gate.promise;
        return database.scanRecords(...args);
      },
    });
    const starting = start({ store: slow });
    await announced.promise;
    const health = await fetch(`${url}/healthz`);
    expect(health.status).toBe(503);
    expect(await health.json()).toMatchObject({ status: 'starting', engine: 'pglite' });
    const list = await fetch(`${url}/api/v1/achievements`);
    expect([list.status, list.headers.get('retry-after')]).toEqual([503, '1']);
    gate.resolve();
    await starting;
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/api/v1/achievements`)).status).toBe(200);
  });

  it('says what is wrong when its port is taken, and lets go of its store', async () => {
    const first = await start({ store: storeWith() });
    let closed = false;
    const watched = storeWith({
      close: () => {
        closed = true;
        return Promise.resolve();
      },
    });
    await expect(start({ store: watched, port: Number(new URL(first.url).port) })).rejects.toThrow(/in use.*port/i);
    expect(closed).toBe(true);
  });

  it('logs that any origin may read while no site is registered', async () => {
    const { logger, lines } = recordingLogger();
    await start({ store: storeWith(), logger });
    expect(lines.join('')).toMatch(/pages of any origin may read/);
  });

  it('serves a website at / and the bundle at /embed/ to any origin', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yuniao-www-'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>园区</title>');
    writeFileSync(join(folder, 'yuniao.js'), 'export {};');
    try {
      const platform = await start({ store: storeWith(), www: folder, cdnDir: folder });
      const page = await fetch(platform.url);
      expect(await page.text()).toContain('园区');
      expect(page.headers.get('content-security-policy')).toMatch(
        /script-src 'self';.*require-trusted-types-for 'script'/,
      );
      const script = await fetch(`${platform.url}/embed/yuniao.js`, { headers: { origin: 'https://park.example' } });
      expect(script.headers.get('access-control-allow-origin')).toBe('*');
      expect(script.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      expect(script.headers.get('cache-control')).toMatch(/^public, max-age=\d{2,3},/);
      expect((await fetch(`${platform.url}/embed/nothing.js`)).status).toBe(404);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('a platform that runs', () => {
  it('tells of a database that is gone', async () => {
    const store = storeWith({ ping: () => Promise.reject(new Error('password=hush')) });
    const platform = await start({ store });
    const response = await fetch(`${platform.url}/healthz`);
    expect(response.status).toBe(503);
    const body = await response.text();
    expect(JSON.parse(body)).toMatchObject({ status: 'unavailable', reason: 'The database does not answer.' });
    expect(body).not.toContain('hush');
  });

  it('tells of an index that does not fit the memory it may take', async () => {
    const platform = await start({ store: storeWith(), maxIndexBytes: 1 });
    const response = await fetch(`${platform.url}/healthz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      status: 'unavailable',
      reason: expect.stringContaining('Raise maxIndexBytes'),
    });
    expect((await fetch(`${platform.url}/api/v1/achievements`)).status).toBe(503);
    expect((await fetch(`${platform.url}/api/v1/achievements/a`)).status).toBe(200);
  });

  it('answers 500 without a word about its inside, and logs what happened under the same id', async () => {
    const { logger, lines } = recordingLogger();
    const broken = storeWith({ getRecord: () => Promise.reject(new Error('relation "records" is broken')) });
    const platform = await start({ store: broken, logger });
    const response = await fetch(`${platform.url}/api/v1/achievements/x`, { headers: { 'x-request-id': 'case-7' } });
    expect(response.status).toBe(500);
    const body = await response.text();
    expect(body).not.toMatch(/relation|records|Error|at /);
    expect(JSON.parse(body)).toMatchObject({ type: 'urn:problem-type:yuniao:internal-error', requestId: 'case-7' });
    expect(lines.filter((line) => line.includes('case-7') && line.includes('relation'))).toHaveLength(1);
  });

  it('limits what comes through a proxy by the address that the proxy saw', async () => {
    const platform = await start({ store: storeWith(), rateLimit: { perSecond: 1, burst: 2 } });
    const ask = (from: string): Promise<Response> =>
      fetch(`${platform.url}/api/v1/achievements?limit=0`, { headers: { 'x-forwarded-for': from } });
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await ask('203.0.113.9')).status);
    expect(statuses).toEqual([200, 200, 429]);
    const refused = await ask('203.0.113.9');
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    expect((await ask('203.0.113.10')).status).toBe(200);
  });
});

describe('a platform that stops', () => {
  it('finishes a request that is under way, takes no new one, then closes its store', async () => {
    const asked = deferred();
    const gate = deferred();
    const events: string[] = [];
    const slow = storeWith({
      getRecord: async (...args) => {
        asked.resolve();
        await gate.promise;
        events.push('record read');
        return database.getRecord(...args);
      },
      close: () => {
        events.push('store closed');
        return Promise.resolve();
      },
    });
    const platform = await start({ store: slow });
    const pending = fetch(`${platform.url}/api/v1/achievements/a`).then(async (response) => {
      await response.json();
      return response.status;
    });
    await asked.promise;
    const stopped = platform.close();
    await expect(fetch(`${platform.url}/healthz`)).rejects.toThrow();
    gate.resolve();
    expect(await pending).toBe(200);
    await stopped;
    expect(events).toEqual(['record read', 'store closed']);
  });

  it('does not wait for connections that are idle, nor longer than the deadline for those that are not', async () => {
    const platform = await start({ store: storeWith(), shutdownMs: 50 });
    await (await fetch(`${platform.url}/healthz`)).json();
    const { hostname, port } = new URL(platform.url);
    const socket = connect(Number(port), hostname);
    const cut = new Promise<void>((resolve) => socket.on('close', () => resolve()));
    socket.on('error', () => undefined);
    await new Promise<void>((resolve) => socket.write('POST /healthz HTTP/1.1\r\nHost: x\r\n', () => resolve()));
    await platform.close();
    await cut;
    expect(socket.destroyed).toBe(true);
  });

  it('may be stopped twice', async () => {
    const platform = await start({ store: storeWith() });
    await Promise.all([platform.close(), platform.close()]);
    await expect(fetch(platform.url)).rejects.toThrow();
  });
});
