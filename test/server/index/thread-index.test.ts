import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { achievementIndex, createMemoryIndex, InvalidCursorError } from '../../../src/search/index.js';
import { IndexUnavailableError } from '../../../src/server/index/index-errors.js';
import { ThreadIndex } from '../../../src/server/index/thread-index.js';
import { achievement } from '../http/support.js';

const FRAIL = new URL('./support/frail-worker.ts', import.meta.url);
const records = Array.from({ length: 40 }, (_, i) =>
  achievement(`r${i}`, {
    title: { 'zh-CN': `第${i}号钙钛矿电池`, en: `Perovskite cell ${i}` },
    keywords: { 'zh-CN': ['光伏'] },
    region: i % 2 ? '330100' : '310000',
  }),
);
const changes = records.map((record, i) => ({ seq: i + 1, id: record.id, record }));

let index: ThreadIndex;
async function start(program?: URL): Promise<void> {
  index = new ThreadIndex('achievement', program);
  await index.applyRecords(changes);
}
afterEach(async () => {
  vi.useRealTimers();
  await index.close();
});

describe('an index in a thread', () => {
  beforeEach(() => start());

  it('answers what the same index answers in this thread', async () => {
    const local = createMemoryIndex(achievementIndex);
    await local.apply(
      records.map((record, i) => ({ seq: i + 1, op: 'put', document: achievementIndex.toDocument(record) })),
    );
    const first = { q: '电池', limit: 7, facets: ['region'], filters: { region: ['330100'] } };
    const page = await index.search(first);
    expect(page).toEqual(await local.search(first));
    expect(page.total).toBe(20);
    const second = { ...first, cursor: page.nextCursor ?? '' };
    expect(await index.search(second)).toEqual(await local.search(second));
    const suggested = { q: '钙钛', limit: 3 };
    expect(await index.suggest(suggested)).toEqual(await local.suggest(suggested));
    const values = { facet: 'region', limit: 5 };
    expect(await index.facetValues(values)).toEqual(await local.facetValues(values));
    expect(await index.stats()).toEqual(await local.stats());
    expect(await index.snapshot()).toEqual(await local.snapshot());
  });

  it('takes published records in and all others out, and documents as any index does', async () => {
    const draft = { ...achievement('r1'), status: 'draft' };
    const stats = await index.applyRecords([
      { seq: 41, id: 'r0' },
      { seq: 42, id: 'r1', record: draft },
    ]);
    expect(stats).toMatchObject({ documents: 38, seq: 42 });
    const document = achievementIndex.toDocument(achievement('new'));
    expect(await index.apply([{ seq: 43, op: 'put', document }])).toBe(43);
    expect((await index.search({ limit: 0 })).total).toBe(39);
  });

  it('throws the errors of the index as what they are', async () => {
    await expect(index.search({ q: '电池', limit: 5, cursor: 'nonsense' })).rejects.toThrow(InvalidCursorError);
    await expect(index.search({ limit: 5, sort: 'price' })).rejects.toThrow(RangeError);
    expect((await index.search({ limit: 0 })).total).toBe(40);
  });

  it('answers calls that are under way together, each its own', async () => {
    const titles = Array.from({ length: 40 }, (_, i) => `第${i}号`);
    const pages = await Promise.all(titles.map((q) => index.search({ q, limit: 1 })));
    expect(pages.map(({ hits }) => hits[0]?.id)).toEqual(records.map(({ id }) => id));
  });

  it('refuses after it was closed', async () => {
    await index.close();
    await expect(index.search({ limit: 1 })).rejects.toThrow(IndexUnavailableError);
  });
});

describe('an index whose thread fails', () => {
  beforeEach(() => start(FRAIL));

  it('answers every call that waits when the thread ends, and all later ones', async () => {
    const waiting = [index.search({ q: '崩溃', limit: 1 }), index.search({ q: '电池', limit: 1 }), index.stats()];
    const answers = await Promise.allSettled(waiting);
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(IndexUnavailableError) });
    }
    expect((await index.lost).message).toContain('its thread ended');
    await expect(index.search({ limit: 1 })).rejects.toThrow(IndexUnavailableError);
  });

  it('lets no question wait for more than some seconds, and gives up a thread that has gone silent', async () => {
    await index.close();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    await start(FRAIL);
    const stuck = index.search({ q: '死循环', limit: 1 });
    const behind = index.search({ q: '电池', limit: 1 });
    vi.advanceTimersByTime(7_000);
    await expect(stuck).rejects.toThrow(IndexUnavailableError);
    await expect(behind).rejects.toThrow('busy');
    const applying = index.applyRecords([{ seq: 50, id: 'r0' }]);
    vi.advanceTimersByTime(60_000);
    await expect(applying).rejects.toThrow('its thread ended');
    expect((await index.lost).message).toContain('its thread ended');
  });
});
