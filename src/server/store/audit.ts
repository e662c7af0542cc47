import { createHash } from 'node:crypto';
import type { AuditEntry } from '../../domain/desk.js';
import type { Queryable } from './database.js';
import { toStorableJson } from './storable.js';

/** Number of the advisory lock of the chain: "yuna" in ASCII. */
const AUDIT_LOCK = 0x79756e61;
const FIRST_HASH = '0'.repeat(64);

/** What is noted: everything but its place in the chain. It must name no private person, since it is kept for good. */
export type AuditNote = Omit<AuditEntry, 'seq' | 'at' | 'hash'>;

interface AuditRow {
  readonly seq: number;
  readonly reference: string;
  readonly ms: number;
  readonly actor: string;
  readonly action: string;
  readonly facts: string;
  readonly hash: string;
}

const COLUMNS = `seq::float8 AS seq, reference, (extract(epoch FROM at) * 1000)::float8 AS ms, actor, action,
  facts::text AS facts, hash`;

/**
 * Adds an entry to the audit trail, inside the transaction that makes the change. Each entry carries a SHA-256 over
 * itself and its predecessor's hash, so that an entry changed, added or removed later breaks the chain from there on.
 * One writer at a time until its commit: call it last in the transaction.
 */
export async function noteInAudit(tx: Queryable, note: AuditNote, at: string): Promise<AuditEntry> {
  await tx.query('SELECT pg_advisory_xact_lock($1)::text', [AUDIT_LOCK]);
  const [last] = await tx.query<{ seq: number; hash: string }>(
    'SELECT seq::float8 AS seq, hash FROM audit ORDER BY seq DESC LIMIT 1',
  );
  const entry = { seq: (last?.seq ?? 0) + 1, at, ...note };
  const hash = hashOf(entry, last?.hash ?? FIRST_HASH);
  await tx.query(
    `INSERT INTO audit (seq, reference, at, actor, action, facts, hash)
     VALUES ($1::float8::bigint, $2, $3::timestamptz, $4, $5, $6::text::jsonb, $7)`,
    [entry.seq, note.reference, at, note.actor, note.action, toStorableJson(factsOf(note), () => 'The note'), hash],
  );
  return { ...entry, hash };
}

/** The trail of one submission, oldest first. */
export async function readAudit(tx: Queryable, reference: string): Promise<AuditEntry[]> {
  const rows = await tx.query<AuditRow>(`SELECT ${COLUMNS} FROM audit WHERE reference = $1 ORDER BY seq`, [reference]);
  return rows.map(toEntry);
}

/** What a look through the whole trail found. */
export interface AuditVerdict {
  readonly entries: number;
  /** Place of the first entry that does not follow from the one before it; absent while the trail is whole. */
  readonly brokenAt?: number;
  /** Hash of the last entry: noted outside the database, it also tells a trail that was cut off or written anew. */
  readonly head: string;
}

/** Checks every entry against the one before it, `batch` at a time. */
export async function verifyAudit(tx: Queryable, batch = 1000): Promise<AuditVerdict> {
  let before = FIRST_HASH;
  let seq = 0;
  for (;;) {
    const rows = await tx.query<AuditRow>(
      `SELECT ${COLUMNS} FROM audit WHERE seq > $1::float8::bigint ORDER BY seq LIMIT $2::integer`,
      [seq, batch],
    );
    for (const { hash, ...entry } of rows.map(toEntry)) {
      if (entry.seq !== seq + 1 || hash !== hashOf(entry, before))
        return { entries: seq, brokenAt: seq + 1, head: before };
      before = hash;
      seq = entry.seq;
    }
    if (rows.length < batch) return { entries: seq, head: before };
  }
}

function factsOf({ reference: _reference, actor: _actor, action: _action, ...facts }: AuditNote): object {
  return facts;
}

function toEntry({ ms, facts, ...row }: AuditRow): AuditEntry {
  const { seq, reference, actor, action, hash } = row;
  const at = new Date(ms).toISOString();
  return { seq, reference, at, actor, action, ...(JSON.parse(facts) as object), hash };
}

/** Keys in a fixed order, since a database keeps its own. */
function hashOf(entry: Omit<AuditEntry, 'hash'>, before: string): string {
  return createHash('sha256')
    .update(`${before}\n${canonicalJson(entry)}`)
    .digest('hex');
}

/** JSON with the keys of every object sorted, and without those that are `undefined`: equal for equal values. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
