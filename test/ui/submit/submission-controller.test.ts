import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NetworkError, TimeoutError } from '../../../src/sdk/index.js';
import { until } from '../../support/testing.js';
import { bodyOf, FakePlatform, httpError, receipt, TestForm } from './support.js';

let platform: FakePlatform;
let form: TestForm;
/** So that one test's draft is no other's. */
let draftKey: string;

/** A visit to the page: a new element, which finds what the browser has kept. */
async function visit(properties: Partial<TestForm> = {}): Promise<TestForm> {
  const opened = Object.assign(new TestForm(), { client: platform.client, draftKey }, properties);
  document.body.append(opened);
  await until(() => opened.submission.isReady);
  return opened;
}

beforeEach(async () => {
  platform = new FakePlatform();
  draftKey = crypto.randomUUID();
  form = await visit();
});
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe('sending', () => {
  it('gives what was typed to the platform, and the receipt to the form', async () => {
    form.type('耐高温密封圈');
    void form.send();
    const sent = await platform.arrival();
    expect(form.submission.phase).toBe('sending');
    expect(sent.body).toEqual(bodyOf('耐高温密封圈'));
    sent.answer();
    await until(() => form.submission.phase === 'sent');
    expect(form.receipts).toEqual([receipt]);
    expect(form.submission.receipt).toEqual(receipt);
  });

  it('sends once for two clicks', async () => {
    void form.send();
    void form.send();
    (await platform.arrival()).answer();
    await until(() => form.submission.phase === 'sent');
    await form.send();
    expect(platform.sent).toHaveLength(1);
  });

  it.each([
    ['the network is gone', new NetworkError()],
    ['there is no answer in time', new TimeoutError({ timeoutMs: 30_000 })],
    ['the platform is busy', httpError(429, { retryAfterMs: 0 })],
    ['the platform fails', httpError(500)],
    ['the platform is down', httpError(503)],
    ['a gateway fails', httpError(520)],
  ])('waits and sends the same again when %s', async (_, error) => {
    form.type('耐高温密封圈');
    void form.send();
    const first = await platform.arrival();
    first.refuse(error);
    await until(() => form.submission.phase === 'waiting');
    expect(form.submission.error).toBe(error);
    expect(Date.parse(form.submission.nextTryAt ?? '')).toBeGreaterThan(Date.now() - 1000);
    form.submission.retry();
    const second = await platform.arrival(2);
    expect(second.key).toBe(first.key);
    expect(second.body).toEqual(first.body);
    second.answer();
    await until(() => form.submission.phase === 'sent');
    expect(form.receipts).toEqual([receipt]);
  });

  it('waits as long as the platform asks for', async () => {
    void form.send();
    const asked = Date.now() + 120_000;
    (await platform.arrival()).refuse(httpError(429, { retryAfterMs: 120_000 }));
    await until(() => form.submission.phase === 'waiting');
    expect(Date.parse(form.submission.nextTryAt ?? '')).toBeGreaterThanOrEqual(asked);
  });

  it('sends again by itself when the pause is over', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    try {
      void form.send();
      (await platform.arrival()).refuse(httpError(503));
      await vi.waitFor(() => expect(form.submission.phase).toBe('waiting'));
      await vi.advanceTimersByTimeAsync(2_000);
      expect(platform.sent).toHaveLength(2);
      platform.sent[1]?.refuse(httpError(503));
      await vi.advanceTimersByTimeAsync(1_900);
      expect(platform.sent).toHaveLength(2);
      await vi.advanceTimersByTimeAsync(2_200);
      expect(platform.sent).toHaveLength(3);
    } finally {
      vi.useRealTimers();
    }
  });

  it('sends at once when the network is back', async () => {
    void form.send();
    (await platform.arrival()).refuse(new NetworkError({ offline: true }));
    await until(() => form.submission.phase === 'waiting');
    window.dispatchEvent(new Event('online'));
    (await platform.arrival(2)).answer();
    await until(() => form.submission.phase === 'sent');
  });

  it.each([400, 401, 403, 404, 413, 422])('keeps everything after a refusal with %i', async (status) => {
    form.type('耐高温密封圈');
    void form.send();
    const refusal = httpError(status, { errors: [{ path: 'draft.title', code: 'too_short', message: 'too short' }] });
    (await platform.arrival()).refuse(refusal);
    await until(() => form.submission.phase === 'failed');
    expect(form.submission.error).toBe(refusal);
    expect(form.problems).toEqual([refusal.problem?.errors]);
    form.remove();
    const back = await visit();
    expect(back.typed).toBe('耐高温密封圈');
    expect(back.submission.phase).toBe('editing');
    expect(platform.sent).toHaveLength(1);
  });

  it('may be tried again as it is after a refusal, as when the site key was renewed', async () => {
    void form.send();
    const first = await platform.arrival();
    first.refuse(httpError(403));
    await until(() => form.submission.phase === 'failed');
    form.submission.retry();
    const second = await platform.arrival(2);
    expect(second.key).toBe(first.key);
    second.answer();
    await until(() => form.submission.phase === 'sent');
  });

  it('gives up the request when the form leaves the page, and sends again when it is back', async () => {
    void form.send();
    const first = await platform.arrival();
    form.remove();
    expect(first.signal?.aborted).toBe(true);
    document.body.append(form);
    const second = await platform.arrival(2);
    expect(second.key).toBe(first.key);
    second.answer();
    await until(() => form.submission.phase === 'sent');
  });
});

describe('a reload', () => {
  it('brings back what was typed', async () => {
    form.type('耐高温');
    form.type('耐高温密封圈');
    form.remove();
    const back = await visit();
    expect(back.restored?.values).toEqual({ title: '耐高温密封圈' });
    expect(Date.parse(back.submission.savedAt ?? '')).toBeLessThanOrEqual(Date.now());
  });

  it('sends by itself what was waiting, as it was typed and under the same key', async () => {
    form.type('耐高温密封圈');
    void form.send();
    const first = await platform.arrival();
    first.refuse(new NetworkError({ offline: true }));
    await until(() => form.submission.phase === 'waiting');
    form.remove();
    const back = await visit();
    const second = await platform.arrival(2);
    expect(back.submission.phase).toBe('sending');
    expect(back.typed).toBe('耐高温密封圈');
    expect(second.key).toBe(first.key);
    expect(second.body).toEqual(bodyOf('耐高温密封圈'));
    second.answer();
    await until(() => back.submission.phase === 'sent');
    back.remove();
    const later = await visit();
    expect(later.restored).toBeUndefined();
    expect(later.submission.phase).toBe('editing');
    expect(platform.sent).toHaveLength(2);
  });

  it('does not send again what was taken back', async () => {
    form.type('耐高温密封圈');
    void form.send();
    (await platform.arrival()).refuse(httpError(503));
    await until(() => form.submission.phase === 'waiting');
    form.submission.cancel();
    expect(form.submission.phase).toBe('editing');
    form.remove();
    const back = await visit();
    expect(back.typed).toBe('耐高温密封圈');
    expect(platform.sent).toHaveLength(1);
  });
});
