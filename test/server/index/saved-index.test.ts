import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { achievementIndex, createMemoryIndex } from '../../../src/search/index.js';
import { Indexer, type IndexerOptions } from '../../../src/server/index/indexer.js';
import { readSnapshotFile, writeSnapshotFile } from '../../../src/server/index/snapshot-file.js';
import type { Store } from '../../../src/server/store/store.js';
import { describeStores } from '../../support/stores.js';
import { achievement, recordingLogger } from '../http/support.js';

const writer = new URL('./support/frail-writer.ts', import.meta.url);
const titled = (id: string, title: string): ReturnType<typeof achievement> =>
  achievement(id, { title: { 'zh-CN': title } });

describeStores('an index that is kept in a file', (given) => {
  let indexDir: string;
  let file: string;
  const running: Indexer[] = [];
  beforeEach(() => {
    indexDir = mkdtempSync(join(tmpdir(), 'yuniao-index-'));
    file = join(indexDir, 'achievement.index');
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((indexer) => indexer.close()));
    rmSync(indexDir, { recursive: true, force: true });
  });

  async function start(options: Partial<IndexerOptions> = {}): Promise<{ indexer: Indexer; log: () => string }> {
    const { logger, lines } = recordingLogger();
    const indexer = new Indexer({
      store: given().store,
      logger,
      pollMs: 600_000,
      indexDir,
      programs: { writer },
      searchThreads: 1,
      ...options,
    });
    running.push(indexer);
    await indexer.start();
    return { indexer, log: () => lines.join('') };
  }
  async function found(indexer: Indexer, q = ''): Promise<string[]> {
    const page = await indexer.index('achievement')?.search({ q, limit: 100 });
    return page?.hits.map(({ id }) => id).toSorted() ?? [];
  }
  const originOf = async (indexer: Indexer): Promise<string | undefined> =>
    (await indexer.status()).achievement?.origin;
  /** A file as a platform leaves it, with the records a and b. */
  async function leaveFile(): Promise<void> {
    await given().store.putRecords([titled('a', '旧题'), titled('b', '电池')]);
    const { indexer } = await start();
    await indexer.close();
  }
  /** Starts, and expects that the index was built and answers as it should. */
  async function expectRebuilt(reason: RegExp): Promise<void> {
    const { indexer, log } = await start();
    expect(await originOf(indexer)).toBe('built');
    expect(await found(indexer)).toEqual(['a', 'b']);
    expect(log()).toMatch(reason);
  }

  it('is opened by the next start, with what changed since', async () => {
    await leaveFile();
    const { store } = given();
    await store.putRecords([titled('a', '新题'), titled('c', '新题')]);
    await store.deleteRecords('achievement', ['b']);
    const { indexer } = await start();
    expect(await originOf(indexer)).toBe('opened');
    expect(await found(indexer)).toEqual(['a', 'c']);
    expect(await found(indexer, '新题')).toEqual(['a', 'c']);
    expect(await found(indexer, '旧题')).toEqual([]);
    expect((await indexer.status()).achievement).toMatchObject({ documents: 2, lag: 0, seq: await store.outboxHead() });
    await store.putRecords([titled('d', '新题')]);
    await indexer.wake();
    expect(await found(indexer, '新题')).toEqual(['a', 'c', 'd']);
  });

  it('is opened again and again, each time with all changes', async () => {
    await leaveFile();
    for (let i = 0; i < 4; i++) {
      const { indexer } = await start();
      expect(await originOf(indexer)).toBe('opened');
      await given().store.putRecords([titled(`n${i}`, '电池'), titled('a', `第${i}题`)]);
      await indexer.wake();
      const news = Array.from({ length: i + 1 }, (_, n) => `n${n}`);
      expect(await found(indexer, '电池')).toEqual(['b', ...news]);
      expect(await found(indexer, `第${i}题`)).toEqual(['a']);
      await indexer.close();
    }
  });

  it('is written when nothing has changed for a while, without being asked', async () => {
    const { store } = given();
    const { indexer } = await start({ quietMs: 0, pollMs: 10 });
    await store.putRecords([titled('a', '电池')]);
    const head = await store.outboxHead();
    const saved = async (): Promise<number | undefined> => (await readSnapshotFile(file, 'achievement'))?.seq;
    await expect.poll(saved, { timeout: 10_000, interval: 20 }).toBe(head);
    expect(await found(indexer)).toEqual(['a']);
  });

  it('is not written while changes keep coming', async () => {
    const { indexer, log } = await start({ quietMs: 600_000, pollMs: 10 });
    await given().store.putRecords([titled('a', '电池')]);
    await indexer.wake();
    await indexer.wake();
    expect(log()).not.toContain('index saved');
  });

  it('is built again when the file is damaged, cut short or something else', async () => {
    await leaveFile();
    const bytes = readFileSync(file);
    const damaged = Buffer.from(bytes);
    const middle = bytes.length >> 1;
    damaged[middle] = (damaged[middle] ?? 0) ^ 1;
    for (const content of [damaged, bytes.subarray(0, -1), Buffer.alloc(0), Buffer.from('no index')]) {
      writeFileSync(file, content);
      await expectRebuilt(/damaged.*stored index cannot be used/);
      // The one that has just started leaves a good file when it stops
      await Promise.all(running.splice(0).map((indexer) => indexer.close()));
      expect((await readSnapshotFile(file, 'achievement'))?.seq).toBe(2);
    }
  });

  it('is built again when it was made by another mapping', async () => {
    await leaveFile();
    const mark = (await given().store.outboxMark(2)) ?? '';
    const older = createMemoryIndex({ ...achievementIndex, version: 0 });
    await older.apply([{ seq: 1, op: 'put', document: achievementIndex.toDocument(titled('wrong', '电池')) }]);
    await writeSnapshotFile(file, 'achievement', { seq: 2, mark }, [await older.snapshot()]);
    await expectRebuilt(/Build it again/);
  });

  it('is built again when it is ahead of the database, or of another one', async () => {
    await leaveFile();
    const kept = await readSnapshotFile(file, 'achievement');
    const { snapshot = new Uint8Array(), mark = '' } = kept ?? {};
    await writeSnapshotFile(file, 'achievement', { seq: 3, mark }, [snapshot]);
    await expectRebuilt(/not of this database/);
    await Promise.all(running.splice(0).map((indexer) => indexer.close()));
    await writeSnapshotFile(file, 'achievement', { seq: 1, mark }, [snapshot]);
    await expectRebuilt(/not of this database/);
  });

  it('is built again when the database was set back and went on differently', async () => {
    const { store, database } = given();
    await leaveFile();
    await database.query('DELETE FROM records');
    await database.query('DELETE FROM outbox');
    await database.query("SELECT setval(pg_get_serial_sequence('outbox', 'seq'), 1, false)::text");
    await store.putRecords([titled('a', '另一题'), titled('b', '另一题')]);
    await expectRebuilt(/set back/);
    expect(await found(running.at(-1) as Indexer, '另一题')).toEqual(['a', 'b']);
  });

  it('is built from the records when the thread that had opened the file is lost', async () => {
    await leaveFile();
    const { indexer, log } = await start();
    expect(await originOf(indexer)).toBe('opened');
    await given().store.putRecords([titled('bad', '崩溃')]);
    await indexer.wake();
    await given().store.deleteRecords('achievement', ['bad']);
    await expect.poll(async () => (await indexer.wake(), originOf(indexer)), { timeout: 10_000 }).toBe('built');
    expect(await found(indexer)).toEqual(['a', 'b']);
    expect(log()).toContain('the indexing thread was lost');
  });

  it('goes on without a file where none can be written', async () => {
    writeFileSync(join(indexDir, 'file'), '');
    await given().store.putRecords([titled('a', '电池')]);
    const { indexer, log } = await start({ indexDir: join(indexDir, 'file') });
    expect(await found(indexer)).toEqual(['a']);
    await indexer.close();
    expect(log()).toContain('the index could not be saved');
  });

  it('does not take a change that came in while it was being opened for one that is in', async () => {
    await leaveFile();
    const { store } = given();
    const busy: Store = {
      ...store,
      outboxMark: async (seq) => {
        await store.putRecords([titled('c', '电池')]);
        return store.outboxMark(seq);
      },
    };
    const { indexer } = await start({ store: busy });
    expect(await originOf(indexer)).toBe('opened');
    expect(await found(indexer, '电池')).toEqual(['b', 'c']);
  });
});
