import { describe, expect, it } from 'vitest';
import { RecordCache } from '../../../src/server/index/record-cache.js';
import type { Store, StoredRecord } from '../../../src/server/store/store.js';
import { achievement as recordOf } from '../http/support.js';

/** A store of records that notes what it is asked for, and answers when told to. */
function watchedStore(records: StoredRecord[]) {
  const asked: string[][] = [];
  let gate: Promise<void> = Promise.resolve();
  const getRecords = async (_kind: string, ids: readonly string[]): Promise<StoredRecord[]> => {
    asked.push([...ids]);
    const found = ids.flatMap((id) => records.find((record) => record.id === id) ?? []);
    await gate;
    return found;
  };
  const hold = (until: Promise<void>): void => {
    gate = until;
  };
  return { store: { getRecords } as Partial<Store> as Store, asked, hold };
}

describe('the cache of shown records', () => {
  it('asks the store only for what it does not have, and keeps the order asked for', async () => {
    const { store, asked } = watchedStore(['a', 'b', 'c'].map((id) => recordOf(id)));
    const cache = new RecordCache(store);
    await cache.getRecords('achievement', ['b', 'a']);
    const records = await cache.getRecords('achievement', ['c', 'x', 'a', 'b']);
    expect(records.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(asked).toEqual([
      ['b', 'a'],
      ['c', 'x'],
    ]);
  });

  it('reads a record again once it has changed', async () => {
    const records = [recordOf('a')];
    const { store } = watchedStore(records);
    const cache = new RecordCache(store);
    await cache.getRecords('achievement', ['a']);
    records[0] = recordOf('a', { status: 'closed' });
    cache.forget('achievement', ['a']);
    expect((await cache.getRecords('achievement', ['a']))[0]?.status).toBe('closed');
  });

  it('does not keep what was read before a change that came in meanwhile', async () => {
    const records = [recordOf('a')];
    const { store, hold } = watchedStore(records);
    const cache = new RecordCache(store);
    let release = (): void => undefined;
    hold(
      new Promise((resolve) => {
        release = resolve;
      }),
    );
    const slow = cache.getRecords('achievement', ['a']);
    records[0] = recordOf('a', { status: 'closed' });
    cache.forget('achievement', ['a']);
    release();
    await slow;
    expect((await cache.getRecords('achievement', ['a']))[0]?.status).toBe('closed');
  });

  it('holds no more than it may, the latest first', async () => {
    const { store, asked } = watchedStore(['a', 'b', 'c'].map((id) => recordOf(id)));
    const cache = new RecordCache(store, 2);
    for (const id of ['a', 'b', 'a', 'c', 'a', 'b']) await cache.getRecords('achievement', [id]);
    expect(asked.flat()).toEqual(['a', 'b', 'c', 'b']);
  });
});
