import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Attachment } from '../../../domain/submission.js';
import { type Client, createIdempotencyKey, HttpError, isAbortError } from '../../../sdk/index.js';
import { mayPass, pauseAfter } from '../backoff.js';
import type { DraftStore, Kept } from '../draft-store.js';
import { faultOf, type FileFault, type FileLimits } from './check-file.js';

/**
 * Where a file stands. `waiting`: it broke off and goes on by itself; `refused`: it cannot go along, `fault` says why.
 */
export type FileState = 'queued' | 'sending' | 'paused' | 'waiting' | 'done' | 'refused';

/** One file of a submission. */
export interface FileItem {
  /** Names the upload: with the same key it goes on where it broke off. */
  readonly key: string;
  readonly name: string;
  readonly size: number;
  /** Place in the list. */
  readonly order: number;
  readonly state: FileState;
  /** Bytes that have arrived. */
  readonly sent: number;
  readonly fault?: FileFault | undefined;
  /** What the platform made of it, once it is `done`. */
  readonly attachment?: Attachment | undefined;
}

/** As much of a client as sending files needs. */
export type AttachmentClient = Pick<Client, 'attachments'>;

export interface AttachmentOptions {
  readonly store: DraftStore;
  client(): AttachmentClient | undefined;
  /** What the platform takes; `undefined` until that is known. */
  limits(): FileLimits | undefined;
  draftKey(): string;
  keepsDrafts(): boolean;
  /** Something is another file now, or stands elsewhere. */
  onChange?(): void;
}

/** How a file is kept for the next visit. */
interface KeptFile {
  readonly name: string;
  /** Place in the list. */
  readonly order: number;
  readonly file: Blob;
  readonly attachment?: Attachment;
  readonly isPaused?: boolean;
}

/** The platform keeps a file that no submission names for a day; before that is over it is better sent again. */
const FRESH_MS = 20 * 60 * 60_000;

/**
 * The files that go with a submission: checks them, sends them one after another while the form is still filled in, goes
 * on where an upload broke off, and keeps them with the draft, so that a reload loses none.
 */
export class AttachmentController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: AttachmentOptions;
  readonly #files = new Map<string, Blob>();
  #items: readonly FileItem[] = [];
  #isConnected = false;
  #running?: { readonly key: string; readonly abort: AbortController } | undefined;
  #timer?: ReturnType<typeof setTimeout>;
  #failures = 0;

  constructor(host: ReactiveControllerHost, options: AttachmentOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get items(): readonly FileItem[] {
    return this.#items;
  }

  /** Ids to send along, in the order of the list. */
  get ids(): readonly string[] {
    return this.#items.flatMap(({ attachment }) => (attachment ? [attachment.id] : []));
  }

  /** How many files are still to arrive: a submission that is sent now would go without them. */
  get pending(): number {
    return this.#items.filter(({ state }) => state !== 'done' && state !== 'refused').length;
  }

  hostConnected(): void {
    this.#isConnected = true;
    window.addEventListener('online', this.#goOn);
    this.#goOn();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    window.removeEventListener('online', this.#goOn);
    this.#stop();
  }

  hostUpdate(): void {
    void this.#sendNext(); // limits or client may be known by now
  }

  /** Takes up files that the user has chosen. One that is in the list already is not taken twice. */
  async add(files: Iterable<File>): Promise<void> {
    const { maxCount = Infinity } = this.#options.limits() ?? {};
    for (const file of files) {
      if (this.#items.some(({ name, size, fault }) => !fault && name === file.name && size === file.size)) continue;
      const count = this.#items.filter(({ fault }) => !fault).length;
      const item = newItem(file.name, file.size, 1 + Math.max(0, ...this.#items.map(({ order }) => order)));
      this.#files.set(item.key, file);
      this.#items = [...this.#items, item];
      if (count >= maxCount) this.#refuse(item.key, 'count');
      else await this.#keep(item.key);
    }
    this.#changed();
    void this.#sendNext();
  }

  /** Holds an upload. */
  pause(key: string): void {
    this.#set(key, { state: 'paused' });
    this.#stopIf(key);
    void this.#keep(key);
    void this.#sendNext();
  }

  /** Goes on with what was held or broke off; also a file that was refused, if that may have changed. */
  resume(key: string): void {
    clearTimeout(this.#timer);
    this.#set(key, { state: 'queued', fault: undefined });
    void this.#keep(key);
    void this.#sendNext();
  }

  async remove(key: string): Promise<void> {
    this.#items = this.#items.filter((item) => item.key !== key);
    this.#files.delete(key);
    this.#stopIf(key);
    this.#changed();
    void this.#sendNext();
    await this.#options.store.remove([this.#options.draftKey(), 'file', key]);
  }

  /** Empties the list, as after the submission has arrived; what was kept is the draft's to remove. */
  clear(): void {
    this.#stop();
    this.#items = [];
    this.#files.clear();
    this.#changed();
  }

  /** Takes up the files of an earlier visit. */
  async restore(): Promise<void> {
    if (!this.#options.keepsDrafts()) return;
    const kept = (await this.#options.store.all(this.#options.draftKey())) as readonly Kept<KeptFile>[];
    for (const { id, savedAt, value } of kept) {
      const [, part, key] = id;
      if (part !== 'file' || this.#files.has(key)) continue;
      const { name, file, order, attachment, isPaused } = value;
      const isThere = attachment && Date.now() - savedAt < FRESH_MS;
      // A file that the platform has removed meanwhile is another upload
      const item: FileItem = {
        ...newItem(name, file.size, order),
        ...(!attachment && { key, state: isPaused ? 'paused' : 'queued' }),
        ...(isThere && { key, state: 'done', sent: file.size, attachment }),
      };
      if (item.key !== key) void this.#options.store.remove(id);
      this.#files.set(item.key, file);
      this.#items = [...this.#items, item].sort((one, other) => one.order - other.order);
      if (item.key !== key) void this.#keep(item.key);
    }
    this.#changed();
    void this.#sendNext();
  }

  /** The platform does not know a file any more that a submission named: it is sent again. */
  lost(index: number): void {
    const lost = this.#items.filter(({ attachment }) => attachment)[index];
    const file = lost && this.#files.get(lost.key);
    if (!lost || !file) return;
    const item = newItem(lost.name, lost.size, lost.order);
    this.#files.delete(lost.key);
    this.#files.set(item.key, file);
    this.#items = this.#items.map((each) => (each === lost ? item : each));
    void this.#options.store.remove([this.#options.draftKey(), 'file', lost.key]);
    void this.#keep(item.key);
    void this.#sendNext();
  }

  async #sendNext(): Promise<void> {
    const [client, limits] = [this.#options.client(), this.#options.limits()];
    const item = this.#items.find(({ state }) => state === 'queued');
    const file = item && this.#files.get(item.key);
    if (!item || !file || !client || !limits || this.#running || !this.#isConnected) return;
    const { key, name } = item;
    const running = { key, abort: new AbortController() };
    this.#running = running;
    this.#set(key, { state: 'sending' });
    try {
      const fault = await faultOf(file, limits);
      if (this.#running !== running) return;
      if (fault) this.#refuse(key, fault);
      else {
        const attachment = await client.attachments.upload(file, {
          name,
          idempotencyKey: key,
          signal: running.abort.signal,
          onProgress: (sent) => {
            if (this.#running === running) this.#set(key, { sent });
          },
        });
        if (this.#running !== running) return;
        this.#failures = 0;
        this.#set(key, { state: 'done', sent: item.size, attachment });
        void this.#keep(key);
      }
    } catch (error) {
      if (this.#running !== running || isAbortError(error)) return;
      this.#onFailure(key, error);
    }
    this.#running = undefined;
    void this.#sendNext();
  }

  #onFailure(key: string, error: unknown): void {
    if (!mayPass(error)) {
      const { status = 0 } = HttpError.isInstance(error) ? error : {};
      return this.#refuse(
        key,
        ({ 401: 'denied', 403: 'denied', 413: 'size', 415: 'type' }[status] as FileFault) ?? 'failed',
      );
    }
    this.#failures += 1;
    this.#set(key, { state: 'waiting' });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#goOn, pauseAfter(this.#failures, error));
  }

  #refuse(key: string, fault: FileFault): void {
    this.#set(key, { state: 'refused', fault });
    void this.#options.store.remove([this.#options.draftKey(), 'file', key]);
  }

  readonly #goOn = (): void => {
    clearTimeout(this.#timer);
    this.#items = this.#items.map((item) => (item.state === 'waiting' ? { ...item, state: 'queued' } : item));
    this.#changed();
    void this.#sendNext();
  };

  #stopIf(key: string): void {
    if (this.#running?.key !== key) return;
    const { abort } = this.#running;
    this.#running = undefined;
    abort.abort();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    if (!this.#running) return;
    this.#set(this.#running.key, { state: 'queued' });
    this.#stopIf(this.#running.key);
  }

  async #keep(key: string): Promise<void> {
    const item = this.#items.find((each) => each.key === key);
    const file = this.#files.get(key);
    if (!item || !file || !this.#options.keepsDrafts()) return;
    const { name, order, attachment, state } = item;
    const kept: KeptFile = {
      name,
      order,
      file,
      ...(attachment && { attachment }),
      ...(state === 'paused' && { isPaused: true }),
    };
    await this.#options.store.put([this.#options.draftKey(), 'file', key], kept);
  }

  #set(key: string, change: Partial<FileItem>): void {
    this.#items = this.#items.map((item) => (item.key === key ? { ...item, ...change } : item));
    this.#changed();
  }

  #changed(): void {
    this.#options.onChange?.();
    this.#host.requestUpdate();
  }
}

function newItem(name: string, size: number, order: number): FileItem {
  return { key: createIdempotencyKey(), name, size, order, state: 'queued', sent: 0 };
}
