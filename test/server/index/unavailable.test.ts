import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createApp } from '../../../src/server/http/app.js';
import { createNodeServer, listen, shutDown } from '../../../src/server/http/node-server.js';
import { RateLimiter } from '../../../src/server/http/rate-limit.js';
import { SiteRegistry } from '../../../src/server/http/sites.js';
import { Indexer } from '../../../src/server/index/indexer.js';
import { createIntake } from '../../../src/server/submissions/intake.js';
import { openTestStore } from '../../support/stores.js';
import { achievement } from '../http/support.js';

const reader = new URL('./support/frail-reader.ts', import.meta.url);

it('asks a visitor to come back while the index is lost, and answers again by itself', async () => {
  const store = await openTestStore();
  await store.putRecords([achievement('a')]);
  const logger = pino({ level: 'silent' });
  const indexer = new Indexer({ store, logger, pollMs: 10, programs: { reader }, searchThreads: 1 });
  const sites = new SiteRegistry(store, logger);
  const rateLimiter = new RateLimiter();
  const intake = createIntake(store, { source: '测试' });
  const services = { store, indexer, logger, sites, rateLimiter, intake, source: '测试', version: '1' };
  const server = createNodeServer(createApp(services), logger);
  try {
    const address = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}`;
    await indexer.start();
    const lost = await fetch(`${address}/api/v1/achievements?q=崩溃`);
    expect([lost.status, lost.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await lost.json()).toMatchObject({ type: 'urn:problem-type:yuniao:search-unavailable' });
    const health = async (): Promise<number> => (await fetch(`${address}/healthz`)).status;
    expect(await health()).toBe(503);
    await expect.poll(health, { timeout: 10_000, interval: 20 }).toBe(200);
    expect((await fetch(`${address}/api/v1/achievements`)).status).toBe(200);
  } finally {
    await shutDown(server, 0);
    await indexer.close();
    await store.close();
  }
});
