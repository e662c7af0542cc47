import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Where a request stands. `loading` turns into `stalled` when it takes long; `refreshing` means that an earlier answer
 * is still shown; after `error` the last good value is kept.
 */
export type RequestState = 'idle' | 'loading' | 'stalled' | 'refreshing' | 'ready' | 'empty' | 'error';

/** Milliseconds without an answer after which a first load counts as stalled and may show a placeholder. */
export const STALL_MS = 250;

type Load<T> = (signal: AbortSignal) => Promise<T>;

export interface RequestOptions<T> {
  /** Whether a good answer holds nothing to show. */
  isEmpty(value: T): boolean;
  /** Called once per answer that was not superseded. */
  onAnswer?(value: T): void;
  /** Called once per failure that was not superseded. */
  onFailure?(error: unknown): void;
}

/**
 * One abortable request of an element. A newer run aborts the older one, whose late answer is dropped; leaving the page
 * aborts, coming back resumes.
 */
export class RequestController<T> implements ReactiveController {
  /** The last good answer; kept while a newer one is awaited and through an error. */
  value?: T;
  /** The failure, while the state is `error`. */
  error?: unknown;

  readonly #host: ReactiveControllerHost;
  readonly #options: RequestOptions<T>;
  #state: RequestState = 'idle';
  #load?: Load<T>;
  #running?: AbortController;
  #interrupted = false;
  #stallTimer?: ReturnType<typeof setTimeout>;

  constructor(host: ReactiveControllerHost, options: RequestOptions<T>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get state(): RequestState {
    return this.#state;
  }

  /** True while an answer is awaited. */
  get isPending(): boolean {
    return this.#running !== undefined;
  }

  hostConnected(): void {
    if (this.#interrupted) this.retry();
  }

  hostDisconnected(): void {
    this.#interrupted = this.isPending;
    this.#stop();
  }

  /** Starts a request and gives up the one before. Failures end in the state `error`, never in a rejection. */
  run(load: Load<T>): void {
    this.#stop();
    this.#load = load;
    this.#interrupted = false;
    const running = new AbortController();
    this.#running = running;
    this.#setState(this.value === undefined ? 'loading' : 'refreshing');
    if (this.value === undefined)
      this.#stallTimer = setTimeout(() => {
        this.#setState('stalled');
      }, STALL_MS);
    void this.#settle(load, running);
  }

  /** Runs the last request again; does nothing when there was none. */
  retry(): void {
    if (this.#load) this.run(this.#load);
  }

  /** Forgets the request and its answer. */
  reset(): void {
    this.#stop();
    this.#load = undefined;
    this.#interrupted = false;
    this.value = undefined;
    this.error = undefined;
    this.#setState('idle');
  }

  async #settle(load: Load<T>, running: AbortController): Promise<void> {
    try {
      const value = await load(running.signal);
      if (this.#running !== running) return;
      this.#stop();
      this.value = value;
      this.error = undefined;
      this.#setState(this.#options.isEmpty(value) ? 'empty' : 'ready');
      this.#options.onAnswer?.(value);
    } catch (error) {
      if (this.#running !== running) return;
      this.#stop();
      this.error = error;
      this.#setState('error');
      this.#options.onFailure?.(error);
    }
  }

  /** Aborts what is running. Forgetting it first makes its late end count for nothing. */
  #stop(): void {
    clearTimeout(this.#stallTimer);
    const running = this.#running;
    this.#running = undefined;
    running?.abort();
  }

  #setState(state: RequestState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
