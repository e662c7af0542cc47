import { INDICATOR_FILES } from '../http/indicator-import.js';
import { COMMON_PROBLEMS } from './openapi-collections.js';
import { jsonResponse, problemResponses, readResponses } from './openapi-responses.js';
import { type JsonObject, ref } from './openapi-schemas.js';

const READ = { tags: ['indicators'], security: [{}, { siteKey: [] }] };
const WRITE = { tags: ['indicators'], security: [{ operatorToken: [] }] };

const query = (name: string, description: string, more: JsonObject = {}): JsonObject => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string' },
  ...more,
});
const several = { schema: { type: 'array', items: { type: 'string' } }, style: 'form', explode: false };
const code = query('code', 'Codes of indicators, separated by commas or repeated.', {
  ...several,
  example: ['projects-landed'],
});
const section = query('section', 'Codes of sections of the plan, separated by commas or repeated.', {
  ...several,
  example: ['goals'],
});
const language = query(
  'lang',
  'Language of labels and messages, a BCP 47 tag. Default: from Accept-Language, else Chinese.',
  {
    example: 'zh-CN',
  },
);
const siteKey = query(
  'siteKey',
  'Key of the site whose page asks. Needed from pages of other origins once a site is registered.',
);
const idOrCode: JsonObject = {
  name: 'idOrCode',
  in: 'path',
  required: true,
  description: 'Id or code of an indicator.',
  schema: ref('RecordId'),
  example: 'projects-landed',
};

const reads = ['invalid-parameters', ...COMMON_PROBLEMS] as const;
const readsOne = [...reads, 'record-not-found', 'record-gone'] as const;
const writes = ['unauthorized', 'invalid-token', 'insufficient-scope', 'body-too-large', 'invalid-body'] as const;

function table(description: string): Record<string, JsonObject> {
  return {
    '200': { description, content: { 'text/csv': { schema: { type: 'string' } } } },
    '304': { description: 'Nothing changed since the ETag that was sent.' },
  };
}

const TABLE = 'A row for each period that has a figure or a target, in UTF-8 with a byte order mark.';

/** The operations of indicators, by path. */
export const indicatorPaths: Readonly<Record<string, JsonObject>> = {
  '/api/v1/indicators': {
    get: {
      operationId: 'listIndicators',
      summary: 'Read published indicators with their targets and figures',
      description: 'All that match in one answer, in the order of the plan. The facet `section` is counted.',
      ...READ,
      parameters: [code, section, language, siteKey],
      responses: { ...readResponses('The indicators.', 'IndicatorPage'), ...problemResponses(...reads) },
    },
  },
  '/api/v1/indicators.csv': {
    get: {
      operationId: 'exportIndicatorsAsCsv',
      summary: 'The same as a table, which an import reads again',
      ...READ,
      parameters: [code, section, language, siteKey],
      responses: { ...table(TABLE), ...problemResponses(...reads) },
    },
  },
  '/api/v1/indicators/import': {
    post: {
      operationId: 'importIndicators',
      summary: 'Import definitions, targets and figures from a file',
      description:
        'Headers and values in Chinese or English, a row for each figure or a column for each period. A figure that differs from the one of its period is a correction: the old one stays in the history. Rows that cannot be used come back in `rejected`. Needs the scope `indicators`.',
      ...WRITE,
      parameters: [
        query('source', 'Name of the source of indicators that are new.'),
        query('reason', 'Why: kept with every figure that is entered or corrected.'),
        query('dryRun', 'Check only.', { schema: { type: 'string', enum: ['true', 'false'] } }),
        language,
      ],
      requestBody: {
        required: true,
        content: Object.fromEntries(Object.keys(INDICATOR_FILES).map((type) => [type, { schema: { type: 'string' } }])),
      },
      responses: {
        '200': jsonResponse('What became of the rows.', 'IndicatorImportReceipt'),
        ...problemResponses(
          'invalid-parameters',
          ...writes,
          'unsupported-file-type',
          'too-many-requests',
          'internal-error',
        ),
      },
    },
  },
  '/api/v1/indicators/{idOrCode}': {
    get: {
      operationId: 'getIndicator',
      summary: 'Read one published indicator',
      ...READ,
      parameters: [idOrCode, language, siteKey],
      responses: { ...readResponses('The indicator.', 'Indicator'), ...problemResponses(...readsOne) },
    },
  },
  '/api/v1/indicators/{idOrCode}/observations': {
    get: {
      operationId: 'listObservations',
      summary: 'Read the figures of an indicator, each with what it said before',
      description: 'Who replaced a figure is told to an operator whose token has the scope `indicators`.',
      tags: READ.tags,
      security: [{}, { siteKey: [] }, { operatorToken: [] }],
      parameters: [idOrCode, language, siteKey],
      responses: {
        ...readResponses('The figures, oldest period first.', 'ObservationList'),
        ...problemResponses(...readsOne),
      },
    },
    put: {
      operationId: 'putObservation',
      summary: 'Enter or correct the figure of a period',
      description:
        'A correction needs a reason and keeps what was there; the same figure again changes nothing. Needs the scope `indicators`.',
      ...WRITE,
      parameters: [idOrCode],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: ref('ObservationEntry'),
            example: { periodStart: '2025', periodEnd: '2025', value: 96, reason: '剔除重复填报的8项' },
          },
        },
      },
      responses: {
        '200': jsonResponse('What became of it.', 'ObservationReceipt'),
        ...problemResponses(
          'malformed-json',
          ...writes,
          'record-not-found',
          'indicator-computed',
          'record-gone',
          'unsupported-media-type',
          'too-many-requests',
          'internal-error',
        ),
      },
    },
  },
  '/api/v1/indicators/{idOrCode}/observations.csv': {
    get: {
      operationId: 'exportObservationsAsCsv',
      summary: 'The figures of an indicator as a table',
      ...READ,
      parameters: [idOrCode, language, siteKey],
      responses: { ...table(TABLE), ...problemResponses(...readsOne) },
    },
  },
};

const count = { type: 'integer', minimum: 0 };
const counts = (...names: string[]): JsonObject => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, count])),
  required: names,
});
const listOf = (properties: JsonObject): JsonObject => ({
  type: 'array',
  items: { type: 'object', properties, required: Object.keys(properties) },
});

/** What the answers about indicators are put together from. */
export const indicatorAnswers: Readonly<Record<string, JsonObject>> = {
  IndicatorPage: {
    description: 'All indicators that match.',
    allOf: [ref('PageEnvelope'), { type: 'object', properties: { items: { type: 'array', items: ref('Indicator') } } }],
  },
  ObservationList: {
    description: 'The figures of an indicator.',
    type: 'object',
    properties: { items: { type: 'array', items: ref('Observation') } },
    required: ['items'],
  },
  ObservationEntry: {
    description: 'A figure to enter, and why.',
    allOf: [
      ref('Observation'),
      {
        type: 'object',
        properties: { reason: { oneOf: [{ type: 'string', minLength: 1, maxLength: 1000 }, ref('LanguageMap')] } },
        required: ['reason'],
      },
    ],
  },
  ObservationReceipt: {
    description: 'What became of a figure.',
    type: 'object',
    properties: {
      result: { type: 'string', enum: ['entered', 'corrected', 'unchanged'] },
      observation: ref('Observation'),
    },
    required: ['result', 'observation'],
  },
  IndicatorImportReceipt: {
    description: 'What became of the rows of a file.',
    type: 'object',
    properties: {
      read: count,
      rejectedCount: count,
      rejected: listOf({ line: count, reason: { type: 'string' } }),
      indicators: counts('created', 'updated', 'unchanged'),
      figures: counts('entered', 'corrected', 'unchanged'),
      oddities: listOf({ message: { type: 'string' }, count, line: count }),
      ignoredColumns: listOf({ header: { type: 'string' }, count }),
    },
    required: ['read', 'rejectedCount', 'rejected', 'indicators', 'figures', 'oddities', 'ignoredColumns'],
  },
};
