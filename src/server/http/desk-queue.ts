import { codeLabel } from '../../domain/code-lists/index.js';
import type { Facet, PageEnvelope } from '../../domain/page.js';
import { SUBMISSION_KINDS } from '../../domain/submission.js';
import { SUBMISSION_STATUSES } from '../../domain/workflow.js';
import { KIND_LABELS } from '../exchange/desk-export-columns.js';
import type { Language, Text } from '../language.js';
import { QUEUE_SORTS, type Counts, type QueuePage, type QueueQuery } from '../store/desk-store.js';
import type { AppContext, Services } from './app-env.js';
import { sendPrivate } from './desk-answer.js';
import { decodePlace, encodePlace } from './desk-cursor.js';
import { DESK_SCOPE } from './desk-scopes.js';
import { requireScope } from './operator-token.js';
import { Parameters } from './parameters.js';
import type { Handler } from './read-routes.js';

const MAX_PAGE_SIZE = 100;
const DEFAULT_PAGE_SIZE = 20;
const MAX_QUERY_LENGTH = 200;

const FACET_LABELS = {
  status: { 'zh-CN': '状态', en: 'Status' },
  kind: { 'zh-CN': '类别', en: 'Kind' },
  assignee: { 'zh-CN': '经办人', en: 'Assignee' },
} as const satisfies Record<string, Text>;

/** `GET /api/v1/desk/submissions`: one page of the queue, and how many stand where. */
export function listQueue({ store, source }: Services): Handler {
  return async (c) => {
    await requireScope(store, c, DESK_SCOPE);
    const query = readQueueQuery(c);
    const page = await store.desk.list(query);
    const envelope: PageEnvelope = {
      items: [...page.rows],
      total: page.total,
      facets: facetsOf(page, query, c.var.lang),
      ...(page.next && { nextCursor: encodePlace(page.next, query.sort) }),
      asOf: new Date().toISOString(),
      source,
    };
    return sendPrivate(c, envelope);
  };
}

function readQueueQuery(c: AppContext): QueueQuery {
  const params = new Parameters(c.req.url, c.var.lang);
  const selection = readQueueSelection(params, ['limit', 'cursor']);
  const cursor = params.single('cursor', 1000);
  const after = cursor === undefined ? undefined : decodePlace(cursor, selection.sort);
  if (cursor !== undefined && !after) params.fault('cursor', 'invalid_cursor');
  const limit = params.integer('limit', 0, MAX_PAGE_SIZE) ?? DEFAULT_PAGE_SIZE;
  params.assertValid();
  return { ...selection, limit, ...(after && { after }) };
}

/** Which submissions are wanted, in which order; faults every parameter that is neither part of that nor in `others`. */
export function readQueueSelection(params: Parameters, others: readonly string[]): Omit<QueueQuery, 'limit' | 'after'> {
  const known = ['q', 'kind', 'status', 'assignee', 'unassigned', 'suspicious', 'sort', 'lang', 'siteKey'];
  params.allowOnly([...known, ...others]);
  params.language('lang');
  params.single('siteKey', MAX_QUERY_LENGTH);
  const q = params.single('q', MAX_QUERY_LENGTH);
  const assignee = params.single('assignee', MAX_QUERY_LENGTH);
  const sort = params.choice('sort', QUEUE_SORTS) ?? 'oldest';
  const suspicious = params.choice('suspicious', ['true', 'false']);
  return {
    kinds: readCodes(params, 'kind', SUBMISSION_KINDS),
    statuses: readCodes(params, 'status', SUBMISSION_STATUSES),
    sort,
    ...(q !== undefined && { q }),
    ...(assignee !== undefined && { assignee }),
    unassigned: params.choice('unassigned', ['true', 'false']) === 'true',
    ...(suspicious !== undefined && { suspicious: suspicious === 'true' }),
  };
}

/** Values of a parameter, separated by commas or repeated. */
function readCodes(params: Parameters, name: string, known: readonly string[]): string[] {
  const values = new Set(params.all(name).flatMap((value) => value.split(',')));
  if (![...values].every((value) => known.includes(value))) {
    params.fault(name, 'invalid_value', { known: known.join(', ') });
  }
  return [...values];
}

function facetsOf({ counts }: QueuePage, query: QueueQuery, lang: Language): Facet[] {
  const facet = (id: keyof typeof FACET_LABELS, found: Counts, chosen: readonly string[], order: readonly string[]) => {
    const values = [...new Set([...order.filter((each) => found.has(each) || chosen.includes(each)), ...found.keys()])];
    return {
      id,
      label: FACET_LABELS[id][lang],
      values: values.map((value) => ({ value, label: labelOf(id, value, lang), count: found.get(value) ?? 0 })),
    };
  };
  return [
    facet('status', counts.status, query.statuses, SUBMISSION_STATUSES),
    facet('kind', counts.kind, query.kinds, SUBMISSION_KINDS),
    facet('assignee', counts.assignee, [], []),
  ];
}

function labelOf(id: string, value: string, lang: Language): string {
  if (id === 'status') return codeLabel('record-status', value, lang);
  return id === 'kind' ? (KIND_LABELS[value]?.[lang] ?? value) : value;
}
