import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SubmissionReceipt } from '../../../src/domain/submission.js';
import type { Problem } from '../../../src/domain/problem.js';
import type { Platform } from '../../../src/server/platform.js';
import type { Store } from '../../../src/server/store/store.js';
import { eachStore } from '../../support/stores.js';
import { startQuietly } from './support.js';
import { demandBody, postSubmission } from './submission-support.js';

eachStore('submissions', (openEmptyStore) => {
  let store: Store;
  let platform: Platform;
  beforeAll(async () => {
    store = await openEmptyStore();
    platform = await startQuietly({ store, publicUrl: 'https://platform.example.org' });
  });
  afterAll(() => platform.close());

  const problemOf = async (response: Response): Promise<Problem> => (await response.json()) as Problem;
  const faultsOf = async (response: Response): Promise<string[]> =>
    ((await problemOf(response)).errors ?? []).map(({ path, code }) => `${path} ${code}`);

  it('are answered with a receipt whose secret address opens what was sent', async () => {
    const response = await postSubmission(platform, demandBody());
    expect(response.status).toBe(202);
    const receipt = SubmissionReceipt.parse(await response.json());
    expect(receipt.reference).toMatch(/^D\d{2}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(receipt.status).toBe('submitted');
    expect(response.headers.get('location')).toBe(receipt.statusUrl);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const url = new URL(receipt.statusUrl);
    expect(url.origin).toBe('https://platform.example.org');
    const kept = await store.submissions.open(receipt.reference, url.searchParams.get('key') ?? '');
    expect(kept).toMatchObject({ status: 'submitted', draft: demandBody().draft, hasPerson: true });
    expect(await store.submissions.open(receipt.reference, 'wrong')).toBeUndefined();
    expect(await store.submissions.open('D26-0000-0000', 'wrong')).toBeUndefined();
  });

  it('give the same key the same receipt, whatever order the fields come in and however they are solved for', async () => {
    const key = randomUUID();
    const first = await (await postSubmission(platform, demandBody(), { key })).json();
    const { draft, ...rest } = demandBody();
    const again = await postSubmission(platform, { ...rest, challenge: 'another one', draft }, { key });
    expect(again.status).toBe(202);
    expect(await again.json()).toEqual(first);
  });

  it('refuse a key that was used for another body, or for another kind', async () => {
    const key = randomUUID();
    await postSubmission(platform, demandBody(), { key });
    for (const answer of [
      await postSubmission(platform, demandBody({ title: { en: 'Another' } }), { key }),
      await postSubmission(platform, demandBody(), { key, kinds: 'achievements' }),
    ]) {
      expect(answer.status).toBe(422);
      expect((await problemOf(answer)).type).toBe('urn:problem-type:yuniao:idempotency-key-reused');
    }
  });

  it('are stored once when the same one comes ten times at the same moment', async () => {
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => postSubmission(platform, demandBody(), { key })),
    );
    const receipts = await Promise.all(answers.map((answer) => answer.json()));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202));
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
  });

  it.each(['', 'has space', '键', 'x'.repeat(256)])('refuse the key %j', async (key) => {
    const response = await fetch(`${platform.url}/api/v1/demands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(/[^\x20-\x7e]/.test(key) ? {} : { 'idempotency-key': key }) },
      body: JSON.stringify(demandBody()),
    });
    expect(response.status).toBe(400);
    expect((await problemOf(response)).type).toBe('urn:problem-type:yuniao:idempotency-key-missing');
  });

  it('tell all that is wrong at once, each fault under the field that was sent', async () => {
    const body = {
      ...demandBody(),
      draft: {
        kind: 'demand',
        title: {},
        lang: 'zh-CN',
        deadline: '2026-02-30',
        budget: { min: { amount: '5', currency: 'CNY', unit: '万元' } },
        owner: { name: { 'zh-CN': '甲' }, creditCode: '91350100M000100Y44' },
        colour: 'red',
      },
      submitter: { organisation: { name: { 'zh-CN': '甲' } }, person: '王某', fax: '1' },
      consents: [{ purpose: 'statistics', recipient: 'x', textVersion: 'y' }],
    };
    const response = await postSubmission(platform, body, { headers: { 'accept-language': 'en' } });
    expect(response.status).toBe(422);
    expect((await faultsOf(response)).toSorted()).toEqual([
      'draft.budget.min.amount invalid_type',
      'draft.colour unknown_field',
      'draft.deadline no_such_day',
      'draft.owner.creditCode check_digit',
      'draft.title invalid',
      'submitter.fax unknown_field',
      'submitter.phone invalid',
    ]);
  });

  it('need the consent to contact, by a text that exists', async () => {
    const sent = (consents: object[]): Promise<Response> => postSubmission(platform, { ...demandBody(), consents });
    expect(await faultsOf(await sent([{ purpose: 'contact', recipient: 'x', textVersion: 'contact-1999' }]))).toEqual([
      'consents.0.textVersion unknown_text_version',
    ]);
    const forwarding = { purpose: 'forwarding', recipient: 'x', textVersion: 'forwarding-2026-11-29' };
    expect(await faultsOf(await sent([forwarding]))).toEqual(['consents consent_missing']);
    const unknown = { purpose: 'statistics', recipient: 'x', textVersion: 'y' };
    expect(await faultsOf(await sent([...demandBody().consents, unknown]))).toEqual([
      'consents.1.purpose unknown_purpose',
    ]);
  });

  it('refuse what is too long with 413, and text that no database keeps with its place', async () => {
    const tooLong = await postSubmission(platform, demandBody({ summary: { 'zh-CN': '长'.repeat(90_000) } }));
    expect(tooLong.status).toBe(413);
    expect((await problemOf(tooLong)).type).toBe('urn:problem-type:yuniao:submission-too-large');
    const body = JSON.stringify(demandBody()).replace('王某', String.raw`王\u0000某`);
    expect(await faultsOf(await postSubmission(platform, body))).toEqual(['submitter.person invalid_text']);
  });

  it('refuse files that are not there', async () => {
    const answer = await postSubmission(platform, { ...demandBody(), attachments: ['nothing'] });
    expect(await faultsOf(answer)).toEqual(['attachments.0 unknown_attachment']);
  });
});
