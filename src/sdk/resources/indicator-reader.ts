import * as z from 'zod/mini';
import { Indicator, Observation } from '../../domain/indicator.js';
import { ConfigError } from '../errors/config-error.js';
import { idWords } from '../errors/words.js';
import { parseAnswer } from '../parse.js';
import type { Transport } from '../transport.js';
import type { IndicatorsResource } from './indicators.js';

const Series = /* @__PURE__ */ z.object({ items: z.array(Observation) });

/** Reads one indicator of the platform at the other end of `transport`. */
export function indicatorReader(transport: Transport): Pick<IndicatorsResource, 'get' | 'observations'> {
  return {
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

/** Anything else, such as '' or '..', would address something that is no indicator. */
function addressed(idOrCode: string): string {
  if (/^[A-Za-z0-9_-]{1,64}$/.test(idOrCode)) return idOrCode;
  throw new ConfigError(idWords('An indicator is read by its id or its code'));
}
