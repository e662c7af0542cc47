import { askEarly } from './first-question.js';

/** How one tag comes to life. */
export interface Definition {
  /** Imports the module that defines the tag. */
  readonly load: () => Promise<unknown>;
  /** Imports its English texts, which the element asks for itself, only later. */
  readonly loadEnglish?: () => Promise<unknown>;
  /** Imports what its attributes make it ask for, likewise. */
  readonly loadFor?: (element: Element) => unknown;
  /** The address of the element's first data, which is asked for so that it comes together with its code. */
  readonly ask?: (element: Element) => string | undefined;
}

/**
 * Watches a page for tags that are not defined yet, there now or added later, and loads the module of each once. A
 * load that failed is forgotten: the tag's next appearance, or the network's return, tries again.
 */
export class Loader {
  readonly #definitions: Readonly<Record<string, Definition>>;
  readonly #root: Document | Element;
  readonly #started = new Set<string>();
  readonly #observer = new MutationObserver((changes) => {
    if (changes.some(({ addedNodes }) => addedNodes.length > 0)) this.#scan();
  });

  constructor(definitions: Readonly<Record<string, Definition>>, root: Document | Element = document) {
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
    for (const [tag, definition] of Object.entries(this.#definitions)) {
      const element = !this.#started.has(tag) && this.#root.querySelector(`${tag}:not(:defined)`);
      if (element) void this.#load(tag, element, definition);
    }
  };

  async #load(tag: string, element: Element, { load, loadEnglish, loadFor, ask }: Definition): Promise<void> {
    this.#started.add(tag);
    // The element says so itself when one of these does not come
    void Promise.allSettled([loadFor?.(element), isChinese(element) || loadEnglish?.()]);
    const loaded = load();
    askEarly(element, ask?.(element)); // after the code, which is needed first
    try {
      await loaded;
    } catch (error) {
      this.#started.delete(tag);
      console.warn(`yuniao: <${tag}> could not be loaded.`, error);
    }
  }
}

/** Whether the page around `element` is Chinese, as it counts where it does not say. */
function isChinese(element: Element): boolean {
  return /^(zh|$)/i.test(element.closest('[lang]')?.getAttribute('lang') ?? '');
}
