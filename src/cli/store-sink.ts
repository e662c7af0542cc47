import type { BatchResult } from '../server/exchange/import-records.js';
import { StoreError } from '../server/store/errors.js';
import type { Store, StoredRecord } from '../server/store/store.js';

/**
 * Writes batches into a store. The store takes a batch whole or not at all, so a batch with a record that it refuses is
 * written again one by one, and that record alone is rejected.
 */
export function storeSink(store: Store): (records: readonly StoredRecord[]) => Promise<BatchResult> {
  return async (records) => {
    try {
      return await store.putRecords(records);
    } catch (error) {
      if (!isRecordError(error)) throw error;
      return oneByOne(store, records);
    }
  };
}

async function oneByOne(store: Store, records: readonly StoredRecord[]): Promise<BatchResult> {
  const result = { created: 0, updated: 0, unchanged: 0 };
  const rejected: { index: number; fault: { code: 'record-invalid'; details: { path: string; message: string } } }[] =
    [];
  for (const [index, record] of records.entries()) {
    try {
      const one = await store.putRecords([record]);
      result.created += one.created;
      result.updated += one.updated;
      result.unchanged += one.unchanged;
    } catch (error) {
      if (!isRecordError(error)) throw error;
      const details = { path: error.code === 'source-conflict' ? 'source' : 'text', message: error.message };
      rejected.push({ index, fault: { code: 'record-invalid', details } });
    }
  }
  return { ...result, rejected };
}

/** Whether the error is about one record rather than the database. */
function isRecordError(error: unknown): error is StoreError {
  return error instanceof StoreError && (error.code === 'source-conflict' || error.code === 'unstorable-text');
}
