import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Database } from '../../../src/server/store/database.js';
import { openPgliteDatabase } from '../../../src/server/store/pglite-database.js';
import { withUpkeep } from '../../../src/server/store/upkeep.js';
import { createPgliteFolder } from '../../support/pglite.js';
import { temporaryFolder } from '../../support/stores.js';

async function logAndDeadRows(database: Database): Promise<{ log: number; dead: number }> {
  await database.query('SELECT pg_stat_force_next_flush()::text');
  const [row] = await database.query<{ log: number; dead: number }>(
    `SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 AS log,
       (SELECT n_dead_tup::float8 FROM pg_stat_user_tables WHERE relname = 't') AS dead
     FROM pg_control_checkpoint()`,
  );
  return row ?? { log: 0, dead: 0 };
}

describe('the upkeep of the embedded database', () => {
  const folder = temporaryFolder();

  it('cuts the log and removes dead rows, but only when there are many', async () => {
    const pgdata = join(folder(), 'pgdata');
    await createPgliteFolder(pgdata);
    const database = await openPgliteDatabase(pgdata);
    await database.query('CREATE TABLE t (nr integer)');
    const rewrite = (kept: Database): Promise<unknown> => kept.transaction((tx) => tx.query('UPDATE t SET nr = nr'));
    await database.query('INSERT INTO t SELECT generate_series(1, 5000)');
    await rewrite(withUpkeep(database, undefined, { everyTransactions: 1 }));
    const before = await logAndDeadRows(database);
    expect(before.dead).toBe(5000);
    expect(before.log).toBeGreaterThan(500_000);
    await rewrite(withUpkeep(database, undefined, { everyTransactions: 1, logBytes: 100_000, deadRows: 1000 }));
    await vi.waitFor(async () => expect((await logAndDeadRows(database)).dead).toBe(0), { timeout: 20_000 });
    expect((await logAndDeadRows(database)).log).toBeLessThan(before.log);
    await database.close();
  });

  it('tells the operator when it fails, and not the writer', async () => {
    const warn = vi.fn<(facts: object, message: string) => void>();
    const broken: Database = {
      engine: 'pglite',
      query: () => Promise.reject(new Error('out of order')),
      transaction: (work) => work(broken),
      close: () => Promise.resolve(),
    };
    const kept = withUpkeep(broken, { info: () => undefined, warn }, { everyTransactions: 1 });
    expect(await kept.transaction(() => Promise.resolve('stored'))).toBe('stored');
    await vi.waitFor(() => expect(warn).toHaveBeenCalledOnce(), { timeout: 20_000 });
  });
});
