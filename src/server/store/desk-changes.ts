import type { LanguageMap } from '../../domain/primitives.js';
import { findCode } from '../../domain/code-lists/index.js';
import { findTransition, type StepNeed, transitionsFrom } from '../../domain/workflow.js';
import { DRAFTS } from '../desk/drafts.js';
import { enqueue } from '../delivery/enqueue.js';
import type { MailTemplate } from '../delivery/message.js';
import { isNoticePeriod, type KeptNotice, obstacleTo, earliestEnd } from '../desk/rules.js';
import { type Draft, titleKey, titleOf } from '../submissions/title.js';
import { canonicalJson, noteInAudit } from './audit.js';
import type { Queryable } from './database.js';
import { DeskError } from './desk-error.js';
import { type LockedSubmission, lockSubmission } from './desk-lock.js';
import { followWithRecord, type PublishingFacts } from './desk-publishing.js';
import { readObjections } from './desk-read.js';
import type { DeskActor, EditOrder, MergeOrder, StepOrder } from './desk-store.js';
import { toStorableJson } from './storable.js';

/** When a change is made, and by whom. */
export interface ChangeFacts extends PublishingFacts {
  readonly actor: DeskActor;
}

/** Where a submission has come to its end: from then on its personal data is kept for the operator's period only. */
const SETTLED: ReadonlySet<string> = new Set(['closed', 'tombstone']);
/** Where the public sees the draft. */
const SHOWN: ReadonlySet<string> = new Set(['publicNotice', 'published', 'negotiating', 'contracted']);

const LETTERS: Readonly<Record<string, MailTemplate>> = {
  returned: 'returned',
  published: 'published',
  closed: 'closed',
};

/** Who sends spam gets no answer, and what comes back from a negotiation is known to have been published. */
function letterOf(from: string, to: string, reason: string | undefined): MailTemplate | undefined {
  return reason === 'spam' || (from === 'negotiating' && to === 'published') ? undefined : LETTERS[to];
}

/** Takes a step of the way. */
export async function takeStep(tx: Queryable, reference: string, order: StepOrder, facts: ChangeFacts): Promise<void> {
  const submission = await lockSubmission(tx, reference, order.version);
  const { kind, status } = submission;
  const step = findTransition(kind, status, order.to, 'operator');
  if (!step) {
    const possible = transitionsFrom(kind, status, 'operator').map(({ to }) => to);
    throw new DeskError({ code: 'step-unknown', status, possible });
  }
  assertScope(facts.actor, step.isPublic ? 'publish' : 'desk');
  const notice = checkNeeds(step.needs, order, facts);
  const objections = await readObjections(tx, reference);
  const obstacle = obstacleTo(order.to, { ...submission, objections }, facts.today);
  if (obstacle) throw new DeskError({ code: 'blocked', obstacle, end: submission.notice?.end });
  await moveTo(tx, submission, { ...order, notice }, facts);
  await noteInAudit(
    tx,
    {
      reference,
      actor: facts.actor.label,
      action: 'transition',
      from: status,
      to: order.to,
      ...(order.reason !== undefined && { reason: order.reason }),
      ...(order.note && { note: order.note }),
    },
    facts.at,
  );
}

/** Checks what has to be said with a step, and makes the notice that it begins. */
function checkNeeds(needs: readonly StepNeed[], order: StepOrder, facts: ChangeFacts): KeptNotice | undefined {
  const { note, reason } = order;
  if (needs.includes('note') && !note) throw new DeskError({ code: 'field', path: 'note', fault: 'missing' });
  if (needs.includes('closeReason') && reason === undefined) {
    throw new DeskError({ code: 'field', path: 'reason', fault: 'missing' });
  }
  // "merged" belongs to the merge, which says into what
  if (reason !== undefined && (findCode('close-reason', reason) !== reason || reason === 'merged')) {
    throw new DeskError({ code: 'field', path: 'reason', fault: 'close-reason' });
  }
  if (!needs.includes('noticeEnd')) return undefined;
  const end = order.notice?.end;
  if (end === undefined) throw new DeskError({ code: 'field', path: 'notice.end', fault: 'missing' });
  const { today, at } = facts;
  if (!isNoticePeriod(today, end)) {
    const values = { earliest: earliestEnd(today) };
    throw new DeskError({ code: 'field', path: 'notice.end', fault: 'notice-end', values });
  }
  return { start: today, end, at, ...(order.notice?.relatedParty && { relatedParty: true }) };
}

interface Move {
  readonly to: string;
  readonly reason?: string | undefined;
  readonly note?: LanguageMap | undefined;
  readonly notice?: KeptNotice | undefined;
  readonly mergedInto?: string | undefined;
}

/** Changes the status, the public record with it, and tells those who have to know. */
async function moveTo(
  tx: Queryable,
  submission: LockedSubmission,
  { to, reason, note, notice, mergedInto }: Move,
  facts: ChangeFacts,
): Promise<void> {
  const { reference, kind, draft, recordId } = submission;
  await tx.query(
    `UPDATE submissions SET status = $2, version = version + 1, updated_at = $3::timestamptz,
       settled_at = CASE WHEN $4::boolean THEN $3::timestamptz END,
       notice = coalesce($5::text::jsonb, notice), merged_into = $6
     WHERE reference = $1`,
    [reference, to, facts.at, SETTLED.has(to), notice ? JSON.stringify(notice) : null, mergedInto ?? null],
  );
  await followWithRecord(tx, submission, to, facts);
  const title = titleOf(draft);
  const template = letterOf(submission.status, to, reason);
  if (template) {
    const recordUrl =
      to === 'published' && recordId !== undefined ? facts.actor.recordUrl?.(kind, recordId) : undefined;
    const payload = {
      template,
      kind,
      title,
      lang: draft.lang,
      ...(note && { note }),
      ...(reason !== undefined && { reason }),
      ...(recordUrl !== undefined && { recordUrl }),
    };
    await enqueue(tx, { channel: 'mail', reference, target: 'submitter', payload }, facts.at);
  }
  const data = { reference, kind, status: to, title, ...(recordId !== undefined && { recordId }) };
  await enqueue(tx, { channel: 'webhook', target: 'submission.transition', payload: data }, facts.at);
  if (to === 'published') {
    await enqueue(tx, { channel: 'webhook', target: 'record.published', payload: data }, facts.at);
  }
}

/** Replaces the draft; the one before is kept. Where the public sees it, the record follows. */
export async function editDraft(
  tx: Queryable,
  reference: string,
  { draft, version, note }: EditOrder,
  facts: ChangeFacts,
): Promise<void> {
  const submission = await lockSubmission(tx, reference, version);
  const { status, kind, recordId } = submission;
  if (SETTLED.has(status)) throw new DeskError({ code: 'step-unknown', status, possible: [] });
  assertScope(facts.actor, SHOWN.has(status) ? 'publish' : 'desk');
  // What people are asked to object to must not change under their eyes
  if (status === 'publicNotice') {
    throw new DeskError({ code: 'blocked', obstacle: 'edit-in-notice', end: submission.notice?.end });
  }
  const checked = DRAFTS[kind].safeParse(draft);
  if (!checked.success) throw new DeskError({ code: 'draft', kind, draft });
  const after: Draft = checked.data;
  if (canonicalJson(after) === canonicalJson(submission.draft)) return;
  await keepRevision(tx, submission, facts);
  await tx.query(
    `UPDATE submissions SET draft = $2::text::jsonb, title_key = $3, version = version + 1, updated_at = $4::timestamptz
     WHERE reference = $1`,
    [reference, toStorableJson(after, () => 'The draft'), titleKey(after), facts.at],
  );
  if (status === 'published') {
    await followWithRecord(tx, { ...submission, draft: after }, status, facts);
    const data = { reference, kind, status, title: titleOf(after), ...(recordId !== undefined && { recordId }) };
    await enqueue(tx, { channel: 'webhook', target: 'record.published', payload: data }, facts.at);
  }
  await noteInAudit(tx, { reference, actor: facts.actor.label, action: 'edit', ...(note && { note }) }, facts.at);
}

async function keepRevision(tx: Queryable, { reference, version, draft }: LockedSubmission, facts: ChangeFacts) {
  await tx.query(
    `INSERT INTO revisions (reference, version, draft, actor, at)
     VALUES ($1, $2::integer, $3::text::jsonb, $4, $5::timestamptz)`,
    [reference, version, JSON.stringify(draft), facts.actor.label, facts.at],
  );
}

/** Says who deals with a submission. */
export async function assignTo(
  tx: Queryable,
  reference: string,
  { assignee, version }: { readonly assignee?: string | undefined; readonly version: number },
  facts: ChangeFacts,
): Promise<void> {
  const submission = await lockSubmission(tx, reference, version);
  if (submission.assignee === assignee) return;
  await tx.query(
    'UPDATE submissions SET assignee = $2, version = version + 1, updated_at = $3::timestamptz WHERE reference = $1',
    [reference, assignee ?? null, facts.at],
  );
  await noteInAudit(
    tx,
    { reference, actor: facts.actor.label, action: 'assign', ...(assignee !== undefined && { other: assignee }) },
    facts.at,
  );
}

/**
 * Closes a submission as a duplicate. Nothing of it goes over to what remains: its submitter consented to the use of
 * their data with this submission alone, and is told where it stands.
 */
export async function mergeInto(
  tx: Queryable,
  reference: string,
  { into, version, note }: MergeOrder,
  facts: ChangeFacts,
): Promise<void> {
  const submission = await lockSubmission(tx, reference, version);
  const { kind, status } = submission;
  if (into === reference) throw new DeskError({ code: 'field', path: 'into', fault: 'merge-self' });
  const step = findTransition(kind, status, 'closed', 'operator');
  if (!step) throw new DeskError({ code: 'step-unknown', status, possible: [] });
  assertScope(facts.actor, step.isPublic ? 'publish' : 'desk');
  const isRecord = !(await checkRemaining(tx, submission, into));
  await moveTo(tx, submission, { to: 'closed', reason: 'merged', note, mergedInto: into }, facts);
  const entry = { actor: facts.actor.label, action: 'merge', ...(note && { note }) };
  if (!isRecord)
    await noteInAudit(tx, { reference: into, actor: entry.actor, action: 'merge', other: reference }, facts.at);
  await noteInAudit(tx, { reference, ...entry, from: status, to: 'closed', reason: 'merged', other: into }, facts.at);
}

/** Whether what remains is a submission, not a record. @throws {DeskError} `field` where it is neither or cannot take one */
async function checkRemaining(tx: Queryable, { kind, recordId }: LockedSubmission, into: string): Promise<boolean> {
  const [other] = await tx.query<{ kind: string; status: string; merged: boolean }>(
    `SELECT kind, status, merged_into IS NOT NULL AS merged FROM submissions WHERE reference = $1 FOR UPDATE`,
    [into],
  );
  if (!other) {
    const [record] =
      into === recordId
        ? []
        : await tx.query(`SELECT id FROM records WHERE kind = $1 AND id = $2 AND status = 'published'`, [kind, into]);
    if (!record) throw new DeskError({ code: 'field', path: 'into', fault: 'merge-target' });
    return false;
  }
  if (other.kind !== kind) throw new DeskError({ code: 'field', path: 'into', fault: 'merge-kind' });
  if (other.merged || SETTLED.has(other.status)) {
    throw new DeskError({ code: 'field', path: 'into', fault: 'merge-ended' });
  }
  return true;
}

/** @throws {DeskError} `scope-missing` */
export function assertScope({ scopes }: DeskActor, scope: string): void {
  if (!scopes.includes(scope)) throw new DeskError({ code: 'scope-missing', scope });
}
