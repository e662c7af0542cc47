import { Worker } from 'node:worker_threads';
import type { RecordKind } from '../../domain/record.js';
import type {
  Change,
  FacetValuesQuery,
  IndexStats,
  SearchIndex,
  SearchPage,
  SearchQuery,
  Suggestion,
  SuggestQuery,
} from '../../search/search-index.js';
import { IndexUnavailableError, reviveError } from './index-errors.js';
import type { SnapshotPosition } from './snapshot-file.js';
import type {
  IndexAnswer,
  IndexCall,
  IndexTask,
  IndexTasks,
  IndexThreadData,
  OpenedFile,
  RecordChange,
} from './thread-messages.js';

/** How long a question may wait for its answer. */
const QUESTION_MS = 5_000;
/** A thread that has work and says nothing for so long is taken for lost. */
const SILENCE_MS = 60_000;
const WATCH_MS = 1_000;

interface Waiting {
  readonly since: number;
  readonly limitMs: number;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The index of one kind in a thread of its own, so that its work never holds up the rest of the platform. Every call is
 * answered: by its result, by the error that the index threw, or by an {@link IndexUnavailableError} when the thread
 * ends or a question waits for more than five seconds. A thread that works on one thing for over a minute is ended.
 */
export class ThreadIndex implements SearchIndex {
  /** Resolves with the reason when the thread ends without having been asked to. */
  readonly lost: Promise<IndexUnavailableError>;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #lastHeard = 0;
  #ended: IndexUnavailableError | undefined;
  #watch: NodeJS.Timeout | undefined;

  /** @param program what the thread runs */
  constructor(kind: RecordKind, program: URL = new URL('./index-worker.js', import.meta.url)) {
    this.#worker = new Worker(program, { workerData: { kind } satisfies IndexThreadData });
    this.#worker.on('message', (answer: IndexAnswer) => this.#settle(answer));
    this.lost = new Promise((resolve) => {
      const lose = (reason: string): void => {
        if (!this.#ended) resolve(this.#end(`The index of ${kind} stopped: ${reason}.`));
      };
      this.#worker.on('error', (error: Error) => lose(error.message));
      this.#worker.on('exit', () => lose('its thread ended'));
    });
  }

  apply(changes: readonly Change[]): Promise<number> {
    return this.#call('apply', changes, Infinity);
  }

  /** {@link ThreadIndex.apply} of records, which the thread makes into documents. Resolves to how the index then stands. */
  applyRecords(changes: readonly RecordChange[]): Promise<IndexStats> {
    return this.#call('applyRecords', changes, Infinity);
  }

  search(query: SearchQuery): Promise<SearchPage> {
    return this.#call('search', query, QUESTION_MS);
  }

  suggest(query: SuggestQuery): Promise<readonly Suggestion[]> {
    return this.#call('suggest', query, QUESTION_MS);
  }

  facetValues(query: FacetValuesQuery): Promise<readonly { readonly value: string; readonly count: number }[]> {
    return this.#call('facetValues', query, QUESTION_MS);
  }

  snapshot(): Promise<Uint8Array> {
    return this.#call('snapshot', undefined, Infinity);
  }

  stats(): Promise<IndexStats> {
    return this.#call('stats', undefined, QUESTION_MS);
  }

  /** Replaces the index by the one in a file, if that can be used. Not to be called together with anything else. */
  open(file: string): Promise<OpenedFile> {
    return this.#call('open', { file }, Infinity);
  }

  /** Writes the index into a file, as it is after the calls before this one. Resolves to the file's length in bytes. */
  save(file: string, position: SnapshotPosition): Promise<number> {
    return this.#call('save', { file, ...position }, Infinity);
  }

  /** Empties the index. */
  async clear(): Promise<void> {
    await this.#call('clear', undefined, Infinity);
  }

  /** Ends the thread, whatever it is doing. */
  async close(): Promise<void> {
    this.#end('The index is closed.');
    await this.#worker.terminate();
  }

  #call<Task extends IndexTask>(
    task: Task,
    given: IndexTasks[Task]['given'],
    limitMs: number,
  ): Promise<IndexTasks[Task]['answer']> {
    if (this.#ended) return Promise.reject(this.#ended);
    this.#lastId += 1;
    const id = this.#lastId;
    this.#watch ??= setInterval(() => this.#look(), WATCH_MS);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {
        since: performance.now(),
        limitMs,
        resolve: (result) => resolve(result as IndexTasks[Task]['answer']),
        reject,
      });
      this.#worker.postMessage({ id, task, given } satisfies IndexCall<Task>);
    });
  }

  #settle(answer: IndexAnswer): void {
    this.#lastHeard = performance.now();
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#rest();
    if ('error' in answer) waiting?.reject(reviveError(answer.error));
    else waiting?.resolve(answer.result);
  }

  /** Gives up on what has waited too long. A call that was given up stays in the list: it still tells of a lost thread. */
  #look(): void {
    const now = performance.now();
    let oldest = now;
    for (const { since, limitMs, reject } of this.#waiting.values()) {
      oldest = Math.min(oldest, since);
      if (now - since > limitMs) reject(new IndexUnavailableError('The index is busy. Ask again in a moment.'));
    }
    if (now - Math.max(oldest, this.#lastHeard) > SILENCE_MS) void this.#worker.terminate();
    // A thread that waits for the disk says so at once, one that is stuck does not
    else this.#worker.postMessage({ id: 0, task: 'stats', given: undefined } satisfies IndexCall<'stats'>);
  }

  #rest(): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
  }

  #end(message: string): IndexUnavailableError {
    this.#rest();
    this.#ended ??= new IndexUnavailableError(message);
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
    return this.#ended;
  }
}
