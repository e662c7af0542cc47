import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SubmissionState } from '../../../src/domain/submission.js';
import { createClient, parseStatusUrl } from '../../../src/sdk/index.js';
import type { Platform } from '../../../src/server/platform.js';
import type { Store } from '../../../src/server/store/store.js';
import { eachStore } from '../../support/stores.js';
import { expectValid } from '../pages/support.js';
import { demandBody, submitDemand } from './submission-support.js';
import { recordingLogger, startQuietly } from './support.js';

const OPERATOR = { label: '窗口', scopes: ['desk', 'publish'], source: 'Yuniao' };
const FORWARDING = { purpose: 'forwarding', recipient: '对接单位', textVersion: 'forwarding-2026-11-29' };

eachStore('a submission for whoever sent it', (openEmptyStore) => {
  let store: Store;
  let platform: Platform;
  let log: string[];
  beforeAll(async () => {
    store = await openEmptyStore();
    const { logger, lines } = recordingLogger();
    log = lines;
    platform = await startQuietly({ store, logger });
  });
  afterAll(() => platform.close());

  interface Own {
    readonly reference: string;
    readonly key: string;
  }
  const client = () => createClient({ baseUrl: platform.url });
  const sendOne = async (): Promise<Own> => {
    const body = demandBody();
    const receipt = await submitDemand(platform, { ...body, consents: [...body.consents, FORWARDING] });
    return parseStatusUrl(receipt.statusUrl)!;
  };
  const read = ({ reference, key }: Own): Promise<SubmissionState> => client().submissions.state(reference, key);
  const step = async (reference: string, to: string, more: object = {}): Promise<void> => {
    const { version } = (await store.desk.get(reference))!;
    await store.desk.transition(reference, { to, version, ...more }, OPERATOR);
  };
  const statusOf = async (path: string, init: RequestInit = {}): Promise<number> =>
    (await fetch(platform.url + path, init)).status;

  it('shows where it stands, what was done, and what can be done', async () => {
    const own = await sendOne();
    const state = await read(own);
    expect(state).toMatchObject({
      reference: own.reference,
      kind: 'demand',
      status: 'submitted',
      statusLabel: '已提交',
      title: { 'zh-CN': '高温轴承失效预测' },
      steps: [{ status: 'submitted' }],
      actions: ['withdraw', 'withdrawConsent', 'erase'],
    });
    expect(state.consents.map(({ purpose }) => purpose)).toEqual(['contact', 'forwarding']);
    const response = await fetch(`${platform.url}/api/v1/submissions/${own.reference}?key=${own.key}&lang=en`);
    expect([response.headers.get('cache-control'), await response.json()]).toEqual([
      'no-store',
      expect.objectContaining({ statusLabel: 'Submitted' }),
    ]);
    expect(await (await fetch(`${platform.url}/submissions/${own.reference}?key=${own.key}`)).json()).toEqual(state);
  });

  it('is not there for a wrong key, another reference, or none', async () => {
    const { reference, key } = await sendOne();
    const other = await sendOne();
    for (const path of [
      `/api/v1/submissions/${reference}?key=${other.key}`,
      `/api/v1/submissions/${reference}`,
      `/api/v1/submissions/D26-0000-0000?key=${key}`,
      `/api/v1/submissions/x%00y?key=${key}`,
      `/submissions/${reference}?key=${other.key}`,
    ]) {
      expect([path, await statusOf(path)]).toEqual([path, 404]);
    }
    expect(await statusOf(`/api/v1/submissions/${reference}/personal-data?key=x`, { method: 'DELETE' })).toBe(404);
    expect(await statusOf(`/api/v1/submissions/${reference}/withdrawal?key=x`, { method: 'POST' })).toBe(404);
  });

  it('is withdrawn once, though it is asked for twice, and not after it was published', async () => {
    const own = await sendOne();
    const closed = await client().submissions.withdraw(own.reference, own.key);
    expect(closed).toMatchObject({ status: 'closed', actions: ['withdrawConsent', 'erase'] });
    expect(closed.steps.at(-1)).toMatchObject({ status: 'closed', reason: 'withdrawn' });
    expect(await client().submissions.withdraw(own.reference, own.key)).toEqual(closed);

    const published = await sendOne();
    await step(published.reference, 'firstReview');
    await step(published.reference, 'published');
    const { recordUrl = '' } = await read(published);
    await platform.refresh();
    expect([recordUrl, (await fetch(recordUrl)).status]).toEqual([expect.stringContaining('/demands/dem_'), 200]);
    await expect(client().submissions.withdraw(published.reference, published.key)).rejects.toMatchObject({
      status: 409,
    });
  });

  it('is sent again when it was returned, and what was sent before is kept', async () => {
    const own = await sendOne();
    await expect(client().submissions.resubmit(own.reference, own.key, demandBody())).rejects.toMatchObject({
      status: 409,
    });
    await step(own.reference, 'returned', { note: { 'zh-CN': '请补充量化指标。' } });
    const returned = await read(own);
    expect(returned.actions).toContain('resubmit');
    expect(returned.steps.at(-1)?.note).toEqual({ 'zh-CN': '请补充量化指标。' });

    const better = demandBody({ problem: { 'zh-CN': '轴承在 1,200 小时内失效。' } });
    await expect(
      client().submissions.resubmit(own.reference, own.key, { ...better, colour: 'red' } as never),
    ).rejects.toMatchObject({ status: 422 });
    const again = await client().submissions.resubmit(own.reference, own.key, better);
    expect(again.status).toBe('submitted');
    expect(await client().submissions.resubmit(own.reference, own.key, better)).toEqual(again);
    const entry = (await store.desk.get(own.reference))!;
    expect(entry.draft).toEqual(better.draft);
    expect(entry.revisions.map(({ actor, draft }) => [actor, draft])).toEqual([['submitter', demandBody().draft]]);
  });

  it('loses a consent that is taken back; with the required one it is closed and nobody is named any more', async () => {
    const own = await sendOne();
    const first = await client().submissions.withdrawConsent(own.reference, own.key, FORWARDING);
    expect(first.status).toBe('submitted');
    expect(first.consents.map(({ withdrawnAt }) => withdrawnAt !== undefined)).toEqual([false, true]);
    const unknown = client().submissions.withdrawConsent(own.reference, own.key, { purpose: 'x', recipient: 'y' });
    await expect(unknown).rejects.toMatchObject({ status: 422 });

    const contact = { purpose: 'contact', recipient: 'Yuniao' };
    const last = await client().submissions.withdrawConsent(own.reference, own.key, contact);
    expect(last).toMatchObject({ status: 'closed', actions: [] });
    expect((await store.desk.get(own.reference))?.submitter).toBeUndefined();
    expect(await client().submissions.withdrawConsent(own.reference, own.key, contact)).toEqual(last);
  });

  it('gives all personal data out, and erases it for good', async () => {
    const own = await sendOne();
    expect(await client().submissions.personalData(own.reference, own.key)).toMatchObject({
      reference: own.reference,
      submitter: { person: '王某', email: 'office@bearing.example' },
    });
    const state = await client().submissions.erase(own.reference, own.key);
    expect(state.actions).toEqual(['withdraw', 'withdrawConsent']);
    expect((await client().submissions.personalData(own.reference, own.key)).submitter).toBeUndefined();
    expect((await store.desk.get(own.reference))?.submitter).toBeUndefined();
    expect(await client().submissions.erase(own.reference, own.key)).toEqual(state);
  });

  it('is a page to a browser, in the language asked for, that is nowhere kept, listed or told of', async () => {
    const { reference, key } = await sendOne();
    const page = async (query = ''): Promise<[Response, string]> => {
      const response = await fetch(`${platform.url}/submissions/${reference}?key=${key}${query}`, {
        headers: { accept: 'text/html' },
      });
      return [response, await response.text()];
    };
    const [response, html] = await page();
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'content-language': 'zh-CN',
    });
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(html).toContain('高温轴承失效预测');
    expect(html).toContain('撤回本次提交');
    expect(html).not.toContain('王某');
    await expectValid(html);
    const [, english] = await page('&lang=en');
    expect(english).toContain('Withdraw this submission');
    await expectValid(english);

    const wrong = await fetch(`${platform.url}/submissions/${reference}?key=wrong`, {
      headers: { accept: 'text/html' },
    });
    expect([wrong.status, wrong.headers.get('referrer-policy')]).toEqual([404, 'no-referrer']);
    expect(await wrong.text()).toContain('查询链接有误');
  });

  it('is withdrawn by the form of its page, once that is confirmed', async () => {
    const { reference, key } = await sendOne();
    const send = async (fields: Record<string, string>): Promise<string> => {
      const response = await fetch(`${platform.url}/submissions/${reference}?key=${key}&lang=zh-CN`, {
        method: 'POST',
        headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', origin: 'null' },
        body: new URLSearchParams(fields).toString(),
        redirect: 'follow',
      });
      return response.text();
    };
    expect(await send({ action: 'withdraw' })).toContain('尚未办理');
    expect(await send({ action: 'withdraw', confirm: 'yes' })).toContain('已撤回本次提交。');
    expect(await send({ action: 'erase', confirm: 'yes' })).toContain('已删除您的个人信息。');
    expect(await send({ action: 'nonsense', confirm: 'yes' })).toContain('没有此地址');
    const consent = { action: 'consent', confirm: 'yes', purpose: 'forwarding', recipient: '对接单位' };
    expect(await send(consent)).toContain('已撤回同意。');
    expect((await read({ reference, key })).status).toBe('closed');
  });

  it('leaves no secret and nobody in the log', async () => {
    const { reference, key } = await sendOne();
    await read({ reference, key });
    expect(log.length).toBeGreaterThan(10);
    for (const secret of [key, '王某', 'office@bearing.example']) expect(log.join('\n')).not.toContain(secret);
  });
});
