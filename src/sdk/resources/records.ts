import type { CodeLabels, Highlights } from '../../domain/page.js';
import { isHighlights } from '../highlights.js';
import type { IterateOptions } from '../iterate.js';
import { type ListQuery, listParams } from '../list-query.js';
import type { RequestOptions } from '../options.js';
import { type Page, parsePage } from '../page.js';
import type { Transport } from '../transport.js';
import type { Completions } from './completions.js';
import { lazyReader, loaded, type LoadSchema } from './lazy-schema.js';

/** A record as a search found it. */
export type Hit<R> = R & {
  /** Where the query's words stand in it, as ranges of UTF-16 code units by field; never markup. */
  readonly highlights?: Highlights;
  /** Its long texts are not whole, as `texts: 'excerpts'` was asked for. */
  readonly excerpt?: boolean;
};

/** A record as it is read alone. */
export type Detail<R> = R & {
  /** What its codes are called, by `<code list or scheme>.<code>`. */
  readonly labels?: CodeLabels;
};

/** Options of reading one record. */
export interface ReadOptions extends RequestOptions {
  /** Language of labels, a BCP 47 tag. Chinese or English is answered, whichever is nearer. */
  readonly lang?: string;
}

/** Records of one kind that the platform has published. */
export interface RecordsResource<R> extends Completions {
  /**
   * Finds records, one page of them.
   * @throws {HttpError | NetworkError | TimeoutError | SchemaError} or an `AbortError` when `options.signal` aborts
   * @example
   * const page = await client.achievements.list({ q: '钙钛矿', facets: ['field'], limit: 20 });
   */
  list(query?: ListQuery, options?: RequestOptions): Promise<Page<Hit<R>>>;
  /**
   * Walks all that match, asking for the next page only when it is needed; stops at `maxItems` or when the loop ends.
   * @throws the same as `list`, at the record where it happens
   * @example
   * for await (const achievement of client.achievements.iterate({ q: '储能' }, { maxItems: 500 })) { … }
   */
  iterate(query?: ListQuery, options?: IterateOptions): AsyncIterable<Hit<R>>;
  /**
   * Reads one record; with the labels of its codes where `options.lang` is given.
   * @throws {HttpError} with `code: 'not-found'` when there is none; otherwise the same as `list`
   */
  get(id: string, options?: ReadOptions): Promise<Detail<R>>;
}

/** Highlights only mark words: a broken set is dropped rather than the record with it. */
function toHit<R>(record: R, value: unknown): Hit<R> {
  const { highlights, excerpt } = value as { readonly highlights?: unknown; readonly excerpt?: unknown };
  return { ...record, ...(isHighlights(highlights) && { highlights }), ...(excerpt === true && { excerpt }) };
}

/** The records of one kind, at `path`. A page has the code for a list from the start, and loads the rest on need. */
export function createRecords<R>(transport: Transport, path: string, load: LoadSchema<R>): RecordsResource<R> {
  const read = lazyReader(transport, load);
  const list: RecordsResource<R>['list'] = (query = {}, options) =>
    read(path, listParams(query), (schema, data, context) => parsePage(schema, toHit<R>, data, context), options);
  const reader = async (): Promise<RecordsResource<R>> =>
    (await loaded(() => import('./records-reader.js'))).recordsReader(transport, path, read, list);
  return {
    list,
    suggest: async (...asked) => (await reader()).suggest(...asked),
    facetValues: async (...asked) => (await reader()).facetValues(...asked),
    get: async (...asked) => (await reader()).get(...asked),
    async *iterate(...asked) {
      yield* (await reader()).iterate(...asked);
    },
  };
}
