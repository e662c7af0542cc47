import type { ReactiveController } from 'lit';

/** Fewer seconds between refreshes would only burden the platform. */
export const LEAST_SECONDS = 5;

export interface RefreshTimerOptions {
  /** Seconds between refreshes; unset or not above 0 means never. Read at every update of the host. */
  seconds(): number | undefined;
  refresh(): void;
}

/**
 * Refreshes an element at regular intervals while it is on the page. Where the page is not visible it waits, and catches
 * up once it is.
 */
export class RefreshTimer implements ReactiveController {
  readonly #options: RefreshTimerOptions;
  #isConnected = false;
  #seconds = 0;
  #timer?: ReturnType<typeof setInterval>;
  #isDue = false;

  constructor(options: RefreshTimerOptions) {
    this.#options = options;
  }

  hostConnected(): void {
    this.#isConnected = true;
    document.addEventListener('visibilitychange', this.#onVisibilityChange);
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    document.removeEventListener('visibilitychange', this.#onVisibilityChange);
    this.#run(0);
  }

  hostUpdate(): void {
    const seconds = Number(this.#options.seconds());
    const wanted = this.#isConnected && seconds > 0 ? Math.max(seconds, LEAST_SECONDS) : 0;
    if (wanted !== this.#seconds) this.#run(wanted);
  }

  #run(seconds: number): void {
    clearInterval(this.#timer);
    this.#seconds = seconds;
    this.#isDue = false;
    if (seconds > 0) this.#timer = setInterval(this.#tick, seconds * 1000);
  }

  readonly #tick = (): void => {
    this.#isDue = document.hidden;
    if (!this.#isDue) this.#options.refresh();
  };

  readonly #onVisibilityChange = (): void => {
    if (this.#isDue) this.#tick();
  };
}
