import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../src/elements/submission-status/define.js';
import type { SubmissionChangeDetail, YnSubmissionStatus } from '../../../src/elements/submission-status/index.js';
import { NetworkError } from '../../../src/sdk/index.js';
import { createFakeClient, type FakeClient } from '../../support/fake-client.js';
import { sampleState } from '../../support/fake-submissions.js';
import { returnedState } from '../../support/returned-submission.js';
import { fixture, html, until } from '../../support/testing.js';
import { eventfulState, openManage, problemOf } from './support.js';

const REFERENCE = 'D26-7K4Q-X9MT';
const statusUrl = `https://platform.example.org/submissions/${REFERENCE}?key=secret`;

let client: FakeClient;
let element: YnSubmissionStatus;

async function show(properties: Partial<YnSubmissionStatus> = { statusUrl }): Promise<void> {
  element = await fixture<YnSubmissionStatus>(html`<yn-submission-status .client=${client}></yn-submission-status>`);
  Object.assign(element, properties);
  await element.updateComplete;
}

async function showReady(): Promise<void> {
  await show();
  await until(() => element.matches(':state(ready)'));
  await openManage(element);
}

function shownText(): string {
  return (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
}

function part<T extends HTMLElement = HTMLElement>(name: string): T {
  const found = element.shadowRoot?.querySelector<T>(`[part~="${name}"]`);
  if (!found) throw new Error(`no part ${name} in ${shownText()}`);
  return found;
}

beforeEach(() => {
  document.body.lang = 'zh-CN';
  client = createFakeClient();
});
afterEach(() => {
  location.hash = '';
  vi.restoreAllMocks();
});

describe('<yn-submission-status>', () => {
  it('shows where a submission stands, how it came there, and what the staff said', async () => {
    client.submissions.state.answer(eventfulState);
    await showReady();
    expect(client.submissions.state.calls[0]?.query).toEqual({ reference: REFERENCE, key: 'secret' });
    expect(part('status').textContent).toBe('公示');
    expect(shownText()).toContain('公示期 2026年12月10日 至 2026年12月24日');
    const steps = [...(element.shadowRoot?.querySelectorAll('[part=step]') ?? [])];
    expect(steps.map((step) => step.querySelector('strong')?.textContent)).toEqual([
      '已提交',
      '初审',
      '退回修改',
      '已提交',
      '公示',
    ]);
    expect(steps.at(-1)?.getAttribute('aria-current')).toBe('step');
    // Text from the network stays text
    expect(steps[2]?.querySelector('.step-note')?.textContent).toBe(
      '请补充耐温指标。\n例如：≥ 650 ℃，<b>连续</b> 1000 小时。',
    );
    const link = part<HTMLAnchorElement>('record-link');
    expect([link.href, link.referrerPolicy, link.rel]).toEqual([eventfulState.recordUrl, 'no-referrer', 'noreferrer']);
  });

  it('speaks English on an English page', async () => {
    document.body.lang = 'en';
    client.submissions.state.answer(eventfulState);
    await showReady();
    await until(() => shownText().includes('Returned for revision'));
    expect(shownText()).toContain('Predicting the failure of hot bearings');
    expect(element.shadowRoot?.querySelector('.step-note')?.getAttribute('lang')).toBe('zh-CN');
  });

  it('makes no link of an address that is none', async () => {
    client.submissions.state.answer({ ...eventfulState, recordUrl: 'javascript:alert(1)' });
    await showReady();
    expect(element.shadowRoot?.querySelector('[part=record-link]')).toBeNull();
  });

  it('shows a status that it does not know by the word that comes with it', async () => {
    client.submissions.state.answer({
      ...sampleState,
      status: 'onHold',
      statusLabel: '暂缓',
      steps: [{ status: 'onHold', at: sampleState.receivedAt, reason: 'no-such-reason' }],
    });
    await showReady();
    expect(part('status').textContent).toBe('暂缓');
    expect(shownText()).toContain('原因：no-such-reason');
  });

  it('takes reference and key from attributes, or from the fragment where the author wants that', async () => {
    await show({ reference: 'A26-0000-0001', key: 'k1' });
    await until(() => client.submissions.state.calls.length === 1);
    expect(client.submissions.state.calls[0]?.query).toEqual({ reference: 'A26-0000-0001', key: 'k1' });
    location.hash = '#reference=E26-0000-0002&key=k2';
    await show({});
    await element.updateComplete;
    expect(client.submissions.state.calls).toHaveLength(1);
    element.fromFragment = true;
    await until(() => client.submissions.state.calls.length === 2);
    expect(client.submissions.state.calls[1]?.query).toEqual({ reference: 'E26-0000-0002', key: 'k2' });
    location.hash = '#reference=E26-0000-0003&key=k3';
    await until(() => client.submissions.state.calls.length === 3);
  });

  it('never shows one submission in the place of another', async () => {
    client.submissions.state.answer({ ...sampleState, title: { 'zh-CN': '甲' } });
    await showReady();
    expect(shownText()).toContain('甲');
    const next = client.submissions.state.defer();
    Object.assign(element, { statusUrl: undefined, reference: 'A26-0000-0001', key: 'k1' });
    await element.updateComplete;
    await next.called;
    expect(shownText()).not.toContain('甲');
  });
});

describe('the question for the link', () => {
  async function ask(link: string, key = ''): Promise<void> {
    const [linkInput, keyInput] = element.shadowRoot?.querySelectorAll('input') ?? [];
    if (!linkInput || !keyInput) throw new Error('there is no form');
    await userEvent.fill(linkInput, link);
    if (key) await userEvent.fill(keyInput, key);
    linkInput.focus();
    await userEvent.keyboard('{Enter}');
    await element.updateComplete;
  }

  it.each([
    ['a link', statusUrl, ''],
    ['a link within a message', `请保存：${statusUrl} （查询链接）`, ''],
    ['reference and key', REFERENCE, 'secret'],
    ['a reference from another keyboard', ' ｄ26-7k4q-x9mt ', 'secret'],
  ])('is answered by %s', async (_, link, key) => {
    await show({});
    await ask(link, key);
    await until(() => element.matches(':state(ready)'));
    expect(client.submissions.state.calls[0]?.query).toEqual({ reference: REFERENCE, key: 'secret' });
  });

  it.each([
    ['', ''],
    ['https://example.org/', ''],
    [REFERENCE, ''],
    ['我的需求', 'secret'],
  ])('says what is missing after %j and %j', async (link, key) => {
    await show({});
    await ask(link || ' ', key);
    expect(element.shadowRoot?.querySelector('[role=alert]')?.textContent).toContain('请粘贴完整的查询链接');
    expect(client.submissions.state.calls).toEqual([]);
  });

  it('is asked again where there is no such submission', async () => {
    client.submissions.state.defer().reject(problemOf(404));
    const errors: unknown[] = [];
    await show({});
    element.addEventListener('yn-error', ({ detail }) => errors.push(detail.error));
    await ask(REFERENCE, 'wrong');
    await until(() => shownText().includes('没有查到这项提交'));
    expect(errors).toHaveLength(1);
    part('again-button').click();
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement?.id).toBe('link');
    await ask(statusUrl);
    await until(() => element.matches(':state(ready)'));
  });

  it('leaves no trace of the key in address, storage and console', async () => {
    const logged = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name));
    const kept = vi.spyOn(Storage.prototype, 'setItem');
    const databases = vi.spyOn(IDBFactory.prototype, 'open');
    const address = location.href;
    await show({});
    await ask(REFERENCE, 'secret');
    await until(() => element.matches(':state(ready)'));
    client.submissions.state.defer().reject(new NetworkError());
    element.refresh();
    await until(() => element.matches(':state(error)'));
    expect(location.href).toBe(address);
    expect(kept).not.toHaveBeenCalled();
    expect(databases).not.toHaveBeenCalled();
    expect(JSON.stringify(logged.map(({ mock }) => mock.calls))).not.toContain('secret');
    expect(element.outerHTML).not.toContain('secret');
    expect(element.shadowRoot?.innerHTML).not.toContain('secret');
  });
});

describe('what its submitter can do', () => {
  it('takes a consent back, after it was asked', async () => {
    const changes: SubmissionChangeDetail[] = [];
    await showReady();
    element.addEventListener('yn-change', ({ detail }) => changes.push(detail));
    client.submissions.withdrawConsent.answer({
      ...sampleState,
      consents: sampleState.consents.map((consent) => ({ ...consent, withdrawnAt: '2026-12-01T00:00:00.000Z' })),
    });
    part('withdraw-consent-button').click();
    await element.updateComplete;
    expect(part('question').textContent).toContain('要撤回“受理与联系”的同意吗？');
    expect(client.submissions.withdrawConsent.calls).toEqual([]);
    part('confirm-button').click();
    await until(() => shownText().includes('已撤回同意。'));
    expect(client.submissions.withdrawConsent.calls[0]?.query).toEqual({
      reference: REFERENCE,
      key: 'secret',
      consent: { purpose: 'contact', recipient: '示例平台' },
    });
    expect(element.shadowRoot?.querySelector('[part=withdraw-consent-button]')).toBeNull();
    expect(changes.map(({ action }) => action)).toEqual(['withdrawConsent']);
  });

  it('takes the submission back, once, and no more can be done', async () => {
    await showReady();
    const answer = client.submissions.withdraw.defer();
    part('withdraw-button').click();
    await element.updateComplete;
    part('confirm-button').click();
    part('confirm-button').click();
    await answer.called;
    answer.resolve({ ...sampleState, status: 'closed', actions: [] });
    await until(() => part('status').textContent === '已关闭');
    expect(shownText()).toContain('已撤回提交。');
    expect(client.submissions.withdraw.calls).toHaveLength(1);
    expect(element.shadowRoot?.querySelector('[part=withdraw-button]')).toBeNull();
  });

  it('erases the personal data, by keyboard alone, and not when the answer is no', async () => {
    await showReady();
    const opener = part('erase-button');
    opener.focus();
    await userEvent.keyboard('{Enter}');
    await until(() => element.shadowRoot?.activeElement === element.shadowRoot?.querySelector('[part=keep-button]'));
    await userEvent.keyboard('{Escape}');
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement).toBe(opener);
    expect(client.submissions.erase.calls).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await until(() => element.shadowRoot?.activeElement === element.shadowRoot?.querySelector('[part=keep-button]'));
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await until(() => shownText().includes('已删除您的个人信息。'));
    expect(client.submissions.erase.calls).toHaveLength(1);
  });

  it('says why a step was not taken, and lets it be tried again', async () => {
    const errors: unknown[] = [];
    await showReady();
    element.addEventListener('yn-error', ({ detail }) => errors.push(detail.error));
    client.submissions.withdraw.defer().reject(new NetworkError());
    part('withdraw-button').click();
    await element.updateComplete;
    part('confirm-button').click();
    await until(() => shownText().includes('网络连接失败'));
    expect(errors).toHaveLength(1);
    part('confirm-button').click();
    await until(() => shownText().includes('已撤回提交。'));
  });

  it('gets the personal data as a file', async () => {
    const files: { name: string; text: Promise<string> }[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      files.push({ name: this.download, text: fetch(this.href).then(async (response) => response.text()) });
    });
    client.submissions.personalData.answer({
      ...(await client.submissions.personalData(REFERENCE, 'secret')),
      submitter: { person: '张三', phone: '0571-88000000' },
    });
    await showReady();
    part('download-button').click();
    await until(() => files.length === 1);
    expect(files[0]?.name).toBe(`${REFERENCE}.json`);
    expect(JSON.parse((await files[0]?.text) ?? '')).toMatchObject({ submitter: { person: '张三' } });
  });

  it('is offered only where the platform allows it', async () => {
    client.submissions.state.answer({ ...sampleState, actions: [] });
    await showReady();
    for (const name of ['withdraw-button', 'erase-button', 'download-button', 'withdraw-consent-button'])
      expect(element.shadowRoot?.querySelector(`[part=${name}]`), name).toBeNull();
  });

  describe('with what was returned', () => {
    const button = (): HTMLElement | null =>
      element.shadowRoot?.querySelector<HTMLElement>('[part=resubmit-button]') ?? null;

    it('leads to the page with the form, the secret in its fragment', async () => {
      client.submissions.state.answer(returnedState());
      await show({ statusUrl, editHrefDemand: 'forms/demand.html?from=status' });
      await until(() => button() !== null);
      const { href, textContent, referrerPolicy } = button() as HTMLAnchorElement;
      expect(textContent?.trim()).toBe('修改后重新提交');
      expect(href).toBe(
        new URL(`forms/demand.html?from=status#reference=${REFERENCE}&key=secret`, document.baseURI).href,
      );
      expect(referrerPolicy).toBe('no-referrer');
    });

    it('leads to no page of another kind, and to no address that is none of the web', async () => {
      client.submissions.state.answer(returnedState('enquiry'));
      await show({ statusUrl, editHrefDemand: 'demand.html', editHrefEnquiry: 'javascript:alert(1)' });
      await until(() => button() !== null);
      expect(button()?.localName).toBe('button');
    });

    it('leaves it to the page that takes the event', async () => {
      client.submissions.state.answer(returnedState());
      await show();
      await until(() => button() !== null);
      const details: unknown[] = [];
      const take = (event: Event): void => {
        details.push((event as CustomEvent<unknown>).detail);
        event.preventDefault();
      };
      document.addEventListener('yn-resubmit', take, { once: true });
      button()?.click();
      expect(details).toEqual([{ reference: REFERENCE, key: 'secret', kind: 'demand', statusUrl }]);
      await element.updateComplete;
      expect(shownText()).not.toContain('本页面没有修改入口');
      button()?.click();
      await until(() => shownText().includes('本页面没有修改入口'));
    });

    it('is not offered where there is nothing to correct', async () => {
      await showReady();
      expect(button()).toBeNull();
    });
  });
});
