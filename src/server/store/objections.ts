import { createHash, randomBytes } from 'node:crypto';
import type { ObjectionReceipt } from '../../domain/desk.js';
import type { LanguageMap } from '../../domain/primitives.js';
import { enqueue } from '../delivery/enqueue.js';
import { isOpen } from '../desk/rules.js';
import { titleOf } from '../submissions/title.js';
import { canonicalJson, noteInAudit } from './audit.js';
import type { Queryable } from './database.js';
import { assertScope, type ChangeFacts } from './desk-changes.js';
import { DeskError } from './desk-error.js';
import { lockSubmission } from './desk-lock.js';
import type { NewObjection, SettlementOrder } from './desk-store.js';
import { toStorableJson } from './storable.js';

/** Most objections to one submission: more is no debate but an attack. */
const MAX_OBJECTIONS = 500;
const ID_BYTES = 12;

const BY_PROGRAM: LanguageMap = {
  'zh-CN': '填写了页面上不可见的栏目，判定为程序自动提交。',
  en: 'A field was filled in that people do not see: sent by a program.',
};

interface KnownRow {
  readonly id: string;
  readonly reference: string;
  readonly body_sha256: string;
  readonly ms: number;
}

/** Takes an objection of the public during a notice. The same key brings the same receipt. */
export async function takeObjection(
  tx: Queryable,
  reference: string,
  { text, from, isByProgram, idempotencyKey }: NewObjection,
  { at, today }: { readonly at: string; readonly today: string },
): Promise<ObjectionReceipt> {
  const key = sha256(idempotencyKey);
  const body = sha256(canonicalJson({ reference, text, from }));
  const submission = await lockSubmission(tx, reference, undefined);
  const [known] = await tx.query<KnownRow>(
    `SELECT id, reference, body_sha256, (extract(epoch FROM at) * 1000)::float8 AS ms FROM objections
     WHERE key_sha256 = $1`,
    [key],
  );
  if (known) {
    if (known.body_sha256 !== body) throw new DeskError({ code: 'key-reused' });
    return { id: known.id, reference, receivedAt: new Date(known.ms).toISOString() };
  }
  const { status, notice, kind, draft } = submission;
  if (!notice || kind === 'enquiry') throw new DeskError({ code: 'not-found' });
  if (!isOpen(status, notice, today)) throw new DeskError({ code: 'notice-over' });
  const [count] = await tx.query<{ count: number }>(
    'SELECT count(*)::float8 AS count FROM objections WHERE reference = $1',
    [reference],
  );
  if ((count?.count ?? 0) >= MAX_OBJECTIONS) throw new DeskError({ code: 'objections-full' });
  const id = `obj_${randomBytes(ID_BYTES).toString('base64url')}`;
  // Kept like any other, but it holds nothing up
  const settled = isByProgram ? { at, by: 'platform', upheld: false, note: BY_PROGRAM } : undefined;
  const facts = toStorableJson({ text, from, settled }, () => 'The objection');
  await tx.query(
    `INSERT INTO objections (id, reference, at, text, person, settled, key_sha256, body_sha256)
     SELECT $1, $2, $3::timestamptz, facts->>'text', facts->'from', facts->'settled', $4, $5
     FROM (SELECT $6::text::jsonb) AS given (facts)`,
    [id, reference, at, key, body, facts],
  );
  if (!isByProgram) {
    const payload = { template: 'office-objection', kind, title: titleOf(draft), lang: draft.lang } as const;
    await enqueue(tx, { channel: 'mail', reference, target: 'office', payload }, at);
  }
  await noteInAudit(tx, { reference, actor: 'public', action: 'object', other: id }, at);
  return { id, reference, receivedAt: at };
}

/** Settles an objection; one that is upheld keeps its submission from being published by this notice. */
export async function settle(
  tx: Queryable,
  reference: string,
  objectionId: string,
  { upheld, note, version }: SettlementOrder,
  facts: ChangeFacts,
): Promise<void> {
  await lockSubmission(tx, reference, version);
  assertScope(facts.actor, 'publish');
  const [objection] = await tx.query<{ settled: boolean }>(
    'SELECT settled IS NOT NULL AS settled FROM objections WHERE id = $1 AND reference = $2',
    [objectionId, reference],
  );
  if (!objection) throw new DeskError({ code: 'not-found' });
  if (objection.settled) throw new DeskError({ code: 'settled' });
  const { at, actor } = facts;
  await tx.query('UPDATE objections SET settled = $2::text::jsonb WHERE id = $1', [
    objectionId,
    toStorableJson({ at, by: actor.label, upheld, note }, () => 'The settlement'),
  ]);
  await tx.query('UPDATE submissions SET version = version + 1, updated_at = $2::timestamptz WHERE reference = $1', [
    reference,
    at,
  ]);
  const action = upheld ? 'uphold-objection' : 'dismiss-objection';
  await noteInAudit(tx, { reference, actor: actor.label, action, note, other: objectionId }, at);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
