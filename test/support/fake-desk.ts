import {
  type AssignRequest,
  type DeskMe,
  type DeskRow,
  type DeskSubmission,
  type EditRequest,
  findTransition,
  type MergeRequest,
  type PersonalData,
  type SettlementRequest,
  type SubmissionKind,
  type SubmissionStatus,
  type TransitionRequest,
  transitionsFrom,
} from '../../src/domain/index.js';
import { type DeskQuery, type DeskResource, HttpError, type Page, type UploadReport } from '../../src/sdk/index.js';
import { type FakeMethod, fakeMethod } from './fake-method.js';
import { manySubmissions } from './desk-samples.js';

/** The one token that the fake desk knows. */
export const DESK_TOKEN = 'ynt_fake';

interface On<Request> {
  readonly reference: string;
  readonly request: Request;
}

/** A desk in memory, by the domain's own rules, whose answers a test controls. */
export interface FakeDesk {
  /** What it holds, by reference; a test may change it. */
  readonly submissions: Map<string, DeskSubmission>;
  readonly me: FakeMethod<string, DeskMe>;
  readonly list: FakeMethod<DeskQuery, Page<DeskRow>>;
  readonly get: FakeMethod<string, DeskSubmission>;
  readonly transition: FakeMethod<On<TransitionRequest>, DeskSubmission>;
  readonly edit: FakeMethod<On<EditRequest>, DeskSubmission>;
  readonly assign: FakeMethod<On<AssignRequest>, DeskSubmission>;
  readonly merge: FakeMethod<On<MergeRequest>, DeskSubmission>;
  readonly settle: FakeMethod<On<SettlementRequest & { readonly id: string }>, DeskSubmission>;
  readonly personalData: FakeMethod<string, PersonalData>;
  readonly erase: FakeMethod<string, DeskSubmission>;
  readonly attachment: FakeMethod<string, Blob>;
  readonly upload: FakeMethod<{ readonly kind: SubmissionKind; readonly dryRun: boolean }, UploadReport>;
  /** What `client.desk(token)` gives. */
  resource(token: string): DeskResource;
}

/** Time of all answers: what a test adds with a later time is new. */
const ASKED_AT = new Date().toISOString();

const fail = (status: number, title = ''): never => {
  throw new HttpError({ status, problem: { type: 'about:blank', title, status } });
};

export function createFakeDesk(count = 40): FakeDesk {
  const submissions = new Map(manySubmissions(count).map((each) => [each.reference, each]));

  const find = (reference: string): DeskSubmission => {
    const found = submissions.get(reference) ?? fail(404, 'not found');
    return { ...found, steps: found.steps.length > 0 ? found.steps : stepsOf(found) };
  };
  const change = (
    reference: string,
    version: number,
    changes: (before: DeskSubmission) => Partial<DeskSubmission>,
    action: string,
  ): DeskSubmission => {
    const before = submissions.get(reference) ?? fail(404, 'not found');
    if (before.version !== version) return fail(409, 'version');
    const at = new Date().toISOString();
    const made = changes(before);
    const after = {
      ...before,
      ...made,
      version: before.version + 1,
      updatedAt: at,
      steps: [],
      history: [
        ...before.history,
        {
          seq: before.history.length + 1,
          reference,
          at,
          actor: '办公室',
          action,
          ...(made.status && { from: before.status, to: made.status }),
          hash: 'b'.repeat(64),
        },
      ],
    };
    submissions.set(reference, after);
    return find(reference);
  };

  const desk = {
    submissions,
    me: fakeMethod<string, DeskMe>('', (token) =>
      token === DESK_TOKEN ? { label: '办公室', scopes: ['desk', 'publish', 'privacy'] } : fail(401, 'token'),
    ),
    list: fakeMethod<DeskQuery, Page<DeskRow>>({}, (query) => listed([...submissions.values()], query)),
    get: fakeMethod<string, DeskSubmission>('', find),
    transition: fakeMethod<On<TransitionRequest>, DeskSubmission>(
      { reference: '', request: { to: '', version: 0 } },
      ({ reference, request: { to, version, notice } }) =>
        change(
          reference,
          version,
          ({ kind, status }) => {
            if (!findTransition(kind as SubmissionKind, status as SubmissionStatus, to, 'operator')) fail(409, 'step');
            return {
              status: to,
              ...(notice && { notice: { start: new Date().toISOString().slice(0, 10), end: notice.end } }),
            };
          },
          'transition',
        ),
    ),
    edit: fakeMethod<On<EditRequest>, DeskSubmission>(
      { reference: '', request: { draft: {}, version: 0 } },
      ({ reference, request: { draft, version } }) =>
        change(
          reference,
          version,
          ({ draft: before, updatedAt, revisions, title }) => ({
            draft,
            title: (draft['title'] as DeskSubmission['title'] | undefined) ?? title,
            revisions: [...revisions, { at: updatedAt, actor: 'submitter', draft: before }],
          }),
          'edit',
        ),
    ),
    assign: fakeMethod<On<AssignRequest>, DeskSubmission>(
      { reference: '', request: { version: 0 } },
      ({ reference, request: { assignee, version } }) => change(reference, version, () => ({ assignee }), 'assign'),
    ),
    merge: fakeMethod<On<MergeRequest>, DeskSubmission>(
      { reference: '', request: { into: '', version: 0 } },
      ({ reference, request: { into, version } }) =>
        change(reference, version, () => ({ status: 'closed', mergedInto: into }), 'merge'),
    ),
    settle: fakeMethod<On<SettlementRequest & { readonly id: string }>, DeskSubmission>(
      { reference: '', request: { id: '', upheld: false, note: '', version: 0 } },
      ({ reference, request: { id, upheld, note, version } }) =>
        change(
          reference,
          version,
          ({ objections }) => ({
            objections: objections.map((each) =>
              each.id === id
                ? {
                    ...each,
                    settled: {
                      at: new Date().toISOString(),
                      by: '办公室',
                      upheld,
                      note: typeof note === 'string' ? { 'zh-CN': note } : note,
                    },
                  }
                : each,
            ),
          }),
          'dismiss-objection',
        ),
    ),
    personalData: fakeMethod<string, PersonalData>('', (reference) => {
      const { submitter, draft, consents, attachments } = find(reference);
      return { reference, submitter, draft, consents, attachments };
    }),
    erase: fakeMethod<string, DeskSubmission>('', (reference) =>
      change(reference, find(reference).version, () => ({ submitter: undefined, attachments: [] }), 'erase'),
    ),
    attachment: fakeMethod<string, Blob>('', (id) => new Blob([`attachment ${id}`])),
    upload: fakeMethod<{ readonly kind: SubmissionKind; readonly dryRun: boolean }, UploadReport>(
      { kind: 'demand', dryRun: true },
      ({ dryRun }) => ({
        dryRun,
        rows: 3,
        accepted: 2,
        rejected: 1,
        references: dryRun ? [] : ['D26-AAAA-0001', 'D26-AAAA-0002'],
        created: dryRun ? 0 : 2,
        known: 0,
        faults: [{ row: 3, column: '需求名称', code: 'title-missing', message: '缺少名称。' }],
        oddities: [
          { row: 2, column: '需求类型', value: '揭榜', code: 'unknown-value', message: '不在代码表中，已按原文保留' },
        ],
        ignoredColumns: ['备注栏'],
      }),
    ),
  };

  return {
    ...desk,
    resource: (token) => ({
      me: async (options) => desk.me(token, options),
      list: async (query = {}, options) => desk.list(query, options),
      get: async (reference, options) => desk.get(reference, options),
      transition: async (reference, request, options) => desk.transition({ reference, request }, options),
      edit: async (reference, request, options) => desk.edit({ reference, request }, options),
      assign: async (reference, request, options) => desk.assign({ reference, request }, options),
      merge: async (reference, request, options) => desk.merge({ reference, request }, options),
      settleObjection: async (reference, id, request, options) =>
        desk.settle({ reference, request: { ...request, id } }, options),
      personalData: async (reference, options) => desk.personalData(reference, options),
      erase: async (reference, options) => desk.erase(reference, options),
      verifyAudit: async () => ({ entries: 0, head: '0'.repeat(64) }),
      attachment: async (id, options) => desk.attachment(id, options),
      exportFile: async (format) => new Blob([format]),
      template: async (kind, format) => new Blob([`${kind}.${format}`]),
      upload: async (kind, _file, { dryRun = true, ...options } = {}) => desk.upload({ kind, dryRun }, options),
    }),
  };
}

function stepsOf({ kind, status, notice, objections }: DeskSubmission): DeskSubmission['steps'] {
  return transitionsFrom(kind as SubmissionKind, status as SubmissionStatus, 'operator').map(({ to, needs }) => {
    const runs = status === 'publicNotice' && to === 'published' && notice !== undefined;
    const isOpen = objections.some(({ settled }) => settled === undefined);
    const blocked = !runs
      ? undefined
      : isOpen
        ? '尚有异议未处理，请先处理异议'
        : `公示尚未结束（截止 ${notice.end}），期满后方可发布`;
    return { to, needs: [...needs], blocked };
  });
}

function listed(all: readonly DeskSubmission[], query: DeskQuery): Page<DeskRow> {
  const { q = '', kinds = [], statuses = [], assignee, unassigned, sort = 'oldest', limit = 20, cursor } = query;
  const tests = {
    text: ({ reference, title, organisation }: DeskSubmission) =>
      [reference, ...Object.values(title), ...Object.values(organisation ?? {})].some((each) => each.includes(q)),
    kind: ({ kind }: DeskSubmission) => kinds.length === 0 || kinds.some((each) => each === kind),
    status: ({ status }: DeskSubmission) => statuses.length === 0 || statuses.some((each) => each === status),
    assignee: (each: DeskSubmission) =>
      (assignee === undefined || each.assignee === assignee) && (!unassigned || each.assignee === undefined),
  };
  const by = (names: readonly (keyof typeof tests)[]): DeskSubmission[] =>
    all.filter((each) => names.every((name) => tests[name](each)));
  const found = by(['text', 'kind', 'status', 'assignee']).toSorted((one, other) => {
    const key = sort === 'updated' ? 'updatedAt' : 'receivedAt';
    const order = one[key].localeCompare(other[key]);
    return sort === 'oldest' ? order : -order;
  });
  const start = Number(cursor ?? 0);
  const facet = (id: 'kind' | 'status', others: readonly (keyof typeof tests)[]) => {
    const counts = new Map<string, number>();
    for (const each of by(['text', 'assignee', ...others])) counts.set(each[id], (counts.get(each[id]) ?? 0) + 1);
    return { id, label: id, values: [...counts].map(([value, count]) => ({ value, label: value, count })) };
  };
  const items = found
    .slice(start, start + limit)
    .map(({ reference, kind, status, title, organisation, assignee: who, suspicious, receivedAt, updatedAt }) => ({
      reference,
      kind,
      status,
      title,
      organisation,
      assignee: who,
      suspicious,
      receivedAt,
      updatedAt,
    }));
  return {
    items,
    total: found.length,
    facets: [facet('kind', ['status']), facet('status', ['kind'])],
    ranges: [],
    ...(start + limit < found.length && { nextCursor: String(start + limit) }),
    asOf: ASKED_AT,
    source: '示例平台',
    rejected: 0,
  };
}
