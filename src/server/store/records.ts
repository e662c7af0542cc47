import type { RecordKind } from '../../domain/record.js';
import type { Database, Queryable } from './database.js';
import { DatabaseError, StoreError } from './errors.js';
import { writeInOrder } from './outbox.js';
import { isStorable, toStorableJson } from './storable.js';
import type { OutboxEntry, PutResult, StoredRecord } from './store.js';

/** Records written by one statement: larger ones gain nothing and hold their whole text in memory twice. */
const BATCH = 500;
const UNIQUE_VIOLATION = '23505';

/**
 * Writes a batch of records and their outbox entries. The text is compared without the two times; `createdAt` of a
 * replaced record stays in the column and in the body alike. `xmax = 0` tells an inserted row from an updated one.
 */
const PUT = `
  WITH input AS (
    SELECT record FROM jsonb_array_elements($1::text::jsonb) WITH ORDINALITY AS given (record, nr) ORDER BY nr
  ), written AS (
    INSERT INTO records AS stored (kind, id, source_name, source_id, status, body, created_at, updated_at)
    SELECT record->>'kind', record->>'id', record#>>'{source,name}', record#>>'{source,id}', record->>'status', record,
      (record->>'createdAt')::timestamptz, (record->>'updatedAt')::timestamptz
    FROM input
    ON CONFLICT (kind, id) DO UPDATE SET
      source_name = excluded.source_name,
      source_id = excluded.source_id,
      status = excluded.status,
      body = jsonb_set(excluded.body, '{createdAt}', stored.body->'createdAt'),
      updated_at = excluded.updated_at
    WHERE stored.body - '{createdAt,updatedAt}'::text[] IS DISTINCT FROM excluded.body - '{createdAt,updatedAt}'::text[]
    RETURNING kind, id, xmax = 0 AS created
  ), noted AS (
    INSERT INTO outbox (kind, id, op, at) SELECT kind, id, 'put', clock_timestamp() FROM written
  )
  SELECT count(*) FILTER (WHERE created)::float8 AS created, count(*) FILTER (WHERE NOT created)::float8 AS updated
  FROM written`;

const DELETE = `
  WITH gone AS (
    DELETE FROM records WHERE kind = $1 AND id = ANY(ARRAY(SELECT jsonb_array_elements_text($2::text::jsonb))) RETURNING kind, id
  ), noted AS (
    INSERT INTO outbox (kind, id, op, at) SELECT kind, id, 'delete', clock_timestamp() FROM gone
  )
  SELECT count(*)::float8 AS deleted FROM gone`;

interface BodyRow {
  readonly body: string;
}

/** Records and the outbox of their changes. */
export class Records {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async put(records: readonly StoredRecord[]): Promise<PutResult> {
    const batches = batchesOf(lastOfEach(records));
    if (batches.length === 0) return { created: 0, updated: 0, unchanged: 0 };
    return writeInOrder(this.#database, (tx) => putBatches(tx, batches));
  }

  async get(kind: RecordKind, id: string): Promise<StoredRecord | undefined> {
    return (await this.getMany(kind, [id]))[0];
  }

  async getMany(kind: RecordKind, ids: readonly string[]): Promise<StoredRecord[]> {
    const known = ids.filter(isStorable);
    if (known.length === 0) return [];
    const rows = await this.#database.query<BodyRow & { id: string }>(
      `SELECT id, body::text AS body FROM records
       WHERE kind = $1 AND id = ANY(ARRAY(SELECT jsonb_array_elements_text($2::text::jsonb)))`,
      [kind, JSON.stringify(known)],
    );
    const byId = new Map(rows.map(({ id, body }) => [id, body]));
    return known.flatMap((id) => byId.get(id) ?? []).map(parseRecord);
  }

  async delete(kind: RecordKind, ids: readonly string[]): Promise<number> {
    const known = ids.filter(isStorable);
    if (known.length === 0) return 0;
    return writeInOrder(this.#database, async (tx) => {
      const [row] = await tx.query<{ deleted: number }>(DELETE, [kind, JSON.stringify(known)]);
      return row?.deleted ?? 0;
    });
  }

  async scan(kind: RecordKind, afterId: string | undefined, limit: number): Promise<StoredRecord[]> {
    const rows = await this.#database.query<BodyRow>(
      `SELECT body::text AS body FROM records WHERE kind = $1 AND id > $2 COLLATE "C" ORDER BY id LIMIT $3::integer`,
      [kind, afterId ?? '', limit],
    );
    return rows.map(({ body }) => parseRecord(body));
  }

  async count(kind: RecordKind): Promise<number> {
    const [row] = await this.#database.query<{ count: number }>(
      'SELECT count(*)::float8 AS count FROM records WHERE kind = $1',
      [kind],
    );
    return row?.count ?? 0;
  }

  async head(): Promise<number> {
    const [row] = await this.#database.query<{ seq: number }>(
      'SELECT coalesce(max(seq), 0)::float8 AS seq FROM outbox',
    );
    return row?.seq ?? 0;
  }

  readOutbox(afterSeq: number, limit: number): Promise<OutboxEntry[]> {
    return this.#database.query<OutboxEntry>(
      `SELECT seq::float8 AS seq, kind, id, op FROM outbox WHERE seq > $1::float8::bigint
       ORDER BY seq LIMIT $2::integer`,
      [afterSeq, limit],
    );
  }

  async outboxMark(seq: number): Promise<string | undefined> {
    const [row] = await this.#database.query<{ mark: string }>(
      `SELECT concat_ws('/', (extract(epoch FROM at) * 1000000)::bigint, kind, id, op) AS mark
       FROM outbox WHERE seq = $1::float8::bigint`,
      [seq],
    );
    return row?.mark;
  }

  async lastChange(): Promise<string | undefined> {
    const [row] = await this.#database.query<{ ms: number }>(
      'SELECT (extract(epoch FROM at) * 1000)::float8 AS ms FROM outbox ORDER BY seq DESC LIMIT 1',
    );
    return row && new Date(row.ms).toISOString();
  }
}

/** Writes one record inside a transaction of {@link writeInOrder}. */
export async function putRecord(tx: Queryable, record: StoredRecord): Promise<void> {
  await putBatches(tx, batchesOf([record]));
}

async function putBatches(tx: Queryable, batches: readonly Batch[]): Promise<PutResult> {
  const total = { created: 0, updated: 0, unchanged: 0 };
  for (const { json, size } of batches) {
    const [row] = await tx.query<{ created: number; updated: number }>(PUT, [json]).catch(asConflict);
    const { created, updated } = row ?? { created: 0, updated: 0 };
    total.created += created;
    total.updated += updated;
    total.unchanged += size - created - updated;
  }
  return total;
}

interface Batch {
  readonly json: string;
  readonly size: number;
}

/** One statement cannot touch a row twice, and the last version is what remains anyway. */
function lastOfEach(records: readonly StoredRecord[]): StoredRecord[] {
  return [...new Map(records.map((record) => [`${record.kind}/${record.id}`, record])).values()];
}

/** The JSON of each batch. Made before the transaction: no other writer waits for it. */
function batchesOf(records: readonly StoredRecord[]): Batch[] {
  const texts = records.map((record) => toStorableJson(record, () => `${record.kind} ${record.id}`));
  const batches = [];
  for (let at = 0; at < texts.length; at += BATCH) {
    const batch = texts.slice(at, at + BATCH);
    batches.push({ json: `[${batch.join(',')}]`, size: batch.length });
  }
  return batches;
}

function parseRecord(body: string): StoredRecord {
  return JSON.parse(body) as StoredRecord;
}

/** The constraints that one record breaks because of another, and what that means. */
const CONFLICTS: Readonly<Record<string, { code: 'source-conflict' | 'code-conflict'; message: string }>> = {
  records_source_key: { code: 'source-conflict', message: 'Another record already stands for this source and id.' },
  records_indicator_code: { code: 'code-conflict', message: 'Another indicator already has this code.' },
};

function asConflict(error: unknown): never {
  const broken = error instanceof DatabaseError && error.sqlState === UNIQUE_VIOLATION ? error : undefined;
  const conflict = CONFLICTS[broken?.constraint ?? ''];
  if (!broken || !conflict) throw error;
  const { code, message } = conflict;
  throw new StoreError(code, `${message} ${broken.detail ?? ''}`.trim(), { cause: error });
}
