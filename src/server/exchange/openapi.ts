import { achievementIndex } from '../../search/definitions/achievement.js';
import { facetLabel } from '../http/facet-labels.js';
import {
  DEFAULT_PAGE_SIZE,
  LIST_PARAMETERS,
  MAX_FILTER_VALUES,
  MAX_PAGE_SIZE,
  MAX_QUERY_LENGTH,
} from '../http/list-query.js';
import { exampleAchievement, exampleFacetValues, exampleImport, exampleParameters } from './openapi-examples.js';
import { jsonResponse, problemResponses, readResponses } from './openapi-responses.js';
import { componentSchemas, type JsonObject, ref } from './openapi-schemas.js';

const { facets, sorts } = achievementIndex;

/** What every route under `/api/` may answer. */
const COMMON_PROBLEMS = [
  'site-key-missing',
  'site-key-unknown',
  'origin-not-allowed',
  'too-many-requests',
  'internal-error',
] as const;

const listParameters: Readonly<Record<(typeof LIST_PARAMETERS)[number], JsonObject>> = {
  q: {
    description:
      'Words that all have to be in the record, separated by spaces. `"…"` for a phrase, `-word` to leave out, `title:word` for one field.',
    schema: { type: 'string', maxLength: MAX_QUERY_LENGTH },
  },
  sort: {
    description: 'Default: `relevance` with a query, else `newest`.',
    schema: { type: 'string', enum: ['relevance', ...sorts] },
  },
  limit: {
    description: 'Items on a page. 0 gives the total and the facets alone.',
    schema: { type: 'integer', minimum: 0, maximum: MAX_PAGE_SIZE, default: DEFAULT_PAGE_SIZE },
  },
  cursor: {
    description: '`nextCursor` of the page before, with all other parameters unchanged.',
    schema: { type: 'string' },
  },
  facets: {
    description:
      'Facets to count, separated by commas or repeated; an empty value counts none, which is quickest. Default: the main ones. Up to 100 values of a facet are given, and those chosen.',
    schema: { type: 'array', items: { type: 'string', enum: facets } },
    style: 'form',
    explode: false,
  },
  lang: {
    description:
      'Language of labels and messages, a BCP 47 tag: Chinese or English is answered, whichever is nearer. Default: from Accept-Language, else Chinese.',
    schema: { type: 'string' },
  },
  siteKey: {
    description: 'Key of the site whose page asks. Needed from pages of other origins once a site is registered.',
    schema: { type: 'string' },
  },
};

function parameter(name: string, definition: JsonObject): JsonObject {
  const text = exampleParameters[name];
  const isList = name === 'facets';
  const isNumber = name === 'limit';
  const example = isList ? text?.split(',') : isNumber ? Number(text) : text;
  return { name, in: 'query', ...definition, ...(text !== undefined && { example }) };
}

function filterParameter(facet: string): JsonObject {
  const example = exampleFacetValues[facet];
  return {
    name: `f.${facet}`,
    in: 'query',
    description: `${facetLabel(facet, 'en')} (${facetLabel(facet, 'zh-CN')}). Repeat it for several values: one of them has to match. Up to ${MAX_FILTER_VALUES} values in all facets together.`,
    schema: { type: 'array', items: { type: 'string' } },
    style: 'form',
    explode: true,
    ...(example !== undefined && { example: [example] }),
  };
}

const listOperation: JsonObject = {
  operationId: 'listAchievements',
  summary: 'Find published achievements',
  tags: ['achievements'],
  security: [{}, { siteKey: [] }],
  parameters: [
    ...LIST_PARAMETERS.map((name) => parameter(name, listParameters[name])),
    ...facets.map((facet) => filterParameter(facet)),
  ],
  responses: {
    ...readResponses('One page, best first.', 'AchievementPage'),
    ...problemResponses('invalid-parameters', ...COMMON_PROBLEMS, 'url-too-long', 'starting', 'search-unavailable'),
  },
};

const getOperation: JsonObject = {
  operationId: 'getAchievement',
  summary: 'Read one published achievement',
  tags: ['achievements'],
  security: [{}, { siteKey: [] }],
  parameters: [
    { name: 'id', in: 'path', required: true, schema: ref('RecordId'), example: exampleAchievement.id },
    parameter('lang', listParameters.lang),
    parameter('siteKey', listParameters.siteKey),
  ],
  responses: {
    ...readResponses('The achievement.', 'ReadAchievement'),
    ...problemResponses('invalid-parameters', ...COMMON_PROBLEMS, 'record-not-found', 'record-gone'),
  },
};

const importOperation: JsonObject = {
  operationId: 'importAchievements',
  summary: 'Store achievements',
  description:
    'Up to 500 items and 8 MB. Sound items are stored, the others come back in `rejected`. Sending the same items again changes nothing.',
  tags: ['achievements'],
  security: [{ operatorToken: [] }],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          properties: { items: { type: 'array', maxItems: 500, items: ref('Achievement') } },
          required: ['items'],
        },
        example: exampleImport,
      },
    },
  },
  responses: {
    '200': jsonResponse('What became of the items.', 'ImportReceipt', {
      example: { created: 1, updated: 0, unchanged: 0, rejected: [] },
    }),
    ...problemResponses(
      'malformed-json',
      'unauthorized',
      'invalid-token',
      'insufficient-scope',
      'body-too-large',
      'unsupported-media-type',
      'invalid-body',
      'too-many-requests',
      'internal-error',
    ),
  },
};

const healthOperation: JsonObject = {
  operationId: 'health',
  summary: 'Whether searches can be answered',
  tags: ['platform'],
  security: [],
  responses: {
    '200': jsonResponse('Searches can be answered.', 'Health'),
    '503': jsonResponse('Not yet, or not now; `reason` says why.', 'Health'),
  },
};

const documentOperation: JsonObject = {
  operationId: 'openapi',
  summary: 'This document',
  tags: ['platform'],
  security: [],
  responses: {
    '200': { description: 'OpenAPI 3.1.', content: { 'application/json': { schema: { type: 'object' } } } },
  },
};

/** The OpenAPI 3.1 document of the platform, generated from the schemas that it checks with. */
export function openApiDocument({ version }: { readonly version: string }): JsonObject {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Yuniao platform',
      version,
      summary: 'Technology transfer: achievements that can be found, read and imported.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'achievements', description: '科技成果' },
      { name: 'platform', description: 'The platform itself' },
    ],
    paths: {
      '/api/v1/achievements': { get: listOperation },
      '/api/v1/achievements/import': { post: importOperation },
      '/api/v1/achievements/{id}': { get: getOperation },
      '/healthz': { get: healthOperation },
      '/openapi.json': { get: documentOperation },
    },
    components: {
      schemas: componentSchemas(),
      securitySchemes: {
        siteKey: {
          type: 'apiKey',
          in: 'query',
          name: 'siteKey',
          description: 'Publishable key of a registered site. It is checked against the origin of the page.',
        },
        operatorToken: {
          type: 'http',
          scheme: 'bearer',
          description: 'Token of an operator with the scope `import`, made with `yuniao token`.',
        },
      },
    },
  };
}
