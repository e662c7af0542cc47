import type { Queryable } from '../../../src/server/store/database.js';

/** A submission as letters need it: its submitter and what they agreed to. */
export interface SubmissionFacts {
  readonly reference: string;
  readonly email?: string;
  readonly purposes?: readonly string[];
}

/** Stores a submission below the routes that take one. */
export async function addSubmission(
  database: Queryable,
  { reference, email, purposes = ['contact'] }: SubmissionFacts,
): Promise<void> {
  await database.query(
    `INSERT INTO submissions (reference, kind, status, draft, title_key, record_id, key_sha256, body_sha256,
       secret_sha256, received_at, updated_at)
     VALUES ($1, 'demand', 'submitted', '{}', '', $1, $1, '', '', now(), now())`,
    [reference],
  );
  await database.query('INSERT INTO submitters (reference, person) VALUES ($1, $2::text::jsonb)', [
    reference,
    JSON.stringify({ person: '李工', ...(email !== undefined && { email }) }),
  ]);
  for (const purpose of purposes) {
    await database.query(
      `INSERT INTO consents (reference, purpose, recipient, text_version, given_at) VALUES ($1, $2, '平台', '1', now())`,
      [reference, purpose],
    );
  }
}
