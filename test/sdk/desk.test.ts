// The desk of the SDK and the platform together; that each promise is kept is tested beside the platform's routes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient, type RequestEvent } from '../../src/sdk/index.js';
import type { Platform } from '../../src/server/platform.js';
import { startQuietly } from '../server/http/support.js';
import { openTestStore } from '../support/stores.js';
import { demandDraft, submitter } from '../support/submissions.js';
import { rejectionOf } from './fake-fetch.js';

describe('client.desk', () => {
  let platform: Platform;
  let token: string;
  let reference: string;
  beforeAll(async () => {
    platform = await startQuietly({ store: await openTestStore(), source: '示例平台' });
    token = (await platform.store.createToken({ label: '张工', scopes: ['desk', 'publish', 'privacy'] })).secret;
    ({ reference } = await platform.store.submissions.receive({
      kind: 'demand',
      draft: demandDraft(),
      submitter,
      consents: [],
      attachments: [],
      body: '{}',
      idempotencyKey: 'one',
      source: '示例平台',
      suspicious: false,
      lang: 'zh-CN',
      statusUrl: () => '',
    }));
  }, 60_000);
  afterAll(() => platform?.close());

  it('sends its token as a header, never in an address, beside the headers of the caller', async () => {
    const urls: string[] = [];
    const seen: (string | null)[][] = [];
    const client = createClient({
      baseUrl: platform.url,
      headers: { 'x-office': 'a' },
      hooks: { onRequest: ({ url }: RequestEvent) => void urls.push(url) },
      fetch: (request) => {
        const { headers } = new Request(request);
        seen.push([headers.get('authorization'), headers.get('x-office'), headers.get('x-request-id')]);
        return fetch(request);
      },
    });
    const desk = client.desk(token);
    await desk.list({ q: '轴承', kinds: ['demand'], statuses: ['submitted', 'review'], suspicious: false, limit: 5 });
    await desk.get(reference, { lang: 'en', headers: () => ({ 'x-request-id': 'r1' }) });
    await client.demands.list();
    expect(seen).toEqual([
      [`Bearer ${token}`, 'a', null],
      [`Bearer ${token}`, 'a', 'r1'],
      [null, 'a', null],
    ]);
    expect(urls.join()).not.toContain(token);
    expect(new URL(urls[0] ?? '').search).toBe(
      '?kind=demand&status=submitted&status=review&q=%E8%BD%B4%E6%89%BF&suspicious=false&limit=5',
    );
  });

  it('takes a demand to the public, in the language of the caller', async () => {
    const client = createClient({ baseUrl: platform.url });
    const desk = client.desk(token);
    expect((await desk.list({ lang: 'en' })).facets[0]?.values[0]?.label).toBe('Submitted');
    const reviewed = await desk.transition(
      reference,
      { to: 'firstReview', version: 1, note: 'Welcome' },
      { lang: 'en' },
    );
    expect(reviewed.history.at(-1)?.note).toEqual({ en: 'Welcome' });
    const { recordId = '' } = await desk.transition(reference, { to: 'published', version: reviewed.version });
    expect(await client.demands.get(recordId)).toMatchObject({ source: { id: reference } });
    expect(await desk.personalData(reference)).toMatchObject({ submitter });
    expect(await desk.erase(reference)).not.toHaveProperty('submitter');
    expect(await desk.verifyAudit()).toMatchObject({ entries: 5 });
  });

  it('says what went wrong as an HttpError', async () => {
    const client = createClient({ baseUrl: platform.url, retries: 0 });
    expect(await rejectionOf(client.desk('yn_wrong').me())).toMatchObject({ status: 401 });
    const desk = client.desk(token);
    expect(await rejectionOf(desk.get('D26-0000-0000'))).toMatchObject({ status: 404, code: 'not-found' });
    expect(await rejectionOf(desk.assign(reference, { assignee: '李工', version: 1 }))).toMatchObject({ status: 409 });
    expect(await rejectionOf(desk.get('..'))).toMatchObject({ code: 'config' });
    expect(await rejectionOf(desk.get(reference, { signal: AbortSignal.abort() }))).toMatchObject({
      name: 'AbortError',
    });
  });
});
