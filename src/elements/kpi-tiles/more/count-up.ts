import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds that the figures take to reach their values. */
export const COUNT_UP_MS = 900;

/**
 * Lets figures run up to new values, for the eye only. Where the reader asked for less motion, or nobody looks at the
 * page, they stand still.
 */
export class CountUp implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #from: (code: string) => number = () => 0;
  #begun?: number;
  #frame = 0;
  #part = 1;
  /** What of it shows. */
  #shown = 1;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether figures are on their way, or have just arrived. */
  get isMoving(): boolean {
    return this.#part < 1 || this.#shown < 1;
  }

  hostUpdated(): void {
    this.#shown = this.#part;
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Starts from the values that showed before. */
  start(from: (code: string) => number): void {
    this.stop();
    if (document.hidden || matchMedia('(prefers-reduced-motion: reduce), print').matches) return;
    this.#from = from;
    this.#begun = undefined;
    this.#part = 0;
    this.#frame = requestAnimationFrame(this.#step);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#part = 1;
  }

  /** Where the figure of `code` is on its way to `value`; `undefined` once it is there. */
  at(code: string, value: number): number | undefined {
    const from = this.#from(code);
    return this.#part === 1 || from === value ? undefined : from + (value - from) * this.#part;
  }

  readonly #step = (now: number): void => {
    this.#begun ??= now;
    const time = Math.min((now - this.#begun) / COUNT_UP_MS, 1);
    this.#part = 1 - (1 - time) ** 3;
    if (time < 1) this.#frame = requestAnimationFrame(this.#step);
    this.#host.requestUpdate();
  };
}
