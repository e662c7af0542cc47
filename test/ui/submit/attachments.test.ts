import { LitElement, type TemplateResult } from 'lit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Attachment } from '../../../src/domain/submission.js';
import { NetworkError } from '../../../src/sdk/index.js';
import { hostStyles } from '../../../src/ui/host-styles.js';
import { LazyPart } from '../../../src/ui/lazy-part.js';
import { LocalizeController } from '../../../src/ui/localize-controller.js';
import type { AttachmentClient } from '../../../src/ui/submit/attachments/attachment-controller.js';
import { AttachmentsPart } from '../../../src/ui/submit/attachments/attachments-part.js';
import { faultOf, type FileLimits } from '../../../src/ui/submit/attachments/check-file.js';
import { DraftStore } from '../../../src/ui/submit/draft-store.js';
import { tokens } from '../../../src/ui/tokens.js';
import { expectAccessible, until } from '../../support/testing.js';
import { httpError } from './support.js';

const OOXML = 'application/vnd.openxmlformats-officedocument.';
const limits: FileLimits = {
  maxCount: 3,
  maxBytes: 1_000_000,
  mediaTypes: ['application/pdf', 'image/png', `${OOXML}wordprocessingml.document`, 'application/msword', 'text/plain'],
};

type Upload = AttachmentClient['attachments']['upload'];

interface Uploading {
  readonly file: Blob;
  readonly options: Parameters<Upload>[1];
  done(): void;
  fail(error: unknown): void;
}

class FakeUploads {
  readonly all: Uploading[] = [];
  readonly client: AttachmentClient = {
    attachments: {
      upload: async (file, options) =>
        new Promise((resolve, reject) => {
          options.signal?.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')));
          const id = `file-${this.all.length + 1}`;
          const attachment: Attachment = { id, name: options.name, mediaType: file.type, size: file.size };
          this.all.push({ file, options, done: () => resolve(attachment), fail: reject });
        }),
    },
  };

  async arrival(count: number): Promise<Uploading> {
    await until(() => this.all.length >= count);
    return this.all[count - 1] as Uploading;
  }
}

class FilesForm extends LitElement {
  static override readonly styles = [tokens, hostStyles];
  uploads = new FakeUploads();
  draftKey = '';
  limits: FileLimits | undefined = limits;
  readonly store = new DraftStore();
  readonly l10n = new LocalizeController<string>(this, { 'zh-CN': {}, en: async () => ({}) });
  readonly lazy = new LazyPart(
    this,
    this.l10n,
    async () =>
      new AttachmentsPart(this, {
        store: this.store,
        client: () => this.uploads.client,
        limits: () => this.limits,
        draftKey: () => this.draftKey,
        keepsDrafts: () => true,
      }),
  );

  get files(): AttachmentsPart['files'] {
    return (this.lazy.part as AttachmentsPart).files;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.store.close();
  }

  protected override render(): TemplateResult | undefined {
    return this.lazy.part?.view(this.l10n);
  }
}
customElements.define('files-form', FilesForm);

let form: FilesForm;
let draftKey: string;

async function visit(): Promise<FilesForm> {
  const opened = Object.assign(new FilesForm(), { draftKey });
  document.body.append(opened);
  await opened.lazy.load();
  await opened.files.restore();
  await opened.updateComplete;
  return opened;
}

function pdf(name: string, size = 2000): File {
  return new File(['%PDF-1.7\n', new Uint8Array(size - 9)], name, { type: 'application/pdf' });
}

function shownText(): string {
  return form.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '';
}

function press(label: string): void {
  const found = form.shadowRoot?.querySelector<HTMLElement>(`button[aria-label="${label}"]`);
  if (!found)
    throw new Error(
      `no button ${label}: ${[...(form.shadowRoot?.querySelectorAll('button') ?? [])].map((each) => each.ariaLabel).join()}`,
    );
  found.click();
}

beforeEach(async () => {
  draftKey = crypto.randomUUID();
  document.body.lang = 'zh-CN';
  form = await visit();
});
afterEach(() => document.body.replaceChildren());

describe('files', () => {
  it('are sent one after another, with a bar each, and named by id', async () => {
    await form.files.add([pdf('方案.pdf'), pdf('附图 <b>.pdf')]);
    const first = await form.uploads.arrival(1);
    first.options.onProgress?.(500, 2000);
    await form.updateComplete;
    const bar = form.shadowRoot?.querySelector('progress');
    expect([bar?.value, bar?.max, bar?.getAttribute('aria-label')]).toEqual([500, 2000, '方案.pdf 的上传进度']);
    expect(shownText()).toContain('已上传 25%');
    expect(shownText()).toContain('附图 <b>.pdf');
    expect(form.uploads.all).toHaveLength(1);
    expect(form.files.pending).toBe(2);
    first.done();
    (await form.uploads.arrival(2)).done();
    await until(() => form.files.pending === 0);
    expect(form.files.ids).toEqual(['file-1', 'file-2']);
    await until(() => shownText().includes('已上传 2 个文件，共 2 个'));
    await expectAccessible(form);
  });

  it('can be chosen with the keyboard', async () => {
    const input = form.shadowRoot?.querySelector<HTMLInputElement>('input[type=file]');
    expect(input?.accept).toContain('application/pdf');
    await userEvent.tab();
    expect(form.shadowRoot?.activeElement).toBe(input);
    await userEvent.upload(input as HTMLInputElement, pdf('方案.pdf'));
    expect((await form.uploads.arrival(1)).options.name).toBe('方案.pdf');
  });

  it('can be held and go on under the same key', async () => {
    await form.files.add([pdf('方案.pdf')]);
    const first = await form.uploads.arrival(1);
    await form.updateComplete;
    press('暂停上传 方案.pdf');
    expect(first.options.signal?.aborted).toBe(true);
    await form.updateComplete;
    press('继续上传 方案.pdf');
    const second = await form.uploads.arrival(2);
    expect(second.options.idempotencyKey).toBe(first.options.idempotencyKey);
  });

  it('go on by themselves when the network is back', async () => {
    await form.files.add([pdf('方案.pdf')]);
    const first = await form.uploads.arrival(1);
    first.options.onProgress?.(1000, 2000);
    first.fail(new NetworkError({ offline: true }));
    await until(() => shownText().includes('网络中断，恢复后自动续传（50%）'));
    window.dispatchEvent(new Event('online'));
    const second = await form.uploads.arrival(2);
    expect(second.options.idempotencyKey).toBe(first.options.idempotencyKey);
  });

  it('are removed, and give up what is under way', async () => {
    await form.files.add([pdf('方案.pdf')]);
    const first = await form.uploads.arrival(1);
    await form.updateComplete;
    press('移除 方案.pdf');
    expect(first.options.signal?.aborted).toBe(true);
    expect(form.files.items).toEqual([]);
    expect((await visit()).files.items).toEqual([]);
  });

  it.each([
    [413, '文件过大'],
    [415, '不支持这种文件'],
    [403, '无权上传文件'],
    [422, '上传失败'],
  ])('that the platform refuses with %i say why', async (status, words) => {
    await form.files.add([pdf('方案.pdf')]);
    (await form.uploads.arrival(1)).fail(httpError(status));
    await until(() => shownText().includes(words));
    expect(form.files.pending).toBe(0);
    await expectAccessible(form);
  });

  it('beyond the number that is taken are told, and not sent', async () => {
    await form.files.add(['1', '2', '3', '4'].map((name) => pdf(`${name}.pdf`)));
    await until(() => shownText().includes('最多 3 个文件'));
    for (const count of [1, 2, 3]) (await form.uploads.arrival(count)).done();
    await until(() => form.files.pending === 0);
    expect(form.files.ids).toHaveLength(3);
  });

  it('chosen twice go along once', async () => {
    await form.files.add([pdf('方案.pdf')]);
    await form.files.add([pdf('方案.pdf')]);
    expect(form.files.items).toHaveLength(1);
  });

  it('that the platform has forgotten are sent again', async () => {
    await form.files.add([pdf('方案.pdf')]);
    (await form.uploads.arrival(1)).done();
    await until(() => form.files.pending === 0);
    form.files.lost(0);
    const again = await form.uploads.arrival(2);
    expect(again.options.idempotencyKey).not.toBe(form.uploads.all[0]?.options.idempotencyKey);
    again.done();
    await until(() => form.files.ids[0] === 'file-2');
  });

  it('wait until it is known what the platform takes', async () => {
    form.limits = undefined;
    await form.files.add([pdf('方案.pdf')]);
    expect(form.uploads.all).toEqual([]);
    form.limits = limits;
    form.requestUpdate();
    await form.uploads.arrival(1);
  });
});

describe('after a reload', () => {
  it('what had arrived is there, and what had not is sent on', async () => {
    await form.files.add([pdf('方案.pdf'), pdf('附图.pdf', 3000)]);
    (await form.uploads.arrival(1)).done();
    const second = await form.uploads.arrival(2);
    await until(() => form.files.ids.length === 1);
    await form.files.add([]); // so that everything is kept
    form.remove();
    form = await visit();
    const resumed = await form.uploads.arrival(1);
    expect(resumed.options.name).toBe('附图.pdf');
    expect(resumed.file.size).toBe(3000);
    expect(resumed.options.idempotencyKey).toBe(second.options.idempotencyKey);
    resumed.done();
    await until(() => form.files.pending === 0);
    expect(form.files.items.map(({ name, state }) => `${name} ${state}`)).toEqual(['方案.pdf done', '附图.pdf done']);
  });
});

describe('what a file is', () => {
  const check = async (content: BlobPart[], types = limits.mediaTypes): Promise<unknown> =>
    faultOf(new File(content, 'x.pdf', { type: 'application/pdf' }), { ...limits, mediaTypes: types });

  it.each<[string, BlobPart[]]>([
    ['a PDF', ['%PDF-1.4 …']],
    ['a PNG', [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])]],
    ['a Word document', ['PK\u0003\u0004', new Uint8Array(200_000), 'word/document.xml']],
    ['an old Word document', [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0])]],
    ['text in UTF-8', ['需求说明']],
    ['text in GB 18030', [new Uint8Array([0xd0, 0xe8, 0xc7, 0xf3])]],
    ['text in UTF-16', [new Uint8Array([0xff, 0xfe, 0x61, 0])]],
  ])('is told by its content: %s', async (_, content) => {
    expect(await check(content)).toBeUndefined();
  });

  it.each<[string, BlobPart[], string]>([
    ['a program', ['MZ\u0090 hello'], 'type'],
    ['another archive', ['PK\u0003\u0004 evil.exe'], 'type'],
    ['a spreadsheet, where none is taken', ['PK\u0003\u0004 xl/workbook.xml'], 'type'],
    ['binary data', [new Uint8Array([1, 0, 2, 0])], 'type'],
    ['nothing', [], 'empty'],
    ['too much', [new Uint8Array(1_000_001)], 'size'],
  ])('and refused: %s', async (_, content, fault) => {
    expect(await check(content)).toBe(fault);
  });

  it('matters where no text is taken', async () => {
    expect(await check(['需求说明'], ['application/pdf'])).toBe('type');
  });
});
