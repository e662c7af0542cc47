import type { StoredRecord } from '../../src/server/store/store.js';

/** A record as an import makes it; `changes` replace its fields. */
export function recordOf(id: string, changes: Partial<StoredRecord> & Record<string, unknown> = {}): StoredRecord {
  return {
    id,
    kind: 'achievement',
    status: 'published',
    source: { name: '示例成果库', id: `source-${id}` },
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...changes,
  };
}
