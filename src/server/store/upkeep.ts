import type { Database } from './database.js';
import type { StoreLogger } from './logger.js';

/** When the embedded database is tidied up; tests lower them. */
export interface UpkeepLimits {
  /** Look after this many transactions. Default 20. */
  readonly everyTransactions?: number;
  /** Write a checkpoint when the log since the last one is longer. Default 128 MiB. */
  readonly logBytes?: number;
  /** Clean a table when more rows are dead and they are more than a fifth of the living. Default 20,000. */
  readonly deadRows?: number;
}

const MIB = 2 ** 20;

/**
 * The embedded database with the chores that a PostgreSQL server does in processes of its own and PGlite does not:
 * checkpoints, without which its log would grow until it is closed, and vacuum with fresh statistics. They run after
 * transactions, in turn with other statements.
 */
export function withUpkeep(database: Database, logger?: StoreLogger, limits: UpkeepLimits = {}): Database {
  const every = limits.everyTransactions ?? 20;
  let transactions = 0;
  const look = (): void => {
    transactions += 1;
    if (transactions % every !== 0) return;
    // A failing chore must not fail the write before it, which is stored
    tidyUp(database, limits).catch((error: unknown) => logger?.warn({ err: error }, 'upkeep of the database failed'));
  };
  return {
    ...database,
    transaction: async (work) => {
      const result = await database.transaction(work);
      look();
      return result;
    },
  };
}

async function tidyUp(database: Database, { logBytes = 128 * MIB, deadRows = 20_000 }: UpkeepLimits): Promise<void> {
  const [log] = await database.query<{ bytes: number }>(
    'SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 AS bytes FROM pg_control_checkpoint()',
  );
  if (log && log.bytes > logBytes) await database.query('CHECKPOINT');
  // Counts of dead rows are otherwise up to a second old, and never newer while statements keep coming
  await database.query('SELECT pg_stat_force_next_flush()::text');
  const worn = await database.query<{ name: string }>(
    `SELECT quote_ident(relname) AS name FROM pg_stat_user_tables
     WHERE n_dead_tup > $1::float8 AND n_dead_tup > n_live_tup / 5`,
    [deadRows],
  );
  for (const { name } of worn) await database.query(`VACUUM (ANALYZE) ${name}`);
}
