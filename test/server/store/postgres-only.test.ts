import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../../src/server/store/database.js';
import { openStore } from '../../../src/server/store/index.js';
import { openPostgresDatabase } from '../../../src/server/store/postgres-database.js';
import type { Store } from '../../../src/server/store/store.js';
import { postgresIsMissing, startPostgres, type TestPostgres } from '../../support/postgres.js';
import { recordOf } from '../../support/records.js';

describe.skipIf(postgresIsMissing)(`several platforms on one PostgreSQL server ${postgresIsMissing ?? ''}`, () => {
  let server: TestPostgres;
  let url: string;
  let one: Store;
  let two: Store;
  let database: Database;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    url = await server.createDatabase();
    // Both start on an empty database at once, as two nodes of one installation do
    [one, two] = await Promise.all([openStore({ databaseUrl: url }), openStore({ databaseUrl: url })]);
    database = await openPostgresDatabase(url);
    return async () => {
      await Promise.all([one.close(), two.close(), database.close()]);
    };
  });

  it('never shows an outbox entry before a smaller one, even when its writer commits first', async () => {
    // The commit of "slow" waits for a lock that the test holds
    await database.query(
      `CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN IF NEW.id = 'slow' THEN PERFORM pg_advisory_xact_lock(42); END IF; RETURN NULL; END $$`,
    );
    await database.query(
      `CREATE CONSTRAINT TRIGGER wait AFTER INSERT ON outbox DEFERRABLE INITIALLY DEFERRED
       FOR EACH ROW EXECUTE FUNCTION wait()`,
    );
    const waiting = async (): Promise<number> => {
      const [row] = await database.query<{ count: number }>(
        `SELECT count(*)::float8 AS count FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`,
      );
      return row?.count ?? 0;
    };
    let writers: Promise<unknown> = Promise.resolve();
    await database.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(42)::text');
      const slow = one.putRecords([recordOf('slow')]);
      await vi.waitFor(async () => expect(await waiting()).toBe(1), { timeout: 10_000 });
      const fast = two.putRecords([recordOf('fast')]);
      writers = Promise.all([slow, fast]);
      await vi.waitFor(async () => expect(await waiting()).toBe(2), { timeout: 10_000 });
      expect(await two.readOutbox(0, 10)).toEqual([]);
    });
    await writers;
    expect((await two.readOutbox(0, 10)).map(({ id }) => id)).toEqual(['slow', 'fast']);
  });

  it('shows a reader that follows the outbox every entry of two busy writers', async () => {
    const write = async (store: Store, name: string): Promise<void> => {
      for (let nr = 0; nr < 60; nr += 1) await store.putRecords([recordOf(`${name}${nr}`), recordOf(`${name}${nr}b`)]);
    };
    let done = false;
    const writing = Promise.all([write(one, 'one'), write(two, 'two')]).finally(() => {
      done = true;
    });
    const followed: number[] = [];
    for (let last = false; ;) {
      const entries = await two.readOutbox(followed.at(-1) ?? 0, 7);
      followed.push(...entries.map(({ seq }) => seq));
      if (last && entries.length === 0) break;
      last = done;
    }
    await writing;
    expect(followed).toHaveLength(240);
    expect(followed).toEqual((await one.readOutbox(0, 1000)).map(({ seq }) => seq));
  });

  it('counts a record that both write at once as created once', async () => {
    const records = Array.from({ length: 50 }, (_, nr) => recordOf(`r${nr}`));
    const results = await Promise.all([one, two, one, two].map((store) => store.putRecords(records)));
    expect(results.reduce((sum, { created }) => sum + created, 0)).toBe(50);
    expect(results.reduce((sum, { unchanged }) => sum + unchanged, 0)).toBe(150);
  });

  it('survives that the server drops its connections', async () => {
    await one.ping();
    await database.query(
      `SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    await vi.waitFor(() => one.ping(), { timeout: 10_000 });
    expect(await one.putRecords([recordOf('a')])).toEqual({ created: 1, updated: 0, unchanged: 0 });
  });

  it('warns the operator of a server that may lose acknowledged writes', async () => {
    const name = new URL(url.replace('@/', '@server/')).pathname.slice(1);
    await database.query(`ALTER DATABASE ${name} SET synchronous_commit = off`);
    const warn = vi.fn<(facts: object, message: string) => void>();
    await (await openStore({ databaseUrl: url, logger: { info: () => undefined, warn } })).close();
    expect(warn).toHaveBeenCalledWith(
      expect.objectContaining({ synchronous_commit: 'off' }),
      expect.stringContaining('may lose acknowledged writes'),
    );
  });

  it('answers that the server is away without telling the password', async () => {
    const away = openStore({ databaseUrl: 'postgres://someone:s3cret@127.0.0.1:1/none' });
    await expect(away).rejects.toMatchObject({ name: 'DatabaseError', sqlState: 'ECONNREFUSED' });
    await expect(away).rejects.toThrow(/^(?!.*s3cret)/);
  });
});
