import type { KeptNotice } from '../desk/rules.js';
import type { SubmissionKind } from '../../domain/submission.js';
import type { SubmissionStatus } from '../../domain/workflow.js';
import type { Draft } from '../submissions/title.js';
import type { Queryable } from './database.js';
import { DeskError } from './desk-error.js';
import { isStorable } from './storable.js';

/** A submission that nobody else can change until the end of the transaction. */
export interface LockedSubmission {
  readonly reference: string;
  readonly kind: SubmissionKind;
  readonly status: SubmissionStatus;
  readonly version: number;
  readonly draft: Draft;
  readonly recordId: string | undefined;
  readonly assignee: string | undefined;
  readonly notice: KeptNotice | undefined;
  readonly mergedInto: string | undefined;
}

interface LockedRow {
  readonly reference: string;
  readonly kind: SubmissionKind;
  readonly status: SubmissionStatus;
  readonly version: number;
  readonly draft: string;
  readonly record_id: string | null;
  readonly assignee: string | null;
  readonly notice: string | null;
  readonly merged_into: string | null;
}

/**
 * Takes a submission for a change. `version` is the one that the change was made on.
 * @throws {DeskError} `not-found`, or `changed` where it has another version by now
 */
export async function lockSubmission(
  tx: Queryable,
  reference: string,
  version: number | undefined,
): Promise<LockedSubmission> {
  const [row] = isStorable(reference)
    ? await tx.query<LockedRow>(
        `SELECT reference, kind, status, version::float8 AS version, draft::text AS draft, record_id, assignee,
           notice::text AS notice, merged_into FROM submissions WHERE reference = $1 FOR UPDATE`,
        [reference],
      )
    : [];
  if (!row) throw new DeskError({ code: 'not-found' });
  if (version !== undefined && row.version !== version) {
    throw new DeskError({ code: 'changed', version: row.version, status: row.status });
  }
  return {
    reference: row.reference,
    kind: row.kind,
    status: row.status,
    version: row.version,
    draft: JSON.parse(row.draft) as Draft,
    recordId: row.kind === 'enquiry' ? undefined : (row.record_id ?? undefined),
    assignee: row.assignee ?? undefined,
    notice: row.notice === null ? undefined : (JSON.parse(row.notice) as KeptNotice),
    mergedInto: row.merged_into ?? undefined,
  };
}
