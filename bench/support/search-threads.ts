import { Worker } from 'node:worker_threads';
import {
  achievementIndex,
  ShareGatherer,
  type IndexWriter,
  type PartialPage,
  type SearchPage,
  type SearchQuery,
  type Share,
} from '../../src/search/index.js';
import type { ThreadMessage } from './search-thread.js';

/** Threads that search one index: each query in as many shares as there are threads, or whole in one of them. */
export class SearchThreads {
  readonly #threads: readonly Worker[];
  readonly #gatherer = new ShareGatherer(achievementIndex);
  readonly #waiting = new Map<number, (partial: PartialPage) => void>();
  #lastId = 0;

  constructor(writer: IndexWriter, count: number) {
    const update = writer.state();
    this.#gatherer.update(update);
    this.#threads = Array.from({ length: count }, () => {
      const thread = new Worker(new URL('./search-thread.ts', import.meta.url));
      thread.on('message', ({ id, partial }: { id: number; partial: PartialPage }) => {
        this.#waiting.get(id)?.(partial);
        this.#waiting.delete(id);
      });
      thread.postMessage({ update } satisfies ThreadMessage);
      return thread;
    });
  }

  /** One page, its shares searched by all threads at once: the shortest time for one visitor. */
  search(query: SearchQuery): Promise<SearchPage> {
    return this.#gatherer.search(query, this.#threads.length, (asked, share) => this.#ask(share.part, asked, share));
  }

  /** One page, searched by one thread alone: the most pages a second for many visitors. */
  searchIn(thread: number, query: SearchQuery): Promise<SearchPage> {
    return this.#gatherer.search(query, 1, (asked, share) => this.#ask(thread, asked, share));
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }

  #ask(thread: number, query: SearchQuery, share: Share): Promise<PartialPage> {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#threads[thread]?.postMessage({ id, query, share } satisfies ThreadMessage);
    });
  }
}
