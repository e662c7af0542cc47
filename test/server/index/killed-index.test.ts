import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Achievement } from '../../../src/domain/achievement.js';
import { Indexer } from '../../../src/server/index/indexer.js';
import { openStore } from '../../../src/server/store/index.js';
import { startChild } from '../../support/child.js';
import { createPgliteFolder } from '../../support/pglite.js';
import { temporaryFolder } from '../../support/stores.js';

const CHILD = new URL('./support/indexing-child.ts', import.meta.url);
const WORDS = ['电池', '光伏', '钙钛矿', '催化', '薄膜', '传感'];
const ROUNDS = 3;
/** Six starts of a process with its database take their time on a busy machine. */
const TIMEOUT_MS = 120_000;

/** Starts the platform's store and index on what a killed process left, and holds the answers against the records. */
async function compareWithScan(folder: string, indexDir: string): Promise<'opened' | 'built' | undefined> {
  const store = await openStore({ dataDir: folder });
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
      const page = await indexer.index('achievement')?.search({ q: word, limit: 100 });
      const found = page?.hits.filter(({ relaxed }) => !relaxed).map(({ id }) => id);
      expect(page?.total).toBe(expected.length);
      if (expected.length <= 100) expect(found?.toSorted()).toEqual(expected.toSorted());
      else expect(expected).toEqual(expect.arrayContaining(found ?? []));
    }
    return (await indexer.status()).achievement?.origin;
  } finally {
    await indexer.close();
    await store.close();
  }
}

describe('an index whose process is killed', () => {
  const root = temporaryFolder();

  it(
    'answers as the records say, wherever in storing, indexing or saving the process was',
    async () => {
      const folder = join(root(), 'data');
      const indexDir = join(root(), 'index');
      await createPgliteFolder(join(folder, 'pgdata'));
      const origins = [];
      let step = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const child = startChild(CHILD, [folder, indexDir, String(step)]);
        // Killed at once when a file is half written, or somewhere in the next changes
        for (let line = 0; line < 4; line += 1) await child.nextLine();
        const draft = join(indexDir, 'achievement.index.new');
        const patience = performance.now() + 20 + 60 * round;
        await expect.poll(() => existsSync(draft) || performance.now() > patience, { interval: 0 }).toBe(true);
        await child.kill();
        step += 100;
        origins.push(await compareWithScan(folder, indexDir));
      }
      expect(origins).toContain('opened');
    },
    TIMEOUT_MS,
  );
});
