import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { achievementIndex, createMemoryIndex } from '../../../src/search/index.js';
import { IndexUnavailableError } from '../../../src/server/index/index-errors.js';
import { Indexer } from '../../../src/server/index/indexer.js';
import type { Store } from '../../../src/server/store/store.js';
import { describeStores } from '../../support/stores.js';
import { achievement, recordingLogger } from '../http/support.js';

const programs = {
  reader: new URL('./support/frail-reader.ts', import.meta.url),
  writer: new URL('./support/frail-writer.ts', import.meta.url),
};
/** Longer than any test: nothing is found by polling. */
const NEVER_MS = 600_000;

describeStores('the indexer', (given) => {
  let indexer: Indexer | undefined;
  afterEach(() => indexer?.close());

  async function startOn(store: Store, pollMs = NEVER_MS, logger = pino({ level: 'silent' })): Promise<Indexer> {
    indexer = new Indexer({ store, logger, pollMs, programs, searchThreads: 1 });
    await indexer.start();
    return indexer;
  }
  async function find(q: string): Promise<string[]> {
    const page = await indexer?.index('achievement')?.search({ q, limit: 100 });
    return page?.hits.map(({ id }) => id).toSorted() ?? [];
  }

  it('builds the index from what the store holds, published records only', async () => {
    const { store } = given();
    await store.putRecords([
      achievement('a', { title: { 'zh-CN': '电池' } }),
      achievement('b', { title: { 'zh-CN': '电池' }, status: 'draft' }),
    ]);
    const started = await startOn(store);
    expect(started.ready).toBe(true);
    expect(await find('电池')).toEqual(['a']);
    expect(await started.status()).toMatchObject({
      achievement: { documents: 1, bytes: expect.any(Number), seq: 2, lag: 0, origin: 'built', ms: expect.any(Number) },
    });
    expect(started.asOf).toBe(await store.lastChange());
  });

  it('builds from more records than are read at a time', async () => {
    const { store } = given();
    const records = Array.from({ length: 1001 }, (_, i) => achievement(`r${i}`));
    await store.putRecords(records);
    const started = await startOn(store);
    expect((await started.status()).achievement).toMatchObject({ documents: 1001, seq: 1001, lag: 0 });

    // Put together as if they had been read at once, so that it takes no more memory
    const atOnce = createMemoryIndex(achievementIndex);
    await atOnce.apply(
      records.map((record, i) => ({ seq: i + 1, op: 'put', document: achievementIndex.toDocument(record) })),
    );
    expect((await started.status()).achievement?.bytes).toBe((await atOnce.stats()).bytes);
  });

  it('finds new records, changed words and no withdrawn ones as soon as it is woken', async () => {
    const { store } = given();
    await store.putRecords([achievement('a', { title: { 'zh-CN': '旧题' } }), achievement('gone'), achievement('out')]);
    const started = await startOn(store);
    await started.wake(); // the look into the outbox that follows every start
    await store.putRecords([
      achievement('a', { title: { 'zh-CN': '新题' } }),
      achievement('b', { title: { 'zh-CN': '新题' } }),
      achievement('out', { status: 'tombstone' }),
    ]);
    await store.deleteRecords('achievement', ['gone']);
    expect((await started.status()).achievement).toMatchObject({ documents: 3, lag: 4 });
    await started.wake();
    expect(await find('新题')).toEqual(['a', 'b']);
    expect(await find('旧题')).toEqual([]);
    expect(await find('')).toEqual(['a', 'b']);
    expect((await started.status()).achievement).toMatchObject({ documents: 2, lag: 0 });
    expect(started.asOf).toBe(await store.lastChange());
  });

  it('shows records as they are after a change', async () => {
    const { store } = given();
    await store.putRecords([achievement('a', { title: { 'zh-CN': '旧题' } })]);
    const started = await startOn(store);
    await started.records('achievement', ['a']);
    await store.putRecords([achievement('a', { title: { 'zh-CN': '新题' } })]);
    await started.wake();
    expect(await started.records('achievement', ['a'])).toEqual([
      expect.objectContaining({ title: { 'zh-CN': '新题' } }),
    ]);
  });

  it('finds within a second what another process wrote', async () => {
    const { store } = given();
    await startOn(store, 100);
    await store.putRecords([achievement('a', { title: { 'zh-CN': '别处写入' } })]);
    await expect.poll(() => find('别处写入'), { timeout: 1_000, interval: 20 }).toEqual(['a']);
  });

  it('goes on after a failure of the store, and logs it', async () => {
    const { store } = given();
    const { logger, lines } = recordingLogger();
    let failing = true;
    const shaky: Store = {
      ...store,
      readOutbox: (...args) => (failing ? Promise.reject(new Error('no answer')) : store.readOutbox(...args)),
    };
    const started = await startOn(shaky, 10, logger);
    await store.putRecords([achievement('a', { title: { 'zh-CN': '电池' } })]);
    await started.wake();
    expect(await find('电池')).toEqual([]);
    expect(lines.join('')).toContain('could not be brought up to date');
    failing = false;
    await expect.poll(() => find('电池'), { timeout: 5_000, interval: 20 }).toEqual(['a']);
  });

  it('does not lose a change that came in while it was being built', async () => {
    const { store } = given();
    await store.putRecords([achievement('a', { title: { 'zh-CN': '旧题' } }), achievement('b')]);
    let late: Promise<unknown> | undefined;
    const busy: Store = {
      ...store,
      scanRecords: async (...args) => {
        const records = await store.scanRecords(...args);
        late ??= store.putRecords([achievement('a', { title: { 'zh-CN': '新题' } }), achievement('c')]);
        await late;
        return records;
      },
    };
    const started = await startOn(busy);
    await started.wake();
    expect(await find('新题')).toEqual(['a']);
    expect(await find('')).toEqual(['a', 'b', 'c']);
  });

  it('gives a lost search thread a successor, that knows what came meanwhile', async () => {
    const { store } = given();
    const { logger, lines } = recordingLogger();
    await store.putRecords([achievement('a', { title: { 'zh-CN': '电池' } })]);
    const started = await startOn(store, NEVER_MS, logger);
    await expect(find('崩溃')).rejects.toThrow(IndexUnavailableError);
    expect(started.ready).toBe(false);
    await store.putRecords([achievement('b')]);
    await started.wake();
    await expect.poll(() => started.ready, { timeout: 10_000, interval: 20 }).toBe(true);
    expect(await find('')).toEqual(['a', 'b']);
    expect(lines.join('')).toContain('a search thread was lost');
    expect(lines.join('').match(/index built/g)).toHaveLength(4);
  });

  it('still finds everything when the indexing thread is lost, and begins again with another', async () => {
    const { store } = given();
    const { logger, lines } = recordingLogger();
    await store.putRecords([achievement('a', { title: { 'zh-CN': '电池' } })]);
    let scanning = Promise.resolve();
    let goOn = (): void => undefined;
    const gated: Store = { ...store, scanRecords: (...args) => scanning.then(() => store.scanRecords(...args)) };
    const started = await startOn(gated, NEVER_MS, logger);
    await started.records('achievement', ['a']);
    scanning = new Promise((resolve) => {
      goOn = resolve;
    });
    await store.putRecords([achievement('bad', { title: { 'zh-CN': '崩溃' } })]);
    await started.wake();
    await expect.poll(() => lines.join('')).toContain('the indexing thread was lost');
    expect(started.ready).toBe(true);
    expect(await find('')).toEqual(['a']);
    await store.deleteRecords('achievement', ['bad']);
    await store.putRecords([achievement('a', { title: { 'zh-CN': '新电池' } }), achievement('b')]);
    goOn();
    await started.wake();
    expect(await find('')).toEqual(['a', 'b']);
    expect(await started.records('achievement', ['a'])).toEqual([
      expect.objectContaining({ title: { 'zh-CN': '新电池' } }),
    ]);
    expect((await started.status()).achievement).toMatchObject({ documents: 2, lag: 0, origin: 'built' });
  });

  it('is not built again after it was closed', async () => {
    const { store } = given();
    const started = await startOn(store);
    await started.close();
    await started.wake();
    expect(started.ready).toBe(false);
  });

  it('takes in nothing more at its limit of memory, says so, and still finds what it has', async () => {
    const { store } = given();
    const { logger, lines } = recordingLogger();
    await store.putRecords([achievement('a', { title: { 'zh-CN': '电池' } })]);
    indexer = new Indexer({ store, logger, pollMs: NEVER_MS, maxIndexBytes: 3_000 });
    await indexer.start();
    expect(indexer.problem).toBeUndefined();
    await store.putRecords(Array.from({ length: 200 }, (_, i) => achievement(`r${i}`)));
    await indexer.wake();
    expect(indexer.problem).toMatch(/achievement takes [\d.]+ MB, and may take 0 MB.*Raise maxIndexBytes/);
    expect(lines.join('')).toContain('Raise maxIndexBytes');
    expect(await find('电池')).toContain('a');
    await store.putRecords([achievement('late', { title: { 'zh-CN': '迟来' } })]);
    await indexer.wake();
    expect(await find('迟来')).toEqual([]);
    expect((await indexer.status()).achievement?.lag).toBe(201);
  });

  it('starts without an index that does not fit, so that the rest of the platform runs', async () => {
    const { store } = given();
    await store.putRecords(Array.from({ length: 200 }, (_, i) => achievement(`r${i}`)));
    indexer = new Indexer({ store, logger: pino({ level: 'silent' }), pollMs: NEVER_MS, maxIndexBytes: 1_000 });
    await indexer.start();
    expect(indexer.ready).toBe(false);
    expect(indexer.problem).toContain('Raise maxIndexBytes');
    expect(await indexer.records('achievement', ['r7'])).toHaveLength(1);
  });

  it('does not start on a store that cannot be read', async () => {
    const { store } = given();
    const broken: Store = { ...store, scanRecords: () => Promise.reject(new Error('no answer')) };
    await store.putRecords([achievement('a')]);
    await expect(startOn(broken)).rejects.toThrow('no answer');
  });
});
