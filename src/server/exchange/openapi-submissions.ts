import { FILE_TYPES } from '../submissions/file-type.js';
import { SUBMISSION_KINDS } from '../../domain/submission.js';
import { jsonResponse, problemResponses } from './openapi-responses.js';
import { type JsonObject, ref } from './openapi-schemas.js';
import {
  exampleAchievementSubmission,
  exampleDemandSubmission,
  exampleEnquirySubmission,
} from './openapi-submission-examples.js';

const TAG = ['submissions'];
const SUBMIT = { tags: TAG, security: [{}, { siteKey: [] }, { operatorToken: [] }] };
const OWN = { tags: TAG, security: [{ statusKey: [] }] };

const idempotencyKey: JsonObject = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'A new one for each submission, kept when it is sent again: the same key with the same body brings the same receipt, with another body 422.',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,255}$' },
  example: '6f1d2c3e-8f0a-4c5b-9d7e-1a2b3c4d5e6f',
};
const query = (name: string, description: string, more: JsonObject = {}): JsonObject => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string' },
  ...more,
});
const siteKey = query('siteKey', 'Key of the site whose page submits; it needs the scope `submit`.');
const language = query('lang', 'Language of labels, texts and messages, a BCP 47 tag.', { example: 'zh-CN' });
const reference: JsonObject = {
  name: 'reference',
  in: 'path',
  required: true,
  description: 'Reference of the receipt.',
  schema: ref('Reference'),
  example: 'D26-7K4Q-X9MT',
};
const key = query('key', 'Secret of the receipt, from its `statusUrl`.', { required: true });

const WHO = ['submissions-local-only', 'site-key-missing', 'site-key-unknown', 'origin-not-allowed'] as const;
const MAY_SUBMIT = ['unauthorized', 'invalid-token', 'insufficient-scope', ...WHO, 'site-scope-missing'] as const;
const ALWAYS = ['too-many-requests', 'internal-error'] as const;
const OWN_PROBLEMS = ['status-address-wrong', ...ALWAYS] as const;

const receipt: JsonObject = {
  ...jsonResponse('It is stored. The same key brings the same receipt.', 'SubmissionReceipt', {
    example: {
      reference: 'D26-7K4Q-X9MT',
      status: 'submitted',
      statusUrl: 'https://platform.example.org/submissions/D26-7K4Q-X9MT?key=x0yM3kq8',
      receivedAt: '2026-11-29T08:00:00.000Z',
    },
  }),
};

function submitOperation(operationId: string, summary: string, schema: string, example: object): JsonObject {
  return {
    operationId,
    summary,
    description:
      'From pages of registered sites, from pages of the platform, or with a token that has the scope `submit`. While no site is registered, from the machine of the platform only. Fields that the platform does not know are refused. Where `GET /api/v1/submission-settings` gives a challenge, its solution comes along.',
    ...SUBMIT,
    parameters: [idempotencyKey, siteKey, language],
    requestBody: { required: true, content: { 'application/json': { schema: ref(schema), example } } },
    responses: {
      '202': receipt,
      ...problemResponses(
        'idempotency-key-missing',
        'malformed-json',
        ...MAY_SUBMIT,
        'challenge-missing',
        'challenge-failed',
        'submission-too-large',
        'unsupported-media-type',
        'invalid-body',
        'idempotency-key-reused',
        ...ALWAYS,
      ),
    },
  };
}

/** The `post` of the addresses that list records, by path. */
export const submitOperations: Readonly<Record<string, JsonObject>> = {
  '/api/v1/demands': submitOperation(
    'submitDemand',
    'Send a demand to the platform’s staff',
    'DemandSubmission',
    exampleDemandSubmission,
  ),
  '/api/v1/achievements': submitOperation(
    'submitAchievement',
    'Send an achievement to the platform’s staff',
    'AchievementSubmission',
    exampleAchievementSubmission,
  ),
};

const file: JsonObject = { schema: { type: 'string', format: 'binary' } };
const state = (description: string): JsonObject => jsonResponse(description, 'SubmissionState');

/** The operations of submissions that have addresses of their own, by path. */
export const submissionPaths: Readonly<Record<string, JsonObject>> = {
  '/api/v1/enquiries': {
    post: submitOperation('submitEnquiry', 'Ask about a record', 'EnquirySubmission', exampleEnquirySubmission),
  },
  '/api/v1/submission-settings': {
    get: {
      operationId: 'submissionSettings',
      summary: 'What a form has to ask for before it can be sent',
      description: 'Consents with their texts, limits of files and, where one is asked for, a challenge (ALTCHA).',
      tags: TAG,
      security: [{}, { siteKey: [] }],
      parameters: [
        query('kind', 'What is to be sent.', {
          required: true,
          schema: { type: 'string', enum: [...SUBMISSION_KINDS] },
          example: 'demand',
        }),
        language,
        siteKey,
      ],
      responses: {
        '200': jsonResponse('The settings.', 'SubmissionSettings'),
        ...problemResponses(
          'invalid-parameters',
          'site-key-missing',
          'site-key-unknown',
          'origin-not-allowed',
          ...ALWAYS,
        ),
      },
    },
  },
  '/api/v1/attachments': {
    post: {
      operationId: 'uploadAttachment',
      summary: 'Send a file that a submission will name',
      description:
        'Whole, or in pieces of up to 1 MB with `offset` and `size` and the same key: each answer says where the next piece begins. What the file is tells its content. A file that no submission names within a day is removed.',
      ...SUBMIT,
      parameters: [
        idempotencyKey,
        {
          name: 'X-File-Name',
          in: 'header',
          description: 'Name of the file, percent-encoded UTF-8.',
          schema: { type: 'string' },
          example: '%E5%9B%BE%E7%BA%B8.pdf',
        },
        query('offset', 'Where the piece begins, in bytes.', { schema: { type: 'integer', minimum: 0 } }),
        query('size', 'Size of the whole file, in bytes.', { schema: { type: 'integer', minimum: 0 } }),
        siteKey,
        language,
      ],
      requestBody: {
        required: true,
        content: Object.fromEntries([...FILE_TYPES.keys(), 'application/octet-stream'].map((type) => [type, file])),
      },
      responses: {
        '201': jsonResponse('The file is there.', 'Attachment'),
        '202': jsonResponse('So much of it is there.', 'UploadProgress'),
        ...problemResponses(
          'idempotency-key-missing',
          'invalid-parameters',
          ...MAY_SUBMIT,
          'file-too-large',
          'file-refused',
          'idempotency-key-reused',
          'uploads-full',
          ...ALWAYS,
        ),
      },
    },
  },
  '/api/v1/code-lists': {
    get: {
      operationId: 'listCodeLists',
      summary: 'Vocabularies, for the choices of a form',
      tags: ['platform'],
      security: [{}, { siteKey: [] }],
      parameters: [
        query('id', 'Ids of lists, repeated or separated by commas; without one all.', {
          schema: { type: 'array', items: { type: 'string' } },
          style: 'form',
          explode: true,
          example: ['demand-type', 'cooperation-mode'],
        }),
        language,
        siteKey,
      ],
      responses: {
        '200': jsonResponse('The lists, in the order asked for.', 'CodeLists'),
        '304': { description: 'Nothing changed since the ETag that was sent.' },
        ...problemResponses('invalid-parameters', ...ALWAYS),
      },
    },
  },
  '/api/v1/submissions/{reference}': {
    get: {
      operationId: 'getSubmission',
      summary: 'Where a submission stands',
      ...OWN,
      parameters: [reference, key, language],
      responses: { '200': state('Where it stands.'), ...problemResponses('invalid-parameters', ...OWN_PROBLEMS) },
    },
    put: {
      operationId: 'resubmit',
      summary: 'Answer a return with a new version',
      description: 'The body is that of the first submission. What was sent before stays as a revision.',
      ...OWN,
      parameters: [reference, key, language],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: { oneOf: [ref('DemandSubmission'), ref('AchievementSubmission'), ref('EnquirySubmission')] },
          },
        },
      },
      responses: {
        '200': state('It stands in the queue again.'),
        ...problemResponses(
          'malformed-json',
          'step-unknown',
          'submission-too-large',
          'unsupported-media-type',
          'invalid-body',
          ...OWN_PROBLEMS,
        ),
      },
    },
  },
  '/api/v1/submissions/{reference}/withdrawal': {
    post: {
      operationId: 'withdrawSubmission',
      summary: 'Take a submission back',
      ...OWN,
      parameters: [reference, key, language],
      responses: { '200': state('It is closed.'), ...problemResponses('step-unknown', ...OWN_PROBLEMS) },
    },
  },
  '/api/v1/submissions/{reference}/consent-withdrawals': {
    post: {
      operationId: 'withdrawConsent',
      summary: 'Take a consent back',
      ...OWN,
      parameters: [reference, key, language],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: ref('ConsentWithdrawal'),
            example: { purpose: 'forwarding', recipient: '与本次提交对接的单位（每次提供前另行告知名称和联系方式）' },
          },
        },
      },
      responses: {
        '200': state('The data is not used for it from now on.'),
        ...problemResponses('malformed-json', 'unsupported-media-type', 'invalid-body', ...OWN_PROBLEMS),
      },
    },
  },
  '/api/v1/submissions/{reference}/personal-data': {
    get: {
      operationId: 'readPersonalData',
      summary: 'All personal data that is held with a submission',
      ...OWN,
      parameters: [reference, key, language],
      responses: { '200': jsonResponse('The data.', 'PersonalData'), ...problemResponses(...OWN_PROBLEMS) },
    },
    delete: {
      operationId: 'erasePersonalData',
      summary: 'Erase the submitter’s personal data for good',
      description: 'What was published stays, since it names no private person; so does the audit trail.',
      ...OWN,
      parameters: [reference, key, language],
      responses: { '200': state('It is erased.'), ...problemResponses(...OWN_PROBLEMS) },
    },
  },
};

/** What the answers about submissions are put together from. */
export const submissionAnswers: Readonly<Record<string, JsonObject>> = {
  UploadProgress: {
    description: 'How much of a file is there: where the next piece begins.',
    type: 'object',
    properties: { received: { type: 'integer', minimum: 0 } },
    required: ['received'],
  },
  ConsentWithdrawal: {
    description: 'Which consent is taken back.',
    type: 'object',
    properties: { purpose: { type: 'string' }, recipient: { type: 'string' } },
    required: ['purpose', 'recipient'],
  },
  CodeLists: {
    description: 'Code lists with their labels in one language.',
    type: 'object',
    properties: {
      items: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            id: { type: 'string' },
            label: { type: 'string' },
            version: { type: 'string' },
            entries: {
              type: 'array',
              items: {
                type: 'object',
                properties: { code: { type: 'string' }, label: { type: 'string' } },
                required: ['code', 'label'],
              },
            },
          },
          required: ['id', 'label', 'version', 'entries'],
        },
      },
    },
    required: ['items'],
  },
};
