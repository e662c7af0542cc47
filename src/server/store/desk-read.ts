import type { AuditEntry, Objection } from '../../domain/desk.js';
import type { Attachment, Consent, Enquirer } from '../../domain/submission.js';
import type { KeptNotice } from '../desk/rules.js';
import { readAudit } from './audit.js';
import type { Queryable } from './database.js';
import { ROW_COLUMNS, ROW_TABLES, type SubmissionRow, toDeskRow } from './desk-queue.js';
import type { DeskEntry } from './desk-store.js';

interface EntryRow extends SubmissionRow {
  readonly version: number;
  readonly record_id: string | null;
  readonly notice: string | null;
  readonly merged_into: string | null;
  readonly person: string | null;
  readonly site: string | null;
}

const iso = (ms: number): string => new Date(ms).toISOString();
const millis = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`;

/** One submission with everything that belongs to it; `undefined` when there is none. */
export async function readEntry(tx: Queryable, reference: string): Promise<DeskEntry | undefined> {
  const [row] = await tx.query<EntryRow>(
    `SELECT ${ROW_COLUMNS}, s.version::float8 AS version, s.record_id, s.notice::text AS notice, s.merged_into,
       p.person::text AS person, w.name AS site
     FROM ${ROW_TABLES} LEFT JOIN sites w ON w.key = s.site_key WHERE s.reference = $1`,
    [reference],
  );
  if (!row) return undefined;
  const history = await readAudit(tx, reference);
  return {
    ...toDeskRow(row),
    draft: JSON.parse(row.draft) as DeskEntry['draft'],
    revisions: await readRevisions(tx, reference, history[0]),
    version: row.version,
    ...(row.person !== null && { submitter: JSON.parse(row.person) as Enquirer }),
    consents: await readConsents(tx, reference),
    attachments: await readAttachments(tx, reference),
    ...(row.site !== null && { site: row.site }),
    ...(row.record_id !== null && row.kind !== 'enquiry' && { recordId: row.record_id }),
    ...(row.notice !== null && { notice: JSON.parse(row.notice) as KeptNotice }),
    objections: await readObjections(tx, reference),
    ...(row.merged_into !== null && { mergedInto: row.merged_into }),
    history,
  };
}

/**
 * The versions of the draft before the present one, oldest first. A row says when and by whom a version was replaced,
 * which is when and by whom the next one was written; the first came with the receipt.
 */
async function readRevisions(
  tx: Queryable,
  reference: string,
  receipt: AuditEntry | undefined,
): Promise<DeskEntry['revisions']> {
  const rows = await tx.query<{ ms: number; actor: string; draft: string }>(
    `SELECT ${millis('at')} AS ms, actor, draft::text AS draft FROM revisions WHERE reference = $1 ORDER BY seq`,
    [reference],
  );
  return rows.map(({ draft }, nr) => {
    const before = rows[nr - 1];
    return {
      at: before ? iso(before.ms) : (receipt?.at ?? ''),
      actor: before?.actor ?? receipt?.actor ?? 'submitter',
      draft: JSON.parse(draft) as DeskEntry['draft'],
    };
  });
}

interface ConsentRow {
  readonly purpose: string;
  readonly recipient: string;
  readonly textVersion: string;
  readonly given: number;
  readonly withdrawn: number | null;
}

/** The consents that came with a submission, those that were taken back included. */
export async function readConsents(tx: Queryable, reference: string): Promise<Consent[]> {
  const rows = await tx.query<ConsentRow>(
    `SELECT purpose, recipient, text_version AS "textVersion", ${millis('given_at')} AS given,
       ${millis('withdrawn_at')} AS withdrawn
     FROM consents WHERE reference = $1 ORDER BY given_at, purpose, recipient`,
    [reference],
  );
  return rows.map(toConsent);
}

function toConsent({ given, withdrawn, ...consent }: ConsentRow): Consent {
  return { ...consent, at: iso(given), ...(withdrawn !== null && { withdrawnAt: iso(withdrawn) }) };
}

/** The files of a submission, without their contents. */
export async function readAttachments(tx: Queryable, reference: string): Promise<Attachment[]> {
  return tx.query<Attachment>(
    `SELECT id, name, media_type AS "mediaType", size::float8 AS size FROM attachments
     WHERE reference = $1 ORDER BY uploaded_at, id`,
    [reference],
  );
}

interface ObjectionRow {
  readonly id: string;
  readonly ms: number;
  readonly text: string;
  readonly person: string | null;
  readonly settled: string | null;
}

/** What was objected to it, oldest first. */
export async function readObjections(tx: Queryable, reference: string): Promise<Objection[]> {
  const rows = await tx.query<ObjectionRow>(
    `SELECT id, ${millis('at')} AS ms, text, person::text AS person, settled::text AS settled FROM objections
     WHERE reference = $1 ORDER BY at, id`,
    [reference],
  );
  return rows.map(toObjection);
}

function toObjection({ id, ms, text, person, settled }: ObjectionRow): Objection {
  return {
    id,
    at: iso(ms),
    text,
    ...(person !== null && { from: JSON.parse(person) as Enquirer }),
    ...(settled !== null && { settled: JSON.parse(settled) as NonNullable<Objection['settled']> }),
  };
}
