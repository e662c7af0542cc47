import type { RecordKind } from '../../domain/record.js';
import type { Store, StoredRecord } from '../store/store.js';

/** Records kept in memory. A real one takes some five kilobytes. */
const DEFAULT_CAPACITY = 5_000;

/**
 * The records that were shown last, so that a page of results seldom asks the database. Whoever follows the outbox tells
 * it what changed with {@link RecordCache.forget}.
 */
export class RecordCache {
  readonly #store: Store;
  readonly #capacity: number;
  readonly #records = new Map<string, StoredRecord>();
  #generation = 0;

  constructor(store: Store, capacity: number = DEFAULT_CAPACITY) {
    this.#store = store;
    this.#capacity = capacity;
  }

  /** The records of `ids` in that order; ids without a record are left out. */
  async getRecords(kind: RecordKind, ids: readonly string[]): Promise<StoredRecord[]> {
    const found = new Map<string, StoredRecord>();
    const missing: string[] = [];
    for (const id of ids) {
      const record = this.#recall(kind, id);
      if (record) found.set(id, record);
      else missing.push(id);
    }
    for (const record of await this.#read(kind, missing)) found.set(record.id, record);
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  /** The records of `ids` have changed: they are read again when they are next asked for. */
  forget(kind: RecordKind, ids: Iterable<string>): void {
    this.#generation += 1;
    for (const id of ids) this.#records.delete(keyOf(kind, id));
  }

  async #read(kind: RecordKind, ids: readonly string[]): Promise<readonly StoredRecord[]> {
    if (ids.length === 0) return [];
    const generation = this.#generation;
    const records = await this.#store.getRecords(kind, ids);
    // What was forgotten while it was being read may be the state before the change: good for this answer, not to keep
    if (generation === this.#generation) for (const record of records) this.#keep(kind, record);
    return records;
  }

  /** The record, moved to where the most recent ones stand. */
  #recall(kind: RecordKind, id: string): StoredRecord | undefined {
    const record = this.#records.get(keyOf(kind, id));
    if (record) this.#keep(kind, record);
    return record;
  }

  #keep(kind: RecordKind, record: StoredRecord): void {
    const key = keyOf(kind, record.id);
    this.#records.delete(key);
    this.#records.set(key, record);
    if (this.#records.size <= this.#capacity) return;
    const oldest = this.#records.keys().next();
    if (!oldest.done) this.#records.delete(oldest.value);
  }
}

function keyOf(kind: RecordKind, id: string): string {
  return `${kind}/${id}`;
}
