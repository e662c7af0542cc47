import { codeLists } from '../../src/domain/code-lists/index.js';
import type { PersonalData } from '../../src/domain/desk.js';
import { pickText } from '../../src/domain/language.js';
import type {
  Attachment,
  SubmissionKind,
  SubmissionReceipt,
  SubmissionSettings,
  SubmissionState,
} from '../../src/domain/submission.js';
import type {
  AttachmentsResource,
  CodeLabelList,
  CodeListsResource,
  RequestOptions,
  SubmissionsResource,
  UploadOptions,
} from '../../src/sdk/index.js';
import { fakeMethod, type FakeMethod } from './fake-method.js';

/** What a test controls of a method whose arguments are not those of a query. */
type Controls<Query, Answer> = Pick<FakeMethod<Query, Answer>, 'answer' | 'calls' | 'defer'>;

interface Keyed {
  readonly reference: string;
  readonly key: string;
}

interface FakeConsentQuery extends Keyed {
  readonly consent: { readonly purpose: string; readonly recipient: string };
}

export interface FakeSubmits<Body> {
  readonly submit: FakeMethod<Body, SubmissionReceipt> &
    ((body: Body, options?: RequestOptions) => Promise<SubmissionReceipt>);
}

type Fake<Name extends keyof SubmissionsResource, Query, Answer> = SubmissionsResource[Name] & Controls<Query, Answer>;

export interface FakeSubmissions extends SubmissionsResource {
  readonly settings: Fake<'settings', SubmissionKind, SubmissionSettings>;
  readonly state: Fake<'state', Keyed, SubmissionState>;
  readonly withdraw: Fake<'withdraw', Keyed, SubmissionState>;
  readonly withdrawConsent: Fake<'withdrawConsent', FakeConsentQuery, SubmissionState>;
  readonly resubmit: Fake<'resubmit', Keyed & { readonly body: unknown }, SubmissionState>;
  readonly personalData: Fake<'personalData', Keyed, PersonalData>;
  readonly erase: Fake<'erase', Keyed, SubmissionState>;
}

export interface FakeAttachments extends AttachmentsResource {
  readonly upload: AttachmentsResource['upload'] & Controls<{ readonly file: Blob; readonly name: string }, Attachment>;
}

export interface FakeCodeLists extends CodeListsResource {
  readonly list: CodeListsResource['list'] & Controls<readonly string[], readonly CodeLabelList[]>;
}

/** What a form of the sample platform asks for. */
export const sampleSettings: SubmissionSettings = {
  consents: [
    {
      purpose: 'contact',
      required: true,
      recipient: '示例平台',
      textVersion: 'contact-2026-11-29',
      label: '我同意示例平台为受理本次提交并与我联系而处理我填写的个人信息。',
      notice: '个人信息处理者：示例平台。\n保存期限：自本次提交办结之日起 24 个月。',
    },
    {
      purpose: 'forwarding',
      required: false,
      recipient: '与本次提交对接的单位',
      textVersion: 'forwarding-2026-11-29',
      label: '我单独同意示例平台将我的联系方式提供给对接单位。',
      notice: '本项为单独同意，不同意不影响受理。',
    },
  ],
  attachments: { maxCount: 10, maxBytes: 10 * 1024 * 1024, mediaTypes: ['application/pdf', 'image/png'] },
};

/** A submission that has just arrived. */
export const sampleState: SubmissionState = {
  reference: 'D26-7K4Q-X9MT',
  kind: 'demand',
  status: 'submitted',
  statusLabel: '已提交',
  title: { 'zh-CN': '高温轴承失效预测' },
  receivedAt: '2026-11-29T08:00:00.000Z',
  updatedAt: '2026-11-29T08:00:00.000Z',
  steps: [{ status: 'submitted', at: '2026-11-29T08:00:00.000Z' }],
  consents: [
    {
      purpose: 'contact',
      recipient: '示例平台',
      textVersion: 'contact-2026-11-29',
      at: '2026-11-29T08:00:00.000Z',
    },
  ],
  actions: ['withdraw', 'withdrawConsent', 'erase'],
};

const NO_KEY: Keyed = { reference: '', key: '' };

/** Takes everything, and gives the same key the same receipt. */
export function fakeSubmits<Body>(): FakeSubmits<Body> {
  const receipt: SubmissionReceipt = {
    reference: 'D26-7K4Q-X9MT',
    status: 'submitted',
    statusUrl: 'https://platform.example.org/submissions/D26-7K4Q-X9MT?key=secret',
    receivedAt: '2026-11-29T08:00:00.000Z',
  };
  return { submit: fakeMethod<Body, SubmissionReceipt>({} as Body, () => receipt) };
}

export function fakeSubmissions(): FakeSubmissions {
  const settings = fakeMethod<SubmissionKind, SubmissionSettings>('demand', () => sampleSettings);
  const state = fakeMethod<Keyed, SubmissionState>(NO_KEY, () => sampleState);
  const withdraw = fakeMethod<Keyed, SubmissionState>(NO_KEY, () => ({
    ...sampleState,
    status: 'closed',
    statusLabel: '已关闭',
    actions: ['withdrawConsent', 'erase'],
  }));
  const withdrawConsent = fakeMethod<FakeConsentQuery, SubmissionState>(
    { ...NO_KEY, consent: { purpose: '', recipient: '' } },
    () => sampleState,
  );
  const resubmit = fakeMethod<Keyed & { readonly body: unknown }, SubmissionState>(
    { ...NO_KEY, body: undefined },
    () => sampleState,
  );
  const personalData = fakeMethod<Keyed, PersonalData>(NO_KEY, ({ reference }) => ({
    reference,
    draft: {},
    consents: [],
    attachments: [],
  }));
  const erase = fakeMethod<Keyed, SubmissionState>(NO_KEY, () => ({ ...sampleState, actions: [] }));
  return {
    settings,
    state: controlled<SubmissionsResource['state'], Keyed, SubmissionState>(state, (reference, key, options) =>
      state({ reference, key }, options),
    ),
    withdraw: controlled<SubmissionsResource['withdraw'], Keyed, SubmissionState>(withdraw, (reference, key, options) =>
      withdraw({ reference, key }, options),
    ),
    withdrawConsent: controlled<SubmissionsResource['withdrawConsent'], FakeConsentQuery, SubmissionState>(
      withdrawConsent,
      (reference, key, consent, options) => withdrawConsent({ reference, key, consent }, options),
    ),
    resubmit: controlled<SubmissionsResource['resubmit'], Keyed & { readonly body: unknown }, SubmissionState>(
      resubmit,
      (reference, key, body, options) => resubmit({ reference, key, body }, options),
    ),
    personalData: controlled<SubmissionsResource['personalData'], Keyed, PersonalData>(
      personalData,
      (reference, key, options) => personalData({ reference, key }, options),
    ),
    erase: controlled<SubmissionsResource['erase'], Keyed, SubmissionState>(erase, (reference, key, options) =>
      erase({ reference, key }, options),
    ),
  };
}

/** Takes every file at once and tells of its progress in two steps. */
export function fakeAttachments(): FakeAttachments {
  const upload = fakeMethod<{ readonly file: Blob; readonly name: string }, Attachment>(
    { file: new Blob(), name: '' },
    ({ file, name }) => ({ id: `file-${name}`, name, mediaType: file.type || 'text/plain', size: file.size }),
  );
  return {
    upload: controlled(upload, async (file: Blob, { name, onProgress, ...options }: UploadOptions) => {
      onProgress?.(0, file.size);
      const attachment = await upload({ file, name }, options);
      onProgress?.(file.size, file.size);
      return attachment;
    }),
  };
}

/** The code lists that we ship, in Chinese unless another language is asked for. */
export function fakeCodeLists(): FakeCodeLists {
  const list = fakeMethod<readonly string[], readonly CodeLabelList[]>([], (ids) =>
    ids.map((id) => labelled(id, 'zh-CN')),
  );
  return {
    list: controlled<CodeListsResource['list'], readonly string[], readonly CodeLabelList[]>(
      list,
      async (ids, options) => {
        const answer = await list(ids, options);
        return options?.lang === undefined ? answer : answer.map(({ id }) => labelled(id, options.lang ?? 'zh-CN'));
      },
    ),
  };
}

function labelled(id: string, lang: string): CodeLabelList {
  const found = codeLists.get(id);
  if (!found) throw new Error(`no code list ${id}`);
  return {
    id,
    label: pickText(found.label, lang)?.text ?? id,
    version: found.version,
    entries: found.entries.map(({ code, label }) => ({ code, label: pickText(label, lang)?.text ?? code })),
  };
}

/** The method as the real client has it, with the controls of the fake one below it. */
function controlled<Method extends object, Query, Answer>(
  { answer, calls, defer }: FakeMethod<Query, Answer>,
  method: Method,
): Method & Controls<Query, Answer> {
  return Object.assign(method, { answer, calls, defer });
}
