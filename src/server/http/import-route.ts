import * as z from 'zod/mini';
import type { ProblemField } from '../../domain/problem.js';
import type { PutResult, StoredRecord } from '../store/store.js';
import type { AppContext, Services } from './app-env.js';
import type { Collection } from './collections.js';
import { faultsOf, fieldFault } from './issue-messages.js';
import type { Language } from './language.js';
import { ProblemError } from './problems.js';
import type { Handler } from './read-routes.js';
import { readJson } from './request-body.js';
import { unstorablePath } from './storable.js';

/** Most records in one request. */
export const MAX_IMPORT_ITEMS = 500;
/** Largest body of an import. */
export const MAX_IMPORT_BYTES = 8 * 1024 * 1024;
/** What an operator's token must allow. */
export const IMPORT_SCOPE = 'import';
const MAX_TOKEN_LENGTH = 500;
/** A record can be wrong in hundreds of places; these many are enough to mend it. */
const MAX_FAULTS_PER_ITEM = 20;

/** A record that was not stored, and why. Paths are relative to the item. */
export interface RejectedItem {
  /** Position in `items`, from 0. */
  readonly index: number;
  readonly errors: readonly ProblemField[];
}

/** The answer to an import: what became of every item. */
export interface ImportReceipt extends PutResult {
  readonly rejected: readonly RejectedItem[];
}

const ImportBody = z.object({ items: z.array(z.unknown()).check(z.maxLength(MAX_IMPORT_ITEMS)) });

/**
 * `POST /api/v1/<kinds>/import`: stores records as they are, for an operator's token with the scope `import`. Sound items
 * are stored, the others are answered with their faults; sending the same items again changes nothing.
 */
export function importRecords(services: Services, collection: Collection): Handler {
  return async (c) => {
    await requireScope(services, c, IMPORT_SCOPE);
    const body = ImportBody.safeParse(await readJson(c, MAX_IMPORT_BYTES));
    if (!body.success) {
      throw new ProblemError('invalid-body', { errors: faultsOf(body.error.issues, undefined, c.var.lang) });
    }
    const { sound, rejected } = sortOut(body.data.items, collection, c.var.lang);
    const result = sound.length > 0 ? await services.store.putRecords(sound) : { created: 0, updated: 0, unchanged: 0 };
    void services.indexer.wake();
    const receipt: ImportReceipt = { ...result, rejected };
    c.header('Cache-Control', 'no-store');
    c.header('Content-Language', c.var.lang);
    return c.json(receipt);
  };
}

async function requireScope({ store }: Services, c: AppContext, scope: string): Promise<void> {
  const challenge = 'Bearer realm="yuniao"';
  const secret = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (secret === undefined) throw new ProblemError('unauthorized', { headers: { 'WWW-Authenticate': challenge } });
  const token = secret.length <= MAX_TOKEN_LENGTH ? await store.findToken(secret) : undefined;
  if (!token) {
    throw new ProblemError('invalid-token', { headers: { 'WWW-Authenticate': `${challenge}, error="invalid_token"` } });
  }
  if (!token.scopes.includes(scope)) {
    const error = `error="insufficient_scope", scope="${scope}"`;
    throw new ProblemError('insufficient-scope', {
      values: { scope },
      headers: { 'WWW-Authenticate': `${challenge}, ${error}` },
    });
  }
}

function sortOut(
  items: readonly unknown[],
  collection: Collection,
  lang: Language,
): { sound: StoredRecord[]; rejected: RejectedItem[] } {
  const sound: StoredRecord[] = [];
  const rejected: RejectedItem[] = [];
  const indexById = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const parsed = collection.schema.safeParse(item);
    const errors = parsed.success
      ? storableFaults(parsed.data, indexById, lang)
      : faultsOf(parsed.error.issues, item, lang);
    if (parsed.success && errors.length === 0) {
      indexById.set(parsed.data.id, index);
      sound.push(parsed.data);
    } else rejected.push({ index, errors: errors.slice(0, MAX_FAULTS_PER_ITEM) });
  }
  return { sound, rejected };
}

/** What the schema does not see: characters that no database stores, and the same record twice in one request. */
function storableFaults(record: StoredRecord, indexById: ReadonlyMap<string, number>, lang: Language): ProblemField[] {
  const path = unstorablePath(record);
  if (path !== undefined) return [fieldFault(path, 'invalid_text', lang)];
  const other = indexById.get(record.id);
  return other === undefined ? [] : [fieldFault('id', 'duplicate', lang, { other })];
}
