import type { Logger } from 'pino';
import type { RecordKind } from '../../domain/record.js';
import type { IndexStats } from '../../search/search-index.js';
import type { OutboxEntry, Store } from '../store/store.js';
import { IndexFullError } from './index-errors.js';
import { KindSession, type WriterThread } from './kind-session.js';
import type { WriterEvent } from './thread-messages.js';

/** How fresh an index is, and how it came about. */
export interface IndexStatus {
  readonly documents: number;
  /** Memory of its segments. */
  readonly bytes?: number;
  /** Outbox position up to which every change can be found. */
  readonly seq: number;
  /** Outbox entries that cannot be found yet. */
  readonly lag: number;
  /** Whether it was opened from its file or built from the store's records. */
  readonly origin: 'opened' | 'built';
  /** How long it took until it could be asked. */
  readonly ms: number;
  /** How many times segments were merged. */
  readonly merges: number;
}

export interface KindIndexOptions {
  readonly kind: RecordKind;
  readonly store: Store;
  readonly logger: Logger;
  /** Where it is kept between two runs of the platform; nowhere when absent. */
  readonly file?: string;
  /** How long nothing may have changed before it is written to its file, in milliseconds. Default 10,000. */
  readonly quietMs?: number;
  /** Memory that its segments may take. Default: no limit. */
  readonly maxBytes?: number;
}

const DEFAULT_QUIET_MS = 10_000;
/** An index that is never left in peace is written this often. */
const MAX_UNSAVED_MS = 300_000;

/**
 * The life of one kind's index: begun in the writing thread, given the outbox's changes, written to its file from time to
 * time, and begun again when the thread is lost. The readers keep what they have until the new one is as far.
 */
export class KindIndex {
  readonly kind: RecordKind;
  readonly #options: KindIndexOptions;
  #session: KindSession | undefined;
  #seq = 0;
  #stats: IndexStats = { documents: 0, seq: 0 };
  #ms = 0;
  #merges = 0;
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

  /** Whether a thread takes changes in. */
  get begun(): boolean {
    return this.#session !== undefined;
  }

  /** Why the index takes in nothing more, if so: it has reached its limit. What it held before can still be found. */
  get full(): IndexFullError | undefined {
    return this.#full;
  }

  status(head: number): IndexStatus {
    const { documents, bytes } = this.#stats;
    const size = { documents, ...(bytes !== undefined && { bytes }) };
    const lag = Math.max(0, head - this.#seq);
    return { ...size, seq: this.#seq, lag, origin: this.#origin, ms: this.#ms, merges: this.#merges };
  }

  /** Takes note of a step that the readers were told. */
  told({ stats, merged }: WriterEvent): void {
    this.#stats = stats;
    if (merged) this.#merges += 1;
  }

  /**
   * Opens or builds the index in a thread, and lets it be found when every change that the store held at the call is in.
   * @throws what the store throws, {@link IndexFullError}, or when the thread is lost meanwhile
   */
  async begin(writer: WriterThread): Promise<void> {
    const { kind, store, logger, file, maxBytes = Infinity } = this.#options;
    const started = performance.now();
    const session = new KindSession({ kind, store, writer, maxBytes, halted: () => this.#halted });
    const usable = this.#fileIsSuspect ? undefined : file;
    // Should the thread be lost from here on, the file may be why
    this.#fileIsSuspect = usable !== undefined;
    const { opened, reason } = await this.#keepingFull(session.open(usable));
    if (reason !== undefined) logger.warn({ kind, file, reason }, 'the stored index cannot be used');
    this.#fileIsSuspect = opened;
    await this.#keepingFull(opened ? session.catchUp() : session.build());
    if (this.#halted) return;
    await session.publish();
    this.#session = session;
    this.#seq = session.seq;
    this.#origin = opened ? 'opened' : 'built';
    this.#ms = Math.round(performance.now() - started);
    this.#unsavedSince = undefined;
    if (!opened) this.#markChanged();
    const { documents, bytes } = this.#stats;
    const facts = { kind, documents, bytes, seq: this.#seq, ms: this.#ms };
    logger.info(facts, opened ? 'index opened' : 'index built');
  }

  /** The writing thread is gone. */
  lose(): void {
    this.#session = undefined;
  }

  /** Brings outbox entries in, which reach up to `seq`. Those that are in already are passed over. */
  async follow(entries: readonly OutboxEntry[], seq: number): Promise<void> {
    const session = this.#session;
    if (!session || this.#full) return;
    if (await this.#keepingFull(session.follow(entries, seq))) this.#markChanged();
    this.#seq = session.seq;
  }

  /** Begins to write the index to its file if it has been left in peace for long enough. */
  saveWhenQuiet(): void {
    if (this.#unsavedSince === undefined || this.#saving) return;
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

  /** Writes what is not in the file yet. */
  async close(): Promise<void> {
    this.halt();
    await this.#saving;
    if (this.#unsavedSince !== undefined) await this.#save();
    this.#session = undefined;
  }

  #markChanged(): void {
    this.#changedAt = performance.now();
    this.#unsavedSince ??= this.#changedAt;
  }

  async #keepingFull<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof IndexFullError) this.#full = error;
      throw error;
    }
  }

  /** A file that cannot be written costs time at the next start, nothing else. The next change is a reason to try again. */
  async #save(): Promise<void> {
    const { kind, file, logger } = this.#options;
    const session = this.#session;
    this.#unsavedSince = undefined;
    if (file === undefined || !session) return;
    const started = performance.now();
    const { seq } = session;
    try {
      const bytes = await session.save(file);
      if (bytes === undefined) return;
      this.#fileIsSuspect = false;
      logger.info({ kind, file, bytes, seq, ms: Math.round(performance.now() - started) }, 'index saved');
    } catch (error) {
      logger.warn({ err: error, kind, file }, 'the index could not be saved');
    }
  }
}
