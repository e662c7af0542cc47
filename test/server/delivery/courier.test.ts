import { pino } from 'pino';
import { beforeEach, expect, it } from 'vitest';
import { Courier, type Outcome, PAUSES_MS } from '../../../src/server/delivery/courier.js';
import { enqueue } from '../../../src/server/delivery/enqueue.js';
import type { DueMessage } from '../../../src/server/store/store.js';
import { describeStores } from '../../support/stores.js';

const start = Date.parse('2026-05-18T01:02:03.004Z');

describeStores('the courier', (given) => {
  let now = new Date(start);
  let delivered: DueMessage[] = [];
  beforeEach(() => {
    now = new Date(start);
    delivered = [];
  });

  const put = async (count: number): Promise<void> => {
    const { database } = given();
    await given().store.webhooks.add({
      url: 'https://example.org/',
      events: ['record.published'],
      allowsPrivate: false,
    });
    for (let nr = 0; nr < count; nr += 1) {
      const data = { reference: `D26-AAAA-AA0${nr}`, kind: 'demand', status: 'published', title: { en: 'x' } } as const;
      await enqueue(database, { channel: 'webhook', target: 'record.published', payload: data }, now.toISOString());
    }
  };
  const courier = (outcome: (message: DueMessage) => Outcome, slots = 4): Courier =>
    new Courier({
      channel: 'webhook',
      messages: given().store.messages,
      logger: pino({ level: 'silent' }),
      now: () => now,
      slots,
      deliver: async (message) => {
        delivered.push(message);
        return outcome(message);
      },
    });

  it('keeps a secret link no longer than a week for a letter that nobody sends', async () => {
    const { database, store } = given();
    const statusUrl = 'https://platform.example.org/submissions/D26-AAAA-AA00?key=secret';
    await database.query(
      `INSERT INTO messages (reference, channel, target, payload, created_at, next_at)
       VALUES ('D26-AAAA-AA00', 'mail', 'submitter', $1::text::jsonb, $2::timestamptz, $2::timestamptz)`,
      [JSON.stringify({ template: 'receipt', statusUrl }), now.toISOString()],
    );
    const kept = async (): Promise<string> =>
      JSON.stringify(await database.query<{ payload: string }>('SELECT payload::text AS payload FROM messages'));
    const day = 24 * 3600 * 1000;
    await store.messages.prune(new Date(start + 6 * day));
    expect(await kept()).toContain('secret');
    await store.messages.prune(new Date(start + 8 * day));
    expect(await kept()).toContain('receipt');
    expect(await kept()).not.toContain('secret');
  });

  it('delivers each message once, under a key of its own', async () => {
    await put(3);
    const one = courier(() => 'sent');
    await one.look();
    await one.look();
    expect(delivered).toHaveLength(3);
    expect(new Set(delivered.map(({ key }) => key)).size).toBe(3);
    expect(await given().store.messages.count()).toEqual([{ channel: 'webhook', state: 'sent', count: 3 }]);
  });

  it('never hands a message to two that look at once', async () => {
    await put(8);
    const couriers = [courier(() => 'sent', 8), courier(() => 'sent', 8), courier(() => 'sent', 8)];
    await Promise.all(couriers.map((each) => each.look()));
    expect(delivered.map(({ id }) => id).toSorted((a, b) => a - b)).toHaveLength(8);
    expect(new Set(delivered.map(({ id }) => id)).size).toBe(8);
  });

  it('delivers again, under the same key, what was under way when a process was killed', async () => {
    await put(1);
    const [taken] = await given().store.messages.claim('webhook', 1, now, 60_000);
    const other = courier(() => 'sent');
    await other.look();
    expect(delivered).toEqual([]);
    now = new Date(start + 60_000);
    await other.look();
    expect(delivered.map(({ key, attempt }) => [key, attempt])).toEqual([[taken?.key, 2]]);
  });

  it('tries again after pauses that grow, then gives up until an operator asks for more', async () => {
    await put(1);
    const { messages } = given().store;
    const one = courier(() => ({ failure: 'HTTP 500' }));
    const pauses: number[] = [];
    for (;;) {
      await one.look();
      const [row] = await messages.list();
      if (row?.nextAt === undefined) break;
      pauses.push(Date.parse(row.nextAt) - now.getTime());
      now = new Date(row.nextAt);
    }
    expect(pauses).toEqual(PAUSES_MS);
    expect(await messages.list()).toMatchObject([
      { state: 'failed', attempts: PAUSES_MS.length + 1, error: 'HTTP 500', subject: 'record.published' },
    ]);
    now = new Date(now.getTime() + 365 * 86_400_000);
    await one.look();
    expect(delivered).toHaveLength(PAUSES_MS.length + 1);

    expect(await messages.retry(delivered[0]?.id, now)).toBe(1);
    await courier(() => 'sent').look();
    expect(await messages.count()).toEqual([{ channel: 'webhook', state: 'sent', count: 1 }]);
  });

  it('gives up at once where no attempt can help, and forgets what nobody can receive', async () => {
    await put(2);
    await courier(({ id }) => (id === delivered[0]?.id ? 'dropped' : { failure: 'HTTP 410', isFinal: true })).look();
    expect(await given().store.messages.list()).toMatchObject([{ state: 'failed', attempts: 1, error: 'HTTP 410' }]);
  });

  it('takes an error that was thrown for one that may pass', async () => {
    await put(1);
    await courier(() => {
      throw new TypeError('with an address of somebody in it');
    }).look();
    expect(await given().store.messages.list()).toMatchObject([{ state: 'waiting', error: 'TypeError' }]);
  });

  it('keeps what was delivered for a month', async () => {
    await put(1);
    await courier(() => 'sent').look();
    now = new Date(start + 29 * 86_400_000);
    await courier(() => 'sent').look();
    expect(await given().store.messages.count()).toHaveLength(1);
    now = new Date(start + 31 * 86_400_000);
    await courier(() => 'sent').look();
    expect(await given().store.messages.count()).toEqual([]);
  });

  it('has what is put up delivered while it runs, and nothing after it stopped', async () => {
    let tell = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const one = new Courier({
      channel: 'webhook',
      messages: given().store.messages,
      logger: pino({ level: 'silent' }),
      pollMs: 5,
      deliver: async (message) => {
        delivered.push(message);
        tell();
        return 'sent';
      },
    });
    one.start();
    await put(1);
    await arrived;
    await one.stop();
    expect(await given().store.messages.count()).toEqual([{ channel: 'webhook', state: 'sent', count: 1 }]);
    await put(1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(delivered).toHaveLength(1);
  });
});
