import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  achievementIndex,
  createMemoryIndex,
  type IndexWriter,
  InvalidCursorError,
  type SearchIndex,
} from '../../../src/search/index.js';
import { IndexUnavailableError } from '../../../src/server/index/index-errors.js';
import { ReaderPool, type Searchable } from '../../../src/server/index/reader-pool.js';
import { achievement, recordingLogger } from '../http/support.js';
import { sharedWriter } from './support/shared-writer.js';

const FRAIL = new URL('./support/frail-reader.ts', import.meta.url);
const records = Array.from({ length: 40 }, (_, i) =>
  achievement(`r${i}`, {
    title: { 'zh-CN': `第${i}号钙钛矿电池`, en: `Perovskite cell ${i}` },
    keywords: { 'zh-CN': ['光伏'] },
    institutions: [{ name: { 'zh-CN': `第${i % 3}研究所`, en: `Institute ${i % 3}` } }],
    region: i % 2 ? '330100' : '310000',
  }),
);
const puts = records.map((record, i) => ({
  seq: i + 1,
  op: 'put' as const,
  document: achievementIndex.toDocument(record),
}));

let pool: ReaderPool;
let writer: IndexWriter;
let { logger, lines } = recordingLogger();

function tellAll(): void {
  pool.update('achievement', writer.state(), writer.stats().documents);
}
beforeEach(() => {
  ({ logger, lines } = recordingLogger());
});
async function start(threads: number, program?: URL): Promise<void> {
  writer = sharedWriter(achievementIndex);
  pool = new ReaderPool({ threads, logger, onBlank: tellAll, ...(program && { program }) });
  writer.apply(puts.slice(0, 25));
  tellAll();
  pool.update('achievement', writer.apply(puts.slice(25)), 40);
  await pool.settled();
}
const index = (): Searchable => pool.index('achievement') as Searchable;
afterEach(async () => {
  vi.useRealTimers();
  await pool.close();
});

describe('threads that search one index', () => {
  let local: SearchIndex;
  beforeEach(async () => {
    local = createMemoryIndex(achievementIndex);
    await local.apply(puts);
  });

  it.each([1, 3])('answer, %i of them, what the same index answers in this thread', async (threads) => {
    await start(threads);
    const first = { q: '电池', limit: 7, facets: ['region'], filters: { region: ['330100'] } };
    const page = await index().search(first);
    expect(page).toEqual(await local.search(first));
    expect(page.total).toBe(20);
    const second = { ...first, cursor: page.nextCursor ?? '' };
    expect(await index().search(second)).toEqual(await local.search(second));
    const suggested = { q: '钙钛', limit: 3 };
    expect(await index().suggest(suggested)).toEqual(await local.suggest(suggested));
    const values = { facet: 'region', limit: 5 };
    expect(await index().facetValues(values)).toEqual(await local.facetValues(values));
    const named = { facet: 'institution', contains: 'institute', limit: 5 };
    expect(await index().facetValues(named)).toEqual(await local.facetValues(named));
    expect(await index().facetValues({ facet: 'institution', contains: 'yjs', limit: 5 })).toHaveLength(3);
  });

  it('split a search in a large index among themselves, and answer the same', async () => {
    await start(3);
    // What the pool is told decides, so that a test need not index half a million records
    pool.update('achievement', writer.state(), 500_000);
    for (const q of ['电池', 'perovskite', '钙钛矿 12', '第7号', 'nothing like it', '']) {
      const query = { q, limit: 12, facets: ['region', 'institution'] };
      expect(await index().search(query)).toEqual(await local.search(query));
    }
  });

  it('throw the errors of the index as what they are', async () => {
    await start(1);
    await expect(index().search({ q: '电池', limit: 5, cursor: 'nonsense' })).rejects.toThrow(InvalidCursorError);
    await expect(index().search({ limit: 5, sort: 'price' })).rejects.toThrow(RangeError);
    expect((await index().search({ limit: 0 })).total).toBe(40);
  });

  it('answer questions that are under way together, each its own', async () => {
    await start(2);
    const titles = Array.from({ length: 40 }, (_, i) => `第${i}号`);
    const pages = await Promise.all(titles.map((q) => index().search({ q, limit: 1 })));
    expect(pages.map(({ hits }) => hits[0]?.id)).toEqual(records.map(({ id }) => id));
  });

  it('see what changes while they are asked', async () => {
    await start(2);
    const before = index().search({ limit: 0 });
    pool.update('achievement', writer.apply([{ seq: 41, op: 'delete', id: 'r0' }]), 39);
    const after = index().search({ limit: 0 });
    expect([(await before).total, (await after).total]).toEqual([40, 39]);
  });

  it('have no index of a kind that they were not told of', async () => {
    await start(1);
    expect(pool.index('demand')).toBeUndefined();
  });

  it('are gone when the pool is closed', async () => {
    await start(2);
    const asked = index();
    await pool.close();
    expect(pool.size).toBe(0);
    expect(pool.index('achievement')).toBeUndefined();
    await expect(asked.search({ limit: 1 })).rejects.toThrow(IndexUnavailableError);
  });
});

describe('a search thread that fails', () => {
  it('answers every question that waits, and another thread takes its place', async () => {
    await start(1, FRAIL);
    const waiting = [index().search({ q: '崩溃', limit: 1 }), index().search({ q: '电池', limit: 1 })];
    for (const answer of await Promise.allSettled(waiting)) {
      expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(IndexUnavailableError) });
    }
    expect(pool.index('achievement')).toBeUndefined();
    expect(lines.join('')).toContain('a search thread was lost');
    await expect.poll(() => pool.index('achievement'), { timeout: 10_000, interval: 20 }).toBeDefined();
    expect((await index().search({ q: '电池', limit: 1 })).total).toBe(40);
  });

  it('leaves the others as they are', async () => {
    await start(2, FRAIL);
    await expect(index().search({ q: '崩溃', limit: 1 })).rejects.toThrow('its thread ended');
    expect((await index().search({ q: '电池', limit: 1 })).total).toBe(40);
    await expect.poll(() => pool.size, { timeout: 10_000, interval: 20 }).toBe(2);
  });

  it('lets no question wait for more than some seconds, and is given up when it has gone silent', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    await start(1, FRAIL);
    await index().search({ limit: 0 });
    const stuck = index().search({ q: '死循环', limit: 1 });
    const behind = index().search({ q: '电池', limit: 1 });
    vi.advanceTimersByTime(7_000);
    await expect(stuck).rejects.toThrow(IndexUnavailableError);
    await expect(behind).rejects.toThrow('busy');
    vi.advanceTimersByTime(60_000);
    await expect.poll(() => lines.join(''), { timeout: 10_000, interval: 20 }).toContain('a search thread was lost');
  });
});

it('uses as many threads as it is told to', async () => {
  pool = new ReaderPool({ threads: 3, logger: pino({ level: 'silent' }), onBlank: () => undefined });
  expect(pool.size).toBe(3);
});
