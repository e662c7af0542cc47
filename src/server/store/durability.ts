import { StoreError } from './errors.js';
import type { PgliteDatabase } from './pglite-database.js';

/**
 * The embedded database keeps commits only through internals of PGlite that a later version may change. So every start
 * commits once and looks whether a sync reached the disk.
 * @throws {StoreError} `not-durable` when none did: nothing may then be accepted for storing
 */
export async function assertDurable(database: Pick<PgliteDatabase, 'query' | 'syncs'>): Promise<void> {
  const before = await database.syncs();
  await database.query(
    `INSERT INTO meta (key, value) VALUES ('opened_at', clock_timestamp()::text)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  );
  if ((await database.syncs()) > before) return;
  throw new StoreError(
    'not-durable',
    'The embedded database does not sync its commits to the disk, so what it stores could be lost; it was not opened. ' +
      'Install the version of @electric-sql/pglite that this release names, or use a PostgreSQL server (DATABASE_URL).',
  );
}
