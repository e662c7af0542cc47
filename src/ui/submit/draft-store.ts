/** Days after which what was kept is removed, if nobody has touched it. */
export const DRAFT_DAYS = 30;

const DATABASE = 'yuniao-drafts';
const STORE = 'kept';

/** What is kept for a form: what was typed, what is on its way to the platform, and files. */
export type KeptPart = 'draft' | 'sending' | 'file';

/** Names one thing that is kept: the form's draft key, the part, and which of its kind. */
export type KeptId = readonly [draftKey: string, part: KeptPart, name: string];

export interface Kept<T = unknown> {
  readonly id: KeptId;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly value: T;
}

/** Something that another page, or another form of this page, has just kept or removed. */
export interface KeptElsewhere {
  readonly id: KeptId;
  readonly at: number;
  readonly change: 'put' | 'removed' | 'sent';
}

/**
 * Keeps what people typed, in this browser alone: in IndexedDB (what was typed right before the page went, in
 * `localStorage`), or in memory where the browser gives no storage (private
 * windows, blocked third-party storage, a full disk); `isDurable` tells which. Pages that have the same form open are
 * told of each other's changes.
 */
export class DraftStore {
  readonly #memory = new Map<string, Kept>();
  readonly #onElsewhere: (change: KeptElsewhere) => void;
  #opening?: Promise<IDBDatabase | undefined> | undefined;
  #channel?: BroadcastChannel | undefined;
  #hasStorage = true;

  constructor(onElsewhere: (change: KeptElsewhere) => void = () => undefined) {
    this.#onElsewhere = onElsewhere;
  }

  /** Whether all that is kept outlives this page, as far as is known. */
  get isDurable(): boolean {
    return this.#hasStorage && this.#memory.size === 0;
  }

  /** Everything that is kept under `draftKey`, oldest first. */
  async all(draftKey: string): Promise<readonly Kept[]> {
    const stored = (await this.#run<Kept[]>('readonly', (store) => store.getAll(partsOf(draftKey)))) ?? [];
    const newest = new Map<string, Kept>();
    const ofForm = [...this.#memory.values(), ...lastWords()].filter(({ id }) => id[0] === draftKey);
    for (const kept of [...stored, ...ofForm]) {
      const name = JSON.stringify(kept.id);
      if (kept.savedAt >= (newest.get(name)?.savedAt ?? 0)) newest.set(name, kept);
    }
    return [...newest.values()].sort((one, other) => one.savedAt - other.savedAt);
  }

  /**
   * Keeps `value`, which must be structured-clonable, in the place of what was kept under `id`.
   * @param isLeaving the page is about to go, and nothing that takes time will be finished; `value` must be JSON then
   */
  async put(id: KeptId, value: unknown, isLeaving = false): Promise<Kept> {
    const kept = { id, savedAt: Date.now(), value };
    const name = JSON.stringify(id);
    if (isLeaving) keepLastWords(kept);
    if ((await this.#run('readwrite', (store) => store.put(kept))) === undefined) this.#memory.set(name, kept);
    else {
      this.#memory.delete(name);
      dropLastWords(id);
    }
    this.#tell({ id, at: kept.savedAt, change: 'put' });
    return kept;
  }

  /** @param change why, for other pages: `sent` when the platform has it now */
  async remove(id: KeptId, change: 'removed' | 'sent' = 'removed'): Promise<void> {
    this.#memory.delete(JSON.stringify(id));
    dropLastWords(id);
    await this.#run('readwrite', (store) => store.delete(id as unknown as IDBValidKey));
    this.#tell({ id, at: Date.now(), change });
  }

  /** Lets go of the database; the next call opens it again. */
  close(): void {
    const opening = this.#opening;
    this.#opening = undefined;
    void opening?.then((database) => database?.close());
    this.#channel?.close();
    this.#channel = undefined;
  }

  /** Starts to listen to other pages. */
  listen(): void {
    if (this.#channel || typeof BroadcastChannel === 'undefined') return;
    try {
      this.#channel = new BroadcastChannel(DATABASE);
      this.#channel.onmessage = ({ data }: MessageEvent<KeptElsewhere>) => this.#onElsewhere(data);
    } catch {
      // A sandboxed frame; it has no storage to share either
    }
  }

  #tell(change: KeptElsewhere): void {
    this.#channel?.postMessage(change);
  }

  /** `undefined` where the browser does not do it. */
  async #run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<T | undefined> {
    const database = await (this.#opening ??= this.#open());
    if (!database) return undefined;
    try {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = transaction.onerror = () => reject(transaction.error as Error);
      });
      return (request.result as T | undefined) ?? (true as T);
    } catch (error) {
      // A full disk, or a database that the user has just cleared away
      console.warn('yuniao: the browser did not keep a draft.', error);
      return undefined;
    }
  }

  async #open(): Promise<IDBDatabase | undefined> {
    try {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = request.onblocked = () => reject(request.error as Error);
      });
      // A newer version of the library, or the user clearing site data, must not wait for this page
      database.onclose = database.onversionchange = () => {
        database.close();
        this.#opening = undefined;
      };
      removeExpired(database);
      return database;
    } catch {
      this.#hasStorage = false;
      return undefined;
    }
  }
}

function partsOf(draftKey: string): IDBKeyRange {
  // An array sorts after every text
  return IDBKeyRange.bound([draftKey], [draftKey, []]);
}

function removeExpired(database: IDBDatabase): void {
  const limit = Date.now() - DRAFT_DAYS * 24 * 60 * 60_000;
  for (const { id, savedAt } of lastWords()) if (savedAt < limit) dropLastWords(id);
  const request = database.transaction(STORE, 'readwrite').objectStore(STORE).openCursor();
  request.onsuccess = () => {
    const cursor = request.result;
    if (!cursor) return;
    if ((cursor.value as Kept).savedAt < limit) cursor.delete();
    cursor.continue();
  };
}

// A page that goes away finishes no transaction. What was typed in its last moment is left where it can be left at once,
// and moves on to the others with the next change.

const LAST_WORDS = `${DATABASE}:`;

function keepLastWords(kept: Kept): void {
  tryStorage((storage) => storage.setItem(LAST_WORDS + JSON.stringify(kept.id), JSON.stringify(kept)));
}

function dropLastWords(id: KeptId): void {
  tryStorage((storage) => storage.removeItem(LAST_WORDS + JSON.stringify(id)));
}

function lastWords(): readonly Kept[] {
  return (
    tryStorage((storage) =>
      Object.keys(storage)
        .filter((name) => name.startsWith(LAST_WORDS))
        .map((name) => JSON.parse(storage.getItem(name) ?? '') as Kept),
    ) ?? []
  );
}

function tryStorage<T>(act: (storage: Storage) => T): T | undefined {
  try {
    return act(localStorage);
  } catch {
    return undefined; // blocked, full, or written by somebody else
  }
}
