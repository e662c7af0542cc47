import type { Logger } from 'pino';
import type { RecordKind } from '../../domain/record.js';
import type { IndexStats, SearchIndex } from '../../search/search-index.js';
import type { OutboxEntry, Store, StoredRecord } from '../store/store.js';
import { IndexFullError } from './index-errors.js';
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
  /** Whether it was opened from its file or built from the store's records. */
  readonly origin: 'opened' | 'built';
  /** How long it took until it could be asked. */
  readonly ms: number;
}

export interface KindIndexOptions {
  readonly kind: RecordKind;
  readonly store: Store;
  readonly logger: Logger;
  /** What its thread runs. */
  readonly program?: URL;
  /** Where it is kept between two runs of the platform; nowhere when absent. */
  readonly file?: string;
  /** How long nothing may have changed before it is written to its file, in milliseconds. Default 10,000. */
  readonly quietMs?: number;
  /** Memory that its segments may take. Default: no limit. */
  readonly maxBytes?: number;
  /** Told when the thread ended by itself and the index has to be begun again. */
  readonly onLost: () => void;
}

/** Records read and indexed at a time while an index is built; requests are answered in between. */
const SCAN_SIZE = 500;

/** Outbox entries read at a time: so few that a search waits for their indexing a fraction of a second at most. */
export const OUTBOX_SIZE = 250;
const DEFAULT_QUIET_MS = 10_000;
/** An index that is never left in peace is written this often. */
const MAX_UNSAVED_MS = 300_000;

/**
 * One kind's index: opened from its file or built from the store, given the outbox's changes, written to its file from
 * time to time, and begun again when its thread is lost.
 */
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
  #origin: 'opened' | 'built' = 'built';
  /** Whether the thread that was lost had opened the file: then the file may be why. */
  #fileIsSuspect = false;
  /** Since when there is something to write to the file. */
  #unsavedSince: number | undefined;
  #changedAt = 0;
  #saving: Promise<void> | undefined;
  #halted = false;
  #full: IndexFullError | undefined;

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

  /** Why the index takes in nothing more, if so: it has reached its limit. What it held before can still be found. */
  get full(): IndexFullError | undefined {
    return this.#full;
  }

  status(head: number): IndexStatus {
    const { documents, bytes } = this.#stats;
    const size = { documents, ...(bytes !== undefined && { bytes }) };
    return { ...size, seq: this.#seq, lag: Math.max(0, head - this.#seq), origin: this.#origin, ms: this.#ms };
  }

  /**
   * Opens or builds the index in a new thread. It can be asked when every change that the store held at the call is in.
   * @throws what the store throws, {@link IndexFullError}, or when the thread is lost meanwhile
   */
  async begin(): Promise<void> {
    const started = performance.now();
    const thread = this.#newThread();
    this.#thread = thread;
    try {
      if (await this.#open(thread)) await this.#catchUp();
      else await this.#build(thread);
    } catch (error) {
      this.#drop();
      await thread.close();
      throw error;
    }
    if (this.#halted || this.#thread !== thread) return;
    this.#askable = true;
    this.#ms = Math.round(performance.now() - started);
    const { documents, bytes } = this.#stats;
    this.#options.logger.info(
      { kind: this.kind, documents, bytes, seq: this.#seq, ms: this.#ms },
      this.#origin === 'opened' ? 'index opened' : 'index built',
    );
  }

  /** Brings outbox entries in, which reach up to `seq`. Those that are in already are passed over. */
  async follow(entries: readonly OutboxEntry[], seq: number): Promise<void> {
    const thread = this.#thread;
    if (!thread || this.#full || seq <= this.#seq) return;
    // A record that changed several times is read once, as it is now
    const latest = new Map<string, number>();
    for (const entry of entries) {
      if (entry.kind === this.kind && entry.seq > this.#seq) latest.set(entry.id, entry.seq);
    }
    if (latest.size > 0) {
      const records = await this.#options.store.getRecords(this.kind, [...latest.keys()]);
      const byId = new Map(records.map((record) => [record.id, record]));
      const changes = [...latest].map(([id, at]) => toChange(at + this.#offset, id, byId.get(id)));
      await this.#apply(
        thread,
        changes.toSorted((a, b) => a.seq - b.seq),
      );
      this.#markChanged();
    }
    this.#seq = seq;
  }

  /** Begins to write the index to its file if it has been left in peace for long enough. */
  saveWhenQuiet(): void {
    if (this.#unsavedSince === undefined || this.#saving || !this.#askable) return;
    const now = performance.now();
    const { quietMs = DEFAULT_QUIET_MS } = this.#options;
    if (now - this.#changedAt < quietMs && now - this.#unsavedSince < MAX_UNSAVED_MS) return;
    this.#saving = this.#save().finally(() => {
      this.#saving = undefined;
    });
  }

  /** Ends what {@link KindIndex.begin} is doing at its next step. */
  halt(): void {
    this.#halted = true;
  }

  /** Writes what is not in the file yet, then ends the thread. */
  async close(): Promise<void> {
    this.halt();
    await this.#saving;
    if (this.#unsavedSince !== undefined && this.#askable) await this.#save();
    const thread = this.#thread;
    this.#drop();
    await thread?.close();
  }

  #drop(): void {
    this.#thread = undefined;
    this.#askable = false;
  }

  async #apply(thread: ThreadIndex, changes: readonly RecordChange[]): Promise<void> {
    this.#stats = await thread.applyRecords(changes);
    this.#checkSize();
  }

  #checkSize(): void {
    const { maxBytes = Infinity } = this.#options;
    const { bytes = 0 } = this.#stats;
    if (bytes <= maxBytes) return;
    this.#full = new IndexFullError(this.kind, bytes, maxBytes);
    throw this.#full;
  }

  #newThread(): ThreadIndex {
    const { logger, program, onLost } = this.#options;
    const thread = new ThreadIndex(this.kind, program);
    void thread.lost.then((error) => {
      if (this.#thread !== thread) return;
      logger.error({ err: error, kind: this.kind }, 'the index was lost and is begun again');
      this.#fileIsSuspect = this.#origin === 'opened';
      this.#drop();
      onLost();
    });
    return thread;
  }

  #markChanged(): void {
    this.#changedAt = performance.now();
    this.#unsavedSince ??= this.#changedAt;
  }

  /** Opens the file, and tells whether the index in it can be used: an earlier state of this very store. */
  async #open(thread: ThreadIndex): Promise<boolean> {
    const { file, store, logger } = this.#options;
    if (file === undefined || this.#fileIsSuspect) return false;
    this.#origin = 'opened';
    const { position, stats, refusal } = await thread.open(file);
    const fits = position !== undefined && (await store.outboxMark(position.seq)) === position.mark;
    if (fits) {
      this.#stats = stats;
      this.#checkSize();
      this.#seq = position.seq;
      this.#offset = stats.seq - position.seq;
      this.#unsavedSince = undefined;
      return true;
    }
    const reason = refusal ?? (position && 'It is not of this database, or the database was set back.');
    if (reason !== undefined) logger.warn({ kind: this.kind, file, reason }, 'the stored index cannot be used');
    if (position) await thread.clear();
    return false;
  }

  /** A file that cannot be written costs time at the next start, nothing else. The next change is a reason to try again. */
  async #save(): Promise<void> {
    const { file, store, logger } = this.#options;
    const thread = this.#thread;
    const position = this.#seq;
    this.#unsavedSince = undefined;
    if (file === undefined || !thread) return;
    const started = performance.now();
    try {
      const mark = await store.outboxMark(position);
      if (mark === undefined) return;
      // Changes that came in since are saved, too, and given once more when the file is opened
      const bytes = await thread.save(file, { seq: position, mark });
      const ms = Math.round(performance.now() - started);
      this.#fileIsSuspect = false;
      logger.info({ kind: this.kind, file, bytes, seq: position, ms }, 'index saved');
    } catch (error) {
      logger.warn({ err: error, kind: this.kind, file }, 'the index could not be saved');
    }
  }

  async #catchUp(): Promise<void> {
    while (!this.#halted) {
      const entries = await this.#options.store.readOutbox(this.#seq, OUTBOX_SIZE);
      const last = entries.at(-1);
      if (!last) return;
      await this.follow(entries, last.seq);
    }
  }

  async #build(thread: ThreadIndex): Promise<void> {
    this.#origin = 'built';
    const head = await this.#options.store.outboxHead();
    this.#stats = { documents: 0, seq: 0 };
    let scanned = 0;
    for await (const records of this.#scan()) {
      const first = scanned + 1;
      await this.#apply(
        thread,
        records.map((record, i) => toChange(first + i, record.id, record)),
      );
      scanned += records.length;
    }
    this.#seq = head;
    this.#offset = scanned - head;
    this.#markChanged();
  }

  /** All records of the kind, some at a time. While some are being indexed the database already reads the next. */
  async *#scan(): AsyncGenerator<readonly StoredRecord[]> {
    const { store } = this.#options;
    let next: Promise<StoredRecord[]> | undefined = store.scanRecords(this.kind, undefined, SCAN_SIZE);
    while (next && !this.#halted) {
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
