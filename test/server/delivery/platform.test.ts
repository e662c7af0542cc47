import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { DeskSubmission } from '../../../src/domain/desk.js';
import type { Platform } from '../../../src/server/platform.js';
import { eachStore } from '../../support/stores.js';
import { startQuietly } from '../http/support.js';
import { submitDemand } from '../http/submission-support.js';
import { readLetter, startMailServer } from './support.js';

eachStore('a platform with a mail server and a webhook', (openEmptyStore) => {
  let platform: Platform;
  let mail: Awaited<ReturnType<typeof startMailServer>>;
  let token: string;
  const events: { headers: IncomingMessage['headers']; body: { type: string; data: Record<string, unknown> } }[] = [];
  const receiver = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (text += chunk));
    request.on('end', () => {
      events.push({ headers: request.headers, body: JSON.parse(text) as (typeof events)[number]['body'] });
      response.writeHead(204).end();
    });
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    mail = await startMailServer();
    const store = await openEmptyStore();
    token = (await store.createToken({ label: '李工', scopes: ['desk', 'publish'] })).secret;
    await store.webhooks.add({
      url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`,
      events: ['submission.received', 'submission.transition', 'record.published'],
      allowsPrivate: false,
    });
    platform = await startQuietly({
      store,
      source: '示范平台',
      pollMs: 20,
      mail: { smtpUrl: mail.url, from: 'desk@platform.example', office: 'office@platform.example' },
    });
  }, 60_000);
  afterAll(async () => {
    await platform?.close();
    await mail?.stop();
    receiver.closeAllConnections();
    receiver.close();
  });

  it('writes to submitter and office, tells the webhook, and the address in the letter opens the submission', async () => {
    const { reference } = await submitDemand(platform);
    await vi.waitFor(() => expect(mail.letters).toHaveLength(2), { timeout: 20_000 });
    const receipt = mail.letters.find(({ to }) => to.includes('office@bearing.example'));
    const notice = mail.letters.find(({ to }) => to.includes('office@platform.example'));
    expect(readLetter(notice?.raw ?? '').headers.subject).toContain(reference);
    expect(readLetter(notice?.raw ?? '').text).not.toMatch(/王某|bearing\.example/);
    const [address = ''] = /https?:\S+\/submissions\/\S+/.exec(readLetter(receipt?.raw ?? '').text) ?? [];
    const state = await fetch(address, { headers: { accept: 'application/json' } });
    expect(await state.json()).toMatchObject({ reference, status: 'submitted' });

    const step = async (to: string, version: number): Promise<DeskSubmission> => {
      const response = await fetch(`${platform.url}/api/v1/desk/submissions/${reference}/transitions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ to, version }),
      });
      expect(response.status).toBe(200);
      return (await response.json()) as DeskSubmission;
    };
    const { version } = await step('firstReview', 1);
    const { recordId } = await step('published', version);
    await vi.waitFor(() => expect(mail.letters).toHaveLength(3), { timeout: 20_000 });
    const published = readLetter(mail.letters[2]?.raw ?? '').text;
    const [page = ''] = /https?:\S+\/demands\/\S+/.exec(published) ?? [];
    expect(page).toBe(`${platform.url}/demands/${recordId}`);
    expect((await fetch(page)).status).toBe(200);

    await vi.waitFor(() => expect(events).toHaveLength(4), { timeout: 20_000 });
    expect(events.map(({ body: { type, data } }) => `${type} ${String(data.status)}`).toSorted()).toEqual([
      'record.published published',
      'submission.received submitted',
      'submission.transition firstReview',
      'submission.transition published',
    ]);
    expect(JSON.stringify(events.map(({ body }) => body))).not.toMatch(/王某|bearing\.example|轴承有限公司/);
    expect(new Set(events.map(({ headers }) => headers['webhook-id'])).size).toBe(4);
    const metrics = await (await fetch(`${platform.url}/metrics`)).text();
    expect(metrics).toContain('yuniao_messages{channel="mail",state="sent"} 3');
    expect(metrics).toContain('yuniao_messages{channel="webhook",state="sent"} 4');
  }, 60_000);
});
