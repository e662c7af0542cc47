import type { PersonalData } from '../../domain/desk.js';
import type { Enquirer } from '../../domain/submission.js';
import { type Draft, titleKey } from '../submissions/title.js';
import { noteInAudit } from './audit.js';
import type { Database, Queryable } from './database.js';
import { lockSubmission } from './desk-lock.js';
import { followWithRecord, type PublishingFacts } from './desk-publishing.js';
import { readAttachments, readConsents } from './desk-read.js';
import { writeInOrder } from './outbox.js';
import { putRecord } from './records.js';

const ERASED = { zh: '（个人信息已删除）', other: '(personal data erased)' } as const;
const ERASURES = [
  'DELETE FROM submitters WHERE reference = $1 RETURNING reference',
  'DELETE FROM attachments WHERE reference = $1 RETURNING reference',
  `DELETE FROM messages WHERE reference = $1 AND channel = 'mail' RETURNING reference`,
];
/** Submissions of one look through what is due. */
const BATCH = 100;

/** All personal data that is kept with a submission; `undefined` when there is no such submission. */
export async function readPersonalData(tx: Queryable, reference: string): Promise<PersonalData | undefined> {
  const [row] = await tx.query<{ draft: string; person: string | null }>(
    `SELECT s.draft::text AS draft, p.person::text AS person
     FROM submissions s LEFT JOIN submitters p USING (reference) WHERE s.reference = $1`,
    [reference],
  );
  if (!row) return undefined;
  return {
    reference,
    ...(row.person !== null && { submitter: JSON.parse(row.person) as Enquirer }),
    draft: JSON.parse(row.draft) as PersonalData['draft'],
    consents: await readConsents(tx, reference),
    attachments: await readAttachments(tx, reference),
  };
}

/**
 * Erases for good whatever tells of the submitter as a person, inside a transaction of `writeInOrder`: who they are, their
 * files, letters to them, the contact in the draft, in its earlier versions and in the public record, and the words of an
 * enquiry. What was published of the matter stays, and so do the consents, which name nobody. Does nothing where nothing
 * is left. Resolves to whether there was anything.
 */
export async function erasePersonalData(
  tx: Queryable,
  reference: string,
  actor: string,
  facts: PublishingFacts,
): Promise<boolean> {
  const submission = await lockSubmission(tx, reference, undefined);
  const { draft, status } = submission;
  const revisions =
    draft.kind === 'enquiry'
      ? 'DELETE FROM revisions WHERE reference = $1 RETURNING reference'
      : `UPDATE revisions SET draft = draft - 'contact' WHERE reference = $1 AND draft ? 'contact' RETURNING reference`;
  let isGone = false;
  for (const sql of [...ERASURES, revisions]) isGone = (await tx.query(sql, [reference])).length > 0 || isGone;
  const left = withoutPerson(draft);
  if (!isGone && !left) return false;
  await tx.query(
    `UPDATE submissions SET draft = coalesce($2::text::jsonb, draft), title_key = coalesce($3, title_key),
       version = version + 1, updated_at = $4::timestamptz WHERE reference = $1`,
    [reference, left ? JSON.stringify(left) : null, left ? titleKey(left) : null, facts.at],
  );
  if (left && status === 'published') await followWithRecord(tx, { ...submission, draft: left }, status, facts);
  else if (left) await dropContactOfRecord(tx, submission.kind, submission.recordId, facts.at);
  await noteInAudit(tx, { reference, actor, action: 'erase' }, facts.at);
  return true;
}

/** Erases who made an objection; what was objected stays. Resolves to whether there was anybody. */
export async function eraseObjector(
  tx: Queryable,
  reference: string,
  objectionId: string,
  actor: string,
  at: string,
): Promise<boolean> {
  const erased = await tx.query(
    'UPDATE objections SET person = NULL WHERE id = $1 AND reference = $2 AND person IS NOT NULL RETURNING id',
    [objectionId, reference],
  );
  if (erased.length === 0) return false;
  await noteInAudit(tx, { reference, actor, action: 'erase', other: objectionId }, at);
  return true;
}

/** What became of a look through what is kept too long. */
export interface RetentionResult {
  /** Submissions whose personal data was erased. */
  readonly erased: number;
  /** Files that no submission ever named. */
  readonly orphans: number;
}

/** Erases the personal data of submissions that were settled before `settledBefore`, and files that nobody claimed. */
export async function eraseOutdated(
  database: Database,
  { settledBefore, unclaimedBefore }: { readonly settledBefore: string; readonly unclaimedBefore: string },
  factsNow: () => PublishingFacts,
): Promise<RetentionResult> {
  const orphans = await database.query(
    'DELETE FROM attachments WHERE reference IS NULL AND uploaded_at < $1::timestamptz RETURNING id',
    [unclaimedBefore],
  );
  let erased = 0;
  for (;;) {
    const due = await database.query<{ reference: string }>(
      `SELECT s.reference FROM submissions s WHERE s.settled_at < $1::timestamptz AND (
         EXISTS (SELECT FROM submitters p WHERE p.reference = s.reference)
         OR EXISTS (SELECT FROM attachments a WHERE a.reference = s.reference)
         OR EXISTS (SELECT FROM objections o WHERE o.reference = s.reference AND o.person IS NOT NULL))
       ORDER BY s.settled_at LIMIT ${BATCH}`,
      [settledBefore],
    );
    for (const { reference } of due) {
      await writeInOrder(database, async (tx) => {
        const facts = factsNow();
        await tx.query('UPDATE objections SET person = NULL WHERE reference = $1', [reference]);
        const any = await erasePersonalData(tx, reference, 'platform', facts);
        if (!any) await noteInAudit(tx, { reference, actor: 'platform', action: 'erase' }, facts.at);
      });
      erased += 1;
    }
    if (due.length < BATCH) return { erased, orphans: orphans.length };
  }
}

/** The draft without what tells of a person; `undefined` where nothing does. */
function withoutPerson(draft: Draft): Draft | undefined {
  if (draft.kind === 'enquiry') {
    const message = /^zh/i.test(draft.lang) ? ERASED.zh : ERASED.other;
    return draft.message === message ? undefined : { ...draft, message };
  }
  if (!('contact' in draft) || draft.contact === undefined) return undefined;
  const { contact: _contact, ...rest } = draft;
  return rest;
}

/** A record that is out of sight keeps its contents, and would bring the contact back. */
async function dropContactOfRecord(
  tx: Queryable,
  kind: string,
  recordId: string | undefined,
  at: string,
): Promise<void> {
  if (recordId === undefined) return;
  const [row] = await tx.query<{ body: string }>(
    `SELECT (body - 'contact')::text AS body FROM records WHERE kind = $1 AND id = $2 AND body ? 'contact'`,
    [kind, recordId],
  );
  if (row) await putRecord(tx, { ...(JSON.parse(row.body) as Parameters<typeof putRecord>[1]), updatedAt: at });
}
