import type { Database, Queryable } from './database.js';

/** Number of the advisory lock that writers of the outbox take: "yuno" in ASCII. */
const OUTBOX_LOCK = 0x79756e6f;

/**
 * Runs a transaction that writes to the outbox. One writer of the outbox at a time, until its commit is visible: `seq` is
 * then given in the order of commits, so that an entry is never seen before a smaller one.
 */
export function writeInOrder<T>(database: Database, work: (tx: Queryable) => Promise<T>): Promise<T> {
  return database.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)::text', [OUTBOX_LOCK]);
    return work(tx);
  });
}
