import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Client, createClient } from '../sdk/index.js';
import { requestContext } from './context.js';
import { fetchFor } from './early-answer.js';
import { ancestors } from './localize-controller.js';

/** Keyed by a registered symbol, so that a provider of one copy of the library serves elements of another. */
export const CLIENT_CONTEXT: unique symbol = Symbol.for('yuniao.client');

/** Why an element has no client: nobody names a platform, a provider does not, or an address is not one. */
export type ClientProblem = 'missing' | 'provider' | 'api';

/** The properties that say which platform an element talks to. */
export interface ClientSettings {
  readonly client?: Client;
  readonly api?: string;
  readonly siteKey?: string;
}

/** The client that `settings` ask for; `undefined` when they name no platform, or one whose address is not one. */
export function clientFor({ client, api, siteKey }: ClientSettings, fetchIt?: typeof fetch): Client | undefined {
  if (client || api === undefined) return client;
  try {
    return createClient({ baseUrl: api, siteKey, fetch: fetchIt });
  } catch {
    return undefined; // a ConfigError; whoever shows the element says what is wrong with the address
  }
}

type Host = ReactiveControllerHost & HTMLElement & ClientSettings;

/**
 * Finds the client of an element: its own `client` property, else the nearest `<yn-provider>`, else its own `api`
 * attribute. There is no default platform: without any of them `problem` says what is wrong.
 */
export class ClientController implements ReactiveController {
  readonly #host: Host;
  #provider?: { readonly client: Client | undefined };
  #unsubscribe?: () => void;
  #own?: { readonly api?: string; readonly siteKey?: string; readonly client: Client | undefined };

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  get client(): Client | undefined {
    if (this.#host.client) return this.#host.client;
    if (this.#provider) return this.#provider.client;
    const { api, siteKey } = this.#host;
    if (!this.#own || this.#own.api !== api || this.#own.siteKey !== siteKey)
      this.#own = { api, siteKey, client: clientFor({ api, siteKey }, fetchFor(this.#host)) };
    return this.#own.client;
  }

  /** What stands in the way of a client; `undefined` while there is one or a provider may still load. */
  get problem(): ClientProblem | undefined {
    if (this.client) return undefined;
    if (this.#provider) return 'provider';
    if (this.#host.api !== undefined) return 'api';
    return this.#awaitsProvider() ? undefined : 'missing';
  }

  hostConnected(): void {
    document.addEventListener('context-provider', this.#onProvider);
    this.#request();
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#onProvider);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#provider = undefined;
  }

  #request(): void {
    requestContext<Client | undefined>(this.#host, CLIENT_CONTEXT, (client, unsubscribe) => {
      if (this.#unsubscribe !== unsubscribe) this.#unsubscribe?.();
      this.#unsubscribe = unsubscribe;
      this.#provider = { client };
      this.#host.requestUpdate();
    });
  }

  /** Scripts of a page load in any order: a provider may be upgraded after the elements inside it. */
  #awaitsProvider(): boolean {
    for (const element of ancestors(this.#host))
      if (element.localName.startsWith('yn-') && !element.matches(':defined')) return true;
    return false;
  }

  readonly #onProvider = (event: Event & { readonly context?: unknown }): void => {
    if (event.context !== CLIENT_CONTEXT) return;
    this.#request();
    this.#host.requestUpdate();
  };
}
