import { describe, expect, it } from 'vitest';
import type { DemandSubmission } from '../../src/domain/submission.js';
import { parseStatusUrl } from '../../src/sdk/index.js';
import { sampleSettings, sampleState } from '../support/fake-submissions.js';
import { clientOf, json, rejectionOf } from './fake-fetch.js';

const body = { draft: { kind: 'demand', title: { en: 'x' }, lang: 'en' } } as unknown as DemandSubmission;
const receipt = {
  reference: 'D26-7K4Q-X9MT',
  status: 'submitted',
  statusUrl: 'https://platform.example.org/submissions/D26-7K4Q-X9MT?key=secret_-1',
  receivedAt: '2026-11-29T08:00:00.000Z',
};
const partOf = (url: string): string => url.replace('https://platform.example.org/api/v1/', '');

describe('client.demands.submit', () => {
  it('sends the body with the key that it is given, and again with the same when the platform is not ready', async () => {
    const { client, fetch } = clientOf([json({}, 503), json(receipt, 202)], { siteKey: 'site_1' });
    expect(await client.demands.submit(body, { idempotencyKey: 'k-1' })).toEqual(receipt);
    const sent = fetch.requests.map((request) => [request.method, request.headers.get('idempotency-key')]);
    expect(sent).toEqual([
      ['POST', 'k-1'],
      ['POST', 'k-1'],
    ]);
    expect(partOf(fetch.requests[0]?.url ?? '')).toBe('demands?siteKey=site_1');
    expect(await fetch.requests[1]?.json()).toEqual(body);
  });

  it('makes a key of its own where it is given none, one for each call', async () => {
    const { client, fetch } = clientOf([json(receipt, 202)]);
    await client.achievements.submit(body as never);
    await client.enquiries.submit(body as never);
    const keys = fetch.requests.map((request) => request.headers.get('idempotency-key'));
    expect(new Set(keys).size).toBe(2);
    expect(keys[0]).toMatch(/^[\da-f-]{36}$/);
    expect(fetch.requests.map(({ url }) => partOf(url))).toEqual(['achievements', 'enquiries']);
  });

  it('gives the faults of a refusal, and does not try it again', async () => {
    const errors = [{ path: 'draft.title', code: 'missing', message: '缺少此字段' }];
    const refusal = { type: 'urn:problem-type:yuniao:invalid-body', title: 'x', status: 422, errors };
    const { client, fetch } = clientOf([json(refusal, 422)]);
    expect(await rejectionOf(client.demands.submit(body))).toMatchObject({ code: 'invalid', problem: { errors } });
    expect(fetch.requests).toHaveLength(1);
  });
});

describe('client.submissions', () => {
  it('reads and changes what the key of a receipt opens', async () => {
    const { client, fetch } = clientOf([json(sampleState)]);
    const { reference, key } = parseStatusUrl(receipt.statusUrl)!;
    expect(await client.submissions.state(reference, key, { lang: 'en' })).toEqual(sampleState);
    await client.submissions.withdraw(reference, key);
    await client.submissions.withdrawConsent(reference, key, { purpose: 'forwarding', recipient: '某单位' });
    await client.submissions.resubmit(reference, key, body);
    await client.submissions.erase(reference, key);
    expect(fetch.requests.map(({ method, url }) => `${method} ${partOf(url)}`)).toEqual([
      'GET submissions/D26-7K4Q-X9MT?key=secret_-1&lang=en',
      'POST submissions/D26-7K4Q-X9MT/withdrawal?key=secret_-1',
      'POST submissions/D26-7K4Q-X9MT/consent-withdrawals?key=secret_-1',
      'PUT submissions/D26-7K4Q-X9MT?key=secret_-1',
      'DELETE submissions/D26-7K4Q-X9MT/personal-data?key=secret_-1',
    ]);
    expect(await fetch.requests[2]?.json()).toEqual({ purpose: 'forwarding', recipient: '某单位' });
  });

  it('reads settings and code lists', async () => {
    const lists = [{ id: 'demand-type', label: '需求类型', version: '2026', entries: [{ code: 'a', label: '甲' }] }];
    const { client, fetch } = clientOf([json(sampleSettings), json({ items: lists })]);
    expect(await client.submissions.settings('enquiry')).toEqual(sampleSettings);
    expect(await client.codeLists.list(['demand-type', 'region'], { lang: 'zh-CN' })).toEqual(lists);
    expect(await client.codeLists.list([])).toEqual([]);
    expect(fetch.requests.map(({ url }) => partOf(url))).toEqual([
      'submission-settings?kind=enquiry',
      'code-lists?id=demand-type&id=region&lang=zh-CN',
    ]);
  });

  it.each(['', 'https://platform.example.org/', 'https://x.example/submissions/D26-7K4Q-X9MT', 'javascript:alert(1)'])(
    'takes %j for no address of a receipt',
    (url) => {
      expect(parseStatusUrl(url)).toBeUndefined();
    },
  );

  it.each(['', '../demands', 'd26-aaaa-bbbb/x'])('refuses the reference %j before anything is sent', async (wanted) => {
    const { client, fetch } = clientOf([]);
    expect(await rejectionOf(client.submissions.state(wanted, 'k'))).toMatchObject({ code: 'config' });
    expect(fetch.requests).toEqual([]);
  });
});

describe('client.attachments.upload', () => {
  const file = new Blob(['x'.repeat(1_200_000)], { type: 'text/plain' });
  const attachment = { id: 'f1', name: '参数.txt', mediaType: 'text/plain', size: file.size };

  it('begins where the platform says that the file ends so far, and tells how much is there', async () => {
    const { client, fetch } = clientOf([json({ received: 600_000 }, 202), json(attachment, 201)]);
    const seen: (readonly [number, number])[] = [];
    const onProgress = (sent: number, total: number): void => void seen.push([sent, total]);
    const sent = client.attachments.upload(file, { name: '参数.txt', idempotencyKey: 'u-1', onProgress });
    expect(await sent).toEqual(attachment);
    expect(fetch.requests.map(({ url }) => partOf(url))).toEqual([
      'attachments?offset=0&size=1200000',
      'attachments?offset=600000&size=1200000',
    ]);
    expect(fetch.requests.map(({ headers }) => [headers.get('idempotency-key'), headers.get('x-file-name')])).toEqual([
      ['u-1', '%E5%8F%82%E6%95%B0.txt'],
      ['u-1', '%E5%8F%82%E6%95%B0.txt'],
    ]);
    expect(fetch.requests[0]?.headers.get('content-type')).toBe('text/plain');
    expect(seen).toEqual([
      [0, 1_200_000],
      [600_000, 1_200_000],
      [1_200_000, 1_200_000],
    ]);
  });

  it('gives up on a platform that takes nothing in', async () => {
    const { client, fetch } = clientOf([json({ received: 0 }, 202)]);
    expect(await rejectionOf(client.attachments.upload(file, { name: 'a' }))).toMatchObject({ code: 'schema' });
    expect(fetch.requests.length).toBeLessThan(10);
  });
});
