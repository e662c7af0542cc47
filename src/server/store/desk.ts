import type { Database } from './database.js';
import { readQueue } from './desk-queue.js';
import { readEntry } from './desk-read.js';
import type { DeskEntry, DeskStore, QueuePage, QueueQuery } from './desk-store.js';
import { isStorable } from './storable.js';

/** The desk over the tables of submissions. */
export class Desk implements DeskStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  list(query: QueueQuery): Promise<QueuePage> {
    const { q = '', assignee = '' } = query;
    // Nothing that is stored is like what cannot be stored
    const asked = isStorable(q + assignee) ? query : { ...query, q: undefined, assignee: '', kinds: [''] };
    return this.#database.transaction((tx) => readQueue(tx, asked));
  }

  async get(reference: string): Promise<DeskEntry | undefined> {
    if (!isStorable(reference)) return undefined;
    return this.#database.transaction((tx) => readEntry(tx, reference));
  }
}
