import { LitElement, type TemplateResult, html } from 'lit';
import type { ProblemField } from '../../../src/domain/problem.js';
import type { DemandSubmission, SubmissionReceipt, SubmissionSettings } from '../../../src/domain/submission.js';
import { HttpError, type RequestOptions } from '../../../src/sdk/index.js';
import { prefixHasher } from '../../../src/ui/submit/sha256.js';
import {
  type KeptDraft,
  type SubmissionClient,
  SubmissionController,
} from '../../../src/ui/submit/submission-controller.js';

export interface Sent {
  readonly body: DemandSubmission;
  readonly key: string;
  readonly signal: AbortSignal | undefined;
  answer(receipt?: SubmissionReceipt): void;
  refuse(error: unknown): void;
}

export const settings: SubmissionSettings = {
  consents: [
    {
      purpose: 'contact',
      required: true,
      recipient: '示范区科技成果转化中心',
      textVersion: '2026-1',
      label: '同意中心为办理本需求与我联系',
      notice: '处理者：示范区科技成果转化中心。',
    },
  ],
  attachments: { maxCount: 3, maxBytes: 2_000_000, mediaTypes: ['application/pdf', 'image/png'] },
};

export const receipt: SubmissionReceipt = {
  reference: 'D26-7K4Q-X9MT',
  status: 'submitted',
  statusUrl: 'https://platform.example.org/submissions/D26-7K4Q-X9MT?key=secret',
  receivedAt: '2026-03-02T09:00:00+08:00',
};

/** A platform that answers when the test says so. */
export class FakePlatform {
  readonly sent: Sent[] = [];
  settings: () => Promise<SubmissionSettings> = async () => settings;
  settingsCalls = 0;
  readonly #arrivals: (() => void)[] = [];

  readonly client: SubmissionClient = (() => {
    const submit = async (body: unknown, options: RequestOptions): Promise<SubmissionReceipt> =>
      new Promise((resolve, reject) => {
        const { signal, idempotencyKey = '' } = options;
        signal?.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')));
        this.sent.push({
          body: body as DemandSubmission,
          key: idempotencyKey,
          signal,
          answer: (given = receipt) => resolve(given),
          refuse: reject,
        });
        for (const arrived of this.#arrivals.splice(0)) arrived();
      });
    return {
      demands: { submit },
      achievements: { submit },
      enquiries: { submit },
      submissions: {
        resubmit: async () => Promise.reject(new Error('nothing was returned')),
        settings: async (_kind: string, { signal }: RequestOptions = {}) => {
          this.settingsCalls += 1;
          return new Promise((resolve, reject) => {
            signal?.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')));
            this.settings().then(resolve, reject);
          });
        },
      },
    } as SubmissionClient;
  })();

  /** The submission number `count`, from 1, once it has arrived. */
  async arrival(count = this.sent.length + 1): Promise<Sent> {
    while (this.sent.length < count) await new Promise<void>((resolve) => this.#arrivals.push(resolve));
    return this.sent[count - 1] as Sent;
  }
}

/** The least form: one field, whose text is the title of a demand. */
export class TestForm extends LitElement {
  client?: SubmissionClient;
  draftKey = 'https://platform.example.org/ demand';
  keepsDrafts = true;
  /** The reader's. */
  language = 'zh-CN';
  restored?: KeptDraft;
  receipts: SubmissionReceipt[] = [];
  problems: (readonly ProblemField[])[] = [];
  typed = '';

  readonly submission: SubmissionController = new SubmissionController(this, {
    kind: () => 'demand',
    client: () => this.client,
    draftKey: () => this.draftKey,
    keepsDrafts: () => this.keepsDrafts,
    lang: () => this.language,
    onRestored: (kept) => {
      this.restored = kept;
      this.typed = (kept.values as { title: string }).title;
    },
    onReceipt: (given) => this.receipts.push(given),
    onProblems: (errors) => this.problems.push(errors),
  });

  type(title: string): void {
    this.typed = title;
    this.submission.keep({ title });
  }

  async send(): Promise<void> {
    return this.submission.send(() => bodyOf(this.typed));
  }

  override render(): TemplateResult {
    return html`${this.submission.phase}`;
  }
}

customElements.define('test-form', TestForm);

export function bodyOf(title: string): DemandSubmission {
  return {
    draft: { kind: 'demand', title: { 'zh-CN': title }, lang: 'zh-CN' } as DemandSubmission['draft'],
    submitter: { organisation: { name: { 'zh-CN': '某某公司' } }, person: '张三', phone: '13800000000' },
    consents: [{ purpose: 'contact', recipient: '示范区科技成果转化中心', textVersion: '2026-1' }],
  };
}

export function httpError(
  status: number,
  {
    retryAfterMs,
    errors,
    type = 'about:blank',
  }: { retryAfterMs?: number; errors?: ProblemField[]; type?: string } = {},
): HttpError {
  return new HttpError({
    status,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    problem: { type, title: 'problem', status, ...(errors && { errors }) },
  });
}

/** A challenge whose solution is `number`. */
export function challengeOf(salt: string, number: number): NonNullable<SubmissionSettings['challenge']> {
  const words = prefixHasher(salt)(`${number}`);
  const challenge = [...words].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  return { algorithm: 'SHA-256', challenge, maxnumber: 100_000, salt, signature: 'signed' };
}
