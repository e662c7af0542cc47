import { expect, it } from 'vitest';
import { enqueue } from '../../../src/server/delivery/enqueue.js';
import type { Message } from '../../../src/server/delivery/message.js';
import type { Queryable } from '../../../src/server/store/database.js';
import { describeStores } from '../../support/stores.js';
import { addSubmission } from './support.js';

const at = '2026-05-18T01:02:03.004Z';
const data = {
  reference: 'D26-AAAA-AAAA',
  kind: 'demand',
  status: 'submitted',
  title: { 'zh-CN': '涂层' },
} as const;
const event: Message = { channel: 'webhook', target: 'submission.received', payload: data };
const letter: Message = {
  channel: 'mail',
  reference: 'D26-AAAA-AAAA',
  target: 'submitter',
  payload: { template: 'receipt', kind: 'demand', title: { 'zh-CN': '涂层' }, lang: 'zh-CN' },
};

const kept = (database: Queryable) =>
  database.query<{ target: string; payload: string }>(
    'SELECT reference, channel, target, payload::text AS payload FROM messages ORDER BY id',
  );

describeStores('what is put up for delivery', (given) => {
  const addWebhook = (id: string, events: readonly string[]) =>
    given().database.query(
      `INSERT INTO webhooks (id, url, secret, events, created_at)
       VALUES ($1, 'https://example.org/', 'whsec_x', $2::text::jsonb, now())`,
      [id, JSON.stringify(events)],
    );

  it('is an event for each webhook that asked for it', async () => {
    await addWebhook('one', ['submission.received', 'record.published']);
    await addWebhook('two', ['record.published']);
    await given().database.transaction((tx) => enqueue(tx, event, at));
    const [message, ...more] = await kept(given().database);
    expect(more).toEqual([]);
    expect(message).toMatchObject({ reference: 'D26-AAAA-AAAA', channel: 'webhook', target: 'one' });
    expect(JSON.parse(message?.payload ?? '')).toEqual({ type: 'submission.received', at, data });
  });

  it('is a letter where its reader has agreed to be written to', async () => {
    const { database } = given();
    await addSubmission(database, { reference: 'D26-AAAA-AAAA', email: 'li@example.org' });
    await database.transaction((tx) => enqueue(tx, letter, at));
    expect(await kept(database)).toHaveLength(1);
  });

  it('is no letter without that consent, or after it was withdrawn', async () => {
    const { database } = given();
    await addSubmission(database, { reference: 'D26-AAAA-AAAA', email: 'li@example.org', purposes: ['statistics'] });
    await database.transaction((tx) => enqueue(tx, letter, at));
    await addSubmission(database, { reference: 'D26-BBBB-BBBB', email: 'li@example.org' });
    await database.query('UPDATE consents SET withdrawn_at = now()');
    await database.transaction((tx) => enqueue(tx, { ...letter, reference: 'D26-BBBB-BBBB' }, at));
    expect(await kept(database)).toEqual([]);
  });

  it('goes with the change that it tells of, when that is rolled back', async () => {
    await addWebhook('one', ['submission.received']);
    const failing = given().database.transaction(async (tx) => {
      await enqueue(tx, event, at);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await kept(given().database)).toEqual([]);
  });
});
