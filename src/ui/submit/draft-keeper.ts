import { DraftStore, type Kept, type KeptElsewhere } from './draft-store.js';

/** What was kept of a form. */
export interface KeptDraft {
  readonly values: unknown;
  /** ISO 8601. */
  readonly savedAt: string;
}

/** What another page has done with the same form. `changed`: the newer draft is kept, the one here is not. */
export interface ElsewhereChange {
  readonly change: 'changed' | 'removed' | 'sent';
  /** ISO 8601. */
  readonly at: string;
}

export interface DraftKeeperOptions {
  /** Whether anything may be kept beyond this page. */
  keepsDrafts(): boolean;
  onChange(): void;
  /** Another page has changed what is kept of this form. */
  onElsewhere(change: KeptElsewhere): void;
}

/** Fewer milliseconds between two writes of a draft help nobody. */
const KEEP_PAUSE_MS = 250;

/** Keeps one form's draft while it is typed. */
export class DraftKeeper {
  readonly store: DraftStore;
  savedAt?: string | undefined;
  elsewhere?: ElsewhereChange | undefined;
  /** Under which the form's parts are kept; absent until an earlier draft was looked for. */
  key?: string | undefined;

  readonly #options: DraftKeeperOptions;
  #unkept?: { readonly values: unknown } | undefined;
  /** What is being written, which a page that goes away does not finish. */
  #writing?: { readonly values: unknown } | undefined;
  #timer?: ReturnType<typeof setTimeout> | undefined;

  constructor(options: DraftKeeperOptions) {
    this.#options = options;
    this.store = new DraftStore((change) => this.#onElsewhere(change));
  }

  connect(): void {
    this.store.listen();
    window.addEventListener('pagehide', this.#onLeaving);
    document.addEventListener('visibilitychange', this.#onLeaving);
  }

  disconnect(): void {
    window.removeEventListener('pagehide', this.#onLeaving);
    document.removeEventListener('visibilitychange', this.#onLeaving);
    this.flush();
    this.store.close();
  }

  /** What is kept under `key`, which is this form's from now on. */
  async open(key: string): Promise<readonly Kept[]> {
    this.flush();
    this.key = undefined;
    this.savedAt = undefined;
    this.elsewhere = undefined;
    const kept = await this.all(key);
    this.key = key;
    return kept;
  }

  async all(key: string | undefined = this.key): Promise<readonly Kept[]> {
    return key !== undefined && this.#options.keepsDrafts() ? this.store.all(key) : [];
  }

  /** The draft among what is kept; what was typed before it was found gives way to it. */
  take(kept: readonly Kept[]): KeptDraft | undefined {
    const draft = kept.find(({ id }) => id[1] === 'draft');
    this.elsewhere = undefined;
    if (!draft) return undefined;
    this.#drop();
    this.savedAt = isoTime(draft.savedAt);
    return { values: draft.value, savedAt: this.savedAt };
  }

  keep(values: unknown): void {
    this.#unkept = { values };
    this.#timer ??= setTimeout(this.flush, KEEP_PAUSE_MS);
  }

  /** Forgets what is in memory only. */
  discard(): void {
    this.#drop();
    this.savedAt = undefined;
    this.elsewhere = undefined;
  }

  /** Writes what has not been written yet. */
  readonly flush = (): void => {
    this.#write(false);
  };

  readonly #onLeaving = (): void => {
    this.#write(true);
  };

  #write(isLeaving: boolean): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const writing = this.#unkept ?? (isLeaving ? this.#writing : undefined);
    if (!writing || this.key === undefined) return;
    this.#unkept = undefined;
    if (!this.#options.keepsDrafts()) return;
    this.#writing = writing;
    void this.store.put([this.key, 'draft', ''], writing.values, isLeaving).then(({ savedAt }) => {
      if (this.#writing === writing) this.#writing = undefined;
      this.savedAt = this.store.isDurable ? isoTime(savedAt) : undefined;
      this.elsewhere = undefined; // the newer one stays, which is this
      this.#options.onChange();
    });
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#unkept = undefined;
  }

  #onElsewhere(event: KeptElsewhere): void {
    const { id, change, at } = event;
    if (id[0] !== this.key) return;
    if (id[1] === 'draft') this.elsewhere = { change: change === 'put' ? 'changed' : change, at: isoTime(at) };
    this.#options.onElsewhere(event);
  }
}

export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
