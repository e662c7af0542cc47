import type { Services } from './app-env.js';
import type { Collection } from './collections.js';
import { labelFacet, valueLabels } from './facet-labels.js';
import { MAX_QUERY_LENGTH, readSelection } from './list-query.js';
import { Parameters } from './parameters.js';
import { ProblemError } from './problems.js';
import { type Handler, searchable } from './read-routes.js';
import { labelledIn, sendJson } from './respond.js';

/** Most suggestions of one answer, and how many without `limit`. */
export const MAX_SUGGESTIONS = 20;
export const DEFAULT_SUGGESTIONS = 8;
/** Most values of one answer, and how many without `limit`. */
export const MAX_VALUES = 100;
export const DEFAULT_VALUES = 20;
/** Longest text that values are narrowed by. */
export const MAX_CONTAINS_LENGTH = 200;

/** `GET /api/v1/<kinds>/suggest`: texts that complete what is being typed. */
export function suggestTexts(services: Services, collection: Collection): Handler {
  return async (c) => {
    const { index } = searchable(services, collection);
    const params = new Parameters(c.req.url, c.var.lang);
    params.allowOnly(['q', 'limit', 'lang', 'siteKey']);
    params.language('lang');
    params.single('siteKey', MAX_CONTAINS_LENGTH);
    const q = params.single('q', MAX_QUERY_LENGTH) ?? '';
    const limit = params.integer('limit', 1, MAX_SUGGESTIONS) ?? DEFAULT_SUGGESTIONS;
    params.assertValid();
    const items = q.trim() === '' ? [] : await index.suggest({ q, limit });
    return sendJson(c, { items }, services.indexer.asOf);
  };
}

/** `GET /api/v1/<kinds>/facets/<facet>`: values of one facet, counted among what the rest of the query finds. */
export function listFacetValues(services: Services, collection: Collection): Handler {
  return async (c) => {
    const { index, definition } = searchable(services, collection);
    const facet = c.req.param('facet') ?? '';
    if (!definition.facets.includes(facet)) throw new ProblemError('facet-not-found', facetsOf(definition.facets));
    const params = new Parameters(c.req.url, c.var.lang);
    const selection = readSelection(params, definition, ['contains', 'limit']);
    const contains = params.single('contains', MAX_CONTAINS_LENGTH) ?? '';
    const limit = params.integer('limit', 1, MAX_VALUES) ?? DEFAULT_VALUES;
    params.assertValid();
    labelledIn(c);
    const labels = contains === '' ? undefined : valueLabels(facet, c.var.lang);
    const counts = await index.facetValues({ ...selection, facet, contains, limit, ...(labels && { labels }) });
    return sendJson(c, labelFacet(facet, counts, c.var.lang, collection.kind), services.indexer.asOf);
  };
}

function facetsOf(facets: readonly string[]): { values: Record<string, string> } {
  return { values: { known: facets.join(', ') } };
}
