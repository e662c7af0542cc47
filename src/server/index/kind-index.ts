import type { Logger } from 'pino';
import type { RecordKind } from '../../domain/record.js';
import type { IndexStats, SearchIndex } from '../../search/search-index.js';
import type { OutboxEntry, Store, StoredRecord } from '../store/store.js';
import { ThreadIndex } from './thread-index.js';
import type { RecordChange } from './thread-messages.js';

/** How fresh an index is, and how it came about. */
export interface IndexStatus {
  readonly documents: number;
  /** Memory of its segments. */
  readonly bytes?: number;
  /** Outbox position up to which every change is in the index. */
  readonly seq: number;
  /** Outbox entries that are not in the index yet. */
  readonly lag: number;
  /** How long it took until it could be asked. */
  readonly ms: number;
}

export interface KindIndexOptions {
  readonly kind: RecordKind;
  readonly store: Store;
  readonly logger: Logger;
  /** What its thread runs. */
  readonly program?: URL;
  /** Told when the thread ended by itself and the index has to be begun again. */
  readonly onLost: () => void;
}

/** Records read and indexed at a time while an index is built; requests are answered in between. */
const SCAN_SIZE = 500;

/** One kind's index: built from the store, given the outbox's changes, and begun again when its thread is lost. */
export class KindIndex {
  readonly kind: RecordKind;
  readonly #options: KindIndexOptions;
  #thread: ThreadIndex | undefined;
  #askable = false;
  #seq = 0;
  /**
   * An index counts the changes it is given: first the scanned records from 1, then the outbox. This is what to add to an
   * outbox position to go on where the scan ended.
   */
  #offset = 0;
  #stats: IndexStats = { documents: 0, seq: 0 };
  #ms = 0;
  #closed = false;

  constructor(options: KindIndexOptions) {
    this.kind = options.kind;
    this.#options = options;
  }

  /** The index, once it holds what it should; `undefined` until then, and after its thread was lost. */
  get index(): SearchIndex | undefined {
    return this.#askable ? this.#thread : undefined;
  }

  /** Outbox position up to which every change is in the index. */
  get seq(): number {
    return this.#seq;
  }

  status(head: number): IndexStatus {
    const { documents, bytes } = this.#stats;
    const lag = Math.max(0, head - this.#seq);
    return { documents, ...(bytes !== undefined && { bytes }), seq: this.#seq, lag, ms: this.#ms };
  }

  /** Builds the index in a new thread. @throws what the store throws, or when the thread is lost meanwhile */
  async begin(): Promise<void> {
    const { logger, program, onLost } = this.#options;
    const started = performance.now();
    const thread = new ThreadIndex(this.kind, program);
    this.#thread = thread;
    void thread.lost.then((error) => {
      if (this.#thread !== thread) return;
      logger.error({ err: error, kind: this.kind }, 'the index was lost and is built again');
      this.#drop();
      onLost();
    });
    try {
      await this.#build(thread);
    } catch (error) {
      this.#drop();
      await thread.close();
      throw error;
    }
    if (this.#closed) return;
    this.#askable = this.#thread === thread;
    this.#ms = Math.round(performance.now() - started);
    const { documents, bytes } = this.#stats;
    logger.info({ kind: this.kind, documents, bytes, seq: this.#seq, ms: this.#ms }, 'index built');
  }

  /** Brings outbox entries in, which reach up to `seq`. Those that are in already are passed over. */
  async follow(entries: readonly OutboxEntry[], seq: number): Promise<void> {
    const thread = this.#thread;
    if (!thread || seq <= this.#seq) return;
    // A record that changed several times is read once, as it is now
    const latest = new Map<string, number>();
    for (const entry of entries) {
      if (entry.kind === this.kind && entry.seq > this.#seq) latest.set(entry.id, entry.seq);
    }
    if (latest.size > 0) {
      const records = await this.#options.store.getRecords(this.kind, [...latest.keys()]);
      const byId = new Map(records.map((record) => [record.id, record]));
      const changes = [...latest].map(([id, at]) => toChange(at + this.#offset, id, byId.get(id)));
      this.#stats = await thread.applyRecords(changes.toSorted((a, b) => a.seq - b.seq));
    }
    this.#seq = seq;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const thread = this.#thread;
    this.#drop();
    await thread?.close();
  }

  #drop(): void {
    this.#thread = undefined;
    this.#askable = false;
  }

  async #build(thread: ThreadIndex): Promise<void> {
    const head = await this.#options.store.outboxHead();
    this.#stats = { documents: 0, seq: 0 };
    let scanned = 0;
    for await (const records of this.#scan()) {
      const first = scanned + 1;
      this.#stats = await thread.applyRecords(records.map((record, i) => toChange(first + i, record.id, record)));
      scanned += records.length;
    }
    this.#seq = head;
    this.#offset = scanned - head;
  }

  /** All records of the kind, some at a time. While some are being indexed the database already reads the next. */
  async *#scan(): AsyncGenerator<readonly StoredRecord[]> {
    const { store } = this.#options;
    let next: Promise<StoredRecord[]> | undefined = store.scanRecords(this.kind, undefined, SCAN_SIZE);
    while (next && !this.#closed) {
      const records: readonly StoredRecord[] = await next;
      const last = records.length < SCAN_SIZE ? undefined : records.at(-1);
      next = last && store.scanRecords(this.kind, last.id, SCAN_SIZE);
      // Should indexing fail first, nobody would be left to hear of this failure
      next?.catch(() => undefined);
      yield records;
    }
  }
}

function toChange(seq: number, id: string, record: StoredRecord | undefined): RecordChange {
  return { seq, id, ...(record && { record }) };
}
