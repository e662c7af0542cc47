import type { Indicator, Observation } from '../../domain/indicator.js';
import type { RequestOptions } from '../options.js';
import type { Page } from '../page.js';
import type { Transport } from '../transport.js';
import { achievementsPage } from './achievements.js';
import type { indicatorReader } from './indicator-reader.js';
import { loadIndicatorsReader } from './load-code.js';
import { loaded } from './lazy-schema.js';

/** Which indicators to read. Everything is optional: an empty query reads all. */
export interface IndicatorQuery {
  /** Their codes. The answer keeps the plan's order, whatever the order here; an unknown one is left out. `[]` reads all. */
  readonly codes?: readonly string[];
  /** Code of a section of the plan. */
  readonly section?: string;
  /** Language of labels, a BCP 47 tag; overrides the client's. */
  readonly lang?: string;
}

/** Indicators (指标) that the platform has published: targets of a plan and how far they have been reached. */
export interface IndicatorsResource {
  /**
   * Reads indicators with their targets and observations, all that match in one page, in the plan's order. The facet
   * `section` counts them by section of the plan.
   * @throws {HttpError | NetworkError | TimeoutError | SchemaError} or an `AbortError` when `options.signal` aborts
   * @example
   * const { items } = await client.indicators.list({ section: 'talent' });
   * for (const indicator of items) console.log(indicator.code, indicatorProgress(indicator).state);
   */
  list(query?: IndicatorQuery, options?: RequestOptions): Promise<Page<Indicator>>;
  /**
   * Reads one indicator, by its id or its code.
   * @throws {HttpError} with `code: 'not-found'` when there is none; otherwise the same as `list`
   */
  get(idOrCode: string, options?: RequestOptions): Promise<Indicator>;
  /**
   * Reads the series of one indicator, oldest period first, each with what it said before it was corrected.
   * @throws the same as `get`
   */
  observations(idOrCode: string, options?: RequestOptions): Promise<readonly Observation[]>;
  /**
   * Where the platform lists the records behind a figure, for a link: by `drillDown` of the indicator, in Chinese or
   * English. Achievements have a page; of other kinds there is the data (`isData`). `undefined` for a query that this
   * version does not know.
   */
  recordsLink(drillDown: string, lang?: string): RecordsLink | undefined;
}

/** An address to look at records at. */
export interface RecordsLink {
  readonly href: string;
  /** Whether it leads to the data itself, as the platform has no page of it. */
  readonly isData: boolean;
}

/** The indicators of the platform at the other end of `transport`; a page loads their code when it first asks for any. */
export function createIndicators(transport: Transport): IndicatorsResource {
  const one = async (): Promise<ReturnType<typeof indicatorReader>> =>
    (await loaded(() => import('./indicator-reader.js'))).indicatorReader(transport);
  return {
    recordsLink: (drillDown, lang) => {
      const [, path, search] = /^(achievements|demands|incubators|events)(\?.*)?$/.exec(drillDown) ?? [];
      if (path === undefined) return undefined;
      const isData = path !== 'achievements';
      return {
        isData,
        href: isData
          ? transport.url(path, new URLSearchParams(search))
          : achievementsPage(transport, lang) + (search ?? ''),
      };
    },
    list: async (...asked) => (await loaded(loadIndicatorsReader)).indicatorsReader(transport)(...asked),
    get: async (...asked) => (await one()).get(...asked),
    observations: async (...asked) => (await one()).observations(...asked),
  };
}
