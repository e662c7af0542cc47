import { SUBMISSION_KINDS } from '../../domain/submission.js';
import { SUBMISSION_STATUSES } from '../../domain/workflow.js';
import { QUEUE_SORTS } from '../store/desk-store.js';
import { jsonResponse, problemResponses } from './openapi-responses.js';
import type { JsonObject } from './openapi-schemas.js';
import type { TemplateKind } from './template-columns.js';

const DESK = { tags: ['desk'], security: [{ operatorToken: [] }] };
const WHO = ['unauthorized', 'invalid-token', 'insufficient-scope'] as const;
const ALWAYS = ['invalid-parameters', ...WHO, 'too-many-requests', 'internal-error'] as const;
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const query = (name: string, description: string, schema: JsonObject): JsonObject => ({
  name,
  in: 'query',
  description,
  schema,
});
const flag = (name: string, description: string): JsonObject =>
  query(name, description, { type: 'string', enum: ['true', 'false'] });
const several = (values: readonly string[]): JsonObject => ({
  type: 'array',
  items: { type: 'string', enum: values },
});
const language = query('lang', 'Language of labels and messages, a BCP 47 tag.', { type: 'string' });

const FILTERS: readonly JsonObject[] = [
  query('q', 'Words of the title or of the organisation, or part of a reference.', { type: 'string' }),
  query('kind', 'Kinds, repeated or separated by commas.', several(SUBMISSION_KINDS)),
  query('status', 'Statuses, repeated or separated by commas.', several(SUBMISSION_STATUSES)),
  query('assignee', 'Label of the operator who deals with it.', { type: 'string' }),
  flag('unassigned', 'Only those that nobody deals with.'),
  flag('suspicious', 'Those that were set apart, or the others.'),
  query('sort', 'Order. Default: `oldest`.', { type: 'string', enum: QUEUE_SORTS }),
  flag('personal', 'Whether to add who sent it: takes the scope `privacy` and is noted in the audit trail.'),
  language,
];

const KINDS: Readonly<Record<TemplateKind, string>> = { demand: 'Demands', achievement: 'Achievements' };
const FORMATS = { csv: 'text/csv', xlsx: WORKBOOK, json: 'application/json' } as const;

const file = (type: string): JsonObject => ({
  description: 'The file.',
  content: { [type]: { schema: { type: type === 'application/json' ? 'object' : 'string' } } },
});

function template(kind: TemplateKind, format: 'csv' | 'xlsx'): [string, JsonObject] {
  const get: JsonObject = {
    operationId: `template${KINDS[kind]}As${format === 'csv' ? 'Csv' : 'Xlsx'}`,
    summary: `A table to fill in, for ${KINDS[kind].toLowerCase()}`,
    description: `The first row has the headers; the second is an example that an upload leaves out.${format === 'xlsx' ? ' Cells offer the values of code lists.' : ''}`,
    ...DESK,
    parameters: [language],
    responses: { '200': file(FORMATS[format]), ...problemResponses(...ALWAYS) },
  };
  return [`/api/v1/desk/templates/${kind}.${format}`, { get }];
}

function upload(kind: TemplateKind): [string, JsonObject] {
  const post: JsonObject = {
    operationId: `upload${KINDS[kind]}`,
    summary: `Take in a table of ${KINDS[kind].toLowerCase()}`,
    description:
      'Excel, CSV, JSON or JSON Lines, told by its content; up to 1,000 rows and 8 MB. Each sound row becomes a submission; one whose content was taken before is not taken again. Without `dryRun=false` nothing changes.',
    ...DESK,
    parameters: [
      flag('dryRun', 'Whether only to say what would become of each row. Default: `true`.'),
      flag('publish', 'Whether to make public records at once: takes the scope `publish`.'),
      language,
    ],
    requestBody: {
      required: true,
      content: Object.fromEntries(
        [WORKBOOK, 'text/csv', 'application/json', 'application/x-ndjson', 'application/octet-stream'].map((type) => [
          type,
          { schema: { type: 'string' } },
        ]),
      ),
    },
    responses: {
      '200': jsonResponse('What became of each row, or would.', 'UploadReport'),
      ...problemResponses('body-too-large', 'unsupported-file-type', 'invalid-body', ...ALWAYS),
    },
  };
  return [`/api/v1/desk/uploads/${kind}`, { post }];
}

function queueFile(format: 'csv' | 'json'): [string, JsonObject] {
  const get: JsonObject = {
    operationId: `exportSubmissionsAs${format === 'csv' ? 'Csv' : 'Json'}`,
    summary: `Take away what the queue finds, as ${format.toUpperCase()}`,
    description:
      format === 'json'
        ? 'Everything that was sent. Who sent it only with `personal=true`.'
        : 'A table. A text that a spreadsheet would take for a formula has an apostrophe before it.',
    ...DESK,
    parameters: FILTERS,
    responses: { '200': file(FORMATS[format]), ...problemResponses(...ALWAYS) },
  };
  return [`/api/v1/desk/submissions.${format}`, { get }];
}

const messagePaths: readonly [string, JsonObject][] = [
  [
    '/api/v1/desk/messages',
    {
      get: {
        operationId: 'listMessages',
        summary: 'Letters and events that have not been delivered',
        description: 'Oldest first, up to 1,000; neither texts nor addresses.',
        ...DESK,
        parameters: [language],
        responses: {
          '200': jsonResponse('What waits, and what was given up.', 'UndeliveredMessages'),
          ...problemResponses(...ALWAYS),
        },
      },
    },
  ],
  [
    '/api/v1/desk/messages/{id}/retry',
    {
      post: {
        operationId: 'retryMessage',
        summary: 'Have a letter or an event tried again at once',
        ...DESK,
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            description: 'Number of the message.',
            schema: { type: 'integer' },
            example: 7,
          },
          language,
        ],
        responses: {
          '200': { description: 'It is tried again.', content: { 'application/json': { schema: { type: 'object' } } } },
          ...problemResponses('not-found', ...ALWAYS),
        },
      },
    },
  ],
];

/** Tables that go in and out of the desk, and what was not delivered. */
export const deskFilePaths: JsonObject = Object.fromEntries([
  ...messagePaths,
  ...(['demand', 'achievement'] as const).flatMap((kind) => [
    template(kind, 'xlsx'),
    template(kind, 'csv'),
    upload(kind),
  ]),
  queueFile('csv'),
  queueFile('json'),
]);

const remark: JsonObject = {
  type: 'object',
  properties: {
    row: { type: 'integer', description: 'Number of the row in the file, the header counted.' },
    column: { type: 'string', description: 'Header of the column; absent where the whole row is meant.' },
    value: { type: 'string' },
    code: { type: 'string' },
    message: { type: 'string' },
  },
  required: ['row', 'code', 'message'],
};
const count: JsonObject = { type: 'integer', minimum: 0 };

/** What an upload and a look at the messages are answered with. */
export const deskFileAnswers: JsonObject = {
  UndeliveredMessages: {
    type: 'object',
    properties: {
      items: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            id: { type: 'integer' },
            channel: { type: 'string', enum: ['mail', 'webhook'] },
            target: { type: 'string', description: '`submitter`, `office` or the id of a webhook.' },
            subject: { type: 'string', description: 'Kind of letter, or type of event.' },
            reference: { type: 'string' },
            state: { type: 'string', enum: ['waiting', 'failed'] },
            attempts: count,
            createdAt: { type: 'string', format: 'date-time' },
            nextAt: { type: 'string', format: 'date-time' },
            error: { type: 'string' },
          },
          required: ['id', 'channel', 'target', 'subject', 'state', 'attempts', 'createdAt'],
        },
      },
    },
    required: ['items'],
  },
  UploadReport: {
    type: 'object',
    properties: {
      kind: { type: 'string', enum: ['demand', 'achievement'] },
      dryRun: { type: 'boolean' },
      rows: count,
      accepted: count,
      rejected: count,
      created: count,
      known: count,
      references: { type: 'array', items: { type: 'string' } },
      faults: { type: 'array', items: remark },
      oddities: { type: 'array', items: remark },
      ignoredColumns: { type: 'array', items: { type: 'string' } },
    },
    required: [
      'kind',
      'dryRun',
      'rows',
      'accepted',
      'rejected',
      'created',
      'known',
      'references',
      'faults',
      'oddities',
    ],
  },
};
