import * as z from 'zod/mini';
import { Achievement, AchievementDraft, IpRight } from '../../domain/achievement.js';
import { FigureSource, Indicator, Observation, Revision, Target } from '../../domain/indicator.js';
import { Demand, DemandDraft } from '../../domain/demand.js';
import { EventRecord } from '../../domain/event.js';
import { Incubator } from '../../domain/incubator.js';
import {
  CodeLabels,
  Facet,
  FacetValue,
  Highlights,
  PageEnvelope,
  Range,
  Suggestion,
  TextRange,
} from '../../domain/page.js';
import { Concept, Keywords, Media, Money, Person, Readiness } from '../../domain/concepts.js';
import { Contact, LanguageMap, Organisation, PartialDate, Region, Timestamp, WebUrl } from '../../domain/primitives.js';
import {
  AssignRequest,
  AuditEntry,
  AuditVerification,
  DeskMe,
  DeskRow,
  DeskStep,
  DeskSubmission,
  EditRequest,
  MergeRequest,
  Objection,
  ObjectionReceipt,
  ObjectionRequest,
  PersonalData,
  PublicNotice,
  SettlementRequest,
  TransitionRequest,
} from '../../domain/desk.js';
import { EnquiryDraft } from '../../domain/enquiry.js';
import {
  AchievementSubmission,
  Attachment,
  Consent,
  ConsentGiven,
  ConsentRequest,
  DemandSubmission,
  Enquirer,
  EnquirySubmission,
  NoticePeriod,
  Reference,
  SubmissionReceipt,
  SubmissionSettings,
  SubmissionState,
  SubmissionStep,
  Submitter,
} from '../../domain/submission.js';
import { Problem, ProblemField } from '../../domain/problem.js';
import { RecordId, RecordSource } from '../../domain/record.js';

/** A piece of JSON Schema or OpenAPI. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The schemas that get a name in the document, with what a reader should know of them. */
const NAMED: Readonly<Record<string, readonly [schema: z.core.$ZodType, description: string]>> = {
  Achievement: [Achievement, '科技成果: a usable result of research and development.'],
  Demand: [Demand, '技术需求: what an organisation looks for.'],
  Incubator: [Incubator, '孵化载体: an incubator or another place that carries young firms.'],
  EventRecord: [EventRecord, '活动: an event of technology transfer.'],
  Indicator: [Indicator, '指标: a target of a plan and how far it has been reached.'],
  Observation: [Observation, 'A figure of a series; one that is not known has no value but a reason.'],
  Revision: [Revision, 'What an observation said before it was corrected.'],
  Target: [Target, 'What is to be reached in a period.'],
  FigureSource: [FigureSource, 'Where a figure was taken from.'],
  IpRight: [IpRight, 'An intellectual property right that an achievement rests on.'],
  LanguageMap: [LanguageMap, 'Text by BCP 47 language tag, at least one.'],
  Keywords: [Keywords, 'Keywords by BCP 47 language tag.'],
  Organisation: [Organisation, 'An organisation as a record names it.'],
  Person: [Person, 'A person as a public record names one.'],
  Contact: [Contact, 'A way to reach the owner.'],
  Money: [Money, 'An amount, its currency, and the unit that the amount counts.'],
  Concept: [Concept, 'A code of a named vocabulary; the scheme `text` holds free words.'],
  Readiness: [Readiness, 'Maturity on a named scale.'],
  Media: [Media, 'A picture, film or document.'],
  Region: [Region, 'GB/T 2260 region, six digits.'],
  PartialDate: [PartialDate, 'A date at the precision that is known: 2024, 2024-06 or 2024-06-30.'],
  Timestamp: [Timestamp, 'An instant, ISO 8601 with offset.'],
  WebUrl: [WebUrl, 'An http(s) address.'],
  RecordId: [RecordId, 'Stable id of a record on this platform.'],
  RecordSource: [RecordSource, 'Where a record came from, and its id there.'],
  DemandSubmission: [DemandSubmission, 'A demand with who sends it and what they consent to.'],
  AchievementSubmission: [AchievementSubmission, 'An achievement with who sends it and what they consent to.'],
  EnquirySubmission: [EnquirySubmission, '咨询: a question with who asks it and what they consent to.'],
  DemandDraft: [DemandDraft, 'The public part of a demand.'],
  AchievementDraft: [AchievementDraft, 'The public part of an achievement.'],
  EnquiryDraft: [EnquiryDraft, 'A question; it is never published.'],
  Submitter: [Submitter, 'Who sends a demand or an achievement. Private.'],
  Enquirer: [Enquirer, 'Who asks. Private.'],
  ConsentGiven: [ConsentGiven, 'A consent for one purpose and one recipient, by the version of the text agreed to.'],
  Consent: [Consent, 'A consent as it is kept.'],
  Reference: [Reference, 'What a submission is called.'],
  SubmissionReceipt: [SubmissionReceipt, 'It is stored. `statusUrl` is secret.'],
  SubmissionState: [SubmissionState, 'Where a submission stands, for its submitter.'],
  SubmissionStep: [SubmissionStep, 'A step of a submission.'],
  SubmissionSettings: [SubmissionSettings, 'What a form has to ask for.'],
  ConsentRequest: [ConsentRequest, 'A consent to ask for, with the notice to show (PIPL art. 17).'],
  NoticePeriod: [NoticePeriod, '公示: first and last day.'],
  Attachment: [Attachment, 'A file that was uploaded.'],
  DeskMe: [DeskMe, 'Who an operator is to the platform.'],
  DeskRow: [DeskRow, 'A submission in the queue of the desk.'],
  DeskSubmission: [DeskSubmission, 'A submission with everything that its operator has to see.'],
  DeskStep: [DeskStep, 'A step that the operator may take now.'],
  AuditEntry: [AuditEntry, 'Who did what, when and why.'],
  AuditVerification: [AuditVerification, 'What a look through the whole audit trail found.'],
  Objection: [Objection, '异议 to what is on public notice.'],
  ObjectionRequest: [ObjectionRequest, 'An objection, and who makes it.'],
  ObjectionReceipt: [ObjectionReceipt, 'The objection is stored.'],
  PublicNotice: [PublicNotice, '公示 as the public reads it.'],
  TransitionRequest: [TransitionRequest, 'A step to take.'],
  EditRequest: [EditRequest, 'The draft as it shall stand.'],
  AssignRequest: [AssignRequest, 'Who deals with a submission.'],
  MergeRequest: [MergeRequest, 'Which submission or record remains.'],
  SettlementRequest: [SettlementRequest, 'How an objection is settled.'],
  PersonalData: [PersonalData, 'All personal data that is held with a submission.'],
  Facet: [
    Facet,
    'A facet, labelled in the language asked for. In English an institution is called by the English name that most records give it, where one does; its value stays the same.',
  ],
  FacetValue: [FacetValue, 'One value; its count leaves out the filter of its own facet.'],
  Range: [Range, 'A measure of the records found: its ends, and how many have it; the own filter is left out.'],
  Suggestion: [Suggestion, 'A text that completes what is being typed.'],
  TextRange: [TextRange, 'Half-open range of UTF-16 code units.'],
  Highlights: [Highlights, 'Where the words of the query stand, by path: `title.zh-CN`, `keywords.zh-CN.0`.'],
  CodeLabels: [CodeLabels, 'What the codes inside records are called, by `<code list or scheme>.<code>`.'],
  PageEnvelope: [PageEnvelope, 'What every list answer has.'],
  Problem: [Problem, 'An error answer, RFC 9457.'],
  ProblemField: [ProblemField, 'One fault: which parameter or field, what kind, and what to do.'],
};

/** A reference to a named schema. */
export function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

/** `components.schemas` of the document, made from the schemas that the platform itself checks with. */
export function componentSchemas(): Record<string, JsonObject> {
  const registry = z.registry<{ id: string; description: string }>();
  for (const [id, [schema, description]] of Object.entries(NAMED)) registry.add(schema, { id, description });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}`, io: 'input' });
  const plain = Object.entries(schemas).map(([name, { $schema: _dialect, $id: _id, ...schema }]) => [name, schema]);
  return { ...(Object.fromEntries(plain) as Record<string, JsonObject>), ...composed };
}

const count = { type: 'integer', minimum: 0 };

/** How records of a kind stand in answers. */
function answersWith(schema: string): Record<string, JsonObject> {
  return {
    [`Found${schema}`]: {
      description: 'A record in a list, with the places where the words of the query stand.',
      allOf: [
        ref(schema),
        {
          type: 'object',
          properties: {
            highlights: ref('Highlights'),
            excerpt: { const: true, description: 'Its long texts are not whole: `texts=excerpts` was asked for.' },
          },
        },
      ],
    },
    [`Read${schema}`]: {
      description: 'A record; with the labels of its codes where `lang` was given.',
      allOf: [ref(schema), { type: 'object', properties: { labels: ref('CodeLabels') } }],
    },
    [`${schema}Page`]: {
      description: 'One page of records.',
      allOf: [
        ref('PageEnvelope'),
        { type: 'object', properties: { items: { type: 'array', items: ref(`Found${schema}`) } } },
      ],
    },
  };
}

/** What the answers are put together from. */
const composed: Readonly<Record<string, JsonObject>> = {
  ...Object.assign({}, ...['Achievement', 'Demand', 'Incubator', 'EventRecord'].map(answersWith)),
  Suggestions: {
    description: 'Texts that complete what is being typed.',
    type: 'object',
    properties: { items: { type: 'array', items: ref('Suggestion') } },
    required: ['items'],
  },
  ImportReceipt: {
    description: 'What became of the items of an import.',
    type: 'object',
    properties: {
      created: count,
      updated: count,
      unchanged: count,
      rejected: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            index: { ...count, description: 'Position in `items`, from 0.' },
            errors: { type: 'array', items: ref('ProblemField') },
          },
          required: ['index', 'errors'],
        },
      },
    },
    required: ['created', 'updated', 'unchanged', 'rejected'],
  },
  Health: {
    description: 'Whether the platform can answer searches.',
    type: 'object',
    properties: {
      status: { type: 'string', enum: ['ok', 'starting', 'unavailable'] },
      engine: { type: 'string', enum: ['pglite', 'postgres'] },
      version: { type: 'string' },
      uptime: { ...count, description: 'Seconds since the start.' },
      reason: { type: 'string', description: 'Why the platform is not ready.' },
      index: {
        type: 'object',
        description: 'By kind of record.',
        additionalProperties: {
          type: 'object',
          properties: {
            documents: count,
            seq: { ...count, description: 'Last stored change that can be found.' },
            lag: { ...count, description: 'Stored changes that cannot be found yet.' },
            bytes: { ...count, description: 'Memory of the index.' },
            origin: {
              type: 'string',
              enum: ['opened', 'built'],
              description: 'Opened from its file, or built from the records.',
            },
            ms: { ...count, description: 'Milliseconds until it could be asked.' },
          },
          required: ['documents', 'seq', 'lag', 'origin', 'ms'],
        },
      },
    },
    required: ['status', 'engine', 'version', 'uptime'],
  },
};
