import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../../../src/server/store/store.js';
import { recordOf } from '../../support/records.js';
import { describeStores } from '../../support/stores.js';

describeStores('store', (given) => {
  describe('records', () => {
    it('says what became of each record: created, updated or unchanged', async () => {
      const { store } = given();
      expect(await store.putRecords([recordOf('a'), recordOf('b')])).toEqual({ created: 2, updated: 0, unchanged: 0 });
      const mixed = [recordOf('a'), recordOf('b', { status: 'closed' }), recordOf('c')];
      expect(await store.putRecords(mixed)).toEqual({ created: 1, updated: 1, unchanged: 1 });
      expect(await store.putRecords([])).toEqual({ created: 0, updated: 0, unchanged: 0 });
    });

    it('gives back what it was given', async () => {
      const { store } = given();
      const rich = recordOf('rich', {
        title: { 'zh-CN': '钙钛矿“叠层”电池', en: 'Perovskite \\u0000 is written out here' },
        places: [[120.1, 30.2]],
        nested: { emoji: '🧪𠮷', quote: `'"\\`, list: [1, 1.5, -3, 1e21, true, []], empty: {} },
        createdAt: '2026-01-01T08:00:00+08:00',
      });
      await store.putRecords([rich]);
      expect(await store.getRecord('achievement', 'rich')).toEqual(rich);
    });

    it('gives back any record that JSON can carry', async () => {
      const { store } = given();
      const storable = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'));
      const value = fc.jsonValue({ stringUnit: 'binary' }).filter((json) => !JSON.stringify(json).includes('\\u0000'));
      await fc.assert(
        fc.asyncProperty(storable, value, async (title, extra) => {
          const record = recordOf('any', { title: { en: title }, extra });
          await store.putRecords([record]);
          expect(await store.getRecord('achievement', 'any')).toEqual(JSON.parse(JSON.stringify(record)));
        }),
        { numRuns: 60 },
      );
    });

    it('leaves a record alone when only its times differ', async () => {
      const { store } = given();
      await store.putRecords([recordOf('a')]);
      const later = recordOf('a', { createdAt: '2026-02-02T00:00:00.000Z', updatedAt: '2026-02-02T00:00:00.000Z' });
      expect(await store.putRecords([later])).toEqual({ created: 0, updated: 0, unchanged: 1 });
      expect(await store.getRecord('achievement', 'a')).toEqual(recordOf('a'));
      expect(await store.outboxHead()).toBe(1);
    });

    it('keeps when a record was created and notes when it was replaced', async () => {
      const { store } = given();
      await store.putRecords([recordOf('a')]);
      const later = '2026-02-02T00:00:00.000Z';
      await store.putRecords([recordOf('a', { status: 'closed', createdAt: later, updatedAt: later })]);
      expect(await store.getRecord('achievement', 'a')).toEqual(recordOf('a', { status: 'closed', updatedAt: later }));
    });

    it('takes the last of several versions of a record in one call', async () => {
      const { store } = given();
      const versions = [recordOf('a', { status: 'draft' }), recordOf('b'), recordOf('a', { status: 'review' })];
      expect(await store.putRecords(versions)).toEqual({ created: 2, updated: 0, unchanged: 0 });
      expect(await store.getRecord('achievement', 'a')).toMatchObject({ status: 'review' });
      expect(await store.outboxHead()).toBe(2);
    });

    it('writes thousands of records in one transaction', async () => {
      const { store } = given();
      const many = Array.from({ length: 1234 }, (_, nr) => recordOf(`r${nr}`));
      expect(await store.putRecords(many)).toEqual({ created: 1234, updated: 0, unchanged: 0 });
      expect(await store.putRecords(many)).toEqual({ created: 0, updated: 0, unchanged: 1234 });
      expect(await store.countRecords('achievement')).toBe(1234);
    });

    it('keeps kinds apart', async () => {
      const { store } = given();
      const demand = recordOf('a', { kind: 'demand' });
      await store.putRecords([recordOf('a'), demand]);
      expect(await store.getRecord('demand', 'a')).toEqual(demand);
      expect(await store.countRecords('demand')).toBe(1);
      expect(await store.countRecords('event')).toBe(0);
      await store.deleteRecords('demand', ['a']);
      expect(await store.getRecord('achievement', 'a')).toEqual(recordOf('a'));
    });

    it('refuses a second id for the same source and stores nothing of that call', async () => {
      const { store } = given();
      await store.putRecords([recordOf('a')]);
      const rival = recordOf('rival', { source: recordOf('a').source });
      await expect(store.putRecords([recordOf('b'), rival])).rejects.toMatchObject({
        code: 'source-conflict',
        message: expect.stringContaining('source-a') as string,
      });
      expect(await store.countRecords('achievement')).toBe(1);
      expect(await store.outboxHead()).toBe(1);
    });

    it.each([
      ['U+0000 in a text', { title: { en: 'a\0b' } }, 'title.en', 'U+0000'],
      ['half a surrogate pair in a list', { keywords: ['fine', '\ud800'] }, 'keywords[1]', 'surrogate'],
      ['U+0000 in a field name', { extra: { 'a\0': 1 } }, 'a field name in extra', 'U+0000'],
    ])('refuses %s, naming record and place, and stores nothing of that call', async (_, fields, path, found) => {
      const { store } = given();
      const refused = store.putRecords([recordOf('fine'), recordOf('odd', fields)]);
      await expect(refused).rejects.toMatchObject({
        name: 'UnstorableTextError',
        path,
        message: expect.stringMatching(new RegExp(`achievement odd.*${found.replace('+', '\\+')}`)) as string,
      });
      expect(await store.isNew()).toBe(true);
    });

    it('finds records in the order asked for and leaves out ids without a record', async () => {
      const { store } = given();
      await store.putRecords([recordOf('a'), recordOf('b'), recordOf('c')]);
      const found = await store.getRecords('achievement', ['c', 'nobody', 'a', 'c', 'a\0', '\ud800']);
      expect(found.map(({ id }) => id)).toEqual(['c', 'a', 'c']);
      expect(await store.getRecords('achievement', [])).toEqual([]);
      expect(await store.getRecord('achievement', 'nobody')).toBeUndefined();
      expect(await store.getRecord('achievement', "a'; DROP TABLE records; --")).toBeUndefined();
      expect(await store.getRecord('achievement', 'a\0')).toBeUndefined();
    });

    it('walks all records of a kind by id, byte by byte order, page after page', async () => {
      const { store } = given();
      const ids = ['B', 'a', '_', '-', 'Z9', 'a1', 'a-1'];
      await store.putRecords(ids.map((id) => recordOf(id)));
      const walked: StoredRecord[] = [];
      for (;;) {
        const page = await store.scanRecords('achievement', walked.at(-1)?.id, 3);
        if (page.length === 0) break;
        walked.push(...page);
      }
      expect(walked.map(({ id }) => id)).toEqual([...ids].sort());
    });
  });

  describe('outbox', () => {
    it('notes each change once, in order', async () => {
      const { store } = given();
      await store.putRecords([recordOf('a'), recordOf('b')]);
      await store.putRecords([recordOf('a'), recordOf('b', { status: 'closed' })]);
      await store.deleteRecords('achievement', ['a', 'nobody']);
      const entries = await store.readOutbox(0, 10);
      expect(entries.map(({ id, op }) => `${op} ${id}`)).toEqual(['put a', 'put b', 'put b', 'delete a']);
      expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
      expect(entries[0]).toEqual({ seq: 1, kind: 'achievement', id: 'a', op: 'put' });
      expect(await store.outboxHead()).toBe(entries.at(-1)?.seq);
    });

    it('is read from any position, a part at a time', async () => {
      const { store } = given();
      await store.putRecords(['a', 'b', 'c', 'd'].map((id) => recordOf(id)));
      const [first, second] = await store.readOutbox(0, 2);
      expect([first?.id, second?.id]).toEqual(['a', 'b']);
      expect((await store.readOutbox(second?.seq ?? 0, 10)).map(({ id }) => id)).toEqual(['c', 'd']);
      expect(await store.readOutbox(await store.outboxHead(), 10)).toEqual([]);
    });

    it('says whether the store ever held a record, even when all are gone', async () => {
      const { store } = given();
      expect(await store.isNew()).toBe(true);
      expect(await store.outboxHead()).toBe(0);
      expect(await store.lastChange()).toBeUndefined();
      await store.putRecords([recordOf('a')]);
      expect(await store.deleteRecords('achievement', ['a', 'a', 'nobody', 'a\0'])).toBe(1);
      expect(await store.countRecords('achievement')).toBe(0);
      expect(await store.isNew()).toBe(false);
    });

    it('tells when a record last changed', async () => {
      const { store } = given();
      const before = Date.now();
      await store.putRecords([recordOf('a')]);
      const first = (await store.lastChange()) ?? '';
      expect(new Date(first).toISOString()).toBe(first);
      expect(Math.abs(Date.parse(first) - before)).toBeLessThan(60_000);
      await store.putRecords([recordOf('a')]);
      expect(await store.lastChange()).toBe(first);
      await store.deleteRecords('achievement', ['a']);
      expect(Date.parse((await store.lastChange()) ?? '')).toBeGreaterThanOrEqual(Date.parse(first));
    });

    it('loses and doubles nothing when many write at once', async () => {
      const { store } = given();
      const writers = Array.from({ length: 8 }, (_, writer) =>
        store.putRecords(Array.from({ length: 20 }, (__, nr) => recordOf(`w${writer}-${nr}`))),
      );
      const same = Array.from({ length: 8 }, () => store.putRecords([recordOf('same'), recordOf('other')]));
      const results = await Promise.all([...writers, ...same]);
      expect(results.reduce((sum, { created }) => sum + created, 0)).toBe(162);
      expect(results.reduce((sum, { unchanged }) => sum + unchanged, 0)).toBe(14);
      const entries = await store.readOutbox(0, 1000);
      expect(new Set(entries.map(({ id }) => id)).size).toBe(162);
      expect(entries).toHaveLength(162);
    });
  });
});
