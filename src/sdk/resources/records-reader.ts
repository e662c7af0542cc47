import * as z from 'zod/mini';
import { CodeLabels, Facet, Suggestion } from '../../domain/page.js';
import { ConfigError } from '../errors/config-error.js';
import { idWords } from '../errors/words.js';
import { iteratePages } from '../iterate.js';
import { listParams } from '../list-query.js';
import { parseAnswer } from '../parse.js';
import type { Transport } from '../transport.js';
import type { Read } from './lazy-schema.js';
import type { RecordsResource } from './records.js';

const Labelled = /* @__PURE__ */ z.object({ labels: z.optional(CodeLabels) });
const Suggestions = /* @__PURE__ */ z.object({ items: z.array(Suggestion) });

/** All that can be asked of the records at `path`, on top of how one of them is read and how they are listed. */
export function recordsReader<R>(
  transport: Transport,
  path: string,
  read: Read<R>,
  list: RecordsResource<R>['list'],
): RecordsResource<R> {
  return {
    list,
    iterate: (query, options) => iteratePages(list, query, options),
    get: async (id, options) => {
      // Anything else, such as '' or '..', would address something that is no record
      if (!/^[A-Za-z0-9_-]{1,64}$/.test(id)) {
        throw new ConfigError(idWords('get() needs the id of a record'));
      }
      return read(
        `${path}/${id}`,
        new URLSearchParams(options?.lang === undefined ? {} : { lang: options.lang }),
        (schema, data, context) => ({
          ...parseAnswer(schema, data, context),
          ...parseAnswer(Labelled, data, context),
        }),
        options,
      );
    },
    suggest: (query, options) =>
      transport.get(
        `${path}/suggest`,
        listParams(query),
        (data, context) => parseAnswer(Suggestions, data, context).items,
        options,
      ),
    facetValues: ({ facet, contains, ...query }, options) => {
      const params = listParams(query);
      if (contains) params.set('contains', contains);
      return transport.get(
        `${path}/facets/${encodeURIComponent(facet)}`,
        params,
        (data, context) => parseAnswer(Facet, data, context),
        options,
      );
    },
  };
}
