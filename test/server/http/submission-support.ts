import { randomUUID } from 'node:crypto';
import type { DemandSubmission, SubmissionReceipt } from '../../../src/domain/submission.js';
import type { Platform } from '../../../src/server/platform.js';

/** A demand with what it must have, and what a test says of it. */
export function demandBody(draft: Partial<DemandSubmission['draft']> = {}): DemandSubmission {
  return {
    draft: { kind: 'demand', title: { 'zh-CN': '高温轴承失效预测' }, lang: 'zh-CN', ...draft },
    submitter: {
      organisation: { name: { 'zh-CN': '示例轴承有限公司' } },
      person: '王某',
      email: 'office@bearing.example',
    },
    consents: [{ purpose: 'contact', recipient: 'Yuniao', textVersion: 'contact-2026-11-29' }],
  };
}

/** Sends a submission with a key of its own, unless a test says which. */
export function postSubmission(
  { url }: Pick<Platform, 'url'>,
  body: unknown,
  {
    kinds = 'demands',
    key = randomUUID(),
    query = '',
    headers = {},
  }: {
    readonly kinds?: string;
    readonly key?: string;
    readonly query?: string;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Promise<Response> {
  return fetch(`${url}/api/v1/${kinds}${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** Sends a demand that must be taken. */
export async function submitDemand(platform: Pick<Platform, 'url'>, body = demandBody()): Promise<SubmissionReceipt> {
  const response = await postSubmission(platform, body);
  if (response.status !== 202) throw new Error(await response.text());
  return (await response.json()) as SubmissionReceipt;
}
