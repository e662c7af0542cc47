import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { RequestController, type RequestOptions } from './request-controller.js';

export interface LoadOptions<Source, T> extends RequestOptions<T> {
  /** Where to load from; `undefined` while there is no client. */
  source(): Source | undefined;
  /** Names what is wanted: loading starts again whenever it changes. Read at every update of the host. */
  key(): string;
  load(source: Source, signal: AbortSignal): Promise<T>;
}

/**
 * Loads what an element shows, and loads it again when the element wants something else. What was loaded stays until
 * something newer is there, unless it came from another platform.
 */
export class LoadController<Source, T> extends RequestController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #loadOptions: LoadOptions<Source, T>;
  #isConnected = false;
  #source?: Source;
  #key?: string;

  constructor(host: ReactiveControllerHost, options: LoadOptions<Source, T>) {
    super(host, options);
    this.#host = host;
    this.#loadOptions = options;
  }

  override hostConnected(): void {
    this.#isConnected = true;
    super.hostConnected();
    this.#host.requestUpdate();
  }

  override hostDisconnected(): void {
    this.#isConnected = false;
    super.hostDisconnected();
  }

  hostUpdate(): void {
    if (!this.#isConnected) return;
    const source = this.#loadOptions.source();
    const key = this.#loadOptions.key();
    if (source === this.#source && key === this.#key) return;
    if (source !== this.#source) this.reset();
    this.#source = source;
    this.#key = key;
    if (source) this.run((signal) => this.#loadOptions.load(source, signal));
  }

  /** Loads again what is shown, for the page around or because time has passed. */
  refresh(): void {
    this.#key = undefined;
    this.#host.requestUpdate();
  }
}
