import { abortErrorOf } from './deadline.js';
import { SchemaError } from './errors/schema-error.js';
import type { ListQuery } from './list-query.js';
import type { RequestOptions } from './options.js';
import type { Page } from './page.js';

/** Options of a walk through all pages. */
export interface IterateOptions extends RequestOptions {
  /** Stop after so many records. @default Infinity */
  readonly maxItems?: number;
}

/** The largest page that the platform gives. */
const MAX_LIMIT = 100;

/** Walks the pages of `list` one record at a time, asking for the next page only when its first record is wanted. */
export async function* iteratePages<T>(
  list: (query: ListQuery, options: RequestOptions) => Promise<Page<T>>,
  query: ListQuery = {},
  { maxItems = Infinity, ...options }: IterateOptions = {},
): AsyncGenerator<T, void, undefined> {
  const limit = query.limit || Math.min(MAX_LIMIT, maxItems);
  let { cursor } = query;
  let left = maxItems;
  while (left > 0) {
    const page = await list({ ...query, facets: [], countRanges: [], limit, cursor }, options);
    for (const item of page.items.slice(0, left)) {
      if (options.signal?.aborted) throw abortErrorOf(options.signal);
      yield item;
    }
    left -= page.items.length;
    if (page.nextCursor === undefined) return;
    if (page.nextCursor === cursor) throw stuck();
    cursor = page.nextCursor;
  }
}

/** A platform that gives the same cursor back would keep the loop going for ever. */
function stuck(): SchemaError {
  const message = 'The next page has the same cursor as this one; report it to the platform.';
  return new SchemaError({ message, endpoint: '', issues: [{ path: 'nextCursor', message }] });
}
