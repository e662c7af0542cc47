import { SUBMISSION_KINDS } from '../../domain/submission.js';
import { SUBMISSION_STATUSES } from '../../domain/workflow.js';
import { QUEUE_SORTS } from '../store/desk-store.js';
import { jsonResponse, problemResponses } from './openapi-responses.js';
import { type JsonObject, ref } from './openapi-schemas.js';

const DESK = { tags: ['desk'], security: [{ operatorToken: [] }] };
const NOTICES = { tags: ['notices'], security: [{}, { siteKey: [] }] };

const query = (name: string, description: string, more: JsonObject = {}): JsonObject => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string' },
  ...more,
});
const oneOf = (...values: readonly string[]): JsonObject => ({ schema: { type: 'string', enum: values } });
const several = (values: readonly string[]): JsonObject => ({
  schema: { type: 'array', items: { type: 'string', enum: values } },
  style: 'form',
  explode: true,
});
const language = query('lang', 'Language of labels and messages, a BCP 47 tag.', { example: 'zh-CN' });
const siteKey = query('siteKey', 'Key of the site whose page asks.');
const limit = query('limit', 'Items on a page.', {
  schema: { type: 'integer', minimum: 1, maximum: 100 },
  example: 20,
});
const cursor = query('cursor', '`nextCursor` of the page before.');
const inPath = (name: string, description: string, example: string): JsonObject => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
  example,
});
const reference = inPath('reference', 'Reference of a submission.', 'D26-7K4Q-X9MT');
const id = inPath('id', 'Id of the objection.', 'obj_kZ3r');

const WHO = ['unauthorized', 'invalid-token', 'insufficient-scope'] as const;
const ALWAYS = ['invalid-parameters', ...WHO, 'too-many-requests', 'internal-error'] as const;
const ONE = ['reference-not-found', ...ALWAYS] as const;
const BODY = ['malformed-json', 'body-too-large', 'unsupported-media-type', 'invalid-body'] as const;

const entry = jsonResponse('The submission as it stands now.', 'DeskSubmission');
const body = (schema: string, example: object): JsonObject => ({
  required: true,
  content: { 'application/json': { schema: ref(schema), example } },
});

function change(operationId: string, summary: string, description: string, requestBody: JsonObject): JsonObject {
  return {
    operationId,
    summary,
    description: `${description} \`version\` is the one that the operator saw: where somebody else has changed the submission since, the answer is 409 and nothing is done.`,
    ...DESK,
    parameters: [reference, language],
    requestBody,
    responses: {
      '200': entry,
      ...problemResponses(...ONE, ...BODY, 'submission-changed', 'step-unknown', 'step-blocked'),
    },
  };
}

const settlement = change(
  'settleObjection',
  'Settle an objection to a public notice',
  'Needs the scopes `desk` and `publish`. An objection that is upheld keeps the submission from being published by this notice.',
  body('SettlementRequest', { upheld: false, note: '经核实，权属清楚，异议不成立。', version: 5 }),
);

/** The operations of the desk and of public notices, by path. */
export const deskPaths: Readonly<Record<string, JsonObject>> = {
  '/api/v1/notices': {
    get: {
      operationId: 'listNotices',
      summary: '公示: what is about to be published or transferred, and was',
      ...NOTICES,
      parameters: [
        query('state', 'Those that take objections (the default), or those that are over.', {
          ...oneOf('open', 'archived'),
          example: 'open',
        }),
        limit,
        cursor,
        language,
        siteKey,
      ],
      responses: {
        '200': jsonResponse('The notices, the newest first.', 'NoticePage'),
        ...problemResponses('invalid-parameters', 'too-many-requests', 'internal-error'),
      },
    },
  },
  '/api/v1/notices/{reference}': {
    get: {
      operationId: 'getNotice',
      summary: 'One public notice',
      ...NOTICES,
      parameters: [reference, language, siteKey],
      responses: {
        '200': jsonResponse('The notice.', 'PublicNotice'),
        ...problemResponses('reference-not-found', 'invalid-parameters', 'too-many-requests', 'internal-error'),
      },
    },
  },
  '/api/v1/notices/{reference}/objections': {
    post: {
      operationId: 'objectToNotice',
      summary: '异议: object while a notice runs',
      description:
        'Open to whoever may submit. `from` is seen by the platform’s staff alone. The same `Idempotency-Key` with the same body brings the same receipt.',
      tags: ['notices'],
      security: [{}, { siteKey: [] }, { operatorToken: [] }],
      parameters: [
        reference,
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description: 'A new one for each objection, kept when it is sent again.',
          schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,255}$' },
          example: '0d9a1b7e-5c3f-4e2a-8b6d-7f1e2d3c4b5a',
        },
        siteKey,
        language,
      ],
      requestBody: body('ObjectionRequest', {
        text: '该成果的第二完成单位未列入公示名单。',
        from: { person: '李雷', email: 'li@example.org' },
      }),
      responses: {
        '202': jsonResponse('It is stored.', 'ObjectionReceipt'),
        ...problemResponses(
          'idempotency-key-missing',
          'submissions-local-only',
          'site-key-unknown',
          'origin-not-allowed',
          'site-scope-missing',
          ...WHO,
          'reference-not-found',
          'notice-over',
          ...BODY,
          'idempotency-key-reused',
          'too-many-requests',
          'internal-error',
        ),
      },
    },
  },
  '/api/v1/desk/me': {
    get: {
      operationId: 'deskMe',
      summary: 'Label and scopes of the token',
      ...DESK,
      parameters: [language],
      responses: {
        '200': jsonResponse('Who asks.', 'DeskMe'),
        ...problemResponses('unauthorized', 'invalid-token', 'too-many-requests', 'internal-error'),
      },
    },
  },
  '/api/v1/desk/submissions': {
    get: {
      operationId: 'listSubmissions',
      summary: 'The queue of the desk',
      description:
        'Needs the scope `desk`. The facets `status`, `kind` and `assignee` count it, each without its own filter.',
      ...DESK,
      parameters: [
        query('q', 'Words of the title or of the organisation’s name, or part of a reference.', { example: '轴承' }),
        query('kind', 'Repeated or separated by commas.', { ...several(SUBMISSION_KINDS), example: ['demand'] }),
        query('status', 'Repeated or separated by commas.', {
          ...several(SUBMISSION_STATUSES),
          example: ['submitted'],
        }),
        query('assignee', 'Label of who deals with it.'),
        query('unassigned', 'Only those that nobody deals with.', oneOf('true', 'false')),
        query('suspicious', 'Only those set apart as suspicious, or only the others.', oneOf('true', 'false')),
        query('sort', 'By receipt, or by the last change.', { ...oneOf(...QUEUE_SORTS), example: 'oldest' }),
        limit,
        cursor,
        language,
      ],
      responses: { '200': jsonResponse('One page of the queue.', 'DeskPage'), ...problemResponses(...ALWAYS) },
    },
  },
  '/api/v1/desk/submissions/{reference}': {
    get: {
      operationId: 'getDeskSubmission',
      summary: 'One submission with everything that belongs to it',
      description: 'Needs the scope `desk`. `steps` are those that the operator may take now.',
      ...DESK,
      parameters: [reference, language],
      responses: { '200': entry, ...problemResponses(...ONE) },
    },
  },
  '/api/v1/desk/submissions/{reference}/transitions': {
    post: change(
      'takeStep',
      'Take a step of the way of a submission',
      'Needs the scope `desk`, and `publish` for what the public sees. What is published can be found at once.',
      body('TransitionRequest', { to: 'returned', version: 3, note: '请补充量化指标。' }),
    ),
  },
  '/api/v1/desk/submissions/{reference}/revisions': {
    post: change(
      'editDraft',
      'Correct the draft; the version before is kept',
      'Needs the scope `desk`, and `publish` where the public sees the draft. A published record follows at once.',
      body('EditRequest', {
        draft: { kind: 'demand', title: { 'zh-CN': '高速电机轴承的长寿命润滑' }, lang: 'zh-CN' },
        version: 3,
        note: '规范标题',
      }),
    ),
  },
  '/api/v1/desk/submissions/{reference}/assignment': {
    post: change(
      'assignSubmission',
      'Say who deals with it',
      'Needs the scope `desk`. Without `assignee` nobody does any more.',
      body('AssignRequest', { assignee: '成果科 张', version: 1 }),
    ),
  },
  '/api/v1/desk/submissions/{reference}/merge': {
    post: change(
      'mergeSubmission',
      'Close a submission as a duplicate',
      'Needs the scope `desk`, and `publish` where the public sees it. Nothing of it goes over to what remains; its submitter is told.',
      body('MergeRequest', { into: 'D26-AB3D-9KQ2', version: 2, note: '与在先提交的需求重复。' }),
    ),
  },
  '/api/v1/desk/submissions/{reference}/objections/{id}/settlement': {
    post: { ...settlement, parameters: [reference, id, language] },
  },
  '/api/v1/desk/submissions/{reference}/objections/{id}/personal-data': {
    delete: {
      operationId: 'eraseObjector',
      summary: 'Erase who made an objection',
      description: 'Needs the scope `privacy`. What was objected stays.',
      ...DESK,
      parameters: [reference, id, language],
      responses: { '200': entry, ...problemResponses(...ONE) },
    },
  },
  '/api/v1/desk/submissions/{reference}/personal-data': {
    get: {
      operationId: 'exportSubmitterData',
      summary: 'All personal data that is held with a submission',
      description: 'Needs the scope `privacy`. Noted in the audit trail.',
      ...DESK,
      parameters: [reference, language],
      responses: { '200': jsonResponse('The data.', 'PersonalData'), ...problemResponses(...ONE) },
    },
    delete: {
      operationId: 'eraseSubmitterData',
      summary: 'Erase it for good',
      description: 'Needs the scope `privacy`. What was published of the matter stays, without its contact.',
      ...DESK,
      parameters: [reference, language],
      responses: { '200': entry, ...problemResponses(...ONE) },
    },
  },
  '/api/v1/desk/attachments/{id}': {
    get: {
      operationId: 'downloadAttachment',
      summary: 'A file that came with a submission',
      description: 'Needs the scope `desk`. To be saved: browsers are told not to show it.',
      ...DESK,
      parameters: [inPath('id', 'Id of the file.', 'q3JmV8c1'), language],
      responses: {
        '200': {
          description: 'The file, of the media type that its content tells.',
          content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        },
        ...problemResponses('not-found', ...ALWAYS),
      },
    },
  },
  '/api/v1/desk/audit/verification': {
    get: {
      operationId: 'verifyAudit',
      summary: 'Look through the whole audit trail',
      description: 'Needs the scope `privacy`. Note `head` outside the platform now and then.',
      ...DESK,
      parameters: [language],
      responses: { '200': jsonResponse('What was found.', 'AuditVerification'), ...problemResponses(...ALWAYS) },
    },
  },
};

const pageOf = (schema: string, description: string): JsonObject => ({
  description,
  allOf: [ref('PageEnvelope'), { type: 'object', properties: { items: { type: 'array', items: ref(schema) } } }],
});

/** What the answers of the desk are put together from. */
export const deskAnswers: Readonly<Record<string, JsonObject>> = {
  DeskPage: pageOf('DeskRow', 'One page of the queue.'),
  NoticePage: pageOf('PublicNotice', 'One page of public notices.'),
};
