import * as z from 'zod/mini';
import { Indicator, Observation } from '../../domain/indicator.js';
import { ConfigError } from '../errors/config-error.js';
import { parsePage } from '../page.js';
import { parseAnswer } from '../parse.js';
import type { Transport } from '../transport.js';
import type { IndicatorQuery, IndicatorsResource } from './indicators.js';

const Series = /* @__PURE__ */ z.object({ items: z.array(Observation) });

/** Reads the indicators of the platform at the other end of `transport`. */
export function indicatorsReader(transport: Transport): IndicatorsResource {
  return {
    list: (query = {}, options) =>
      transport.get(
        'indicators',
        indicatorParams(query),
        (data, context) => parsePage(Indicator, (indicator) => indicator, data, context),
        options,
      ),
    get: async (idOrCode, options) =>
      transport.get(
        `indicators/${addressed(idOrCode)}`,
        new URLSearchParams(),
        (data, context) => parseAnswer(Indicator, data, context),
        options,
      ),
    observations: async (idOrCode, options) =>
      transport.get(
        `indicators/${addressed(idOrCode)}/observations`,
        new URLSearchParams(),
        (data, context) => parseAnswer(Series, data, context).items,
        options,
      ),
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
