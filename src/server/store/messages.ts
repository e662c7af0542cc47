import type { Database } from './database.js';
import type { DueMessage, MessageChannel, MessageCount, MessageRow, MessageStore } from './store.js';

/** Delivered messages are kept this long, for questions about what was sent. */
const KEPT_DAYS = 30;
/** A letter that could not be sent for so long, or that nobody sends, goes without the secret link it was to bring. */
const LINK_DAYS = 7;
const MAX_LISTED = 1000;

interface Row {
  readonly id: number;
  readonly reference: string | null;
  readonly channel: MessageChannel;
  readonly target: string;
  readonly payload: string;
  readonly attempts: number;
  readonly created: number;
  readonly next: number | null;
  readonly sent: number | null;
  readonly error: string | null;
}

const COLUMNS = `id::float8 AS id, reference, channel, target, payload::text AS payload, attempts,
  (extract(epoch FROM created_at) * 1000)::float8 AS created, (extract(epoch FROM next_at) * 1000)::float8 AS next,
  (extract(epoch FROM sent_at) * 1000)::float8 AS sent, last_error AS error`;

/** A message that waits has a time for its next attempt; without one it was sent, or given up. */
const STATE = `CASE WHEN sent_at IS NOT NULL THEN 'sent' WHEN next_at IS NULL THEN 'failed' ELSE 'waiting' END`;

/** Messages to be delivered and what became of them. */
export class Messages implements MessageStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async claim(channel: MessageChannel, limit: number, now: Date, leaseMs: number): Promise<DueMessage[]> {
    const at = now.toISOString();
    // Looking takes no lock and writes nothing: most looks find nothing
    const due = await this.#database.query(
      'SELECT 1 AS due FROM messages WHERE next_at <= $1::timestamptz AND channel = $2 LIMIT 1',
      [at, channel],
    );
    if (due.length === 0) return [];
    const rows = await this.#database.query<Row>(
      `UPDATE messages SET attempts = attempts + 1, next_at = $3::timestamptz
       WHERE id IN (
         SELECT id FROM messages WHERE next_at <= $1::timestamptz AND channel = $2
         ORDER BY next_at, id LIMIT $4::integer FOR UPDATE SKIP LOCKED)
       RETURNING ${COLUMNS}`,
      [at, channel, new Date(now.getTime() + leaseMs).toISOString(), limit],
    );
    return rows.toSorted((a, b) => a.id - b.id).map(toDue);
  }

  async sent({ id, attempt }: DueMessage, now: Date): Promise<void> {
    await this.#database.query(
      `UPDATE messages SET sent_at = $3::timestamptz, next_at = NULL, last_error = NULL, payload = payload - 'statusUrl'
       WHERE id = $1::float8::bigint AND attempts = $2::integer`,
      [id, attempt, now.toISOString()],
    );
  }

  async failed({ id, attempt }: DueMessage, reason: string, nextAt: Date | undefined): Promise<void> {
    await this.#database.query(
      `UPDATE messages SET next_at = $3::timestamptz, last_error = $4
       WHERE id = $1::float8::bigint AND attempts = $2::integer`,
      [id, attempt, nextAt?.toISOString() ?? null, reason],
    );
  }

  async drop({ id }: DueMessage): Promise<void> {
    await this.#database.query('DELETE FROM messages WHERE id = $1::float8::bigint', [id]);
  }

  async recipient(reference: string): Promise<string | undefined> {
    const [row] = await this.#database.query<{ email: string }>(
      `SELECT person->>'email' AS email FROM submitters
       WHERE reference = $1 AND person->>'email' IS NOT NULL AND EXISTS (
         SELECT FROM consents WHERE reference = $1 AND purpose = 'contact' AND withdrawn_at IS NULL)`,
      [reference],
    );
    return row?.email;
  }

  async count(): Promise<MessageCount[]> {
    return this.#database.query<MessageCount>(
      `SELECT channel, ${STATE} AS state, count(*)::float8 AS count FROM messages GROUP BY 1, 2 ORDER BY 1, 2`,
    );
  }

  async list(): Promise<MessageRow[]> {
    const rows = await this.#database.query<Row>(
      `SELECT ${COLUMNS} FROM messages WHERE sent_at IS NULL ORDER BY messages.id LIMIT $1::integer`,
      [MAX_LISTED],
    );
    return rows.map(toListed);
  }

  async retry(id: number | undefined, now: Date): Promise<number> {
    const rows = await this.#database.query(
      `UPDATE messages SET next_at = $1::timestamptz, attempts = 0
       WHERE sent_at IS NULL AND ($2::float8 IS NULL OR id = $2::float8::bigint) RETURNING id::float8 AS id`,
      [now.toISOString(), id ?? null],
    );
    return rows.length;
  }

  async prune(now: Date): Promise<void> {
    await this.#database.query(
      `DELETE FROM messages WHERE sent_at < $1::timestamptz - make_interval(days => $2::integer)`,
      [now.toISOString(), KEPT_DAYS],
    );
    await this.#database.query(
      `UPDATE messages SET payload = payload - 'statusUrl'
       WHERE payload->>'statusUrl' IS NOT NULL AND created_at < $1::timestamptz - make_interval(days => $2::integer)`,
      [now.toISOString(), LINK_DAYS],
    );
  }
}

function toDue({ id, reference, channel, target, payload, attempts, created }: Row): DueMessage {
  return {
    id,
    // With the time, since another database begins to count at 1 again
    key: `msg_${created.toString(36)}_${id.toString(36)}`,
    attempt: attempts,
    channel,
    target,
    payload: JSON.parse(payload) as Record<string, unknown>,
    ...(reference !== null && { reference }),
  };
}

function toListed({ id, reference, channel, target, payload, attempts, created, next, error }: Row): MessageRow {
  const { template, type } = JSON.parse(payload) as { template?: string; type?: string };
  return {
    id,
    channel,
    target,
    subject: template ?? type ?? '',
    state: next === null ? 'failed' : 'waiting',
    attempts,
    createdAt: new Date(created).toISOString(),
    ...(reference !== null && { reference }),
    ...(next !== null && { nextAt: new Date(next).toISOString() }),
    ...(error !== null && { error }),
  };
}
