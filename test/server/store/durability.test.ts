import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { beforeEach, describe, expect, it } from 'vitest';
import { assertDurable } from '../../../src/server/store/durability.js';
import { DurableNodeFS, durableStartParams } from '../../../src/server/store/durable-fs.js';
import { openStore } from '../../../src/server/store/index.js';
import { openPgliteDatabase } from '../../../src/server/store/pglite-database.js';
import { startChild } from '../../support/child.js';
import { createPgliteFolder } from '../../support/pglite.js';
import { recordOf } from '../../support/records.js';
import { temporaryFolder } from '../../support/stores.js';

function fail(error: unknown): never {
  throw error;
}

const META = 'CREATE TABLE IF NOT EXISTS meta (key text PRIMARY KEY, value text NOT NULL)';

describe('the promise that what was acknowledged lasts', () => {
  const parent = temporaryFolder();
  let folder: string;
  let pgdata: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(parent(), 'data-'));
    pgdata = join(folder, 'pgdata');
    await createPgliteFolder(pgdata);
  });

  it.each([
    [
      'with syncing turned off, as PGlite starts by default',
      () => new DurableNodeFS(pgdata, fail),
      PGlite.defaultStartParams,
    ],
    [
      'with another way of syncing the log, which ends nowhere',
      () => new DurableNodeFS(pgdata, fail),
      PGlite.defaultStartParams.filter((param) => param !== '-F'),
    ],
    [
      "on PGlite's own file system, which has no sync",
      () => new NodeFS(pgdata),
      durableStartParams(PGlite.defaultStartParams),
    ],
  ])('is not made %s', async (_, openFs, startParams) => {
    const fs = openFs();
    const pglite = await PGlite.create({ fs, startParams: [...startParams] });
    await pglite.query(META);
    const database = {
      query: async <Row extends object>(sql: string): Promise<Row[]> => (await pglite.query<Row>(sql)).rows,
      syncs: async () => (fs instanceof DurableNodeFS ? fs.syncs : 0),
    };
    await expect(assertDurable(database)).rejects.toMatchObject({
      code: 'not-durable',
      message: expect.stringMatching(/does not sync.*DATABASE_URL/) as string,
    });
    await pglite.close();
  });

  it.each([
    ['refuses a sync', 'EIO', 'EIO: i/o error, fdatasync'],
    ['is full', 'ENOSPC', 'No space left on device'],
  ])('ends when the disk %s: neither that commit nor any later one is acknowledged', async (_, fault, reason) => {
    const database = await openPgliteDatabase(pgdata, new URL('support/faulty-disk.ts', import.meta.url));
    await database.query(META);
    await database.query("INSERT INTO meta VALUES ('kept', 'safe')");
    writeFileSync(join(folder, 'fault'), fault);
    const commit = database.query("INSERT INTO meta VALUES ('lost', 'or not')");
    await expect(commit).rejects.toMatchObject({
      code: 'database-stopped',
      message: expect.stringContaining(reason) as string,
    });
    rmSync(join(folder, 'fault'));
    await expect(database.query('SELECT 1')).rejects.toMatchObject({ code: 'database-stopped' });
    await database.close();
    const again = await openPgliteDatabase(pgdata);
    expect(await again.query('SELECT key FROM meta')).toContainEqual({ key: 'kept' });
    await again.close();
  });

  it('holds over kill -9 in the midst of writing: every acknowledged batch is there, whole, and so is its outbox', async () => {
    const acknowledged = new Map<number, number>();
    for (let round = 0; round < 3; round += 1) {
      const writer = startChild(new URL('support/writer.ts', import.meta.url), [folder, String(round)]);
      const killAfter = 1 + Math.floor(Math.random() * 25);
      let last = -1;
      while (last < killAfter) last = Number(await writer.nextLine());
      await writer.kill();
      // What it told before it died counts too
      for (let line = await rest(writer); line !== undefined; line = await rest(writer)) last = Number(line);
      acknowledged.set(round, last);
    }
    const store = await openStore({ dataDir: folder });
    const records = await store.scanRecords('achievement', undefined, 1_000_000);
    const batches = new Map<string, number>();
    for (const { id } of records) {
      const batch = id.slice(0, id.lastIndexOf('-'));
      batches.set(batch, (batches.get(batch) ?? 0) + 1);
    }
    for (const [round, last] of acknowledged)
      for (let batch = 0; batch <= last; batch += 1) expect(batches.get(`r${round}-b${batch}`)).toBe(40);
    batches.delete('counte');
    expect([...new Set(batches.values())]).toEqual([40]);
    const entries = await store.readOutbox(0, 1_000_000);
    const puts = entries.filter(({ id }) => id !== 'counter').map(({ id }) => id);
    expect(puts.toSorted()).toEqual(
      records
        .map(({ id }) => id)
        .filter((id) => id !== 'counter')
        .toSorted(),
    );
    expect(entries.length - puts.length).toBe(batches.size);
    expect(await store.putRecords([recordOf('after')])).toMatchObject({ created: 1 });
    await store.close();
  }, 120_000);
});

function rest(writer: { nextLine(): Promise<string> }): Promise<string | undefined> {
  return writer.nextLine().catch(() => undefined);
}
