import { join } from 'node:path';
import type { Logger } from 'pino';
import type { RecordKind } from '../../domain/record.js';
import type { IndexDefinition } from '../../search/search-index.js';
import type { Store, StoredRecord } from '../store/store.js';
import { CallThread } from './call-thread.js';
import { DEFINITIONS } from './definitions.js';
import { IndexFullError, IndexUnavailableError } from './index-errors.js';
import { type IndexStatus, KindIndex } from './kind-index.js';
import { OUTBOX_SIZE, type WriterThread } from './kind-session.js';
import { ReaderPool, type Searchable } from './reader-pool.js';
import { RecordCache } from './record-cache.js';
import type { WriterEvent, WriterTasks } from './thread-messages.js';

export interface IndexerOptions {
  readonly store: Store;
  readonly logger: Logger;
  /** How many threads answer searches. Default: one for each core but one, four at most. */
  readonly searchThreads?: number;
  /** Pause between two looks into the outbox, for what other processes wrote. Default 250 ms. */
  readonly pollMs?: number;
  /** Folder for the indexes' files, from which the next start opens them; without it every start builds them. */
  readonly indexDir?: string;
  /** How long nothing may have changed before an index is written to its file, in milliseconds. Default 10,000. */
  readonly quietMs?: number;
  /** Memory that the segments of each index may take. Default: no limit. */
  readonly maxIndexBytes?: number;
  /** What the threads run instead of the platform's own programs. */
  readonly programs?: { readonly writer?: URL; readonly reader?: URL };
}

const DEFAULT_POLL_MS = 250;
const MAX_RETRY_MS = 5_000;

/**
 * Keeps a search index of each kind: one thread builds them all, opened from files or built from the store and kept fresh
 * from its outbox, others answer. Only published records get in. A change made by this process is applied as soon as
 * {@link Indexer.wake} is called, one made by another process at the next look into the outbox. A failure is logged and
 * tried again; when the writing thread is lost, the indexes are begun again in another one while the old ones answer.
 */
export class Indexer {
  readonly #options: IndexerOptions;
  readonly #store: Store;
  readonly #logger: Logger;
  readonly #pollMs: number;
  readonly #cache: RecordCache;
  readonly #kinds: ReadonlyMap<RecordKind, KindIndex>;
  readonly #readers: ReaderPool;
  #writer: WriterThread;
  /** Outbox position up to which everything here is fresh. */
  #seq = 0;
  #asOf: string | undefined;
  #generation = 0;
  #failures = 0;
  #running: Promise<void> | undefined;
  #again = false;
  #timer: NodeJS.Timeout | undefined;
  #started = false;
  #closed = false;

  constructor(options: IndexerOptions) {
    const { store, logger, programs, indexDir, quietMs, maxIndexBytes, searchThreads } = options;
    this.#options = options;
    this.#store = store;
    this.#logger = logger;
    this.#pollMs = options.pollMs ?? DEFAULT_POLL_MS;
    this.#cache = new RecordCache(store);
    const shared = {
      store,
      logger,
      ...(quietMs !== undefined && { quietMs }),
      ...(maxIndexBytes !== undefined && { maxBytes: maxIndexBytes }),
    };
    const kinds = Object.keys(DEFINITIONS) as RecordKind[];
    this.#kinds = new Map(
      kinds.map((kind) => {
        const file = indexDir === undefined ? {} : { file: join(indexDir, `${kind}.index`) };
        return [kind, new KindIndex({ ...shared, ...file, kind })];
      }),
    );
    this.#writer = this.#newWriter();
    this.#readers = new ReaderPool({
      logger,
      onBlank: () => this.#publishAgain(),
      ...(searchThreads !== undefined && { threads: searchThreads }),
      ...(programs?.reader && { program: programs.reader }),
    });
  }

  /** The index of a kind; `undefined` while it is being built for the first time. */
  index(kind: RecordKind): Searchable | undefined {
    return this.#readers.index(kind);
  }

  definition(kind: RecordKind): IndexDefinition<StoredRecord> | undefined {
    return DEFINITIONS[kind];
  }

  /** The records of a page of results, as the index knows them or newer. */
  records(kind: RecordKind, ids: readonly string[]): Promise<StoredRecord[]> {
    return this.#cache.getRecords(kind, ids);
  }

  /** Time of the newest change that the indexes hold, ISO 8601; `undefined` for an empty store. */
  get asOf(): string | undefined {
    return this.#asOf;
  }

  /** Another number whenever a question may have another answer than before. */
  get generation(): number {
    return this.#generation;
  }

  /** Whether every index can be asked. */
  get ready(): boolean {
    return [...this.#kinds.keys()].every((kind) => this.index(kind) !== undefined);
  }

  /** Threads that answer searches, at the moment. */
  get searchThreads(): number {
    return this.#readers.size;
  }

  /** What an operator has to see to before every change can be found again; `undefined` when all is well. */
  get problem(): string | undefined {
    return [...this.#kinds.values()].find(({ full }) => full)?.full?.message;
  }

  /**
   * Opens or builds every index and begins to follow the outbox. Resolves when all can be asked.
   * @throws whatever the store throws: a platform whose store cannot be read does not start.
   */
  async start(): Promise<void> {
    this.#seq = await this.#store.outboxHead();
    this.#asOf = await this.#store.lastChange();
    await this.#beginMissing();
    await this.#readers.settled();
    this.#started = true;
    this.#schedule(0);
  }

  /** Looks into the outbox now. Resolves when everything that was in it at the call has been tried. */
  async wake(): Promise<void> {
    if (this.#closed || !this.#started) return;
    this.#again = true;
    this.#running ??= this.#run();
    await this.#running;
  }

  async status(): Promise<Partial<Record<RecordKind, IndexStatus>>> {
    const head = await this.#store.outboxHead();
    return Object.fromEntries([...this.#kinds].map(([kind, index]) => [kind, index.status(head)]));
  }

  /** Stops following, waits for the step that is under way, writes the indexes to their files and ends the threads. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const kind of this.#kinds.values()) kind.halt();
    await this.#running;
    await Promise.all([...this.#kinds.values()].map((kind) => kind.close()));
    await Promise.all([this.#writer.close(), this.#readers.close()]);
  }

  #schedule(ms: number): void {
    if (this.#closed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.wake(), ms);
    this.#timer.unref();
  }

  async #run(): Promise<void> {
    try {
      while (this.#again && !this.#closed) {
        this.#again = false;
        await this.#beginMissing();
        await this.#follow();
      }
      for (const kind of this.#kinds.values()) kind.saveWhenQuiet();
      this.#failures = 0;
      this.#schedule(this.#pollMs);
    } catch (error) {
      this.#failures += 1;
      const retryMs = Math.min(MAX_RETRY_MS, this.#pollMs * 2 ** this.#failures);
      this.#logger.error({ err: error, retryMs }, 'the index could not be brought up to date');
      this.#schedule(retryMs);
    } finally {
      this.#running = undefined;
    }
  }

  #newWriter(): WriterThread {
    const program = this.#options.programs?.writer ?? new URL('./writer-worker.js', import.meta.url);
    const writer = new CallThread<WriterTasks>(program, (event) => this.#told(writer, event as WriterEvent));
    void writer.lost.then((error) => {
      if (this.#closed) return;
      this.#logger.error({ err: error }, 'the indexing thread was lost: the indexes are begun again');
      for (const kind of this.#kinds.values()) kind.lose();
      this.#writer = this.#newWriter();
      this.#schedule(0);
    });
    return writer;
  }

  #told(writer: WriterThread, event: WriterEvent): void {
    if (writer !== this.#writer) return;
    this.#generation += 1;
    this.#kinds.get(event.kind)?.told(event);
    this.#readers.update(event.kind, event.update, event.stats.documents);
  }

  /** For a new reading thread. What was not told yet will be, and a lost writer's successor tells everything anyhow. */
  #publishAgain(): void {
    for (const [kind, index] of this.#kinds) {
      if (index.begun) this.#writer.call('publish', { kind }).catch(() => undefined);
    }
  }

  async #beginMissing(): Promise<void> {
    for (const kind of this.#kinds.values()) {
      if (kind.begun || kind.full || this.#closed) continue;
      const writer = this.#writer;
      try {
        await kind.begin(writer).catch(async (error: unknown) => {
          // A thread that was lost gets a second one at once: without the file, if that was open
          if (!(error instanceof IndexUnavailableError) || this.#closed) throw error;
          await writer.lost;
          return kind.begin(this.#writer);
        });
      } catch (error) {
        // The rest of the platform goes on: records can be read and imported, and /healthz tells
        if (!(error instanceof IndexFullError)) throw error;
        this.#logger.error({ err: error, kind: kind.kind }, 'the index does not fit its limit of memory');
      }
    }
  }

  async #follow(): Promise<void> {
    while (!this.#closed) {
      const entries = await this.#store.readOutbox(this.#seq, OUTBOX_SIZE);
      const last = entries.at(-1);
      if (!last) return;
      this.#generation += 1;
      for (const [kind, index] of this.#kinds) {
        this.#cache.forget(
          kind,
          entries.filter((entry) => entry.kind === kind).map(({ id }) => id),
        );
        await index.follow(entries, last.seq);
      }
      this.#asOf = await this.#store.lastChange();
      this.#generation += 1;
      this.#seq = last.seq;
    }
  }
}
