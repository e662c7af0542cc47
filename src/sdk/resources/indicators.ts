import type { Indicator, Observation } from '../../domain/indicator.js';
import type { RequestOptions } from '../options.js';
import type { Page } from '../page.js';
import type { Transport } from '../transport.js';
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
}

/** The indicators of the platform at the other end of `transport`; a page loads their code when it first asks for any. */
export function createIndicators(transport: Transport): IndicatorsResource {
  const reader = async (): Promise<IndicatorsResource> =>
    (await loaded(() => import('./indicators-reader.js'))).indicatorsReader(transport);
  return {
    list: async (...asked) => (await reader()).list(...asked),
    get: async (...asked) => (await reader()).get(...asked),
    observations: async (...asked) => (await reader()).observations(...asked),
  };
}
