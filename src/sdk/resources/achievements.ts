import * as z from 'zod/mini';
import { Achievement } from '../../domain/achievement.js';
import { CodeLabels, type Highlights } from '../../domain/page.js';
import { ConfigError } from '../errors/config-error.js';
import { isHighlights } from '../highlights.js';
import { type IterateOptions, iteratePages } from '../iterate.js';
import { type ListQuery, listParams } from '../list-query.js';
import type { RequestOptions } from '../options.js';
import { type Page, parsePage } from '../page.js';
import { parseAnswer } from '../parse.js';
import type { Transport } from '../transport.js';
import { type Completions, createCompletions } from './completions.js';

/** An achievement as a search found it. */
export type AchievementHit = Achievement & {
  /** Where the query's words stand in it, as ranges of UTF-16 code units by field; never markup. */
  readonly highlights?: Highlights;
};

/** Files that a result set can be taken away in; `atom` is a feed of the newest 50. */
export type ExportFormat = 'csv' | 'json' | 'ris' | 'atom';

/** An achievement as it is read alone. */
export type AchievementDetail = Achievement & {
  /** What its codes are called, by `<code list or scheme>.<code>`. */
  readonly labels?: CodeLabels;
};

/** Options of reading one record. */
export interface ReadOptions extends RequestOptions {
  /** Language of labels, a BCP 47 tag. Chinese or English is answered, whichever is nearer. */
  readonly lang?: string;
}

/** Achievements (科技成果) that the platform has published. */
export interface AchievementsResource extends Completions {
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
   * Reads one achievement; with the labels of its codes where `options.lang` is given.
   * @throws {HttpError} with `code: 'not-found'` when there is none; otherwise the same as `list`
   */
  get(id: string, options?: ReadOptions): Promise<AchievementDetail>;
  /** Address of everything that `query` finds (up to 10,000 records) as a file: for a link, not for `fetch`. */
  exportUrl(format: ExportFormat, query?: ListQuery): string;
  /** Address of the platform's own page that lists what `query` finds, in Chinese or English: a link to share. */
  listUrl(query?: ListQuery): string;
  /** Address of the platform's page that shows one achievement, in Chinese or English. */
  permalink(id: string, lang?: string): string;
}

const Detail = z.object({ ...Achievement.shape, labels: z.optional(CodeLabels) });
const Hit = z.object({ ...Achievement.shape, highlights: z.optional(z.unknown()) });

/** Highlights only mark words: a broken set is dropped rather than the record with it. */
function toHit({ highlights, ...achievement }: z.infer<typeof Hit>): AchievementHit {
  return isHighlights(highlights) ? { ...achievement, highlights } : achievement;
}

/** What makes a result set, without what makes one page of it. */
function linkable({ q, filters, matchAll, ranges, sort, lang }: ListQuery): ListQuery {
  return { q, filters, matchAll, ranges, sort, lang };
}

/** The achievements of the platform at the other end of `transport`. */
export function createAchievements(transport: Transport): AchievementsResource {
  const list: AchievementsResource['list'] = (query = {}, options) =>
    transport.get('achievements', listParams(query), (data, context) => parsePage(Hit, toHit, data, context), options);
  const pageUrl = (lang = transport.lang): string =>
    `${transport.baseUrl}${lang && !/^zh/i.test(lang) ? 'en/' : ''}achievements`;
  return {
    ...createCompletions(transport, 'achievements'),
    list,
    iterate: (query, options) => iteratePages(list, query, options),
    get: async (id, options) => {
      // Anything else, such as '' or '..', would address something that is no record
      if (!/^[A-Za-z0-9_-]{1,64}$/.test(id)) {
        throw new ConfigError('get() needs the id of a record: 1 to 64 letters, digits, `-` or `_`.');
      }
      return transport.get(
        `achievements/${id}`,
        new URLSearchParams(options?.lang === undefined ? {} : { lang: options.lang }),
        (data, context) => parseAnswer(Detail, data, context),
        options,
      );
    },
    exportUrl: (format, query = {}) => transport.url(`achievements.${format}`, listParams(linkable(query))),
    listUrl: ({ lang, ...query } = {}) =>
      `${pageUrl(lang)}?${listParams(linkable(query)).toString()}`.replace(/\?$/, ''),
    permalink: (id, lang) => `${pageUrl(lang)}/${id}`,
  };
}
