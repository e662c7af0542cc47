import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Database } from './database.js';
import { assertDurable } from './durability.js';
import { StoreError } from './errors.js';
import { lockFolder } from './folder-lock.js';
import type { StoreLogger } from './logger.js';
import { migrate } from './migrate.js';
import { migrations } from './migrations/index.js';
import { openPgliteDatabase } from './pglite-database.js';
import { openPostgresDatabase } from './postgres-database.js';
import { createSqlStore } from './sql-store.js';
import type { Store, StoreOptions } from './store.js';
import { withUpkeep } from './upkeep.js';

export { DatabaseError, DataFolderInUseError, StoreError, UnstorableTextError } from './errors.js';
export type { StoreErrorCode } from './errors.js';
export type { StoreLogger } from './logger.js';

/** What {@link openStore} takes. */
export interface OpenStoreOptions extends StoreOptions {
  /** Told what an operator should know; a pino logger fits. Default: silent. */
  readonly logger?: StoreLogger;
}

/**
 * Opens the store and brings its schema up to date: a PostgreSQL server when `databaseUrl` is given, else the embedded
 * database in `dataDir`, which is created when it is not there.
 * @throws {DataFolderInUseError} when another process has the folder open
 * @throws {StoreError} when a driver is missing, a newer program has changed the schema, or commits would not last
 * @throws {DatabaseError} when the server does not answer
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const { databaseUrl, dataDir, logger } = options;
  if (databaseUrl !== undefined) return openServer(databaseUrl, logger);
  if (dataDir !== undefined) return openFolder(resolve(dataDir), logger);
  throw new StoreError('invalid-options', 'Give the folder of the embedded database (dataDir) or a databaseUrl.');
}

async function openServer(databaseUrl: string, logger: StoreLogger | undefined): Promise<Store> {
  const database = await openPostgresDatabase(databaseUrl, logger);
  try {
    const applied = await migrate(database, migrations);
    await warnOfLostCommits(database, logger);
    logger?.info({ engine: database.engine, migrations: applied }, 'store opened');
    return createSqlStore(database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** How a server keeps commits is its operator's decision, but one to know of. */
async function warnOfLostCommits(database: Database, logger: StoreLogger | undefined): Promise<void> {
  const [settings] = await database.query<{ fsync: string; commit: string }>(
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit`,
  );
  if (settings?.fsync === 'off' || settings?.commit === 'off')
    logger?.warn(
      { fsync: settings.fsync, synchronous_commit: settings.commit },
      'the database server may lose acknowledged writes in a crash: turn on fsync and synchronous_commit',
    );
}

async function openFolder(folder: string, logger: StoreLogger | undefined): Promise<Store> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(folder);
  try {
    const database = await openPgliteDatabase(join(folder, 'pgdata'));
    try {
      const applied = await migrate(database, migrations);
      await assertDurable(database);
      logger?.info({ engine: database.engine, folder, migrations: applied }, 'store opened');
      return createSqlStore(withUpkeep(database, logger), lock);
    } catch (error) {
      await database.close();
      throw error;
    }
  } catch (error) {
    await lock.release();
    throw error;
  }
}
