import { randomBytes } from 'node:crypto';
import type { Attachment } from '../../domain/submission.js';
import { safeFileName } from '../submissions/file-name.js';
import { detectFileType, type FileRefusal, refusalOfStart } from '../submissions/file-type.js';
import type { Database, Queryable } from './database.js';
import { StoreError } from './errors.js';
import { sha256 } from './hash.js';
import { isStorable } from './storable.js';

/** A file that no submission names within a day is removed. */
const ORPHAN_HOURS = 24;
/** What files without a submission may take altogether, in bytes. */
const MAX_ORPHAN_BYTES = 512 * 1024 * 1024;
const ID_BYTES = 16;

/** A piece of a file that is being uploaded. */
export interface FilePart {
  /** Names the upload. */
  readonly idempotencyKey: string;
  readonly name: string;
  /** Of the whole file, in bytes. */
  readonly size: number;
  /** Where the piece belongs. One that does not begin where the last ended is left aside. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** How far an upload is: the file, why it was not taken, or how many bytes are there. */
export type UploadState =
  | { readonly attachment: Attachment }
  | { readonly refused: FileRefusal }
  | { readonly received: number };

/** A file that was uploaded, with its content. */
export interface StoredFile extends Attachment {
  /** The submission that it belongs to. */
  readonly reference: string;
  readonly content: Uint8Array;
}

interface FileRow {
  readonly id: string;
  readonly reference: string | null;
  readonly name: string;
  readonly mediaType: string | null;
  readonly size: number;
  readonly received: number;
}

const COLUMNS = `id, reference, name, media_type AS "mediaType", size::float8 AS size, received::float8 AS received`;

/**
 * Files that come with submissions, kept in the database so that they are as safe as the submission, and no address of
 * the web leads to them.
 */
export class Attachments {
  readonly #database: Database;
  readonly #maxOrphanBytes: number;

  constructor(database: Database, maxOrphanBytes: number = MAX_ORPHAN_BYTES) {
    this.#database = database;
    this.#maxOrphanBytes = maxOrphanBytes;
  }

  /** Takes in a piece. @throws {StoreError} `key-reused` for a file of another size, `uploads-full` */
  async addPart(part: FilePart): Promise<UploadState> {
    return this.#database.transaction(async (tx) => {
      const file = await this.#openUpload(tx, part);
      if (file.mediaType !== null) return { attachment: toAttachment(file, file.mediaType) };
      const isNext = part.offset === file.received && part.offset + part.bytes.byteLength <= file.size;
      if (!isNext) return { received: file.received };
      const refused = part.offset === 0 ? refusalOfStart(part.bytes) : undefined;
      if (refused !== undefined) return refuse(tx, file, refused);
      await insertPart(tx, file, part);
      const received = part.offset + part.bytes.byteLength;
      return received === file.size ? finish(tx, file) : { received };
    });
  }

  /** A file of a submission, for the desk. */
  async find(id: string): Promise<StoredFile | undefined> {
    if (!isStorable(id)) return undefined;
    const [file] = await this.#database.query<FileRow>(`SELECT ${COLUMNS} FROM attachments WHERE id = $1`, [id]);
    if (!file || file.mediaType === null || file.reference === null) return undefined;
    const content = await readContent(this.#database, id);
    return { ...toAttachment(file, file.mediaType), reference: file.reference, content };
  }

  /** The row of an upload, locked: parts that come at the same time wait for one another. */
  async #openUpload(tx: Queryable, { idempotencyKey, name, size }: FilePart): Promise<FileRow> {
    const key = sha256(idempotencyKey);
    const begun = await tx.query(
      `INSERT INTO attachments (id, key_sha256, name, size, uploaded_at) VALUES ($1, $2, $3, $4::integer, now())
       ON CONFLICT (key_sha256) DO NOTHING RETURNING id`,
      [randomBytes(ID_BYTES).toString('base64url'), key, name, size],
    );
    if (begun.length > 0) await this.#makeRoom(tx);
    const [file] = await tx.query<FileRow>(`SELECT ${COLUMNS} FROM attachments WHERE key_sha256 = $1 FOR UPDATE`, [
      key,
    ]);
    if (!file) throw new Error('the database has no row for an upload that it took');
    if (file.size !== size) throw new StoreError('key-reused', 'The key belongs to another file.');
    return file;
  }

  async #makeRoom(tx: Queryable): Promise<void> {
    await removeOrphans(tx);
    const [row] = await tx.query<{ bytes: number }>(
      'SELECT coalesce(sum(size), 0)::float8 AS bytes FROM attachments WHERE reference IS NULL',
    );
    if (row && row.bytes > this.#maxOrphanBytes)
      throw new StoreError('uploads-full', 'Too many files wait for their submission.');
  }
}

/** Removes files that no submission has named in time. */
export async function removeOrphans(tx: Queryable, hours: number = ORPHAN_HOURS): Promise<void> {
  await tx.query(
    `DELETE FROM attachments WHERE id IN (
       SELECT id FROM attachments
       WHERE reference IS NULL AND uploaded_at < now() - make_interval(secs => $1::float8 * 3600)
       LIMIT 100 FOR UPDATE SKIP LOCKED)`,
    [hours],
  );
}

async function insertPart(tx: Queryable, { id }: FileRow, { offset, bytes }: FilePart): Promise<void> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  await tx.query('INSERT INTO attachment_parts (id, start, content) VALUES ($1, $2::integer, $3)', [
    id,
    offset,
    content,
  ]);
  await tx.query('UPDATE attachments SET received = $2::integer, uploaded_at = now() WHERE id = $1', [
    id,
    offset + bytes.byteLength,
  ]);
}

/** The whole file is there: now its content tells what it is. */
async function finish(tx: Queryable, file: FileRow): Promise<UploadState> {
  const verdict = detectFileType(await readContent(tx, file.id));
  if ('refused' in verdict) return refuse(tx, file, verdict.refused);
  const { mediaType } = verdict;
  const name = safeFileName(file.name, mediaType);
  await tx.query('UPDATE attachments SET media_type = $2, name = $3 WHERE id = $1', [file.id, mediaType, name]);
  return { attachment: toAttachment({ ...file, name }, mediaType) };
}

async function refuse(tx: Queryable, { id }: FileRow, refused: FileRefusal): Promise<UploadState> {
  await tx.query('DELETE FROM attachments WHERE id = $1', [id]);
  return { refused };
}

async function readContent(tx: Queryable, id: string): Promise<Uint8Array> {
  const parts = await tx.query<{ content: string }>(
    'SELECT content FROM attachment_parts WHERE id = $1 ORDER BY start',
    [id],
  );
  return Buffer.concat(parts.map(({ content }) => Buffer.from(content, 'base64')));
}

function toAttachment({ id, name, size }: FileRow, mediaType: string): Attachment {
  return { id, name, mediaType, size };
}

/** Gives uploaded files to a submission. @throws {StoreError} `attachment-unknown` with the id of the first that cannot be */
export async function claimFiles(tx: Queryable, reference: string, ids: readonly string[]): Promise<void> {
  const claimed = await tx.query<{ id: string }>(
    `UPDATE attachments SET reference = $1
     WHERE id IN (SELECT jsonb_array_elements_text($2::text::jsonb)) AND media_type IS NOT NULL
       AND (reference IS NULL OR reference = $1)
     RETURNING id`,
    [reference, JSON.stringify(ids.filter(isStorable))],
  );
  const known = new Set(claimed.map(({ id }) => id));
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined) throw new StoreError('attachment-unknown', missing);
}
