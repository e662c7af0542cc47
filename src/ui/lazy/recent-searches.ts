/** How many searches are kept. */
export const MAX_RECENT = 8;

const KEY = 'yuniao.recent-searches';

/** What was searched for lately, in this browser and for this site alone. Without storage there is nothing to remember. */
export class RecentSearches {
  /** The latest first. */
  read(): readonly string[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
      return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string').slice(0, MAX_RECENT) : [];
    } catch {
      return [];
    }
  }

  add(words: string): void {
    const others = this.read().filter((each) => each !== words);
    this.#write(JSON.stringify([words, ...others].slice(0, MAX_RECENT)));
  }

  clear(): void {
    this.#write(undefined);
  }

  #write(text: string | undefined): void {
    try {
      if (text === undefined) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, text);
    } catch {
      // Full, or forbidden by the browser's settings: the search itself needs no memory
    }
  }
}
