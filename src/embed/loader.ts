/** Imports the module that defines one tag. */
export type LoadDefinition = () => Promise<unknown>;

/**
 * Watches a page for tags that are not defined yet, there now or added later, and loads the module of each once. A
 * load that failed is forgotten: the tag's next appearance, or the network's return, tries again.
 */
export class Loader {
  readonly #definitions: Readonly<Record<string, LoadDefinition>>;
  readonly #root: Document | Element;
  readonly #started = new Set<string>();
  readonly #observer = new MutationObserver((changes) => {
    if (changes.some(({ addedNodes }) => addedNodes.length > 0)) this.#scan();
  });

  constructor(definitions: Readonly<Record<string, LoadDefinition>>, root: Document | Element = document) {
    this.#definitions = definitions;
    this.#root = root;
  }

  /** Starts to load what the page uses, and to watch it. */
  start(): void {
    this.#scan();
    this.#observer.observe(this.#root, { childList: true, subtree: true });
    window.addEventListener('online', this.#scan);
  }

  stop(): void {
    this.#observer.disconnect();
    window.removeEventListener('online', this.#scan);
  }

  readonly #scan = (): void => {
    for (const [tag, load] of Object.entries(this.#definitions))
      if (!this.#started.has(tag) && this.#root.querySelector(`${tag}:not(:defined)`)) void this.#load(tag, load);
  };

  async #load(tag: string, load: LoadDefinition): Promise<void> {
    this.#started.add(tag);
    try {
      await load();
    } catch (error) {
      this.#started.delete(tag);
      console.warn(`yuniao: <${tag}> could not be loaded.`, error);
    }
  }
}
