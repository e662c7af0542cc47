import { beforeEach, expect, it } from 'vitest';
import type { Database } from '../../../src/server/store/database.js';
import { migrate } from '../../../src/server/store/migrate.js';
import { migrations } from '../../../src/server/store/migrations/index.js';
import { describeDatabases } from '../../support/stores.js';

const first = { version: 1, name: 'first', statements: ['CREATE TABLE one (id integer)'] };
const second = { version: 2, name: 'second', statements: ['CREATE TABLE two (id integer)'] };
const broken = { version: 2, name: 'broken', statements: ['CREATE TABLE two (id integer)', 'SELECT nonsense'] };

async function tablesOf(database: Database): Promise<string[]> {
  const rows = await database.query<{ name: string }>(
    `SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  );
  return rows.map(({ name }) => name);
}

function suite(database: () => Database): void {
  beforeEach(async () => {
    for (const table of await tablesOf(database())) await database().query(`DROP TABLE IF EXISTS "${table}" CASCADE`);
  });

  it('make the whole schema from nothing, and nothing the second time', async () => {
    expect(await migrate(database(), migrations)).toEqual(migrations.map(({ version }) => version));
    const tables = await tablesOf(database());
    expect(tables).toEqual(expect.arrayContaining(['records', 'outbox', 'observations', 'submissions', 'audit']));
    expect(await migrate(database(), migrations)).toEqual([]);
  });

  it('are numbered 1, 2, 3 without gaps', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, at) => at + 1));
  });

  it('apply only the steps that are new', async () => {
    expect(await migrate(database(), [first])).toEqual([1]);
    expect(await migrate(database(), [first, second])).toEqual([2]);
    expect(await tablesOf(database())).toEqual(['one', 'schema_migrations', 'two']);
  });

  it('leave everything as it was when a step fails', async () => {
    await migrate(database(), [first]);
    await expect(migrate(database(), [first, broken])).rejects.toThrow(/nonsense/);
    expect(await tablesOf(database())).toEqual(['one', 'schema_migrations']);
    expect(await migrate(database(), [first, second])).toEqual([2]);
  });

  it('refuse a schema that a newer program has changed, and say what to do', async () => {
    await migrate(database(), [first, second]);
    await expect(migrate(database(), [first])).rejects.toMatchObject({
      code: 'schema-too-new',
      message: expect.stringMatching(/version 2.*up to 1.*later/) as string,
    });
  });

  it('apply each step once when several programs start together', async () => {
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database(), [first, second])));
    expect(applied.flat()).toEqual([1, 2]);
  });
}

describeDatabases('migrations', suite, { bare: true });
