import type { Demand } from '../domain/demand.js';
import type { DemandSubmission, EnquirySubmission } from '../domain/submission.js';
import type { EventRecord } from '../domain/event.js';
import type { Incubator } from '../domain/incubator.js';
import type { ClientOptions } from './options.js';
import { type AchievementsResource, createAchievements } from './resources/achievements.js';
import { createDesk, type DeskResource } from './resources/desk.js';
import { type AttachmentsResource, createAttachments } from './resources/attachments.js';
import { type CodeListsResource, createCodeLists } from './resources/code-lists.js';
import { createIndicators, type IndicatorsResource } from './resources/indicators.js';
import { createRecords, type RecordsResource } from './resources/records.js';
import { createSubmissions, submitter, type SubmissionsResource, type Submits } from './resources/submissions.js';
import { createTransport } from './transport.js';

/** A connection to one platform: plain resources, no state but its options. Safe to share. */
export interface Client {
  readonly achievements: AchievementsResource;
  /** Demands (技术需求) that the platform has published. */
  readonly demands: RecordsResource<Demand> & Submits<DemandSubmission>;
  /** Incubators and other carriers (孵化载体) that the platform has published. */
  readonly incubators: RecordsResource<Incubator>;
  /** Events (活动) that the platform has published. */
  readonly events: RecordsResource<EventRecord>;
  readonly indicators: IndicatorsResource;
  /** The desk where submissions arrive, for an operator with this token. The token stays in memory. */
  desk(token: string): DeskResource;
  /** Enquiries (咨询): sent to the platform's staff, never published. */
  readonly enquiries: Submits<EnquirySubmission>;
  /** What becomes of submissions. */
  readonly submissions: SubmissionsResource;
  /** Files that go with submissions. */
  readonly attachments: AttachmentsResource;
  /** Vocabularies, for the choices of a form. */
  readonly codeLists: CodeListsResource;
}

/**
 * Connects to a platform. Nothing is sent until a resource is asked for something.
 * @throws {ConfigError} when an option cannot work
 * @example
 * const client = createClient({ baseUrl: 'https://platform.example.org', siteKey: 'pk_…' });
 * const { items, total } = await client.achievements.list({ q: '钙钛矿' });
 */
export function createClient(options: ClientOptions): Client {
  const transport = createTransport(options);
  return {
    achievements: createAchievements(transport),
    demands: {
      ...createRecords(transport, 'demands', async () => (await import('../domain/demand.js')).Demand),
      submit: submitter(transport, 'demands'),
    },
    incubators: createRecords(transport, 'incubators', async () => (await import('../domain/incubator.js')).Incubator),
    events: createRecords(transport, 'events', async () => (await import('../domain/event.js')).EventRecord),
    indicators: createIndicators(transport),
    desk: (token) => createDesk(transport, token),
    enquiries: { submit: submitter(transport, 'enquiries') },
    submissions: createSubmissions(transport),
    attachments: createAttachments(transport),
    codeLists: createCodeLists(transport),
  };
}
