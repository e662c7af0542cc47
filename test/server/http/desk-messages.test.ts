import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Platform } from '../../../src/server/platform.js';
import type { MessageRow } from '../../../src/server/store/store.js';
import { openTestStore } from '../../support/stores.js';
import { submitDemand } from './submission-support.js';
import { startQuietly } from './support.js';

let platform: Platform;
let tokens: { desk: string; importer: string };
beforeAll(async () => {
  const store = await openTestStore();
  tokens = {
    desk: (await store.createToken({ label: '办公室', scopes: ['desk'] })).secret,
    importer: (await store.createToken({ label: '导入', scopes: ['import'] })).secret,
  };
  platform = await startQuietly({ store });
}, 60_000);
afterAll(() => platform?.close());

const ask = (path: string, token: string, method = 'GET'): Promise<Response> =>
  fetch(`${platform.url}/api/v1/desk/messages${path}`, { method, headers: { authorization: `Bearer ${token}` } });

it('letters that wait for a mail server are seen at the desk, without a text or an address', async () => {
  const { reference } = await submitDemand(platform);
  const response = await ask('', tokens.desk);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const text = await response.text();
  const { items } = JSON.parse(text) as { items: MessageRow[] };
  expect(items).toMatchObject([
    { reference, channel: 'mail', target: 'submitter', subject: 'receipt', state: 'waiting', attempts: 0 },
    { reference, channel: 'mail', target: 'office', subject: 'office-new', state: 'waiting', attempts: 0 },
  ]);
  expect(text).not.toMatch(/bearing\.example|key=/);
  expect((await ask('', tokens.importer)).status).toBe(403);

  const again = await ask(`/${items[0]?.id}/retry`, tokens.desk, 'POST');
  expect(await again.json()).toEqual({ retried: 1 });
  expect((await ask('/999999/retry', tokens.desk, 'POST')).status).toBe(404);
  expect((await ask('/x/retry', tokens.desk, 'POST')).status).toBe(404);
  expect((await ask(`/${items[0]?.id}/retry`, tokens.importer, 'POST')).status).toBe(403);
});
