import { availableParallelism } from 'node:os';
import type { Logger } from 'pino';
import type { RecordKind } from '../../domain/record.js';
import { type SearchIndex, type SegmentUpdate, ShareGatherer } from '../../search/index.js';
import { CallThread } from './call-thread.js';
import { definitionOf } from './definitions.js';
import { IndexUnavailableError } from './index-errors.js';
import type { ReaderTasks } from './thread-messages.js';

/** What visitors ask of an index. */
export type Searchable = Pick<SearchIndex, 'search' | 'suggest' | 'facetValues' | 'names'>;

export interface ReaderPoolOptions {
  /** How many threads answer searches. Default: one core is left to the rest of the platform, four at most are used. */
  readonly threads?: number;
  readonly logger: Logger;
  /** What the threads run. */
  readonly program?: URL;
  /** Asked for the whole index of every kind, for a thread that has none. */
  readonly onBlank: () => void;
}

interface Reader {
  readonly thread: CallThread<ReaderTasks>;
  /** Kinds of which it was sent the whole index, and every change since. */
  readonly told: Set<RecordKind>;
  /** Kinds of which it has it: it can be asked. */
  readonly ready: Set<RecordKind>;
}

interface Kind {
  readonly gatherer: ShareGatherer;
  readonly searchable: Searchable;
  documents: number;
}

/** How long a question may wait for its answer. */
const QUESTION_MS = 5_000;
/** A thread that ends as soon as it begins is not begun again at once. */
const RESTART_MS = 1_000;
/** From how many records a thread on a search is worth what it costs to ask it and to put its share to the others. */
const RECORDS_A_SHARE = 150_000;

/** One for each core but one, four at most. */
export function defaultSearchThreads(): number {
  return Math.max(1, Math.min(4, availableParallelism() - 1));
}

/**
 * The threads that answer searches, over one copy of the segments. A question goes to the thread that has least to do;
 * one to a large index is split among those that have nothing to do. A thread that is lost is replaced, and the others
 * go on.
 */
export class ReaderPool {
  readonly #options: ReaderPoolOptions;
  readonly #kinds = new Map<RecordKind, Kind>();
  readonly #attaching = new Set<Promise<unknown>>();
  #readers: readonly Reader[];
  #closed = false;

  constructor(options: ReaderPoolOptions) {
    this.#options = options;
    this.#readers = Array.from({ length: options.threads ?? defaultSearchThreads() }, () => this.#begin());
  }

  /** Threads that answer searches, at the moment. */
  get size(): number {
    return this.#readers.length;
  }

  /** The index of a kind; `undefined` as long as no thread has it. */
  index(kind: RecordKind): Searchable | undefined {
    return this.#with(kind).length > 0 ? this.#kinds.get(kind)?.searchable : undefined;
  }

  /**
   * Gives every thread what the writer changed, in one turn, so that questions meet the same state in all.
   * @param documents how many records the index then has
   */
  update(kind: RecordKind, update: SegmentUpdate, documents: number): void {
    let known = this.#kinds.get(kind);
    if (!known) {
      known = { gatherer: new ShareGatherer(definitionOf(kind)), searchable: this.#searchable(kind), documents };
      this.#kinds.set(kind, known);
    }
    known.documents = documents;
    known.gatherer.update(update);
    for (const reader of this.#readers) {
      if (update.whole && !reader.told.has(kind)) this.#attach(reader, kind, update);
      else if (reader.told.has(kind)) reader.thread.tell('update', { kind, update });
    }
  }

  /** Resolves when every thread has what it was told, or is lost. */
  async settled(): Promise<void> {
    await Promise.all(this.#attaching);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#readers.map(({ thread }) => thread.close()));
    this.#readers = [];
  }

  #begin(): Reader {
    const { logger, program, onBlank } = this.#options;
    const began = performance.now();
    const thread = new CallThread<ReaderTasks>(program ?? new URL('./reader-worker.js', import.meta.url));
    const reader: Reader = { thread, told: new Set(), ready: new Set() };
    void thread.lost.then((error) => {
      if (this.#closed) return;
      this.#readers = this.#readers.filter((each) => each !== reader);
      logger.error({ err: error }, 'a search thread was lost and is replaced');
      const replace = (): void => {
        if (this.#closed) return;
        this.#readers = [...this.#readers, this.#begin()];
        onBlank();
      };
      if (performance.now() - began > RESTART_MS) replace();
      else setTimeout(replace, RESTART_MS).unref();
    });
    return reader;
  }

  /** Gives a thread its first index of a kind. A thread takes a moment to begin, and cannot be asked before. */
  #attach({ thread, told, ready }: Reader, kind: RecordKind, update: SegmentUpdate): void {
    told.add(kind);
    const attached: Promise<unknown> = thread
      .call('update', { kind, update })
      .then(() => ready.add(kind))
      .catch(() => undefined)
      .finally(() => this.#attaching.delete(attached));
    this.#attaching.add(attached);
  }

  #with(kind: RecordKind): readonly Reader[] {
    return this.#readers.filter(({ ready }) => ready.has(kind));
  }

  #searchable(kind: RecordKind): Searchable {
    return {
      search: async (query) => {
        const readers = this.#team(kind);
        if (readers.length < 2) return this.#leastBusy(kind).call('search', { kind, query }, QUESTION_MS);
        return this.#gatherer(kind).search(query, readers.length, (asked, share) =>
          (readers[share.part] as Reader).thread.call('share', { kind, query: asked, share }, QUESTION_MS),
        );
      },
      suggest: async (query) => this.#leastBusy(kind).call('suggest', { kind, query }, QUESTION_MS),
      facetValues: async (query) => this.#leastBusy(kind).call('facetValues', { kind, query }, QUESTION_MS),
      names: async (facet, values) => this.#gatherer(kind).names(facet, values),
    };
  }

  #gatherer(kind: RecordKind): ShareGatherer {
    return (this.#kinds.get(kind) as Kind).gatherer;
  }

  /** The threads to split a search among. */
  #team(kind: RecordKind): readonly Reader[] {
    const wanted = Math.floor((this.#kinds.get(kind)?.documents ?? 0) / RECORDS_A_SHARE);
    if (wanted < 2) return [];
    return this.#with(kind)
      .filter(({ thread }) => thread.load === 0)
      .slice(0, wanted);
  }

  #leastBusy(kind: RecordKind): CallThread<ReaderTasks> {
    const [first, ...others] = this.#with(kind).map(({ thread }) => thread);
    if (!first) throw new IndexUnavailableError('The search threads are being replaced. Ask again in a moment.');
    return others.reduce((least, thread) => (thread.load < least.load ? thread : least), first);
  }
}
