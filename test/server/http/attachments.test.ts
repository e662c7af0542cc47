import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Attachment } from '../../../src/domain/submission.js';
import type { Platform } from '../../../src/server/platform.js';
import { createClient, HttpError } from '../../../src/sdk/index.js';
import type { Store } from '../../../src/server/store/store.js';
import { eachStore } from '../../support/stores.js';
import { demandBody, postSubmission } from './submission-support.js';
import { startQuietly } from './support.js';

eachStore('files of submissions', (openEmptyStore) => {
  let store: Store;
  let platform: Platform;
  beforeAll(async () => {
    store = await openEmptyStore();
    platform = await startQuietly({ store });
  });
  afterAll(() => platform.close());

  const pdf = (size: number): Uint8Array => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size - 9, 'x')]);
  const post = (bytes: Uint8Array, { key = randomUUID(), name = '图纸.pdf', query = '' } = {}): Promise<Response> =>
    fetch(`${platform.url}/api/v1/attachments${query}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'idempotency-key': key,
        'x-file-name': encodeURIComponent(name),
      },
      body: bytes as Uint8Array<ArrayBuffer>,
    });
  const typeOf = async (response: Response): Promise<string> => ((await response.json()) as { type: string }).type;

  it('are taken whole and given to the submission that names them', async () => {
    const bytes = pdf(1_300_000);
    const response = await post(bytes);
    expect(response.status).toBe(201);
    const { id, ...file } = (await response.json()) as Attachment;
    expect(file).toEqual({ name: '图纸.pdf', mediaType: 'application/pdf', size: bytes.byteLength });
    expect(await store.submissions.attachment(id)).toBeUndefined();

    const sent = await postSubmission(platform, { ...demandBody(), attachments: [id] });
    expect(sent.status).toBe(202);
    const { reference } = (await sent.json()) as { reference: string };
    const stored = await store.submissions.attachment(id);
    expect(stored).toMatchObject({ reference, name: '图纸.pdf' });
    expect(Buffer.compare(stored?.content ?? new Uint8Array(), bytes)).toBe(0);

    const another = await postSubmission(platform, { ...demandBody({ title: { en: 'x' } }), attachments: [id] });
    expect(another.status).toBe(422);
  });

  it('go on where they were cut short, and come out as they were sent', async () => {
    const bytes = pdf(1_000_000);
    const key = randomUUID();
    const part = async (from: number, to: number): Promise<[number, unknown]> => {
      const query = `?offset=${from}&size=${bytes.byteLength}`;
      const response = await post(bytes.subarray(from, to), { key, query });
      return [response.status, await response.json()];
    };
    expect(await part(0, 400_000)).toEqual([202, { received: 400_000 }]);
    // The answer was lost: the same piece comes again, and one that is ahead of what is there
    expect(await part(0, 400_000)).toEqual([202, { received: 400_000 }]);
    expect(await part(800_000, 1_000_000)).toEqual([202, { received: 400_000 }]);
    expect(await part(400_000, 900_000)).toEqual([202, { received: 900_000 }]);
    const [status, file] = await part(900_000, 1_000_000);
    expect([status, file]).toEqual([201, expect.objectContaining({ size: 1_000_000, mediaType: 'application/pdf' })]);
    expect(await part(0, 10)).toEqual([201, file]);
    const { id } = file as Attachment;
    await postSubmission(platform, { ...demandBody(), attachments: [id] });
    const stored = await store.submissions.attachment(id);
    expect(Buffer.compare(stored?.content ?? new Uint8Array(), bytes)).toBe(0);
  });

  it('are the same file when they are sent again with the same key, and refused when it is another one', async () => {
    const key = randomUUID();
    const first = await (await post(pdf(100), { key })).json();
    expect(await (await post(pdf(100), { key })).json()).toEqual(first);
    expect(await typeOf(await post(pdf(200), { key }))).toBe('urn:problem-type:yuniao:idempotency-key-reused');
  });

  it.each([
    ['MZ program', 'setup.pdf', 415],
    ['<svg onload="alert(1)">', 'logo.png', 415],
    ['', 'empty.txt', 415],
  ])('are refused by content, whatever they are called: %j', async (content, name, status) => {
    const response = await post(Buffer.from(content), { name });
    expect(response.status).toBe(status);
    expect(await typeOf(response)).toBe('urn:problem-type:yuniao:file-refused');
  });

  it('are refused beyond ten megabytes, before and after they have arrived', async () => {
    expect((await post(pdf(100), { query: `?offset=0&size=${10 * 1024 * 1024 + 1}` })).status).toBe(413);
    const response = await post(pdf(10 * 1024 * 1024 + 1));
    expect([response.status, await typeOf(response)]).toEqual([413, 'urn:problem-type:yuniao:file-too-large']);
  });

  it('are sent by the SDK in parts, with progress, and go on after the line broke', async () => {
    const bytes = pdf(1_700_000);
    const idempotencyKey = randomUUID();
    let calls = 0;
    const client = createClient({
      baseUrl: platform.url,
      fetch: async (input) => {
        calls += 1;
        if (calls === 3) throw new TypeError('the line broke');
        return fetch(input);
      },
    });
    const file = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/pdf' });
    const upload = { name: '方案 终稿.pdf', idempotencyKey, retries: 0 };
    await expect(client.attachments.upload(file, upload)).rejects.toThrow();
    const seen: number[] = [];
    const attachment = await client.attachments.upload(file, { ...upload, onProgress: (sent) => void seen.push(sent) });
    expect(attachment).toMatchObject({ name: '方案 终稿.pdf', size: 1_700_000 });
    expect(seen).toEqual([0, 1_048_576, 1_572_864, 1_700_000]);
  });

  it('tell the SDK why they are not taken', async () => {
    const client = createClient({ baseUrl: platform.url });
    const refused = client.attachments.upload(new Blob(['#!/bin/sh']), { name: 'a.pdf' });
    await expect(refused).rejects.toSatisfy((error) => HttpError.isInstance(error) && error.status === 415);
  });
});
