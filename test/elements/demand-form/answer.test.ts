import { afterEach, describe, expect, it, vi } from 'vitest';
import '../../../src/elements/demand-form/define.js';
import type { YnDemandForm } from '../../../src/elements/demand-form/index.js';
import { HttpError, NetworkError } from '../../../src/sdk/index.js';
import { DraftStore } from '../../../src/ui/submit/draft-store.js';
import { createFakeClient, type FakeClient } from '../../support/fake-client.js';
import { sampleState } from '../../support/fake-submissions.js';
import { formReady, send } from '../../support/forms.js';
import { heldData, returnedState, returnTo } from '../../support/returned-submission.js';
import { fixture, html, until } from '../../support/testing.js';

const REFERENCE = 'D26-7K4Q-X9MT';
const KEY = 'secretsecret';
const statusUrl = `https://platform.example.org/submissions/${REFERENCE}?key=${KEY}`;

function returning(): FakeClient {
  const client = createFakeClient();
  returnTo(client);
  return client;
}

async function show(client: FakeClient, properties: Partial<YnDemandForm> = {}, lang = 'zh-CN'): Promise<YnDemandForm> {
  const form = document.createElement('yn-demand-form');
  Object.assign(form, { client, draftsOff: true, statusUrl }, properties);
  await fixture(html`<main lang=${lang}>${form}</main>`);
  return form;
}

async function showReady(client: FakeClient, properties: Partial<YnDemandForm> = {}): Promise<YnDemandForm> {
  const form = await show(client, properties);
  await until(() => part(form, 'returned') !== null);
  await formReady(form);
  return form;
}

const part = (form: Element, name: string): HTMLElement | null =>
  form.shadowRoot?.querySelector<HTMLElement>(`[part~=${name}]`) ?? null;
const shown = (form: Element): string => (form.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
const control = (form: Element, id: string): HTMLInputElement =>
  form.shadowRoot!.getElementById(id) as HTMLInputElement;

function type(form: Element, id: string, text: string): void {
  const input = control(form, id);
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

function problem(status: number, type = 'about:blank'): HttpError {
  return new HttpError({ status, problem: { type, title: '', status } });
}

afterEach(() => {
  history.replaceState(null, '', location.pathname + location.search);
  vi.restoreAllMocks();
});

describe('<yn-demand-form> with what was returned', () => {
  it('shows what was sent and what the staff said, as text', async () => {
    const form = await showReady(returning());
    expect(part(form, 'returned')?.getAttribute('role')).toBe('status');
    expect(part(form, 'returned-note')?.textContent).toBe('请补充误报率的测试条件。\n<b>例如</b>：转速、负载。');
    expect(shown(form)).toContain('退回修改：');
    expect(shown(form)).toContain('图纸.pdf');
    expect(control(form, 'title.zh-CN').value).toBe('高速电主轴轴承早期失效的在线预测');
    expect(control(form, 'indicators.2.upper').value).toBe('30000');
    expect(control(form, 'budget.max').value).toBe('150');
    expect(control(form, 'person').value).toBe('陈某某');
    expect(control(form, 'consents.contact').checked).toBe(true);
    expect(form.outerHTML + form.shadowRoot!.innerHTML).not.toContain(KEY);
  });

  it('sends the new version in the place of the old one, with all that nobody changed', async () => {
    const client = returning();
    client.submissions.resubmit.answer({ ...sampleState, updatedAt: '2026-12-02T01:00:00.000Z' });
    const form = await showReady(client);
    const submitted = vi.fn();
    form.addEventListener('yn-submitted', (event) => submitted(event.detail.receipt));
    type(form, 'constraints.zh-CN', '在 20,000 r/min 和满载下误报率不高于 5%。');
    expect(part(form, 'submit-button')?.textContent?.trim()).toBe('重新提交');
    send(form);
    await until(() => part(form, 'receipt') !== null);
    expect(client.demands.submit.calls).toHaveLength(0);
    const { draft, submitter } = heldData();
    expect(client.submissions.resubmit.calls[0]?.query).toEqual({
      reference: REFERENCE,
      key: KEY,
      body: {
        draft: { ...draft, constraints: { 'zh-CN': '在 20,000 r/min 和满载下误报率不高于 5%。' } },
        submitter,
        consents: [{ purpose: 'contact', recipient: '示例平台', textVersion: 'contact-2026-11-29' }],
        attachments: ['file-1'],
      },
    });
    expect(client.submissions.resubmit.calls[0]?.options.idempotencyKey).toBeTruthy();
    expect(submitted).toHaveBeenCalledWith({
      reference: REFERENCE,
      status: 'submitted',
      statusUrl,
      receivedAt: '2026-12-02T01:00:00.000Z',
    });
    expect(part(form, 'reference')?.textContent).toBe(REFERENCE);
    expect(part(form, 'status-link')?.getAttribute('href')).toBe(statusUrl);
    expect(part(form, 'again-button')).toBeNull();
  });

  it('asks again for a consent whose text has changed since', async () => {
    const client = returning();
    const [consent] = sampleState.consents;
    client.submissions.personalData.answer({
      ...heldData(),
      consents: [{ ...consent!, textVersion: 'contact-2020-01-01' }],
    });
    const form = await showReady(client);
    expect(control(form, 'consents.contact').checked).toBe(false);
  });

  it('keeps trying under one key, and knows after a reload whose answer it is only from the page', async () => {
    const formId = `answer-${Math.random()}`;
    const client = returning();
    client.submissions.resubmit.defer().reject(new NetworkError({ offline: false }));
    const form = await showReady(client, { draftsOff: false, formId });
    type(form, 'person', '李某某');
    send(form);
    await until(() => part(form, 'waiting') !== null);
    form.remove();

    const store = new DraftStore(() => undefined);
    const kept = await store.all(`|demand|answer:${REFERENCE}|${formId}`);
    expect(kept.map(({ id }) => id[1]).sort()).toEqual(['draft', 'sending']);
    expect(JSON.stringify(kept)).not.toContain(KEY);
    store.close();

    // Without the link this is a form like any other: nothing is sent, neither there nor as a new submission
    const plain = await show(client, { draftsOff: false, formId, statusUrl: undefined });
    await formReady(plain);
    expect(control(plain, 'person').value).toBe('');
    plain.remove();
    expect(client.submissions.resubmit.calls).toHaveLength(1);

    const again = await show(client, { draftsOff: false, formId });
    await until(() => part(again, 'receipt') !== null);
    const [first, second] = client.submissions.resubmit.calls;
    expect(second?.query).toEqual(first?.query);
    expect(second?.options.idempotencyKey).toBe(first?.options.idempotencyKey);
    expect(client.demands.submit.calls).toHaveLength(0);
  });

  it('brings a draft back that is newer than the return, and gives what was sent in its place when asked to', async () => {
    const formId = `answer-${Math.random()}`;
    vi.spyOn(Date, 'now').mockReturnValue(Date.parse('2027-01-01T00:00:00Z'));
    const form = await showReady(returning(), { draftsOff: false, formId });
    type(form, 'person', '李某某');
    await until(() => part(form, 'saved')?.textContent?.includes('已自动保存') === true);
    form.remove();
    const again = await showReady(returning(), { draftsOff: false, formId });
    expect(control(again, 'person').value).toBe('李某某');
    expect(part(again, 'start-over-button')?.textContent?.trim()).toBe('恢复为此前提交的内容');
    part(again, 'start-over-button')?.click();
    await until(() => control(again, 'person').value === '陈某某');
  });

  it('lets a draft go that is older than the return', async () => {
    const formId = `answer-${Math.random()}`;
    vi.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-30T12:00:00Z'));
    const form = await showReady(returning(), { draftsOff: false, formId });
    type(form, 'person', '李某某');
    await until(() => part(form, 'saved')?.textContent?.includes('已自动保存') === true);
    form.remove();
    const again = await showReady(returning(), { draftsOff: false, formId });
    expect(control(again, 'person').value).toBe('陈某某');
    expect(part(again, 'restored')).toBeNull();
  });

  it('takes reference and key from the page’s address, and leads to the status all the same', async () => {
    location.hash = `#reference=${REFERENCE}&key=${KEY}`;
    const client = returning();
    const form = await showReady(client, { statusUrl: undefined, fromFragment: true });
    location.hash = '#form'; // a link within the page
    await form.updateComplete;
    send(form);
    await until(() => part(form, 'receipt') !== null);
    expect(client.submissions.resubmit.calls[0]?.query).toMatchObject({ reference: REFERENCE, key: KEY });
    expect(part(form, 'status-link')?.getAttribute('href')).toBe(statusUrl);
  });

  it('is a form like any other where the address names nothing', async () => {
    const client = returning();
    const form = await show(client, { statusUrl: undefined, fromFragment: true });
    await formReady(form);
    expect(part(form, 'returned')).toBeNull();
    expect(client.submissions.state.calls).toHaveLength(0);
  });

  it('says so when nothing is to be corrected any more', async () => {
    const client = returning();
    client.submissions.state.answer({ ...returnedState(), status: 'submitted', actions: ['withdraw'] });
    const form = await show(client);
    await until(() => part(form, 'failed') !== null);
    expect(shown(form)).toContain('目前不需要修改');
    expect(part(form, 'status-link')?.getAttribute('href')).toBe(statusUrl);
    expect(part(form, 'form')).toBeNull();
  });

  it('says so when the submission is one of another form', async () => {
    const client = returning();
    client.submissions.state.answer(returnedState('enquiry'));
    const form = await show(client);
    await until(() => shown(form).includes('不能用本表单修改'));
  });

  it.each([
    ['the key is wrong', { statusUrl }, 404, '没有查到要修改的提交'],
    ['the link is none', { statusUrl: 'https://platform.example.org/' }, 200, '没有查到要修改的提交'],
    ['it was erased', { statusUrl }, 410, '已从平台删除'],
  ])('says so when %s', async (_, properties, status, words) => {
    const client = returning();
    if (status !== 200) client.submissions.state.defer().reject(problem(status));
    const form = await show(client, properties);
    await until(() => shown(form).includes(words));
    expect(part(form, 'form')).toBeNull();
  });

  it('tries again what could not be read', async () => {
    const client = returning();
    client.submissions.state.defer().reject(new NetworkError({ offline: false }));
    const form = await show(client);
    await until(() => part(form, 'retry-button') !== null);
    part(form, 'retry-button')?.click();
    await until(() => part(form, 'returned') !== null);
  });

  it('keeps what was typed where the platform no longer waits for it, and does not try for ever', async () => {
    const client = returning();
    client.submissions.resubmit.defer().reject(problem(409, 'https://yuniao.dev/problems/step-unknown'));
    const form = await showReady(client);
    type(form, 'person', '李某某');
    send(form);
    await until(() => part(form, 'failed') !== null);
    expect(shown(form)).toContain('已不在“退回修改”状态');
    expect(control(form, 'person').value).toBe('李某某');
  });

  it('leads to the field that the platform finds wrong', async () => {
    const client = returning();
    client.submissions.resubmit.answer(() => {
      throw new HttpError({
        status: 422,
        problem: {
          type: 'about:blank',
          title: '',
          status: 422,
          errors: [{ path: 'draft.constraints.zh-CN', code: 'invalid', message: '不行。' }],
        },
      });
    });
    const form = await showReady(client);
    send(form);
    await until(() => form.shadowRoot?.activeElement?.id === 'constraints.zh-CN');
  });

  it('begins anew with another link, and is empty without one', async () => {
    const client = returning();
    const form = await showReady(client);
    form.statusUrl = statusUrl.replace('X9MT', 'AAAA');
    await until(() => client.submissions.state.calls.at(-1)?.query.reference === 'D26-7K4Q-AAAA');
    await until(() => part(form, 'returned')?.textContent?.includes('D26-7K4Q') === true);
    form.statusUrl = undefined as never;
    await formReady(form);
    expect(part(form, 'returned')).toBeNull();
    expect(form.value).toEqual({});
  });

  it('speaks English on an English page', async () => {
    const form = await show(returning(), {}, 'en');
    await until(() => part(form, 'returned')?.textContent?.includes('Returned for revision') === true);
    expect(part(form, 'returned-note')?.lang).toBe('zh-CN');
  });
});
