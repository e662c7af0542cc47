import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Achievement } from '../../../src/domain/achievement.js';
import { Indexer } from '../../../src/server/index/indexer.js';
import { openStore } from '../../../src/server/store/index.js';
import type { StoreOptions } from '../../../src/server/store/store.js';
import { startChild } from '../../support/child.js';
import { createPgliteFolder } from '../../support/pglite.js';
import { postgresIsMissing, startPostgres } from '../../support/postgres.js';
import { temporaryFolder } from '../../support/stores.js';

const CHILD = new URL('./support/indexing-child.ts', import.meta.url);
const WORDS = ['电池', '光伏', '钙钛矿', '催化', '薄膜', '传感'];
const ROUNDS = 3;
/** Six starts of a process with its database take their time on a busy machine. */
const TIMEOUT_MS = 240_000;

/** Starts the platform's store and index on what a killed process left, and holds the answers against the records. */
async function compareWithScan(place: StoreOptions, indexDir: string): Promise<'opened' | 'built' | undefined> {
  const store = await openStore(place);
  const indexer = new Indexer({
    store,
    logger: pino({ level: 'silent' }),
    indexDir,
    pollMs: 600_000,
    quietMs: 600_000,
  });
  try {
    await indexer.start();
    const records = (await store.scanRecords('achievement', undefined, 1_000)) as Achievement[];
    const published = records.filter(({ status }) => status === 'published');
    for (const word of ['', ...WORDS]) {
      const expected = published.filter(({ title }) => title['zh-CN']?.includes(word)).map(({ id }) => id);
      expect(await findAll(indexer, word)).toEqual({ ids: expected.toSorted(), total: expected.length });
    }
    return (await indexer.status()).achievement?.origin;
  } finally {
    await indexer.close();
    await store.close();
  }
}

/** Every strict match, page by page. */
async function findAll(indexer: Indexer, q: string): Promise<{ ids: string[]; total: number | undefined }> {
  const ids: string[] = [];
  let cursor: string | undefined;
  let total: number | undefined;
  do {
    const page = await indexer.index('achievement')?.search({ q, limit: 70, ...(cursor !== undefined && { cursor }) });
    const strict = page?.hits.filter(({ relaxed }) => !relaxed) ?? [];
    ids.push(...strict.map(({ id }) => id));
    total ??= page?.total;
    cursor = strict.length > 0 ? page?.nextCursor : undefined;
  } while (cursor !== undefined);
  return { ids: ids.toSorted(), total };
}

/** Kills a process in the midst of its work, round after round, each time at another moment. */
async function killAndCompare(place: StoreOptions, indexDir: string): Promise<void> {
  const origins = [];
  let step = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const child = startChild(CHILD, [place.databaseUrl ?? place.dataDir ?? '', indexDir, String(step)]);
    // Killed at once when a file is half written, or at any moment of the next changes
    for (let line = 0; line < 4; line += 1) await child.nextLine();
    const draft = join(indexDir, 'achievement.index.new');
    const patience = performance.now() + Math.random() * 200;
    await expect.poll(() => existsSync(draft) || performance.now() > patience, { interval: 0 }).toBe(true);
    await child.kill();
    step += 100;
    origins.push(await compareWithScan(place, indexDir));
  }
  expect(origins).toContain('opened');
}

describe('an index whose process is killed', () => {
  const root = temporaryFolder();
  const promise = 'answers as the records say, wherever in storing, indexing or saving the process was';

  it(
    `${promise}, on pglite`,
    async () => {
      const dataDir = join(root(), 'data');
      await createPgliteFolder(join(dataDir, 'pgdata'));
      await killAndCompare({ dataDir }, join(root(), 'index'));
    },
    TIMEOUT_MS,
  );

  it.skipIf(postgresIsMissing)(
    `${promise}, on postgres`,
    async () => {
      const server = await startPostgres();
      try {
        await killAndCompare({ databaseUrl: await server.createDatabase() }, join(root(), 'index-of-server'));
      } finally {
        await server.stop();
      }
    },
    TIMEOUT_MS,
  );
});
