import { randomUUID } from 'node:crypto';
import type { ConsentGiven, Enquirer, SubmissionKind } from '../../src/domain/submission.js';
import { chinaDay } from '../../src/server/indicators/computed-series.js';
import type { Database } from '../../src/server/store/database.js';
import { Submissions } from '../../src/server/store/submissions.js';
import type { Draft } from '../../src/server/submissions/title.js';

/** A submission to be received, and where it is to stand then. */
export interface SubmissionToReceive {
  readonly kind: SubmissionKind;
  readonly draft: Draft;
  readonly submitter: Enquirer;
  readonly consents: readonly ConsentGiven[];
  readonly attachments: readonly string[];
  readonly suspicious: boolean;
  /** Put there without the steps on the way. */
  readonly status: string;
  readonly assignee?: string;
  readonly receivedAt?: string;
}

/** Who submits; the names are made up. */
export const submitter: Enquirer = {
  organisation: { name: { 'zh-CN': '余杭示例电机有限公司' }, region: '330110' },
  person: '王小明',
  role: '技术部',
  phone: '0571-88000000',
  email: 'wang@motor.example',
};

/** The draft of a demand. */
export function demandDraft(title = '高速电机轴承的长寿命润滑', fields: Partial<Draft> = {}): Draft {
  return {
    kind: 'demand',
    title: { 'zh-CN': title },
    lang: 'zh-CN',
    problem: { 'zh-CN': '轴承在每分钟三万转下两百小时后失效。' },
    ...fields,
  } as Draft;
}

export const CONTACT: ConsentGiven = { purpose: 'contact', recipient: '示例平台', textVersion: '1' };

/** Receives a demand as the platform does; `changes` replace what it has. */
export async function insertSubmission(
  database: Database,
  changes: Partial<SubmissionToReceive> = {},
): Promise<SubmissionToReceive & { readonly reference: string; readonly secret: string }> {
  const wanted: SubmissionToReceive = {
    kind: 'demand',
    draft: demandDraft(),
    submitter,
    consents: [CONTACT],
    attachments: [],
    suspicious: false,
    status: 'submitted',
    ...changes,
  };
  const { reference, secret } = await new Submissions(database).receive({
    ...wanted,
    body: JSON.stringify(wanted),
    idempotencyKey: randomUUID(),
    source: '示例平台',
    lang: 'zh-CN',
    statusUrl: () => 'https://platform.example/submissions/…',
  });
  await database.query(
    `UPDATE submissions SET status = $2, assignee = $3, received_at = coalesce($4::timestamptz, received_at),
       updated_at = coalesce($4::timestamptz, updated_at) WHERE reference = $1`,
    [reference, wanted.status, wanted.assignee ?? null, wanted.receivedAt ?? null],
  );
  return { ...wanted, reference, secret };
}

/** Begins a notice that runs until `end`, or ran until then, without waiting for it. */
export async function putOnNotice(database: Database, reference: string, start: string, end: string): Promise<void> {
  await database.query(
    `UPDATE submissions SET status = 'publicNotice', notice = $2::text::jsonb WHERE reference = $1`,
    [reference, JSON.stringify({ start, end, at: `${start}T00:00:00.000Z` })],
  );
}

/** A day before or after today, as China has it. */
export function dayFromToday(days: number): string {
  return chinaDay(new Date(Date.now() + days * 86_400_000));
}
