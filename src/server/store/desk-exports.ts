import type { PersonOnFile } from '../../domain/submission.js';
import { type AuditNote, noteInAudit } from './audit.js';
import type { Database } from './database.js';

/** What an export has of a submission beside its row of the queue. */
export interface SubmissionDetails {
  readonly draft: object;
  /** Id of the public record that it becomes or has become. */
  readonly recordId?: string;
  /** Absent where it was not asked for, and after erasure. */
  readonly submitter?: PersonOnFile;
}

/** What the desk gives away as files, and the note that it did. */
export interface DeskExportStore {
  /** Details of submissions by reference; with who sent them only where `people` is asked for. */
  details(references: readonly string[], people: boolean): Promise<ReadonlyMap<string, SubmissionDetails>>;
  /** Adds an entry to the audit trail. */
  note(note: AuditNote): Promise<void>;
}

interface Row {
  readonly reference: string;
  readonly draft: string;
  readonly record_id: string | null;
  readonly person: string | null;
}

/** {@link DeskExportStore} over the tables of migration 3. */
export class DeskExports implements DeskExportStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async details(references: readonly string[], people: boolean): Promise<ReadonlyMap<string, SubmissionDetails>> {
    const person = people ? 'p.person::text' : 'NULL::text';
    const rows = await this.#database.query<Row>(
      `SELECT s.reference, s.draft::text AS draft, s.record_id, ${person} AS person
       FROM submissions s LEFT JOIN submitters p USING (reference)
       WHERE s.reference IN (SELECT jsonb_array_elements_text($1::text::jsonb))`,
      [JSON.stringify(references)],
    );
    return new Map(rows.map((row) => [row.reference, toDetails(row)]));
  }

  async note(note: AuditNote): Promise<void> {
    await this.#database.transaction((tx) => noteInAudit(tx, note, new Date().toISOString()));
  }
}

function toDetails({ draft, record_id: recordId, person }: Row): SubmissionDetails {
  return {
    draft: JSON.parse(draft) as object,
    ...(recordId !== null && { recordId }),
    ...(person !== null && { submitter: JSON.parse(person) as PersonOnFile }),
  };
}
