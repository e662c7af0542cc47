import { Worker } from 'node:worker_threads';
import { endThread } from '../end-thread.js';
import type { Database, Queryable, SqlValue } from './database.js';
import { DatabaseError, StoreError } from './errors.js';
import type { WorkerAnswer, WorkerCall } from './pglite-messages.js';

/** The embedded database: PGlite in a thread of its own, so that its work never holds up requests. */
export interface PgliteDatabase extends Database {
  readonly engine: 'pglite';
  /** How many syncs reached the disk since the database was opened: what the self-test looks at. */
  syncs(): Promise<number>;
}

/**
 * Opens the database in `folder`, creating it when it is not there. The caller must hold the folder's lock.
 * @param program what the thread runs
 * @throws {StoreError} `driver-missing` when PGlite is not installed
 */
export async function openPgliteDatabase(
  folder: string,
  program: URL = new URL('./pglite-worker.js', import.meta.url),
): Promise<PgliteDatabase> {
  const thread = new DatabaseThread(folder, program);
  try {
    await thread.opened;
  } catch (error) {
    await thread.end();
    throw error;
  }
  const query = async <Row extends object>(sql: string, params: readonly SqlValue[] = []): Promise<Row[]> =>
    (await thread.call({ type: 'query', sql, params })) as Row[];
  const inTurn = queue();
  let closing: Promise<void> | undefined;
  return {
    engine: 'pglite',
    query: (sql, params) => inTurn(() => query(sql, params)),
    transaction: (work) => inTurn(() => inTransaction({ query }, work)),
    syncs: async () => {
      const [row] = (await thread.call({ type: 'syncs' })) as { syncs: number }[];
      return row?.syncs ?? 0;
    },
    close: () => (closing ??= inTurn(() => thread.close())),
  };
}

async function inTransaction<T>(connection: Queryable, work: (tx: Queryable) => Promise<T>): Promise<T> {
  await connection.query('BEGIN');
  try {
    const result = await work(connection);
    await connection.query('COMMIT');
    return result;
  } catch (error) {
    // When the database has stopped, the first error tells more than a failing rollback
    await connection.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** PGlite has one connection: a statement must not slip into another caller's transaction. */
function queue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}

type Asked = Exclude<WorkerCall, { readonly type: 'end' }>;
type Call = Asked extends infer Each ? (Each extends Asked ? Omit<Each, 'id'> : never) : never;

interface Waiting {
  readonly resolve: (rows: readonly object[]) => void;
  readonly reject: (error: Error) => void;
}

/** The worker as a function call: one answer for each call, and a clear error for all when it stops. */
class DatabaseThread {
  readonly opened: Promise<unknown>;
  readonly #worker: Worker;
  readonly #exited: Promise<unknown>;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #stopped: Error | undefined;

  constructor(folder: string, program: URL) {
    this.#worker = new Worker(program, { workerData: { folder } });
    this.#exited = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.opened = new Promise((resolve, reject) => this.#waiting.set(0, { resolve, reject }));
    this.#worker.on('message', (answer: WorkerAnswer) => this.#settle(answer));
    this.#worker.on('error', (error: Error) => this.#stop(error.message));
    this.#worker.on('exit', () => this.#stop('its thread ended'));
  }

  call(call: Call): Promise<readonly object[]> {
    if (this.#stopped) return Promise.reject(this.#stopped);
    this.#lastId += 1;
    const id = this.#lastId;
    const answered = new Promise<readonly object[]>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#worker.postMessage({ ...call, id } satisfies WorkerCall);
    return answered;
  }

  async close(): Promise<void> {
    if (!this.#stopped) await this.call({ type: 'close' });
    await this.end();
  }

  async end(): Promise<void> {
    this.#stopped ??= new StoreError('database-stopped', 'The store is closed.');
    this.#worker.postMessage({ type: 'end' } satisfies WorkerCall);
    await endThread(this.#worker, this.#exited);
  }

  #settle(answer: WorkerAnswer): void {
    if ('stopped' in answer) {
      this.#stop(answer.stopped);
      return;
    }
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('rows' in answer) waiting?.resolve(answer.rows);
    else waiting?.reject(this.#toError(answer.error));
  }

  #toError({ message, facts }: Extract<WorkerAnswer, { error: unknown }>['error']): Error {
    const isMissing = facts.sqlState === 'ERR_MODULE_NOT_FOUND' && message.includes('@electric-sql/pglite');
    if (!isMissing) return new DatabaseError(message, facts);
    return new StoreError(
      'driver-missing',
      'The embedded database needs the package @electric-sql/pglite. Install it with: npm install @electric-sql/pglite',
    );
  }

  /** What was not acknowledged by now may or may not have been stored; what was is safe. */
  #stop(reason: string): void {
    this.#stopped ??= new StoreError(
      'database-stopped',
      `The embedded database stopped: ${reason}. Check the disk and the memory, then start again.`,
    );
    for (const { reject } of this.#waiting.values()) reject(this.#stopped);
    this.#waiting.clear();
  }
}
