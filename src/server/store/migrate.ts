import type { Database } from './database.js';
import { StoreError } from './errors.js';
import type { Migration } from './migrations/migration.js';

/** Number of the advisory lock that lets one process migrate at a time: "yuni" in ASCII. */
const MIGRATION_LOCK = 0x79756e69;

/**
 * Brings the schema up to the newest of `steps`, all in one transaction, and resolves to the versions it applied. Safe
 * to call at every start and by several processes at once.
 * @throws {StoreError} `schema-too-new` when a newer program has already changed the schema
 */
export function migrate(database: Database, steps: readonly Migration[]): Promise<number[]> {
  return database.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)::text', [MIGRATION_LOCK]);
    await tx.query(
      `CREATE TABLE IF NOT EXISTS schema_migrations (
        version integer PRIMARY KEY,
        name text NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT now()
      )`,
    );
    const [row] = await tx.query<{ version: number }>(
      'SELECT coalesce(max(version), 0)::float8 AS version FROM schema_migrations',
    );
    const current = row?.version ?? 0;
    const newest = steps.at(-1)?.version ?? 0;
    if (current > newest)
      throw new StoreError(
        'schema-too-new',
        `The database has schema version ${current}, but this program knows versions up to ${newest}: ` +
          'a newer release has used it. Run that release or a later one.',
      );
    const pending = steps.filter(({ version }) => version > current);
    for (const { version, name, statements } of pending) {
      for (const statement of statements) await tx.query(statement);
      await tx.query('INSERT INTO schema_migrations (version, name) VALUES ($1, $2)', [version, name]);
    }
    return pending.map(({ version }) => version);
  });
}
