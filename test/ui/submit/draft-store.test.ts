import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  DRAFT_DAYS,
  DraftStore,
  type Kept,
  type KeptElsewhere,
  type KeptId,
} from '../../../src/ui/submit/draft-store.js';
import { until } from '../../support/testing.js';

const DAY_MS = 24 * 60 * 60_000;
const stores: DraftStore[] = [];

function open(onElsewhere?: (change: KeptElsewhere) => void): DraftStore {
  const store = new DraftStore(onElsewhere);
  store.listen();
  stores.push(store);
  return store;
}

function draftId(): KeptId {
  return [crypto.randomUUID(), 'draft', ''];
}

afterEach(() => {
  vi.useRealTimers();
  for (const store of stores.splice(0)) store.close();
});

describe('DraftStore', () => {
  it('keeps whatever can be cloned, files too, for the next visit', async () => {
    const [id, store] = [draftId(), open()];
    const file = new File(['%PDF-1.7'], '技术方案.pdf', { type: 'application/pdf' });
    const value = { title: '耐高温密封圈 🐦 <script>', rows: [{ value: 35, unit: 'kV' }], at: new Date(0), file };
    await store.put(id, value);
    store.close();
    const [kept] = await open().all(id[0]);
    expect(kept?.value).toMatchObject({ title: value.title, rows: value.rows, at: value.at });
    expect(await (kept as Kept<{ file: File }>).value.file.text()).toBe('%PDF-1.7');
    expect(store.isDurable).toBe(true);
  });

  it('gives what is of one form only, oldest first', async () => {
    const [[key], store] = [draftId(), open()];
    vi.useFakeTimers({ toFake: ['Date'] });
    for (const [index, name] of ['c', 'a', 'b'].entries()) {
      vi.setSystemTime(Date.now() + index);
      await store.put([key, 'sending', name], name);
    }
    await store.put([`${key}!`, 'draft', ''], 'of another form');
    expect((await store.all(key)).map(({ value }) => value)).toEqual(['c', 'a', 'b']);
  });

  it('removes', async () => {
    const [id, store] = [draftId(), open()];
    await store.put(id, 'x');
    await store.remove(id);
    expect(await open().all(id[0])).toEqual([]);
  });

  it(`removes by itself what nobody has touched for ${DRAFT_DAYS} days`, async () => {
    const [old, fresh, store] = [draftId(), draftId(), open()];
    vi.useFakeTimers({ toFake: ['Date'] });
    const now = Date.now();
    vi.setSystemTime(now - DRAFT_DAYS * DAY_MS - 1);
    await store.put(old, 'old');
    vi.setSystemTime(now - DRAFT_DAYS * DAY_MS + DAY_MS);
    await store.put(fresh, 'fresh');
    vi.setSystemTime(now);
    const later = open();
    expect(await later.all(old[0])).toEqual([]);
    expect(await later.all(fresh[0])).toHaveLength(1);
  });

  it('holds in memory what the browser refuses to keep, and says so', async () => {
    const [id, store] = [draftId(), open()];
    vi.spyOn(console, 'warn').mockReturnValue();
    await store.put(id, { cannotBeCloned: () => undefined });
    expect(store.isDurable).toBe(false);
    expect(await store.all(id[0])).toHaveLength(1);
    await store.put(id, 'can');
    expect(store.isDurable).toBe(true);
    expect((await store.all(id[0])).map(({ value }) => value)).toEqual(['can']);
  });

  it('goes on after the user has cleared the site away', async () => {
    const [id, store] = [draftId(), open()];
    await store.put(id, 'x');
    for (const other of stores) other.close();
    await new Promise((resolve) => (indexedDB.deleteDatabase('yuniao-drafts').onsuccess = resolve));
    expect(await store.all(id[0])).toEqual([]);
    await store.put(id, 'y');
    expect(await store.all(id[0])).toHaveLength(1);
  });

  it('tells other pages of what it keeps and removes, not itself', async () => {
    const id = draftId();
    const [own, others]: [KeptElsewhere[], KeptElsewhere[]] = [[], []];
    const store = open((change) => own.push(change));
    open((change) => others.push(change));
    await store.put(id, 'x');
    await store.remove(id, 'sent');
    await until(() => others.filter((change) => change.id[0] === id[0]).length === 2);
    expect(others.map(({ change }) => change)).toEqual(['put', 'sent']);
    expect(own).toEqual([]);
  });

  it('keeps at once what a page says right before it goes, and moves it on when there is time', async () => {
    const [id, store] = [draftId(), open()];
    const inStorage = (): string => JSON.stringify(Object.assign({}, localStorage));
    const put = store.put(id, 'last words', true);
    expect(inStorage()).toContain('last words');
    await put;
    expect(inStorage()).not.toContain('last words');
    expect(await store.all(id[0])).toHaveLength(1);
  });

  it('takes the newer of what was kept in time and of last words, and forgets both', async () => {
    const [id, store] = [draftId(), open()];
    const { savedAt } = await store.put(id, 'in time');
    const name = `yuniao-drafts:${JSON.stringify(id)}`;
    localStorage.setItem(name, JSON.stringify({ id, savedAt: savedAt - 1, value: 'older' }));
    expect((await store.all(id[0])).map(({ value }) => value)).toEqual(['in time']);
    localStorage.setItem(name, JSON.stringify({ id, savedAt: savedAt + 1, value: 'newer' }));
    expect((await store.all(id[0])).map(({ value }) => value)).toEqual(['newer']);
    await store.remove(id);
    expect(await store.all(id[0])).toEqual([]);
    expect(localStorage.getItem(name)).toBeNull();
  });
});
