import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { recordId } from '../../domain/record-id.js';
import type { PersonalData } from '../../domain/desk.js';
import type { NoticePeriod, SubmissionKind } from '../../domain/submission.js';
import type { SubmissionStatus } from '../../domain/workflow.js';
import { enqueue } from '../delivery/enqueue.js';
import { chinaDay } from '../indicators/computed-series.js';
import { makeReference } from '../submissions/reference.js';
import { type Draft, titleKey, titleOf } from '../submissions/title.js';
import { Attachments, claimFiles, type FilePart, type StoredFile, type UploadState } from './attachments.js';
import { noteInAudit, readAudit } from './audit.js';
import type { Database, Queryable } from './database.js';
import type { PublishingFacts } from './desk-publishing.js';
import { readConsents } from './desk-read.js';
import { DatabaseError, StoreError } from './errors.js';
import { sha256 } from './hash.js';
import { writeInOrder } from './outbox.js';
import { erasePersonalData, readPersonalData } from './personal-data.js';
import { isStorable, toStorableJson } from './storable.js';
import { type NewVersion, putConsents, putSubmitter, resubmit, withdraw, withdrawConsent } from './submitter-steps.js';
import type { KeptSubmission, NewSubmission, Receipt, SubmissionStore } from './submission-store.js';

/** Name of the secret in `meta` that status addresses are made with: with the database alone nobody makes one. */
const PEPPER = 'submission_pepper';
/** Name of the secret that challenges are signed with. */
const CHALLENGE_KEY = 'challenge_key';
const SECRET_BYTES = 32;
const UNIQUE_VIOLATION = '23505';
const MAX_DRAWS = 5;

/** The key decides: of two that come at the same time the second waits for the first, then finds nothing to insert. */
const INSERT = `
  INSERT INTO submissions (reference, kind, status, draft, title_key, record_id, site_key, suspicious, key_sha256,
    body_sha256, secret_sha256, received_at, updated_at)
  SELECT $1, $2, 'submitted', facts->'draft', facts->>'titleKey', $3, $4, $5::boolean, $6, $7, $8, $9::timestamptz, $9::timestamptz
  FROM (SELECT $10::text::jsonb) AS given (facts)
  ON CONFLICT (key_sha256) DO NOTHING
  RETURNING reference`;

interface ReceiptRow {
  readonly reference: string;
  readonly body_sha256: string;
  readonly received: number;
}

interface SubmissionRow {
  readonly reference: string;
  readonly kind: SubmissionKind;
  readonly status: SubmissionStatus;
  readonly version: number;
  readonly draft: string;
  readonly record_id: string | null;
  readonly secret_sha256: string;
  readonly received: number;
  readonly updated: number;
  readonly notice: string | null;
  readonly has_person: boolean;
}

/** What people sent, over the tables of migration 3. */
export class Submissions implements SubmissionStore {
  readonly #database: Database;
  readonly #attachments: Attachments;
  #pepper: Promise<string> | undefined;
  #challengeKey: Promise<string> | undefined;

  constructor(database: Database) {
    this.#database = database;
    this.#attachments = new Attachments(database);
  }

  async receiptFor(idempotencyKey: string, body: string): Promise<Receipt | undefined> {
    return this.#receiptFor(this.#database, idempotencyKey, body);
  }

  async receive(submission: NewSubmission): Promise<Receipt> {
    for (let draw = 1; ; draw++) {
      try {
        return await this.#receive(submission);
      } catch (error) {
        const isTaken = error instanceof DatabaseError && error.constraint === 'submissions_pkey';
        if (!isTaken || error.sqlState !== UNIQUE_VIOLATION || draw === MAX_DRAWS) throw error;
      }
    }
  }

  async open(reference: string, secret: string): Promise<KeptSubmission | undefined> {
    const row = await findRow(this.#database, reference, secret);
    return row && (await readKept(this.#database, row));
  }

  withdraw(reference: string, source: string): Promise<void> {
    return this.#change(source, (tx, facts) => withdraw(tx, reference, facts));
  }

  resubmit(reference: string, version: NewVersion, source: string): Promise<void> {
    return this.#change(source, (tx, facts) => resubmit(tx, reference, version, facts));
  }

  withdrawConsent(
    reference: string,
    consent: { readonly purpose: string; readonly recipient: string },
    source: string,
  ): Promise<boolean> {
    return this.#change(source, (tx, facts) => withdrawConsent(tx, reference, consent, facts));
  }

  async erase(reference: string, source: string): Promise<void> {
    await this.#change(source, (tx, facts) => erasePersonalData(tx, reference, 'submitter', facts));
  }

  personalData(reference: string): Promise<PersonalData | undefined> {
    return readPersonalData(this.#database, reference);
  }

  addPart(part: FilePart): Promise<UploadState> {
    return this.#attachments.addPart(part);
  }

  attachment(id: string): Promise<StoredFile | undefined> {
    return this.#attachments.find(id);
  }

  async challengeKey(): Promise<string> {
    this.#challengeKey ??= readOrMakeSecret(this.#database, CHALLENGE_KEY);
    return this.#challengeKey.catch((error: unknown) => {
      this.#challengeKey = undefined;
      throw error;
    });
  }

  /** All changes are written in order, since some of them touch a public record. */
  #change<T>(source: string, work: (tx: Queryable, facts: PublishingFacts) => Promise<T>): Promise<T> {
    return writeInOrder(this.#database, (tx) => {
      const now = new Date();
      return work(tx, { source, at: now.toISOString(), today: chinaDay(now) });
    });
  }

  async #receive(submission: NewSubmission): Promise<Receipt> {
    const { kind, draft, idempotencyKey, body } = submission;
    const receivedAt = new Date().toISOString();
    const reference = makeReference(kind, receivedAt);
    const secret = await this.#secretOf(idempotencyKey, reference);
    const facts = toStorableJson({ draft, titleKey: titleKey(draft) }, () => 'The submission');
    return this.#database.transaction(async (tx) => {
      const inserted = await tx.query(INSERT, [
        reference,
        kind,
        kind === 'enquiry' ? null : recordId(kind, submission.source, reference),
        submission.site ?? null,
        submission.suspicious,
        sha256(idempotencyKey),
        sha256(body),
        sha256(secret),
        receivedAt,
        facts,
      ]);
      if (inserted.length === 0) {
        const known = await this.#receiptFor(tx, idempotencyKey, body);
        if (!known) throw new Error('the database refused a submission that it does not have');
        return known;
      }
      await putSubmitter(tx, reference, submission.submitter);
      await putConsents(tx, reference, submission.consents, receivedAt);
      await claimFiles(tx, reference, submission.attachments);
      if (submission.challenge) await spend(tx, submission.challenge);
      const title = titleOf(draft);
      const told = { kind, title, lang: submission.lang } as const;
      const statusUrl = submission.statusUrl(reference, secret);
      // Whoever entered it knows that it is there, and nobody it names has agreed to be written to
      if (submission.enteredBy === undefined) {
        await enqueue(
          tx,
          { channel: 'mail', reference, target: 'submitter', payload: { template: 'receipt', ...told, statusUrl } },
          receivedAt,
        );
        await enqueue(
          tx,
          { channel: 'mail', reference, target: 'office', payload: { template: 'office-new', ...told } },
          receivedAt,
        );
      }
      await enqueue(
        tx,
        { channel: 'webhook', target: 'submission.received', payload: { reference, kind, status: 'submitted', title } },
        receivedAt,
      );
      const actor = submission.enteredBy ?? 'submitter';
      await noteInAudit(tx, { reference, actor, action: 'receive', to: 'submitted' }, receivedAt);
      return { reference, secret, receivedAt };
    });
  }

  async #receiptFor(tx: Queryable, idempotencyKey: string, body: string): Promise<Receipt | undefined> {
    const [row] = await tx.query<ReceiptRow>(
      `SELECT reference, body_sha256, (extract(epoch FROM received_at) * 1000)::float8 AS received
       FROM submissions WHERE key_sha256 = $1`,
      [sha256(idempotencyKey)],
    );
    if (!row) return undefined;
    if (row.body_sha256 !== sha256(body)) throw new StoreError('key-reused', 'The key belongs to another submission.');
    const { reference, received } = row;
    const secret = await this.#secretOf(idempotencyKey, reference, tx);
    return { reference, secret, receivedAt: new Date(received).toISOString() };
  }

  /** Made from the key rather than kept, so that the same key opens the same door and a copy of the database opens none. */
  async #secretOf(idempotencyKey: string, reference: string, tx: Queryable = this.#database): Promise<string> {
    this.#pepper ??= readOrMakeSecret(tx, PEPPER);
    const pepper = await this.#pepper.catch((error: unknown) => {
      this.#pepper = undefined;
      throw error;
    });
    return createHmac('sha256', pepper).update(`${reference}\n${idempotencyKey}`).digest('base64url');
  }
}

/** A secret of this platform by its name in `meta`, drawn by lot when it is first asked for. */
export async function readOrMakeSecret(tx: Queryable, name: string): Promise<string> {
  await tx.query('INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING', [
    name,
    randomBytes(SECRET_BYTES).toString('base64url'),
  ]);
  const [row] = await tx.query<{ value: string }>('SELECT value FROM meta WHERE key = $1', [name]);
  if (!row) throw new Error(`the database has no ${name}`);
  return row.value;
}

/** The submission, where `secret` is its own. Compared in constant time; an unknown reference takes as long. */
export async function findRow(tx: Queryable, reference: string, secret: string): Promise<SubmissionRow | undefined> {
  if (!isStorable(reference)) return undefined;
  const [row] = await tx.query<SubmissionRow>(
    `SELECT reference, kind, status, version::float8 AS version, draft::text AS draft, record_id, secret_sha256,
       (extract(epoch FROM received_at) * 1000)::float8 AS received,
       (extract(epoch FROM updated_at) * 1000)::float8 AS updated, notice::text AS notice,
       EXISTS (SELECT FROM submitters WHERE submitters.reference = submissions.reference) AS has_person
     FROM submissions WHERE reference = $1`,
    [reference],
  );
  const given = Buffer.from(sha256(secret));
  const isOwn = timingSafeEqual(given, Buffer.from(row?.secret_sha256 ?? sha256('')));
  return isOwn ? row : undefined;
}

async function readKept(tx: Queryable, row: SubmissionRow): Promise<KeptSubmission> {
  const { reference, kind, status, version } = row;
  return {
    reference,
    kind,
    status,
    version,
    draft: JSON.parse(row.draft) as Draft,
    ...(row.record_id !== null && { recordId: row.record_id }),
    receivedAt: new Date(row.received).toISOString(),
    updatedAt: new Date(row.updated).toISOString(),
    ...(row.notice !== null && { notice: JSON.parse(row.notice) as NoticePeriod }),
    consents: await readConsents(tx, reference),
    history: await readAudit(tx, reference),
    hasPerson: row.has_person,
  };
}

async function spend(tx: Queryable, { signature, expiresAt }: NonNullable<NewSubmission['challenge']>): Promise<void> {
  await tx.query(
    `DELETE FROM spent_challenges WHERE signature IN (
       SELECT signature FROM spent_challenges WHERE expires_at < now() LIMIT 100 FOR UPDATE SKIP LOCKED)`,
  );
  const spent = await tx.query(
    `INSERT INTO spent_challenges (signature, expires_at) VALUES ($1, $2::timestamptz)
     ON CONFLICT (signature) DO NOTHING RETURNING signature`,
    [signature, expiresAt],
  );
  if (spent.length === 0) throw new StoreError('challenge-spent', 'The challenge was used for another submission.');
}
