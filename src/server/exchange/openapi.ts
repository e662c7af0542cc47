import { COLLECTIONS } from '../http/collections.js';
import { DEFINITIONS } from '../index/definitions.js';
import { collectionPaths } from './openapi-collections.js';
import { deskAnswers, deskPaths } from './openapi-desk.js';
import { deskFileAnswers, deskFilePaths } from './openapi-desk-files.js';
import { indicatorAnswers, indicatorPaths } from './openapi-indicators.js';
import { jsonResponse } from './openapi-responses.js';
import { componentSchemas, type JsonObject } from './openapi-schemas.js';
import { submissionAnswers, submissionPaths, submitOperations } from './openapi-submissions.js';

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

const TAGS: Readonly<Record<string, string>> = {
  achievements: '科技成果',
  demands: '技术需求',
  incubators: '孵化载体',
  events: '活动',
};

/** The addresses of a kind of record, those included that take submissions of it. */
function withSubmission(paths: Readonly<Record<string, JsonObject>>): Record<string, JsonObject> {
  return Object.fromEntries(
    Object.entries(paths).map(([path, methods]) => {
      const post = submitOperations[path];
      return [path, post ? Object.assign({}, methods, { post }) : methods];
    }),
  );
}

/** The OpenAPI 3.1 document of the platform, generated from the schemas that it checks with. */
export function openApiDocument({ version }: { readonly version: string }): JsonObject {
  const collections = COLLECTIONS.flatMap((collection) => {
    const definition = DEFINITIONS[collection.kind];
    return definition ? [{ collection, definition }] : [];
  });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Yuniao platform',
      version,
      summary: 'Technology transfer: records that can be found, read, taken away and imported.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [
      ...collections.map(({ collection: { path } }) => ({ name: path, description: TAGS[path] ?? path })),
      { name: 'indicators', description: '指标' },
      { name: 'submissions', description: '提交：需求、成果、咨询及其办理进度' },
      { name: 'notices', description: '公示与异议' },
      { name: 'desk', description: '受理台：审核、发布、合并、个人信息' },
      { name: 'platform', description: 'The platform itself' },
    ],
    paths: Object.assign(
      {},
      ...collections.map(({ collection, definition }) => withSubmission(collectionPaths(collection, definition))),
      indicatorPaths,
      submissionPaths,
      deskPaths,
      deskFilePaths,
      { '/healthz': { get: healthOperation }, '/openapi.json': { get: documentOperation } },
    ) as JsonObject,
    components: {
      schemas: { ...componentSchemas(), ...indicatorAnswers, ...submissionAnswers, ...deskAnswers, ...deskFileAnswers },
      securitySchemes: {
        siteKey: {
          type: 'apiKey',
          in: 'query',
          name: 'siteKey',
          description: 'Publishable key of a registered site. It is checked against the origin of the page.',
        },
        statusKey: {
          type: 'apiKey',
          in: 'query',
          name: 'key',
          description: 'Secret of a receipt: it opens that one submission.',
        },
        operatorToken: {
          type: 'http',
          scheme: 'bearer',
          description:
            'Token of an operator with the scope `import` (records), `indicators` (figures), `submit`, `desk`, `publish` or `privacy`, made with `yuniao token`.',
        },
      },
    },
  };
}
