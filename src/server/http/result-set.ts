import type { SearchPage } from '../../search/search-index.js';
import type { StoredRecord } from '../store/store.js';
import type { Services } from './app-env.js';
import type { Collection } from './collections.js';
import type { Selection } from './list-query.js';
import { searchable } from './read-routes.js';

const BATCH = 100;

/** Everything that a selection finds, near matches left out. */
export interface ResultSet {
  /** Exact number of records found, which may be more than are read. */
  readonly total: number;
  /** The first `most` of them, read page by page as they are asked for. */
  readonly records: AsyncIterable<StoredRecord>;
}

/** Finds what a selection finds; the first page is searched before this resolves, so that a fault is known by then. */
export async function findAll(
  services: Services,
  collection: Collection,
  selection: Selection,
  most: number,
): Promise<ResultSet> {
  const { index } = searchable(services, collection);
  const search = (cursor?: string): Promise<SearchPage> =>
    index.search({ ...selection, limit: Math.min(BATCH, most), ...(cursor !== undefined && { cursor }) });
  const first = await search();
  async function* records(): AsyncGenerator<StoredRecord> {
    let left = most;
    for (let page = first; ; page = await search(page.nextCursor)) {
      const found = page.hits.filter((hit) => !hit.relaxed).slice(0, left);
      const ids = found.map(({ id }) => id);
      // Past the cache, which is for what visitors look at
      const read = await services.store.getRecords(collection.kind, ids);
      yield* read.filter(({ status }) => status === 'published');
      left -= found.length;
      if (left <= 0 || page.nextCursor === undefined || found.length < page.hits.length) return;
    }
  }
  return { total: first.total, records: records() };
}
