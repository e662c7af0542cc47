import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import type { Database } from '../../src/server/store/database.js';
import { migrate } from '../../src/server/store/migrate.js';
import { migrations } from '../../src/server/store/migrations/index.js';
import { openPgliteDatabase } from '../../src/server/store/pglite-database.js';
import { openPostgresDatabase } from '../../src/server/store/postgres-database.js';
import { openStore } from '../../src/server/store/index.js';
import { createSqlStore } from '../../src/server/store/sql-store.js';
import type { Store } from '../../src/server/store/store.js';
import { createBarePgliteFolder, createPgliteFolder } from './pglite.js';
import { postgresIsMissing, startPostgres, type TestPostgres } from './postgres.js';

/** The store under test and the database below it; empty at the start of each test. */
export interface StoreUnderTest {
  readonly store: Store;
  readonly database: Database;
}

/** Runs one suite on both databases: PGlite, and PostgreSQL where there is one. */
export function describeStores(title: string, suite: (given: () => StoreUnderTest) => void): void {
  describeDatabases(title, (database) => {
    beforeEach(() => empty(database()));
    suite(() => ({ database: database(), store: createSqlStore(database()) }));
  });
}

/**
 * Runs one suite on both databases with the means to open a store: a new and empty one at each call, removed when it is
 * closed or at the end of the suite.
 */
export function eachStore(title: string, suite: (openEmptyStore: () => Promise<Store>) => void): void {
  describe(`${title} on pglite`, () => {
    const opened: Store[] = [];
    afterAll(() => Promise.all(opened.map((store) => store.close())));
    suite(async () => {
      const store = await openTestStore();
      opened.push(store);
      return store;
    });
  });
  const name = `${title} on postgres`;
  describe.skipIf(postgresIsMissing)(postgresIsMissing ? `${name} (skipped: ${postgresIsMissing})` : name, () => {
    const opened: Store[] = [];
    let server: TestPostgres;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(async () => {
      await Promise.all(opened.map((store) => store.close()));
      await server.stop();
    });
    suite(async () => {
      const store = await openStore({ databaseUrl: await server.createDatabase() });
      opened.push(store);
      return store;
    });
  });
}

/** An empty embedded store in a temporary folder that is removed when the store is closed. */
export async function openTestStore(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'yuniao-test-'));
  await createPgliteFolder(join(folder, 'pgdata'));
  const store = await openStore({ dataDir: folder });
  return {
    ...store,
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs one suite on a database of each engine: with the schema and no row, or `bare` without any table. */
export function describeDatabases(
  title: string,
  suite: (database: () => Database) => void,
  { bare = false }: { readonly bare?: boolean } = {},
): void {
  const engines = [
    { engine: 'pglite', missing: undefined, open: openTemporaryPglite },
    { engine: 'postgres', missing: postgresIsMissing, open: openTemporaryPostgres },
  ];
  for (const { engine, missing, open } of engines) {
    const name = `${title} on ${engine}`;
    describe.skipIf(missing)(missing ? `${name} (skipped: ${missing})` : name, () => {
      let opened: { database: Database; remove: () => Promise<void> };
      beforeAll(async () => {
        opened = await open(bare);
        if (!bare) await migrate(opened.database, migrations);
      });
      afterAll(() => opened.remove());
      suite(() => opened.database);
    });
  }
}

/** A folder that is removed after the tests of the file or block. */
export function temporaryFolder(): () => string {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'yuniao-test-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => folder;
}

/** What refers to others first. */
const EMPTIED = [
  'spent_challenges',
  'webhooks',
  'messages',
  'objections',
  'attachment_parts',
  'attachments',
  'revisions',
  'consents',
  'submitters',
  'submissions',
  'records',
  'outbox',
  'sites',
  'tokens',
  'meta',
];

/** Not by TRUNCATE, which makes new files: that takes longer on the embedded database than the tests. */
async function empty(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    for (const table of EMPTIED) await tx.query(`DELETE FROM ${table}`);
    // These refuse to be deleted from
    for (const table of ['observations', 'audit']) {
      const [rows] = await tx.query<{ some: boolean }>(`SELECT EXISTS (SELECT FROM ${table}) AS some`);
      if (rows?.some) await tx.query(`TRUNCATE ${table}`);
    }
    await tx.query("SELECT setval(pg_get_serial_sequence('outbox', 'seq'), 1, false)::text");
  });
}

async function openTemporaryPglite(bare: boolean): Promise<{ database: Database; remove: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'yuniao-test-'));
  await (bare ? createBarePgliteFolder : createPgliteFolder)(join(folder, 'pgdata'));
  const database = await openPgliteDatabase(join(folder, 'pgdata'));
  return {
    database,
    remove: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openTemporaryPostgres(): Promise<{ database: Database; remove: () => Promise<void> }> {
  const server = await startPostgres();
  const database = await openPostgresDatabase(await server.createDatabase());
  return {
    database,
    remove: async () => {
      await database.close();
      await server.stop();
    },
  };
}
