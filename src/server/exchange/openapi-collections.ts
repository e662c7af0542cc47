import type { RecordKind } from '../../domain/record.js';
import type { IndexDefinition } from '../../search/search-index.js';
import type { Collection } from '../http/collections.js';
import { exportFormats, FEED_ENTRIES, MAX_EXPORT_RECORDS } from '../http/export-route.js';
import { LIST_PARAMETERS } from '../http/list-query.js';
import { exampleAchievement, exampleImport } from './openapi-examples.js';
import { containsParameter, limitParameter, parameter, selectionParameters } from './openapi-parameters.js';
import { jsonResponse, problemResponses, readResponses } from './openapi-responses.js';
import { type JsonObject, ref } from './openapi-schemas.js';

/** What every route under `/api/` may answer. */
export const COMMON_PROBLEMS = [
  'site-key-missing',
  'site-key-unknown',
  'origin-not-allowed',
  'too-many-requests',
  'internal-error',
] as const;
const SEARCH_PROBLEMS = [
  'invalid-parameters',
  ...COMMON_PROBLEMS,
  'url-too-long',
  'starting',
  'search-unavailable',
] as const;

/** Schema of a kind, and what operations call it. */
const NAMES: Readonly<Partial<Record<RecordKind, { schema: string; one: string; many: string }>>> = {
  achievement: { schema: 'Achievement', one: 'achievement', many: 'achievements' },
  demand: { schema: 'Demand', one: 'demand', many: 'demands' },
  incubator: { schema: 'Incubator', one: 'incubator', many: 'incubators' },
  event: { schema: 'EventRecord', one: 'event', many: 'events' },
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The operations of a kind of record, by path. */
export function collectionPaths(collection: Collection, definition: IndexDefinition): Record<string, JsonObject> {
  const { kind, path } = collection;
  const { schema, one, many } = NAMES[kind] ?? { schema: capital(kind), one: kind, many: path };
  const common = { tags: [path], security: [{}, { siteKey: [] }] };
  const selection = selectionParameters(collection, definition);
  const [language, siteKey] = [parameter('lang', definition), parameter('siteKey', definition)];
  const pageParameters = LIST_PARAMETERS.filter((name) => name !== 'q').map((name) => parameter(name, definition));
  const isExample = kind === exampleAchievement.kind;
  const list: JsonObject = {
    operationId: `list${capital(many)}`,
    summary: `Find published ${many}`,
    ...common,
    parameters: [...selection, ...pageParameters],
    responses: { ...readResponses('One page, best first.', `${schema}Page`), ...problemResponses(...SEARCH_PROBLEMS) },
  };
  const suggest: JsonObject = {
    operationId: `suggest${capital(many)}`,
    summary: 'Complete what is being typed',
    description: 'Titles, keywords and names that go on as typed, in Chinese, Latin letters or pinyin.',
    ...common,
    parameters: [parameter('q', definition), limitParameter('suggestions'), language, siteKey],
    responses: { ...readResponses('Texts, best first.', 'Suggestions'), ...problemResponses(...SEARCH_PROBLEMS) },
  };
  const facet: JsonObject = {
    operationId: `list${capital(one)}FacetValues`,
    summary: 'Search within the values of a facet',
    description: 'Counted among the records that the rest of the query finds, the own filter of the facet left out.',
    ...common,
    parameters: [
      {
        name: 'facet',
        in: 'path',
        required: true,
        schema: { type: 'string', enum: definition.facets },
        example: definition.facets[0],
      },
      containsParameter,
      limitParameter('values'),
      ...selection,
      language,
      siteKey,
    ],
    responses: {
      ...readResponses('Values, most frequent first; with `contains` those before that fit best.', 'Facet'),
      ...problemResponses(...SEARCH_PROBLEMS, 'facet-not-found'),
    },
  };
  const get: JsonObject = {
    operationId: `get${capital(one)}`,
    summary: `Read one published ${one}`,
    ...common,
    parameters: [
      {
        name: 'id',
        in: 'path',
        required: true,
        schema: ref('RecordId'),
        ...(isExample && { example: exampleAchievement.id }),
      },
      language,
      siteKey,
    ],
    responses: {
      ...readResponses('The record.', `Read${schema}`),
      ...problemResponses('invalid-parameters', ...COMMON_PROBLEMS, 'record-not-found', 'record-gone'),
    },
  };
  return {
    [`/api/v1/${path}`]: { get: list },
    [`/api/v1/${path}/suggest`]: { get: suggest },
    [`/api/v1/${path}/facets/{facet}`]: { get: facet },
    [`/api/v1/${path}/import`]: { post: importOperation(path, schema, many, isExample) },
    [`/api/v1/${path}/{id}`]: { get },
    ...exportPaths(collection, [...selection, parameter('sort', definition), language, siteKey]),
  };
}

/** What a result set can be taken away as. */
const FILES = {
  csv: { type: 'text/csv', description: 'A table with a header line, in UTF-8 with a byte order mark.' },
  json: { type: 'application/json', description: 'The whole records.' },
  ris: { type: 'application/x-research-info-systems', description: 'For reference managers.' },
  atom: { type: 'application/atom+xml', description: `A feed of the newest ${FEED_ENTRIES}, in that order.` },
} as const;

function exportPaths({ kind, path }: Collection, parameters: readonly JsonObject[]): Record<string, JsonObject> {
  const operations = exportFormats(kind).map((format): [string, JsonObject] => {
    const { type, description } = FILES[format];
    const get: JsonObject = {
      operationId: `export${capital(path)}As${capital(format)}`,
      summary: `Take away what a list finds, as ${format === 'atom' ? 'an Atom feed' : format.toUpperCase()}`,
      description: `${description}${format === 'atom' ? '' : ` Up to ${MAX_EXPORT_RECORDS} records.`} Near matches are left out.`,
      tags: [path],
      security: [{}, { siteKey: [] }],
      parameters,
      responses: {
        '200': { description, content: { [type]: { schema: { type: format === 'json' ? 'object' : 'string' } } } },
        '304': { description: 'Nothing changed since the ETag that was sent.' },
        ...problemResponses(...SEARCH_PROBLEMS),
      },
    };
    return [`/api/v1/${path}.${format}`, { get }];
  });
  return Object.fromEntries(operations);
}

function importOperation(path: string, schema: string, many: string, isExample: boolean): JsonObject {
  return {
    operationId: `import${capital(many)}`,
    summary: `Store ${many}`,
    description:
      'Up to 500 items and 8 MB. Sound items are stored, the others come back in `rejected`. Sending the same items again changes nothing.',
    tags: [path],
    security: [{ operatorToken: [] }],
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: {
            type: 'object',
            properties: { items: { type: 'array', maxItems: 500, items: ref(schema) } },
            required: ['items'],
          },
          ...(isExample && { example: exampleImport }),
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
}
