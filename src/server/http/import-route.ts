import * as z from 'zod/mini';
import type { ProblemField } from '../../domain/problem.js';
import { StoreError } from '../store/errors.js';
import type { PutResult, Store, StoredRecord } from '../store/store.js';
import type { Services } from './app-env.js';
import type { Collection } from './collections.js';
import { faultsOf, fieldFault } from './issue-messages.js';
import type { Language } from '../language.js';
import { ProblemError } from './problems.js';
import { requireScope } from './operator-token.js';
import type { Handler } from './read-routes.js';
import { readJson } from './request-body.js';
import { isRealDay, unstorablePath } from './storable.js';

/** Most records in one request. */
export const MAX_IMPORT_ITEMS = 500;
/** Largest body of an import. */
export const MAX_IMPORT_BYTES = 8 * 1024 * 1024;
/** What an operator's token must allow. */
export const IMPORT_SCOPE = 'import';
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
    await requireScope(services.store, c, IMPORT_SCOPE);
    const received = await readJson(c, MAX_IMPORT_BYTES);
    const body = ImportBody.safeParse(received);
    if (!body.success) {
      throw new ProblemError('invalid-body', { errors: faultsOf(body.error.issues, received, c.var.lang) });
    }
    const { sound, rejected } = sortOut(body.data.items, collection, c.var.lang);
    const { result, refused } = await putSound(services.store, sound, c.var.lang);
    void services.indexer.wake();
    const receipt: ImportReceipt = {
      ...result,
      rejected: [...rejected, ...refused].toSorted((a, b) => a.index - b.index),
    };
    c.header('Cache-Control', 'no-store');
    c.header('Content-Language', c.var.lang);
    return c.json(receipt);
  };
}

interface SoundItem {
  readonly index: number;
  readonly record: StoredRecord;
}

function sortOut(
  items: readonly unknown[],
  collection: Collection,
  lang: Language,
): { sound: SoundItem[]; rejected: RejectedItem[] } {
  const sound: SoundItem[] = [];
  const rejected: RejectedItem[] = [];
  const indexById = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const parsed = collection.schema.safeParse(item);
    const errors = parsed.success
      ? storableFaults(parsed.data, indexById, lang)
      : faultsOf(parsed.error.issues, item, lang);
    if (parsed.success && errors.length === 0) {
      indexById.set(parsed.data.id, index);
      sound.push({ index, record: parsed.data });
    } else rejected.push({ index, errors: errors.slice(0, MAX_FAULTS_PER_ITEM) });
  }
  return { sound, rejected };
}

/** What the schema does not see: what no database stores, and the same record twice in one request. */
function storableFaults(record: StoredRecord, indexById: ReadonlyMap<string, number>, lang: Language): ProblemField[] {
  const path = unstorablePath(record);
  if (path !== undefined) return [fieldFault(path, 'invalid_text', lang)];
  const times = (['createdAt', 'updatedAt'] as const).filter((field) => !isRealDay(record[field]));
  if (times.length > 0) return times.map((field) => fieldFault(field, 'no_such_day', lang));
  const other = indexById.get(record.id);
  return other === undefined ? [] : [fieldFault('id', 'duplicate', lang, { other })];
}

/** Stores all at once; where one record's source belongs to another record, one by one, so that the others get in. */
async function putSound(
  store: Store,
  sound: readonly SoundItem[],
  lang: Language,
): Promise<{ result: PutResult; refused: RejectedItem[] }> {
  const refused: RejectedItem[] = [];
  if (sound.length === 0) return { result: { created: 0, updated: 0, unchanged: 0 }, refused };
  try {
    return { result: await store.putRecords(sound.map(({ record }) => record)), refused };
  } catch (error) {
    if (!isSourceConflict(error)) throw error;
  }
  const result = { created: 0, updated: 0, unchanged: 0 };
  for (const { index, record } of sound) {
    try {
      const { created, updated, unchanged } = await store.putRecords([record]);
      result.created += created;
      result.updated += updated;
      result.unchanged += unchanged;
    } catch (error) {
      if (!isSourceConflict(error)) throw error;
      refused.push({ index, errors: [fieldFault('source.id', 'source_conflict', lang)] });
    }
  }
  return { result, refused };
}

function isSourceConflict(error: unknown): boolean {
  return error instanceof StoreError && error.code === 'source-conflict';
}
