import { chinaDay } from '../indicators/computed-series.js';
import type { Database, Queryable } from './database.js';
import { assignTo, type ChangeFacts, editDraft, mergeInto, takeStep } from './desk-changes.js';
import { DeskError } from './desk-error.js';
import { readQueue } from './desk-queue.js';
import { readEntry } from './desk-read.js';
import type {
  AssignOrder,
  DeskActor,
  DeskEntry,
  DeskStore,
  EditOrder,
  MergeOrder,
  QueuePage,
  QueueQuery,
  StepOrder,
} from './desk-store.js';
import { writeInOrder } from './outbox.js';
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

  transition(reference: string, order: StepOrder, by: DeskActor): Promise<DeskEntry> {
    return this.#change(reference, by, (tx, facts) => takeStep(tx, reference, order, facts));
  }

  edit(reference: string, order: EditOrder, by: DeskActor): Promise<DeskEntry> {
    return this.#change(reference, by, (tx, facts) => editDraft(tx, reference, order, facts));
  }

  assign(reference: string, order: AssignOrder, by: DeskActor): Promise<DeskEntry> {
    return this.#change(reference, by, (tx, facts) => assignTo(tx, reference, order, facts));
  }

  merge(reference: string, order: MergeOrder, by: DeskActor): Promise<DeskEntry> {
    return this.#change(reference, by, (tx, facts) => mergeInto(tx, reference, order, facts));
  }

  /** All changes are written in order, since most of them may touch a public record. */
  #change(
    reference: string,
    actor: DeskActor,
    work: (tx: Queryable, facts: ChangeFacts) => Promise<void>,
  ): Promise<DeskEntry> {
    return writeInOrder(this.#database, async (tx) => {
      const now = new Date();
      await work(tx, { actor, source: actor.source, at: now.toISOString(), today: chinaDay(now) });
      const entry = await readEntry(tx, reference);
      if (!entry) throw new DeskError({ code: 'not-found' });
      return entry;
    });
  }
}
