import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SubmissionSettings } from '../../../src/domain/submission.js';
import { NetworkError, TimeoutError } from '../../../src/sdk/index.js';
import { until } from '../../support/testing.js';
import { bodyOf, challengeOf, FakePlatform, httpError, receipt, settings, TestForm } from './support.js';

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
      await vi.waitFor(() => expect(form.submission.phase).toBe('waiting'), { timeout: 20_000 });
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
    // Removed from storage meanwhile: whoever comes back sooner sends the same again, and has the same receipt
    await expect.poll(async () => back.submission.store.all(draftKey)).toEqual([]);
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

describe('what was taken back and changed', () => {
  const reused = httpError(422, { type: 'https://platform.example.org/problems/idempotency-key-reused' });

  async function changed(): Promise<string> {
    form.type('耐高温密封圈');
    void form.send();
    const first = await platform.arrival();
    first.refuse(new TimeoutError({ timeoutMs: 30_000 }));
    await until(() => form.submission.phase === 'waiting');
    form.submission.cancel();
    form.type('耐高温耐油密封圈');
    void form.send();
    return first.key;
  }

  it('is sent as changed where nothing had arrived', async () => {
    const key = await changed();
    const second = await platform.arrival(2);
    expect(second.key).toBe(key);
    expect(second.body).toEqual(bodyOf('耐高温耐油密封圈'));
    second.answer();
    await until(() => form.submission.phase === 'sent');
    expect(form.submission.isEarlierVersion).toBe(false);
  });

  it('is not a second record where the first had arrived unanswered: its receipt comes, and the changes stay', async () => {
    await changed();
    (await platform.arrival(2)).refuse(reused);
    const third = await platform.arrival(3);
    expect(third.body).toEqual(bodyOf('耐高温密封圈'));
    third.answer();
    await until(() => form.submission.phase === 'sent');
    expect(form.submission.isEarlierVersion).toBe(true);
    form.remove();
    const back = await visit();
    expect(back.typed).toBe('耐高温耐油密封圈');
    expect(back.submission.phase).toBe('editing');
  });
});

describe('a form that is open twice', () => {
  it('tells the one whose draft gave way to a newer one, which can take that over', async () => {
    const other = await visit();
    form.type('第一稿');
    await until(() => form.submission.savedAt !== undefined);
    other.type('第二稿');
    await until(() => form.submission.elsewhere?.change === 'changed');
    await form.submission.restore();
    expect(form.typed).toBe('第二稿');
    expect(form.submission.elsewhere).toBeUndefined();
    expect(other.submission.elsewhere).toBeUndefined();
  });

  it('tells the other when it was sent, and leaves no draft to send again', async () => {
    form.type('耐高温密封圈');
    await until(() => form.submission.savedAt !== undefined);
    const other = await visit();
    expect(other.typed).toBe('耐高温密封圈');
    void form.send();
    (await platform.arrival()).answer();
    await until(() => other.submission.elsewhere?.change === 'sent');
    expect((await visit()).restored).toBeUndefined();
  });

  it('keeps what is newer in the other when it sends', async () => {
    const other = await visit();
    form.type('甲');
    other.type('乙');
    await until(() => form.submission.elsewhere?.change === 'changed');
    void form.send();
    (await platform.arrival()).answer();
    await until(() => form.submission.phase === 'sent');
    form.remove();
    expect((await visit()).typed).toBe('乙');
  });
});

describe('drafts', () => {
  it('are forgotten when the user says so', async () => {
    form.type('耐高温密封圈');
    await until(() => form.submission.savedAt !== undefined);
    await form.submission.forget();
    expect(form.submission.savedAt).toBeUndefined();
    expect((await visit()).restored).toBeUndefined();
  });

  it('are not kept where the author does not want it, nor is what waits', async () => {
    form.remove();
    form = await visit({ keepsDrafts: false });
    form.type('耐高温密封圈');
    void form.send();
    (await platform.arrival()).refuse(httpError(503));
    await until(() => form.submission.phase === 'waiting');
    expect(form.submission.isDurable).toBe(false);
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
    form.remove();
    const back = await visit();
    expect(back.restored).toBeUndefined();
    expect(back.submission.phase).toBe('editing');
  });

  it('do not hinder leaving where they are kept', async () => {
    void form.send();
    (await platform.arrival()).refuse(httpError(503));
    await until(() => form.submission.phase === 'waiting');
    expect(form.submission.isDurable).toBe(true);
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(false);
  });

  it('change with the form that they are of', async () => {
    form.type('甲');
    const other = crypto.randomUUID();
    form.draftKey = other;
    form.requestUpdate();
    await until(() => form.submission.isReady && form.submission.savedAt === undefined);
    form.type('乙');
    await until(() => form.submission.savedAt !== undefined);
    expect((await visit()).typed).toBe('甲');
    expect((await visit({ draftKey: other })).typed).toBe('乙');
  });
});

describe('a browser without storage', () => {
  it.each([
    [
      'blocks it',
      {
        open: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      },
    ],
    ['has none', undefined],
  ])('that %s: the form works, and says that nothing outlives the page', async (_, indexedDB) => {
    vi.stubGlobal('indexedDB', indexedDB);
    try {
      form = await visit({ draftKey: crypto.randomUUID() });
      form.type('耐高温密封圈');
      await until(() => !form.submission.isDurable);
      void form.send();
      (await platform.arrival()).refuse(httpError(500));
      await until(() => form.submission.phase === 'waiting');
      expect(form.submission.savedAt).toBeUndefined();
      // Within the page nothing is lost either
      form.remove();
      document.body.append(form);
      form.submission.retry();
      const again = await platform.arrival(2);
      expect(again.body).toEqual(bodyOf('耐高温密封圈'));
      again.answer();
      await until(() => form.submission.phase === 'sent');
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

describe('settings', () => {
  it('are asked for again when they could not be had', async () => {
    platform.settings = async () => {
      throw new NetworkError();
    };
    const opened = await visit();
    await until(() => opened.submission.settingsError !== undefined);
    platform.settings = async () => settings;
    window.dispatchEvent(new Event('online'));
    await until(() => opened.submission.settings === settings);
    expect(opened.submission.settingsError).toBeUndefined();
  });

  it('bring a challenge that is solved while the user types, and sent', async () => {
    platform.settings = async () => ({ ...settings, challenge: challengeOf('4a1b', 20_000) });
    const opened = await visit();
    await until(() => opened.submission.settings !== undefined);
    opened.type('耐高温密封圈');
    void opened.send();
    const { body } = await platform.arrival();
    expect(JSON.parse(atob(body.challenge ?? ''))).toMatchObject({ number: 20_000, salt: '4a1b' });
  });

  it.each([
    ['they are on their way', 5],
    ['their challenge is being solved', 90_000],
  ])(
    'are asked for in another language while %s, and what is being sent is sent all the same',
    async (when, number) => {
      let answer: (given: SubmissionSettings) => void = () => {};
      platform.settings = async () => new Promise((resolve) => (answer = resolve));
      const opened = await visit({ draftKey: crypto.randomUUID(), keepsDrafts: false });
      await until(() => platform.settingsCalls === 2); // the form of every test has asked, too
      const challenged = (salt: string): SubmissionSettings => ({ ...settings, challenge: challengeOf(salt, number) });
      if (when.startsWith('their')) answer(challenged('a1'));
      await until(() => when.startsWith('they') || opened.submission.settings !== undefined);
      void opened.send();
      await until(() => opened.submission.phase === 'sending');
      opened.language = 'en';
      opened.requestUpdate();
      await until(() => platform.settingsCalls === 3);
      answer(challenged('b2'));
      const { body, answer: accept } = await platform.arrival();
      expect(JSON.parse(atob(body.challenge ?? ''))).toMatchObject({ number });
      accept();
      await until(() => opened.submission.phase === 'sent');
      expect(platform.sent).toHaveLength(1);
    },
  );

  it('that a client of the page gives up by itself leave nobody waiting without a word', async () => {
    platform.settings = async () => Promise.reject(new DOMException('not now', 'AbortError'));
    const opened = await visit({ draftKey: crypto.randomUUID() });
    void opened.send();
    await until(() => opened.submission.phase === 'failed');
    expect(opened.submission.error).toMatchObject({ name: 'AbortError' });
    platform.settings = async () => settings;
    opened.submission.retry();
    (await platform.arrival()).answer();
    await until(() => opened.submission.phase === 'sent');
  });

  it('are asked for anew when the challenge has expired or was refused', async () => {
    const seconds = Math.floor(Date.now() / 1000);
    const salts = [`a?expires=${seconds - 5}`, `b?expires=${seconds + 600}`, `c?expires=${seconds + 600}`];
    platform.settings = async () => ({ ...settings, challenge: challengeOf(salts.shift() ?? 'none', 7) });
    const opened = await visit();
    await until(() => opened.submission.settings !== undefined);
    void opened.send();
    const first = await platform.arrival();
    expect(atob(first.body.challenge ?? '')).toContain('"b?expires');
    first.refuse(httpError(403, { type: '/problems/challenge-failed' }));
    const second = await platform.arrival(2);
    expect(atob(second.body.challenge ?? '')).toContain('"c?expires');
    expect(second.key).toBe(first.key);
    second.answer();
    await until(() => opened.submission.phase === 'sent');
  });
});
