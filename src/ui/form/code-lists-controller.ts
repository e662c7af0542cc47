import type { ReactiveControllerHost } from 'lit';
import { isAbortError } from '../../sdk/index.js';

/** A code list as a platform gives it. */
export interface ListedCodes {
  readonly id: string;
  readonly entries: readonly { readonly code: string; readonly label: string }[];
}

/** As much of a client as choices need. */
export interface CodeListClient {
  readonly codeLists: {
    list(
      ids: readonly string[],
      options?: { readonly lang?: string; readonly signal?: AbortSignal },
    ): Promise<readonly ListedCodes[]>;
  };
}

/** `failed`: the words that somebody types stand in for a choice. */
export type ListsState = 'loading' | 'ready' | 'failed';

/** Fetches the choices of a form: no bundle carries them. */
export class CodeListsController {
  state: ListsState = 'loading';

  readonly #host: ReactiveControllerHost;
  #lists: ReadonlyMap<string, ListedCodes> = new Map();
  #asked?: string | undefined;
  #client?: CodeListClient | undefined;
  #running?: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Asks for lists that are not there yet, or are in another language. */
  want(client: CodeListClient | undefined, ids: readonly string[], lang: string): void {
    const asked = `${lang} ${ids.join()}`;
    if (!client || (asked === this.#asked && client === this.#client)) return;
    this.#asked = asked;
    this.#client = client;
    void this.#load(client, ids, lang);
  }

  /** Gives up what is under way; the next `want()` asks again. */
  stop(): void {
    if (this.#running) this.#asked = undefined;
    this.#running?.abort();
    this.#running = undefined;
  }

  /** Asks again, as when the network is back. */
  retry(): void {
    if (this.state === 'failed') this.#asked = undefined;
  }

  /**
   * What to choose from, each with the value that stands for it: its list is named where there are several kinds. What
   * two vocabularies call the same stands there once.
   */
  entries(lists: string, isNamed: boolean): readonly { readonly code: string; readonly label: string }[] {
    const byLabel = new Map<string, string>();
    for (const id of lists.split(' '))
      for (const { code, label } of this.#lists.get(id)?.entries ?? [])
        if (!byLabel.has(label)) byLabel.set(label, isNamed ? `${id}:${code}` : code);
    return [...byLabel].map(([label, code]) => ({ code, label }));
  }

  async #load(client: CodeListClient, ids: readonly string[], lang: string): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    if (this.#lists.size === 0) this.state = 'loading';
    try {
      const lists = await client.codeLists.list(ids, { lang, signal: running.signal });
      if (this.#running !== running) return;
      this.#lists = new Map(lists.map((list) => [list.id, list]));
      this.state = 'ready';
    } catch (error) {
      if (this.#running !== running || isAbortError(error)) return;
      // Lists in another language are better than none
      if (this.#lists.size === 0) this.state = 'failed';
    }
    this.#running = undefined;
    this.#host.requestUpdate();
  }
}
