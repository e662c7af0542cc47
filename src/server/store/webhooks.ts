import { randomBytes } from 'node:crypto';
import type { Database } from './database.js';
import { isStorable, toStorableJson } from './storable.js';
import type { Webhook, WebhookStore } from './store.js';

const ID_BYTES = 12;
const SECRET_BYTES = 32;

interface Row {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  readonly events: string;
  readonly private: boolean;
  readonly created: number;
}

const COLUMNS = `id, url, secret, events::text AS events, allows_private AS private,
  (extract(epoch FROM created_at) * 1000)::float8 AS created`;

/** Systems that are told of events. Their secrets are kept as they are, for each delivery is signed with them. */
export class Webhooks implements WebhookStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add({ url, events, allowsPrivate }: Pick<Webhook, 'url' | 'events' | 'allowsPrivate'>): Promise<Webhook> {
    const [row] = await this.#database.query<Row>(
      `INSERT INTO webhooks (id, url, secret, events, allows_private, created_at)
       VALUES ($1, $2, $3, $4::text::jsonb, $5::boolean, date_trunc('milliseconds', now())) RETURNING ${COLUMNS}`,
      [
        `hook_${randomBytes(ID_BYTES).toString('base64url')}`,
        url,
        `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`,
        toStorableJson(events, () => 'The webhook'),
        allowsPrivate,
      ],
    );
    if (!row) throw new Error('the database returned no row for a webhook that it stored');
    return toWebhook(row);
  }

  async find(id: string): Promise<Webhook | undefined> {
    const [row] = await this.#database.query<Row>(`SELECT ${COLUMNS} FROM webhooks WHERE id = $1`, [id]);
    return row && toWebhook(row);
  }

  async list(): Promise<Webhook[]> {
    return (await this.#database.query<Row>(`SELECT ${COLUMNS} FROM webhooks ORDER BY created_at, id`)).map(toWebhook);
  }

  async remove(id: string): Promise<boolean> {
    if (!isStorable(id)) return false;
    return this.#database.transaction(async (tx) => {
      // What was not delivered yet has nobody left to go to
      await tx.query(`DELETE FROM messages WHERE channel = 'webhook' AND target = $1 AND sent_at IS NULL`, [id]);
      return (await tx.query('DELETE FROM webhooks WHERE id = $1 RETURNING id', [id])).length > 0;
    });
  }
}

function toWebhook({ id, url, secret, events, private: allowsPrivate, created }: Row): Webhook {
  return {
    id,
    url,
    secret,
    events: JSON.parse(events) as string[],
    allowsPrivate,
    createdAt: new Date(created).toISOString(),
  };
}
