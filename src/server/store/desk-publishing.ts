import { Achievement } from '../../domain/achievement.js';
import { Demand } from '../../domain/demand.js';
import type { Organisation } from '../../domain/primitives.js';
import type { Enquirer } from '../../domain/submission.js';
import type { Draft } from '../submissions/title.js';
import type { Queryable } from './database.js';
import { DeskError } from './desk-error.js';
import type { LockedSubmission } from './desk-lock.js';
import { putRecord } from './records.js';
import type { StoredRecord } from './store.js';

/** When and as whose a record is written. */
export interface PublishingFacts {
  /** Name of the platform: the source of what it publishes itself. */
  readonly source: string;
  /** ISO 8601. */
  readonly at: string;
  /** The day of `at` in China. */
  readonly today: string;
}

/** Where the public record stands beside its submission from then on. */
const ON_RECORD: ReadonlySet<string> = new Set(['published', 'negotiating', 'contracted', 'closed', 'tombstone']);

type PublicDraft = Exclude<Draft, { readonly kind: 'enquiry' }>;

/**
 * Brings the public record in line with its submission, inside a transaction of `writeInOrder`: written when it is
 * published, and again when that is corrected; out of sight, its contents kept, in any other status; emptied but for its
 * title once deleted. A submission that never was published has no record and gets none.
 * @throws {DeskError} `draft` where the draft makes no sound record
 */
export async function followWithRecord(
  tx: Queryable,
  { kind, reference, recordId, draft }: LockedSubmission,
  status: string,
  facts: PublishingFacts,
): Promise<void> {
  if (recordId === undefined || draft.kind === 'enquiry' || kind === 'enquiry') return;
  const before = await readRecord(tx, kind, recordId);
  if (status === 'published') {
    await putRecord(tx, await recordOf(tx, { reference, recordId, draft, before }, facts));
    return;
  }
  if (!before || !ON_RECORD.has(status)) return;
  const { at } = facts;
  await putRecord(tx, status === 'tombstone' ? emptied(before, at) : { ...before, status, updatedAt: at });
}

interface Publication {
  readonly reference: string;
  readonly recordId: string;
  readonly draft: PublicDraft;
  readonly before: KeptRecord | undefined;
}

/** What a record may have that the store does not look at. */
type KeptRecord = StoredRecord & {
  readonly owner?: Organisation;
  readonly publishedOn?: string;
  readonly title?: unknown;
  readonly lang?: unknown;
};

async function recordOf(
  tx: Queryable,
  { reference, recordId, draft, before }: Publication,
  { source, at, today }: PublishingFacts,
): Promise<StoredRecord> {
  const { owner: named, ...fields } = draft;
  const isAnonymous = draft.kind === 'demand' && draft.anonymous === true;
  const owner = isAnonymous ? undefined : (named ?? (await organisationOf(tx, reference)) ?? before?.owner);
  const record = {
    ...fields,
    id: recordId,
    status: 'published',
    ...(owner && { owner }),
    source: before?.source ?? { name: source, id: reference },
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
    publishedOn: draft.publishedOn ?? before?.publishedOn ?? today,
  };
  const checked = draft.kind === 'demand' ? Demand.safeParse(record) : Achievement.safeParse(record);
  if (!checked.success) throw new DeskError({ code: 'draft', kind: draft.kind, draft });
  return checked.data;
}

/** The submitter's organisation; `undefined` for a private person and after erasure. */
export async function organisationOf(tx: Queryable, reference: string): Promise<Organisation | undefined> {
  const [row] = await tx.query<{ person: string }>(
    'SELECT person::text AS person FROM submitters WHERE reference = $1',
    [reference],
  );
  return row && (JSON.parse(row.person) as Enquirer).organisation;
}

async function readRecord(tx: Queryable, kind: string, id: string): Promise<KeptRecord | undefined> {
  const [row] = await tx.query<{ body: string }>('SELECT body::text AS body FROM records WHERE kind = $1 AND id = $2', [
    kind,
    id,
  ]);
  return row && (JSON.parse(row.body) as KeptRecord);
}

/** What remains of a deleted record: that there was one. */
function emptied({ id, kind, title, lang, source, createdAt }: KeptRecord, at: string): StoredRecord {
  const rest = { title, lang };
  return { id, kind, status: 'tombstone', source, createdAt, updatedAt: at, ...rest };
}
