import { onTestFinished } from 'vitest';
import type * as stores from '../../src/server/store/index.js';
import type { Store } from '../../src/server/store/store.js';

/**
 * The store's module, but an embedded database stays open from one command to the next until the test is over: opening
 * one takes a second, and what these tests are about happens in between.
 */
export function keepOpen(original: typeof stores): typeof stores {
  const open = new Map<string, Promise<Store>>();
  return {
    ...original,
    openStore: async (options) => {
      const { dataDir } = options;
      if (dataDir === undefined) return original.openStore(options);
      let store = open.get(dataDir);
      if (store === undefined) {
        store = original.openStore(options);
        open.set(dataDir, store);
        // Runs before the folder is removed: what was registered last is done first
        onTestFinished(async () => (await store)?.close());
      }
      return { ...(await store), close: async () => undefined };
    },
  };
}
