import { createHash, randomBytes } from 'node:crypto';
import type { Consent, Enquirer, SubmissionKind } from '../../src/domain/submission.js';
import { recordId } from '../../src/domain/record-id.js';
import { noteInAudit } from '../../src/server/store/audit.js';
import type { Database } from '../../src/server/store/database.js';
import { type Draft, titleKey } from '../../src/server/submissions/title.js';

/** A submission to put into the database as its receipt would, without the form and the wire before it. */
export interface StoredSubmission {
  readonly reference: string;
  readonly kind: SubmissionKind;
  readonly status: string;
  readonly draft: Draft;
  readonly submitter: Enquirer;
  readonly consents: readonly Consent[];
  readonly receivedAt: string;
  readonly assignee?: string;
  readonly suspicious: boolean;
}

/** Who submits; the names are made up. */
export const submitter: Enquirer = {
  organisation: { name: { 'zh-CN': '余杭示例电机有限公司' }, region: '330110' },
  person: '王小明',
  role: '技术部',
  phone: '0571-88000000',
  email: 'wang@motor.example',
};

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A reference that nobody else has. */
export function someReference(letter = 'D'): string {
  const signs = [...randomBytes(8)].map((byte) => SIGNS.charAt(byte % 32)).join('');
  return `${letter}26-${signs.slice(0, 4)}-${signs.slice(4)}`;
}

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

/** Puts a demand that was just submitted into the database; `changes` replace what it has. */
export async function insertSubmission(
  database: Database,
  changes: Partial<StoredSubmission> = {},
): Promise<StoredSubmission> {
  const kind = changes.kind ?? 'demand';
  const receivedAt = changes.receivedAt ?? new Date().toISOString();
  const submission: StoredSubmission = {
    reference: someReference(kind.charAt(0).toUpperCase()),
    kind,
    status: 'submitted',
    draft: demandDraft(),
    submitter,
    consents: [{ purpose: 'contact', recipient: '示例平台', textVersion: '1', at: receivedAt }],
    receivedAt,
    suspicious: false,
    ...changes,
  };
  const { reference, status, draft, consents, assignee, suspicious } = submission;
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  await database.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO submissions (reference, kind, status, draft, title_key, record_id, assignee, suspicious, key_sha256,
         body_sha256, secret_sha256, received_at, updated_at)
       VALUES ($1, $2, $3, $4::text::jsonb, $5, $6, $7, $8, $9, $10, $11, $12::timestamptz, $12::timestamptz)`,
      [
        reference,
        kind,
        status,
        JSON.stringify(draft),
        titleKey(draft),
        kind === 'enquiry' ? '' : recordId(kind, '示例平台', reference),
        assignee ?? null,
        suspicious,
        hash(`key ${reference}`),
        hash(`body ${reference}`),
        hash(`secret ${reference}`),
        receivedAt,
      ],
    );
    await tx.query('INSERT INTO submitters (reference, person) VALUES ($1, $2::text::jsonb)', [
      reference,
      JSON.stringify(submission.submitter),
    ]);
    for (const { purpose, recipient, textVersion, at, withdrawnAt } of consents) {
      await tx.query(
        `INSERT INTO consents (reference, purpose, recipient, text_version, given_at, withdrawn_at)
         VALUES ($1, $2, $3, $4, $5::timestamptz, $6::timestamptz)`,
        [reference, purpose, recipient, textVersion, at, withdrawnAt ?? null],
      );
    }
    await noteInAudit(tx, { reference, actor: 'submitter', action: 'receive', to: status }, receivedAt);
  });
  return submission;
}
