import type { Achievement } from '../../domain/achievement.js';
import type { Highlights } from '../../domain/page.js';
import type { ListQuery } from '../list-query.js';
import type { RequestOptions } from '../options.js';
import type { Page } from '../page.js';

/** An achievement as a search found it. */
export type AchievementHit = Achievement & {
  /** Where the query's words stand in it, as ranges of UTF-16 code units by field; never markup. */
  readonly highlights?: Highlights;
};

/** Options of a walk through all pages. */
export interface IterateOptions extends RequestOptions {
  /** Stop after so many records. @default Infinity */
  readonly maxItems?: number;
}

/** Achievements (科技成果) that the platform has published. */
export interface AchievementsResource {
  /**
   * Finds achievements, one page of them.
   * @throws {HttpError | NetworkError | TimeoutError | SchemaError} or an `AbortError` when `options.signal` aborts
   * @example
   * const page = await client.achievements.list({ q: '钙钛矿', facets: ['field'], limit: 20 });
   */
  list(query?: ListQuery, options?: RequestOptions): Promise<Page<AchievementHit>>;
  /**
   * Walks all that match, asking for the next page only when it is needed; stops at `maxItems` or when the loop ends.
   * @throws the same as `list`, at the record where it happens
   * @example
   * for await (const achievement of client.achievements.iterate({ q: '储能' }, { maxItems: 500 })) { … }
   */
  iterate(query?: ListQuery, options?: IterateOptions): AsyncIterable<AchievementHit>;
  /**
   * Reads one achievement.
   * @throws {HttpError} with `code: 'not-found'` when there is none; otherwise the same as `list`
   */
  get(id: string, options?: RequestOptions): Promise<Achievement>;
}
