import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPgliteFolder } from '../support/pglite.js';
import { postgresIsMissing, startPostgres } from '../support/postgres.js';
import { temporaryFolder } from '../support/stores.js';
import { storm, type StormResult } from '../support/submission-storm.js';

const COUNT = 60;
/** Three starts of a platform take their time on a busy machine. */
const TIMEOUT_MS = 240_000;
const options = { submissions: COUNT, inFlight: 16, kills: 2 };

function expectAllOnce(result: StormResult): void {
  expect(result).toMatchObject({
    acknowledged: COUNT,
    stored: COUNT,
    kills: 2,
    missing: [],
    notOnce: [],
    changed: [],
    isAuditWhole: true,
  });
}

describe('submissions to a platform that is killed while they come in', () => {
  const root = temporaryFolder();

  it(
    'are there once for every receipt, on pglite',
    async () => {
      const dataDir = join(root(), 'data');
      await createPgliteFolder(join(dataDir, 'pgdata'));
      expectAllOnce(await storm({ ...options, place: { dataDir } }));
    },
    TIMEOUT_MS,
  );

  it.skipIf(postgresIsMissing)(
    postgresIsMissing ? `on postgres (skipped: ${postgresIsMissing})` : 'are there once for every receipt, on postgres',
    async () => {
      const server = await startPostgres();
      try {
        expectAllOnce(await storm({ ...options, place: { databaseUrl: await server.createDatabase() } }));
      } finally {
        await server.stop();
      }
    },
    TIMEOUT_MS,
  );
});
