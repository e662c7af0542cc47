import { expect, it, vi } from 'vitest';
import { run, emptyData, withStore } from './support.js';

vi.mock(import('../../src/server/store/index.js'), async (original) => {
  const { keepOpen } = await import('./keep-open.js');
  return keepOpen(await original());
});

it('yuniao webhook shows a secret once, lists webhooks without it and removes them', async () => {
  const data = await emptyData();
  expect((await run(['webhook', 'list', '--data', data])).err).toBe('No webhook is registered.\n');
  const events = ['--event', 'record.published', '--event', 'submission.received'];
  const made = await run(['webhook', 'add', '--url', 'https://district.example/hook', ...events, '--data', data]);
  const secret = made.out.trim();
  const [webhook] = await withStore(data, (store) => store.webhooks.list());
  expect(webhook).toMatchObject({ secret, events: ['record.published', 'submission.received'], allowsPrivate: false });
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const listed = await run(['webhook', 'list', '--data', data]);
  expect(listed.out).toContain('https://district.example/hook');
  expect(listed.out + made.err).not.toContain(secret);
  const id = webhook?.id ?? '';
  expect((await run(['webhook', 'remove', id, '--data', data])).err).toBe(`Removed the webhook ${id}.\n`);
  expect(await run(['webhook', 'remove', id, '--data', data])).toMatchObject({ code: 1 });
}, 60_000);

it('yuniao message says when nothing waits, and what it does not know', async () => {
  const data = await emptyData();
  expect(await run(['message', 'list', '--data', data])).toMatchObject({
    code: 0,
    err: 'No letter or event is undelivered.\n',
  });
  expect(await run(['message', 'retry', '7', '--data', data])).toMatchObject({
    code: 1,
    err: expect.stringContaining('no undelivered letter or event with the id 7') as string,
  });
}, 60_000);
