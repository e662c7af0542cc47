import type { ReactiveControllerHost } from 'lit';
import { type Client, HttpError } from '../../sdk/index.js';

/** One code of a list, and what it is called. */
export interface CodeEntry {
  readonly code: string;
  readonly label: string;
}

/** What codes are called, from the platform's code lists, each fetched once a language when it is first needed. */
export class CodeWords {
  readonly #host: ReactiveControllerHost;
  readonly #client: () => Client | undefined;
  readonly #lang: () => string;
  #from?: Client;
  #fromLang?: string;
  readonly #lists = new Map<string, readonly CodeEntry[]>();
  readonly #asked = new Set<string>();

  constructor(host: ReactiveControllerHost, client: () => Client | undefined, lang: () => string) {
    this.#host = host;
    this.#client = client;
    this.#lang = lang;
  }

  /** Fetches lists that are not there yet. */
  need(ids: readonly string[]): void {
    const client = this.#client();
    const lang = this.#lang();
    if (!client) return;
    if (client !== this.#from || lang !== this.#fromLang) {
      this.#lists.clear();
      this.#asked.clear();
      this.#from = client;
      this.#fromLang = lang;
    }
    const missing = [...new Set(ids)].filter((id) => !this.#asked.has(id));
    if (missing.length === 0) return;
    for (const id of missing) this.#asked.add(id);
    void this.#fetch(client, lang, missing);
  }

  async #fetch(client: Client, lang: string, ids: readonly string[]): Promise<void> {
    try {
      const lists = await client.codeLists.list(ids, { lang });
      if (client !== this.#from || lang !== this.#fromLang) return;
      for (const { id, entries } of lists) this.#lists.set(id, entries);
      this.#host.requestUpdate();
    } catch (error) {
      const isUnknown = HttpError.isInstance(error) && error.status < 500;
      // A draft may name a vocabulary that the platform has no list of: the others must not go without words for it
      if (isUnknown && ids.length > 1) for (const id of ids) void this.#fetch(client, lang, [id]);
      // Codes stand in for their words; the next need asks again, unless there is no such list
      else if (!isUnknown) for (const id of ids) this.#asked.delete(id);
    }
  }

  /** The entries of a list; none until it is there. */
  entries(id: string): readonly CodeEntry[] {
    return this.#lists.get(id) ?? [];
  }

  /** The word for a code; the code itself while there is none. */
  word(list: string, code: string): string {
    return this.entries(list).find((entry) => entry.code === code)?.label ?? code;
  }
}
