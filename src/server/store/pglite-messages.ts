import type { SqlValue } from './database.js';
import type { DatabaseErrorFacts } from './errors.js';

/**
 * What the main thread asks of the database's thread. Ids start at 1; the answer 0 tells that the database is open. `end`
 * has no answer: the thread finishes what is under way and is gone.
 */
export type WorkerCall =
  | { readonly id: number; readonly type: 'query'; readonly sql: string; readonly params: readonly SqlValue[] }
  | { readonly id: number; readonly type: 'syncs' }
  | { readonly id: number; readonly type: 'close' }
  | { readonly type: 'end' };

/** What the database's thread answers. */
export type WorkerAnswer =
  | { readonly id: number; readonly rows: readonly object[] }
  | { readonly stopped: string }
  | {
      readonly id: number;
      readonly error: { readonly message: string; readonly facts: DatabaseErrorFacts };
    };
