import type { ConsentGiven, Enquirer } from '../../domain/submission.js';
import { findTransition, transitionsFrom } from '../../domain/workflow.js';
import { enqueue } from '../delivery/enqueue.js';
import { REQUIRED_PURPOSES } from '../submissions/consent-texts.js';
import { type Draft, titleKey, titleOf } from '../submissions/title.js';
import { claimFiles } from './attachments.js';
import { canonicalJson, noteInAudit, readAudit } from './audit.js';
import type { Queryable } from './database.js';
import { DeskError } from './desk-error.js';
import { type LockedSubmission, lockSubmission } from './desk-lock.js';
import type { PublishingFacts } from './desk-publishing.js';
import { erasePersonalData } from './personal-data.js';
import { toStorableJson } from './storable.js';

// What a submitter may do with the secret address. Each of these leaves the same behind when it is done twice, since an
// answer can get lost; each runs in a transaction of `writeInOrder`.

const ACTOR = 'submitter';

/** A new version of what was returned. */
export interface NewVersion {
  readonly draft: Draft;
  readonly submitter: Enquirer;
  readonly consents: readonly ConsentGiven[];
  readonly attachments: readonly string[];
}

/** Takes a submission back. @throws {DeskError} `step-unknown` where that is too late */
export async function withdraw(tx: Queryable, reference: string, { at }: PublishingFacts): Promise<void> {
  const submission = await lockSubmission(tx, reference, undefined);
  if (await wasLast(tx, submission, 'closed', 'withdraw')) return;
  assertStep(submission, 'closed');
  await close(tx, submission, at);
}

/** Answers a return with a new version; the one before is kept. @throws {DeskError} `step-unknown` where none is asked for */
export async function resubmit(
  tx: Queryable,
  reference: string,
  version: NewVersion,
  { at }: PublishingFacts,
): Promise<void> {
  const submission = await lockSubmission(tx, reference, undefined);
  const { kind, draft: before } = submission;
  const { draft, submitter, consents, attachments } = version;
  const isSame = canonicalJson(before) === canonicalJson(draft);
  if (isSame && (await wasLast(tx, submission, 'submitted', 'resubmit'))) return;
  assertStep(submission, 'submitted');
  await tx.query(
    `INSERT INTO revisions (reference, version, draft, actor, at)
     VALUES ($1, $2::integer, $3::text::jsonb, $4, $5::timestamptz)`,
    [reference, submission.version, JSON.stringify(before), ACTOR, at],
  );
  await tx.query(
    `UPDATE submissions SET draft = $2::text::jsonb, title_key = $3, status = 'submitted', version = version + 1,
       updated_at = $4::timestamptz WHERE reference = $1`,
    [reference, toStorableJson(draft, () => 'The draft'), titleKey(draft), at],
  );
  await putSubmitter(tx, reference, submitter);
  await putConsents(tx, reference, consents, at);
  await claimFiles(tx, reference, attachments);
  const title = titleOf(draft);
  const letter = { template: 'office-new', kind, title, lang: draft.lang } as const;
  await enqueue(tx, { channel: 'mail', reference, target: 'office', payload: letter }, at);
  const payload = { reference, kind, status: 'submitted', title };
  await enqueue(tx, { channel: 'webhook', target: 'submission.transition', payload }, at);
  const entry = { reference, actor: ACTOR, action: 'resubmit', from: submission.status, to: 'submitted' };
  await noteInAudit(tx, entry, at);
}

/**
 * Takes a consent back. One without which nothing is taken ends the matter: what is not settled is closed, and the
 * personal data is erased (Personal Information Protection Law art. 47). Resolves to whether there is such a consent.
 */
export async function withdrawConsent(
  tx: Queryable,
  reference: string,
  { purpose, recipient }: { readonly purpose: string; readonly recipient: string },
  facts: PublishingFacts,
): Promise<boolean> {
  const submission = await lockSubmission(tx, reference, undefined);
  const [consent] = await tx.query<{ stands: boolean }>(
    `SELECT withdrawn_at IS NULL AS stands FROM consents WHERE reference = $1 AND purpose = $2 AND recipient = $3`,
    [reference, purpose, recipient],
  );
  if (!consent?.stands) return consent !== undefined;
  await tx.query(
    `UPDATE consents SET withdrawn_at = $4::timestamptz WHERE reference = $1 AND purpose = $2 AND recipient = $3`,
    [reference, purpose, recipient, facts.at],
  );
  await noteInAudit(tx, { reference, actor: ACTOR, action: 'withdraw-consent', other: purpose }, facts.at);
  if (!REQUIRED_PURPOSES.includes(purpose)) return true;
  if (findTransition(submission.kind, submission.status, 'closed', 'submitter')) await close(tx, submission, facts.at);
  await erasePersonalData(tx, reference, ACTOR, facts);
  return true;
}

async function close(tx: Queryable, { reference, kind, status, draft }: LockedSubmission, at: string): Promise<void> {
  await tx.query(
    `UPDATE submissions SET status = 'closed', version = version + 1, updated_at = $2::timestamptz,
       settled_at = $2::timestamptz WHERE reference = $1`,
    [reference, at],
  );
  const payload = { reference, kind, status: 'closed', title: titleOf(draft) };
  await enqueue(tx, { channel: 'webhook', target: 'submission.withdrawn', payload }, at);
  const entry = { reference, actor: ACTOR, action: 'withdraw', from: status, to: 'closed', reason: 'withdrawn' };
  await noteInAudit(tx, entry, at);
}

/** Notes who submits; after an erasure there may be nobody to replace. */
export async function putSubmitter(tx: Queryable, reference: string, submitter: Enquirer): Promise<void> {
  await tx.query(
    `INSERT INTO submitters (reference, person) VALUES ($1, $2::text::jsonb)
     ON CONFLICT (reference) DO UPDATE SET person = excluded.person`,
    [reference, toStorableJson(submitter, () => 'The submitter')],
  );
}

/** Notes consents; one that is given again after it was withdrawn holds again, by the text that was agreed to now. */
export async function putConsents(
  tx: Queryable,
  reference: string,
  consents: readonly ConsentGiven[],
  at: string,
): Promise<void> {
  const given = new Map(consents.map((consent) => [`${consent.purpose}\n${consent.recipient}`, consent]));
  await tx.query(
    `INSERT INTO consents (reference, purpose, recipient, text_version, given_at)
     SELECT $1, consent->>'purpose', consent->>'recipient', consent->>'textVersion', $2::timestamptz
     FROM jsonb_array_elements($3::text::jsonb) AS given (consent)
     ON CONFLICT (reference, purpose, recipient) DO UPDATE
       SET text_version = excluded.text_version, given_at = excluded.given_at, withdrawn_at = NULL
       WHERE consents.withdrawn_at IS NOT NULL OR consents.text_version <> excluded.text_version`,
    [reference, at, toStorableJson([...given.values()], () => 'The consents')],
  );
}

function assertStep({ kind, status }: LockedSubmission, to: string): void {
  if (findTransition(kind, status, to, 'submitter')) return;
  const possible = transitionsFrom(kind, status, 'submitter').map((step) => step.to);
  throw new DeskError({ code: 'step-unknown', status, possible });
}

/** Whether the last step was this one: it came a second time. */
async function wasLast(
  tx: Queryable,
  { reference, status }: LockedSubmission,
  to: string,
  action: string,
): Promise<boolean> {
  if (status !== to) return false;
  const steps = (await readAudit(tx, reference)).filter((entry) => entry.to !== undefined);
  return steps.at(-1)?.action === action;
}
