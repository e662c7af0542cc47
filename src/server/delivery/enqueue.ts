import type { Queryable } from '../store/database.js';
import { toStorableJson } from '../store/storable.js';
import type { Message } from './message.js';

/**
 * Puts a message into the table from which the platform delivers, inside the transaction of the change that it tells of:
 * what is committed is told, what is rolled back is not. A letter to a submitter is put there only where the consent
 * `contact` stands; without a mail server letters stay in the table. Call it before `noteInAudit`.
 * @param at when the change happened, ISO 8601
 */
export async function enqueue(tx: Queryable, message: Message, at = new Date().toISOString()): Promise<void> {
  if (message.channel === 'webhook') return announce(tx, message, at);
  const { reference, target, payload } = message;
  await tx.query(
    `INSERT INTO messages (reference, channel, target, payload, created_at, next_at)
     SELECT $1, 'mail', $2, $3::text::jsonb, $4::timestamptz, $4::timestamptz
     WHERE $2 <> 'submitter' OR EXISTS (
       SELECT FROM consents WHERE reference = $1 AND purpose = 'contact' AND withdrawn_at IS NULL)`,
    [reference, target, toStorableJson(payload, () => 'The letter'), at],
  );
}

/** One message for each webhook that asked for the event, so that one that does not answer holds up no other. */
async function announce(
  tx: Queryable,
  { target, payload }: Message & { channel: 'webhook' },
  at: string,
): Promise<void> {
  const body = toStorableJson({ type: target, at, data: payload }, () => 'The event');
  await tx.query(
    `INSERT INTO messages (reference, channel, target, payload, created_at, next_at)
     SELECT $1, 'webhook', id, $2::text::jsonb, $3::timestamptz, $3::timestamptz
     FROM webhooks WHERE events @> jsonb_build_array($4::text)`,
    [payload.reference, body, at, target],
  );
}
