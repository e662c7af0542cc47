import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/server/store/index.js';
import { openPgliteDatabase } from '../../../src/server/store/pglite-database.js';
import { startChild } from '../../support/child.js';
import { createPgliteFolder } from '../../support/pglite.js';
import { recordOf } from '../../support/records.js';
import { temporaryFolder } from '../../support/stores.js';

describe('a store in a folder', () => {
  const parent = temporaryFolder();
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(parent(), 'data-'));
    await createPgliteFolder(join(folder, 'pgdata'));
  });

  it('makes folder and database when there are none, past what a crash in the midst has left', async () => {
    const fresh = join(parent(), 'not', 'there', 'yet');
    mkdirSync(join(fresh, 'pgdata.new'), { recursive: true });
    writeFileSync(join(fresh, 'pgdata.new', 'PG_VERSION'), 'half a database');
    const store = await openStore({ dataDir: fresh });
    expect(await store.putRecords([recordOf('a')])).toMatchObject({ created: 1 });
    await store.close();
    expect(readdirSync(fresh)).toEqual(['pgdata']);
  }, 120_000);

  it('has everything when it is opened again', async () => {
    const first = await openStore({ dataDir: folder });
    await first.putRecords([recordOf('a'), recordOf('b')]);
    await first.deleteRecords('achievement', ['b']);
    const site = await first.addSite({ name: '示例园区', origins: ['https://park.example'] });
    const { secret, ...token } = await first.createToken({ label: '导入', scopes: ['import'] });
    const change = await first.lastChange();
    await first.close();
    const second = await openStore({ dataDir: folder });
    expect(await second.getRecord('achievement', 'a')).toEqual(recordOf('a'));
    expect(await second.countRecords('achievement')).toBe(1);
    expect((await second.readOutbox(0, 10)).map(({ op }) => op)).toEqual(['put', 'put', 'delete']);
    expect(await second.lastChange()).toBe(change);
    expect(await second.listSites()).toEqual([site]);
    expect(await second.findToken(secret)).toEqual(token);
    expect(await second.putRecords([recordOf('c')])).toMatchObject({ created: 1 });
    expect(await second.outboxHead()).toBe(4);
    await second.close();
  });

  it('syncs each commit to the disk once, and reads without', async () => {
    const database = await openPgliteDatabase(join(folder, 'pgdata'));
    await database.query('CREATE TABLE counted (nr integer)');
    const before = await database.syncs();
    for (let nr = 0; nr < 20; nr += 1) await database.query('INSERT INTO counted VALUES ($1)', [nr]);
    expect((await database.syncs()) - before).toBe(20);
    await database.query('SELECT count(*)::float8 FROM counted');
    expect((await database.syncs()) - before).toBe(20);
    await database.close();
  });

  it('keeps a transaction to itself, and rolls it back when its work fails', async () => {
    const database = await openPgliteDatabase(join(folder, 'pgdata'));
    await database.query('CREATE TABLE t (nr integer)');
    const failing = database.transaction(async (tx) => {
      await tx.query('INSERT INTO t VALUES (1)');
      throw new Error('changed my mind');
    });
    const beside = database.query('INSERT INTO t VALUES (2)');
    await expect(failing).rejects.toThrow('changed my mind');
    await beside;
    expect(await database.query('SELECT nr::float8 AS nr FROM t')).toEqual([{ nr: 2 }]);
    await expect(database.query('SELECT nonsense')).rejects.toMatchObject({ name: 'DatabaseError', sqlState: '42703' });
    await database.close();
  });

  it('finishes what was asked before it closes, and answers clearly afterwards', async () => {
    const store = await openStore({ dataDir: folder });
    const put = store.putRecords([recordOf('a')]);
    await Promise.all([store.close(), store.close()]);
    expect(await put).toMatchObject({ created: 1 });
    await expect(store.ping()).rejects.toMatchObject({ code: 'database-stopped', message: 'The store is closed.' });
  });

  it('is refused to a second process with the way out, and given to it after kill -9', async () => {
    const holder = startChild(new URL('support/holder.ts', import.meta.url), [folder]);
    expect(await holder.nextLine()).toBe('open');
    const refused = openStore({ dataDir: folder });
    await expect(refused).rejects.toMatchObject({
      name: 'DataFolderInUseError',
      code: 'data-folder-in-use',
      pid: holder.pid,
      url: 'http://127.0.0.1:8787',
    });
    await expect(refused).rejects.toThrow(/--url http:\/\/127\.0\.0\.1:8787 --token/);
    await holder.kill();
    expect(existsSync(join(folder, 'yuniao.lock'))).toBe(true);
    const store = await openStore({ dataDir: folder });
    await store.ping();
    await store.close();
  });

  it('lets go of the folder when it cannot be opened', async () => {
    writeFileSync(join(folder, 'pgdata', 'global', 'pg_control'), 'not a control file');
    await expect(openStore({ dataDir: folder })).rejects.toThrow(/database/i);
    expect(existsSync(join(folder, 'yuniao.lock'))).toBe(false);
  });

  it('asks for a folder or an address', async () => {
    await expect(openStore({})).rejects.toMatchObject({ code: 'invalid-options' });
    await expect(openStore({ databaseUrl: 'mysql://x' })).rejects.toMatchObject({ code: 'invalid-options' });
  });
});
