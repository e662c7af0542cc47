import type { ObjectionReceipt, PersonalData, PublicNotice } from '../../domain/desk.js';
import { chinaDay } from '../indicators/computed-series.js';
import { type AuditVerdict, noteInAudit, verifyAudit } from './audit.js';
import type { Database, Queryable } from './database.js';
import { assignTo, type ChangeFacts, editDraft, mergeInto, takeStep } from './desk-changes.js';
import { DeskError } from './desk-error.js';
import { lockSubmission } from './desk-lock.js';
import type { PublishingFacts } from './desk-publishing.js';
import { readQueue } from './desk-queue.js';
import { readEntry } from './desk-read.js';
import type {
  AssignOrder,
  DeskActor,
  DeskEntry,
  DeskStore,
  EditOrder,
  MergeOrder,
  NewObjection,
  NoticePage,
  NoticeQuery,
  QueuePage,
  QueueQuery,
  SettlementOrder,
  StepOrder,
} from './desk-store.js';
import { settle, takeObjection } from './objections.js';
import { writeInOrder } from './outbox.js';
import { eraseObjector, eraseOutdated, erasePersonalData, readPersonalData } from './personal-data.js';
import { readNotice, readNotices } from './public-notices.js';
import { findSimilar, type SimilarSubmission } from './similar-titles.js';
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

  similar(submission: { kind: string; key: string; reference: string }): Promise<SimilarSubmission[]> {
    return findSimilar(this.#database, submission);
  }

  notices(query: NoticeQuery): Promise<NoticePage> {
    return readNotices(this.#database, query, chinaDay(new Date()));
  }

  async notice(reference: string): Promise<PublicNotice | undefined> {
    return isStorable(reference) ? readNotice(this.#database, reference, chinaDay(new Date())) : undefined;
  }

  object(reference: string, objection: NewObjection): Promise<ObjectionReceipt> {
    return this.#database.transaction((tx) => takeObjection(tx, reference, objection, factsOf('')));
  }

  settleObjection(reference: string, id: string, order: SettlementOrder, by: DeskActor): Promise<DeskEntry> {
    return this.#change(reference, by, (tx, facts) => settle(tx, reference, id, order, facts));
  }

  personalData(reference: string, { label }: DeskActor): Promise<PersonalData> {
    return this.#database.transaction(async (tx) => {
      const data = isStorable(reference) ? await readPersonalData(tx, reference) : undefined;
      if (!data) throw new DeskError({ code: 'not-found' });
      await noteInAudit(tx, { reference, actor: label, action: 'export' }, new Date().toISOString());
      return data;
    });
  }

  erase(reference: string, by: DeskActor): Promise<DeskEntry> {
    return this.#change(reference, by, async (tx, facts) => {
      await erasePersonalData(tx, reference, by.label, facts);
    });
  }

  eraseObjector(reference: string, id: string, by: DeskActor): Promise<DeskEntry> {
    return this.#change(reference, by, async (tx, { at }) => {
      await lockSubmission(tx, reference, undefined);
      if (isStorable(id)) await eraseObjector(tx, reference, id, by.label, at);
    });
  }

  retain({ source, ...limits }: { settledBefore: string; unclaimedBefore: string; source: string }) {
    return eraseOutdated(this.#database, limits, () => factsOf(source));
  }

  verifyAudit(): Promise<AuditVerdict> {
    return verifyAudit(this.#database);
  }

  async placeInAudit(hash: string): Promise<number | undefined> {
    const [row] = await this.#database.query<{ seq: number }>('SELECT seq::float8 AS seq FROM audit WHERE hash = $1', [
      hash,
    ]);
    return row?.seq;
  }

  /** All changes are written in order, since most of them may touch a public record. */
  #change(
    reference: string,
    actor: DeskActor,
    work: (tx: Queryable, facts: ChangeFacts) => Promise<void>,
  ): Promise<DeskEntry> {
    return writeInOrder(this.#database, async (tx) => {
      await work(tx, { actor, ...factsOf(actor.source) });
      const entry = await readEntry(tx, reference);
      if (!entry) throw new DeskError({ code: 'not-found' });
      return entry;
    });
  }
}

function factsOf(source: string): PublishingFacts {
  const now = new Date();
  return { source, at: now.toISOString(), today: chinaDay(now) };
}
