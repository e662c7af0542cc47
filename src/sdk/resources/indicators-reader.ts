import { Indicator } from '../../domain/indicator.js';
import { parsePage } from '../page.js';
import type { Transport } from '../transport.js';
import type { IndicatorQuery, IndicatorsResource } from './indicators.js';

/** Lists the indicators of the platform at the other end of `transport`. */
export function indicatorsReader(transport: Transport): IndicatorsResource['list'] {
  return async (query = {}, options) =>
    transport.get(
      'indicators',
      indicatorParams(query),
      (data, context) => parsePage(Indicator, (indicator) => indicator, data, context),
      options,
    );
}

function indicatorParams({ codes = [], section, lang }: IndicatorQuery): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ code: codes.join(), section, lang })) if (value) params.set(name, value);
  return params;
}
