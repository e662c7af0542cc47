import * as z from 'zod/mini';
import type { Indicator, Observation } from '../../domain/indicator.js';
import { ConfigError } from '../errors/config-error.js';
import type { RequestOptions } from '../options.js';
import { type Page, parsePage } from '../page.js';
import { parseAnswer } from '../parse.js';
import type { Transport } from '../transport.js';
import { lazyReader } from './lazy-schema.js';

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

/** The indicators of the platform at the other end of `transport`. */
export function createIndicators(transport: Transport): IndicatorsResource {
  const read = lazyReader(transport, async () => (await import('../../domain/indicator.js')).Indicator);
  const readSeries = lazyReader(transport, async () => {
    const { Observation } = await import('../../domain/indicator.js');
    return z.object({ items: z.array(Observation) });
  });
  return {
    list: (query = {}, options) =>
      read(
        'indicators',
        indicatorParams(query),
        (schema, data, context) => parsePage(schema, (indicator) => indicator, data, context),
        options,
      ),
    get: async (idOrCode, options) =>
      read(`indicators/${addressed(idOrCode)}`, new URLSearchParams(), parseAnswer, options),
    observations: async (idOrCode, options) => {
      const path = `indicators/${addressed(idOrCode)}/observations`;
      const { items } = await readSeries(path, new URLSearchParams(), parseAnswer, options);
      return items;
    },
  };
}

function indicatorParams({ codes, section, lang }: IndicatorQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (codes?.length) params.set('code', codes.join(','));
  if (section) params.set('section', section);
  if (lang) params.set('lang', lang);
  return params;
}

/** Anything else, such as '' or '..', would address something that is no indicator. */
function addressed(idOrCode: string): string {
  if (/^[A-Za-z0-9_-]{1,64}$/.test(idOrCode)) return idOrCode;
  throw new ConfigError('An indicator is read by its id or its code: 1 to 64 letters, digits, `-` or `_`.');
}
