import type { Logger } from 'pino';
import type { RecordKind } from '../../domain/record.js';
import type { Change, IndexDefinition, SearchIndex } from '../../search/search-index.js';
import type { OutboxEntry, Store, StoredRecord } from '../store/store.js';
import { RecordCache } from './record-cache.js';

/** One kind of record that can be searched: how its records become documents, and the index that holds them. */
export interface SearchableKind {
  readonly definition: IndexDefinition<StoredRecord>;
  readonly createIndex: () => SearchIndex;
}

/** How fresh an index is. */
export interface IndexStatus {
  readonly documents: number;
  /** Outbox position up to which every change is in the index. */
  readonly seq: number;
  /** Outbox entries that are not in the index yet. */
  readonly lag: number;
}

export interface IndexerOptions {
  readonly store: Store;
  readonly logger: Logger;
  readonly kinds: Readonly<Partial<Record<RecordKind, SearchableKind>>>;
  /** Pause between two looks into the outbox, for what other processes wrote. Default 250 ms. */
  readonly pollMs?: number;
}

/** Records read and indexed at a time while an index is built; requests are answered in between. */
const SCAN_SIZE = 1_000;
/** Outbox entries read at a time. */
const OUTBOX_SIZE = 1_000;
const DEFAULT_POLL_MS = 250;
const MAX_RETRY_MS = 5_000;

/**
 * Builds the search indexes from the store and keeps them fresh from its outbox. Only published records get in. A change
 * made by this process is applied as soon as {@link Indexer.wake} is called, one made by another process at the next
 * look into the outbox. A failure is logged and tried again; it never reaches a request.
 */
export class Indexer {
  readonly #store: Store;
  readonly #logger: Logger;
  readonly #kinds: ReadonlyMap<RecordKind, SearchableKind>;
  readonly #pollMs: number;
  readonly #cache: RecordCache;
  readonly #indexes = new Map<RecordKind, SearchIndex>();
  /**
   * An index counts the changes it is given: first the scanned records from 1, then the outbox. This is what to add to an
   * outbox position to go on where the scan ended.
   */
  readonly #offsets = new Map<RecordKind, number>();
  /** Outbox position up to which all indexes are fresh. */
  #seq = 0;
  #asOf: string | undefined;
  #failures = 0;
  #running: Promise<void> | undefined;
  #again = false;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: IndexerOptions) {
    this.#store = options.store;
    this.#logger = options.logger;
    this.#kinds = new Map(Object.entries(options.kinds) as [RecordKind, SearchableKind][]);
    this.#pollMs = options.pollMs ?? DEFAULT_POLL_MS;
    this.#cache = new RecordCache(options.store);
  }

  /** The index of a kind; `undefined` until it has been built. */
  index(kind: RecordKind): SearchIndex | undefined {
    return this.#indexes.get(kind);
  }

  definition(kind: RecordKind): IndexDefinition<StoredRecord> | undefined {
    return this.#kinds.get(kind)?.definition;
  }

  /** The records of a page of results, as the index knows them or newer. */
  records(kind: RecordKind, ids: readonly string[]): Promise<StoredRecord[]> {
    return this.#cache.getRecords(kind, ids);
  }

  /** Time of the newest change that the indexes hold, ISO 8601; `undefined` for an empty store. */
  get asOf(): string | undefined {
    return this.#asOf;
  }

  /** Whether every index has been built. */
  get ready(): boolean {
    return this.#indexes.size === this.#kinds.size;
  }

  /**
   * Builds every index and begins to follow the outbox. Resolves when all can be asked.
   * @throws whatever the store throws: a platform whose store cannot be read does not start.
   */
  async start(): Promise<void> {
    this.#seq = await this.#store.outboxHead();
    this.#asOf = await this.#store.lastChange();
    for (const [kind, { definition, createIndex }] of this.#kinds) {
      const started = performance.now();
      const index = createIndex();
      await this.#fill(kind, definition, index);
      if (this.#closed) return;
      this.#indexes.set(kind, index);
      const { documents } = await index.stats();
      this.#logger.info({ kind, documents, ms: Math.round(performance.now() - started) }, 'index built');
    }
    this.#schedule(0);
  }

  /** Looks into the outbox now. Resolves when everything that was in it at the call has been tried. */
  async wake(): Promise<void> {
    if (this.#closed || !this.ready) return;
    this.#again = true;
    this.#running ??= this.#run();
    await this.#running;
  }

  async status(): Promise<Partial<Record<RecordKind, IndexStatus>>> {
    const head = await this.#store.outboxHead();
    const entries = [...this.#indexes].map(async ([kind, index]) => {
      const { documents } = await index.stats();
      return [kind, { documents, seq: this.#seq, lag: Math.max(0, head - this.#seq) }] as const;
    });
    return Object.fromEntries(await Promise.all(entries));
  }

  /** Stops following and waits for the step that is under way. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#running;
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
        await this.#follow();
      }
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

  async #fill(kind: RecordKind, definition: IndexDefinition<StoredRecord>, index: SearchIndex): Promise<void> {
    let scanned = 0;
    for await (const records of this.#scan(kind)) {
      const first = scanned + 1;
      await index.apply(records.map((record, i) => this.#toChange(first + i, record.id, record, definition)));
      scanned += records.length;
    }
    this.#offsets.set(kind, scanned - this.#seq);
  }

  /** All records of a kind, some at a time. While some are being indexed the database already reads the next. */
  async *#scan(kind: RecordKind): AsyncGenerator<readonly StoredRecord[]> {
    let next: Promise<StoredRecord[]> | undefined = this.#store.scanRecords(kind, undefined, SCAN_SIZE);
    while (next && !this.#closed) {
      const records: readonly StoredRecord[] = await next;
      const last = records.length < SCAN_SIZE ? undefined : records.at(-1);
      next = last && this.#store.scanRecords(kind, last.id, SCAN_SIZE);
      // Should indexing fail first, nobody would be left to hear of this failure
      next?.catch(() => undefined);
      yield records;
    }
  }

  async #follow(): Promise<void> {
    while (!this.#closed) {
      const entries = await this.#store.readOutbox(this.#seq, OUTBOX_SIZE);
      const last = entries.at(-1);
      if (!last) return;
      for (const [kind, index] of this.#indexes) await this.#applyEntries(kind, index, entries);
      this.#asOf = await this.#store.lastChange();
      this.#seq = last.seq;
    }
  }

  async #applyEntries(kind: RecordKind, index: SearchIndex, entries: readonly OutboxEntry[]): Promise<void> {
    const definition = this.#kinds.get(kind)?.definition;
    // A record that changed several times is read once, as it is now
    const latest = new Map(entries.filter((entry) => entry.kind === kind).map((entry) => [entry.id, entry.seq]));
    if (!definition || latest.size === 0) return;
    this.#cache.forget(kind, latest.keys());
    const records = await this.#store.getRecords(kind, [...latest.keys()]);
    const byId = new Map(records.map((record) => [record.id, record]));
    const offset = this.#offsets.get(kind) ?? 0;
    const changes = [...latest]
      .map(([id, seq]) => this.#toChange(seq + offset, id, byId.get(id), definition))
      .toSorted((a, b) => a.seq - b.seq);
    await index.apply(changes);
  }

  #toChange(
    seq: number,
    id: string,
    record: StoredRecord | undefined,
    definition: IndexDefinition<StoredRecord>,
  ): Change {
    return record?.status === 'published'
      ? { seq, op: 'put', document: definition.toDocument(record) }
      : { seq, op: 'delete', id };
  }
}
