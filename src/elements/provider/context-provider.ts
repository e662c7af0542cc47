import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type ContextCallback, sendContextEvent } from '../../ui/context.js';

interface ContextRequest<T> extends Event {
  readonly context: unknown;
  readonly callback: ContextCallback<T>;
  readonly subscribe?: boolean;
}

/** Gives a value to the elements inside its host; those that were there first learn that they may ask. */
export class ContextProvider<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #context: unknown;
  readonly #subscriptions = new Map<ContextCallback<T>, () => void>();
  #value?: T;

  constructor(host: ReactiveControllerHost & Element, context: unknown) {
    this.#host = host;
    this.#context = context;
    host.addEventListener('context-request', this.#onRequest);
    host.addController(this);
  }

  hostConnected(): void {
    sendContextEvent('context-provider', this.#host, { context: this.#context });
  }

  setValue(value: T): void {
    if (value === this.#value) return;
    this.#value = value;
    for (const [callback, unsubscribe] of this.#subscriptions) callback(value, unsubscribe);
  }

  readonly #onRequest = (event: Event): void => {
    const { context, callback, subscribe } = event as ContextRequest<T | undefined>;
    if (context !== this.#context) return;
    event.stopPropagation();
    const unsubscribe = (): void => void this.#subscriptions.delete(callback);
    if (subscribe) this.#subscriptions.set(callback, unsubscribe);
    callback(this.#value, subscribe ? unsubscribe : undefined);
  };
}
