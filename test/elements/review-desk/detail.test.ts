import { beforeAll, describe, expect, it, vi } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import { HttpError, NetworkError } from '../../../src/sdk/index.js';
import { dayIn } from '../../../src/elements/review-desk/detail/day.js';
import { daysAgo, sampleSubmission } from '../../support/desk-samples.js';
import { createFakeClient } from '../../support/fake-client.js';
import { until } from '../../support/testing.js';
import { button, choose, field, has, part, root, showOne, textOf } from './support.js';

const DEMAND = 'D26-7K4Q-X9MT';
const ACHIEVEMENT = 'A26-5NQ8-2WXC';

beforeAll(() => screen.viewport(1400, 1000));

const note = (element: Parameters<typeof field>[0]): HTMLTextAreaElement =>
  field<HTMLTextAreaElement>(element, '告知提交人');

describe('one submission', () => {
  it('shows the public part beside the private one, with consents and files', async () => {
    const { element } = await showOne(DEMAND);
    const [open, hidden] = [part(element, 'public'), part(element, 'private')];
    expect(open.getBoundingClientRect().right).toBeLessThanOrEqual(hidden.getBoundingClientRect().left);
    await until(() => textOf(open).includes('需求类型 技术攻关'));
    expect(textOf(open)).toContain('检出灵敏度 ≤ 10 pC');
    expect(textOf(open)).toContain('上限 80 万元');
    expect(textOf(open)).toContain('期望解决日期 2027年6月');
    expect(textOf(open)).not.toMatch(/示例联系人|0571/);
    await until(() => textOf(hidden).includes('转交对接单位'));
    expect(textOf(hidden)).toContain('示例联系人');
    expect(textOf(hidden)).toContain('接收方：示例大学技术转移中心');
    expect(textOf(hidden)).toContain('现场照片.pdf application/pdf，1.4 MB');
  });

  it('says that a consent was withdrawn', async () => {
    const client = createFakeClient();
    const before = client.theDesk.submissions.get(DEMAND)!;
    const consents = before.consents.map((each, index) => (index === 1 ? { ...each, withdrawnAt: daysAgo(1) } : each));
    client.theDesk.submissions.set(DEMAND, { ...before, consents });
    const { element } = await showOne(DEMAND, {}, { client });
    expect(textOf(part(element, 'private'))).toContain('撤回，不得再用于此用途');
  });

  it('hands out a file as it came, under its own name', async () => {
    const { element, desk } = await showOne(DEMAND);
    const saved: [string, string][] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
      saved.push([this.download, this.protocol]);
    });
    button(element, '下载').click();
    await until(() => saved.length === 1);
    vi.restoreAllMocks();
    expect(saved).toEqual([['现场照片.pdf', 'blob:']]);
    expect(desk.attachment.calls[0]?.query).toBe('a1');
    desk.attachment.defer().reject(new NetworkError());
    button(element, '下载').click();
    await until(() => textOf(part(element, 'private')).includes('附件下载失败'));
  });

  it('tells who did what, when and why, the latest first', async () => {
    const { element } = await showOne(ACHIEVEMENT);
    const entries = [...part(element, 'history').querySelectorAll('li')].map(textOf);
    expect(entries).toHaveLength(4);
    expect(entries[0]).toMatch(/办公室 变更状态 初审中 → 公示中/);
    expect(entries[2]).toMatch(/办公室 变更状态 待受理 → 已退回修改 请补充相关知识产权/);
    expect(entries[3]).toMatch(/提交人 收到提交 待受理/);
  });

  it('marks what changed from version to version, to the character', async () => {
    const { element } = await showOne(ACHIEVEMENT);
    button(element, '对比版本').click();
    await until(() => has(element, 'compare'));
    const panel = part(element, 'compare');
    expect(textOf(panel)).toContain('共 2 处不同');
    const marks = (tag: string): string[] =>
      [...panel.querySelectorAll(tag)].map((each) => each.lastChild?.parentElement?.textContent?.trim() ?? '');
    expect(marks('del').map((each) => each.replace('删去：', ''))).toEqual(['二十', '一', '200']);
    expect(marks('ins').map((each) => each.replace('新增：', ''))).toEqual(['二', '十五', '两', '300']);
  });

  it('never takes text for markup, wherever it stands', async () => {
    const evil = '<img src=x onerror="window.hit=1">{{7*7}}';
    const client = createFakeClient();
    const before = sampleSubmission();
    client.theDesk.submissions.set(DEMAND, {
      ...before,
      title: { 'zh-CN': evil },
      draft: { ...before.draft, title: { 'zh-CN': evil }, problem: { 'zh-CN': evil }, url: `javascript:${evil}` },
      submitter: { ...before.submitter!, person: evil },
      attachments: [{ id: 'a', name: evil, mediaType: evil, size: 1 }],
      objections: [{ id: 'o', at: daysAgo(1), text: evil }],
      duplicates: [{ kind: 'demand', id: evil.slice(0, 60), title: { 'zh-CN': evil }, status: evil, likeness: 1 }],
      history: [{ ...before.history[0]!, actor: evil, action: evil, note: { 'zh-CN': evil } }],
    });
    const { element } = await showOne(DEMAND, {}, { client });
    for (const words of ['编辑内容']) button(element, words).click();
    await until(() => has(element, 'editor'));
    expect(root(element).querySelectorAll('img, script, [onerror]')).toHaveLength(0);
    expect([...root(element).querySelectorAll('a')].map(({ protocol }) => protocol)).not.toContain('javascript:');
    expect((window as { hit?: number }).hit).toBeUndefined();
    expect(textOf(part(element, 'public'))).toContain(evil);
  });
});

describe('the next step', () => {
  it('is taken with a note, and the queue follows', async () => {
    const { element, desk } = await showOne(DEMAND);
    const changed = vi.fn();
    element.addEventListener('yn-submission-changed', changed);
    button(element, '受理，进入初审').click();
    await until(() => has(element, 'step-confirm'));
    part(element, 'step-confirm').click();
    await until(() => textOf(part(element, 'detail')).includes('初审中'));
    expect(desk.transition.calls[0]?.query).toEqual({ reference: DEMAND, request: { to: 'firstReview', version: 1 } });
    expect(changed.mock.calls[0]?.[0].detail).toEqual({ reference: DEMAND, status: 'firstReview' });
    const row = root(element).querySelector(`[data-reference="${DEMAND}"]`)!.closest('tr');
    expect(textOf(row)).toContain('初审中');
  });

  it('returns with a common reason that can be changed, in two languages', async () => {
    const { element, desk } = await showOne(DEMAND);
    button(element, '退回修改').click();
    await until(() => has(element, 'step-form'));
    part(element, 'step-confirm').click();
    await until(() => textOf(part(element, 'step-form')).includes('请填写告知提交人的内容'));
    expect(root(element).activeElement?.id).toBe('step-note');
    expect(note(element).getAttribute('aria-invalid')).toBe('true');
    button(element, '另附英语').click();
    await until(() => textOf(part(element, 'step-form')).includes('告知提交人（英语）'));
    await until(() => field<HTMLSelectElement>(element, '常用意见') !== null);
    await choose(field<HTMLSelectElement>(element, '常用意见'), '1');
    await until(() => note(element).value.startsWith('请补充可量化的技术指标'));
    await userEvent.type(note(element), '谢谢。');
    part(element, 'step-confirm').click();
    await until(() => desk.submissions.get(DEMAND)?.status === 'returned');
    const { note: sent } = desk.transition.calls[0]!.query.request;
    expect(sent).toEqual({
      'zh-CN': '请补充可量化的技术指标（名称、数值、单位），以便匹配合适的成果和团队。谢谢。',
      en: 'Please add the figures that a solution has to reach (name, value, unit), so that it can be matched.',
    });
  });

  it('closes with a reason from the list', async () => {
    const { element, desk } = await showOne(DEMAND);
    button(element, '关闭办结').click();
    await until(() => field<HTMLSelectElement>(element, '关闭原因').options.length > 3);
    part(element, 'step-confirm').click();
    await until(() => textOf(part(element, 'step-form')).includes('请选择关闭原因'));
    await choose(field<HTMLSelectElement>(element, '关闭原因'), 'not-our-field');
    part(element, 'step-confirm').click();
    await until(() => desk.submissions.get(DEMAND)?.status === 'closed');
    expect(desk.transition.calls[0]?.query.request).toMatchObject({ to: 'closed', reason: 'not-our-field' });
  });

  it('starts a public notice of fifteen days at least', async () => {
    const client = createFakeClient();
    client.theDesk.submissions.set(DEMAND, { ...client.theDesk.submissions.get(DEMAND)!, status: 'review' });
    const { element, desk } = await showOne(DEMAND, {}, { client });
    button(element, '开始公示').click();
    await until(() => has(element, 'step-form'));
    expect(textOf(part(element, 'step-form'))).toContain('向社会公开');
    const end = field(element, '公示截止日期');
    const days = (Date.parse(end.value) - Date.parse(dayIn(0))) / 86_400_000;
    expect(Math.round(days)).toBe(15);
    const { value } = end;
    await userEvent.fill(end, '2026-01-01');
    part(element, 'step-confirm').click();
    await until(() => textOf(part(element, 'step-form')).includes('公示期不足 15 天'));
    await userEvent.fill(end, value);
    field(element, '受让方与完成人').click();
    part(element, 'step-confirm').click();
    await until(() => desk.submissions.get(DEMAND)?.status === 'publicNotice');
    expect(desk.transition.calls[0]?.query.request.notice).toEqual({ end: value, relatedParty: true });
  });

  it('says why it cannot be taken yet, to ears as well as to eyes', async () => {
    const { element, desk } = await showOne(ACHIEVEMENT);
    const publish = button(element, '发布', part(element, 'steps'));
    expect(publish.getAttribute('aria-disabled')).toBe('true');
    const reason = root(element).getElementById(publish.getAttribute('aria-describedby')!);
    expect(textOf(reason)).toBe('发布：尚有异议未处理，请先处理异议');
    publish.focus();
    expect(root(element).activeElement).toBe(publish);
    publish.click();
    await element.updateComplete;
    expect(has(element, 'step-form')).toBe(false);
    expect(desk.transition.calls).toEqual([]);
  });

  it('keeps the note when it fails, and while another submission is looked at', async () => {
    const { element, desk } = await showOne(DEMAND);
    button(element, '退回修改').click();
    await until(() => has(element, 'step-form'));
    await userEvent.fill(note(element), '写了很久的意见');
    desk.transition.defer().reject(new NetworkError());
    part(element, 'step-confirm').click();
    await until(() => textOf(part(element, 'step-form')).includes('没有保存成功'));
    expect(note(element).value).toBe('写了很久的意见');
    root(element).querySelector<HTMLElement>(`[data-reference="${ACHIEVEMENT}"]`)!.click();
    await until(() => textOf(part(element, 'detail-title')).includes(ACHIEVEMENT));
    root(element).querySelector<HTMLElement>(`[data-reference="${DEMAND}"]`)!.click();
    await until(() => has(element, 'step-form'));
    expect(note(element).value).toBe('写了很久的意见');
  });

  it('is not taken over what somebody else did; the note stays', async () => {
    const { element, desk } = await showOne(DEMAND);
    button(element, '退回修改').click();
    await until(() => has(element, 'step-form'));
    await userEvent.fill(note(element), '意见');
    const before = desk.submissions.get(DEMAND)!;
    desk.submissions.set(DEMAND, { ...before, assignee: '科技局', version: 2 });
    part(element, 'step-confirm').click();
    await until(() => textOf(part(element, 'step-form')).includes('已被他人变更'));
    await until(() => textOf(part(element, 'detail')).includes('经办人：科技局'));
    expect(note(element).value).toBe('意见');
    part(element, 'step-confirm').click();
    await until(() => desk.submissions.get(DEMAND)?.status === 'returned');
  });

  it('shows what the platform does not accept, and what the scopes do not allow', async () => {
    const { element, desk } = await showOne(DEMAND);
    button(element, '受理，进入初审').click();
    await until(() => has(element, 'step-confirm'));
    desk.transition.defer().reject(
      new HttpError({
        status: 422,
        problem: {
          type: 'about:blank',
          title: 'x',
          status: 422,
          errors: [{ path: 'note', code: 'missing', message: '请填写此项。' }],
        },
      }),
    );
    part(element, 'step-confirm').click();
    await until(() => textOf(part(element, 'step-form')).includes('请填写此项。'));
    desk.transition.defer().reject(new HttpError({ status: 403 }));
    part(element, 'step-confirm').click();
    await until(() => textOf(part(element, 'step-form')).includes('没有执行此操作的权限'));
  });
});

describe('what else is done with it', () => {
  it('is taken over, and given back', async () => {
    const { element, desk } = await showOne(DEMAND);
    button(element, '由我经办').click();
    await until(() => textOf(part(element, 'detail')).includes('经办人：办公室'));
    button(element, '取消分派').click();
    await until(() => desk.submissions.get(DEMAND)?.assignee === undefined && desk.assign.calls.length === 2);
  });

  it('is merged into what is the same', async () => {
    const { element, desk } = await showOne(ACHIEVEMENT);
    expect(textOf(part(element, 'duplicates'))).toContain('相似度 72%');
    button(element, '并入此件').click();
    await until(() => textOf(part(element, 'duplicates')).includes('并入 A26-0000-0001 并关闭'));
    button(element, '确认：并入此件').click();
    await until(() => desk.submissions.get(ACHIEVEMENT)?.mergedInto === 'A26-0000-0001');
  });

  it('has its objections settled, with reasons', async () => {
    const { element, desk } = await showOne(ACHIEVEMENT);
    button(element, '处理异议').click();
    await until(() => textOf(part(element, 'objections')).includes('处理结论'));
    button(element, '确认：处理异议').click();
    await until(() => textOf(part(element, 'objections')).includes('请选择处理结论'));
    field(element, '异议不成立').click();
    await userEvent.fill(field<HTMLTextAreaElement>(element, '处理说明'), '权属已核实，无争议。');
    button(element, '确认：处理异议').click();
    await until(() => textOf(part(element, 'objections')).includes('权属已核实，无争议。'));
    expect(desk.settle.calls[0]?.query.request).toMatchObject({ id: 'o1', upheld: false, version: 4 });
    await until(() => textOf(part(element, 'steps')).includes('公示尚未结束'));
  });

  it('has its personal data given out, and erased once the reference is typed', async () => {
    const { element, desk } = await showOne(DEMAND);
    const saved: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    button(element, '个人信息权利').click();
    await until(() => has(element, 'privacy'));
    part(element, 'export-data-button').click();
    await until(() => saved.length === 1);
    vi.restoreAllMocks();
    expect(saved).toEqual([`${DEMAND}.json`]);
    await userEvent.fill(field(element, '请输入编号'), 'D26-0000-0000');
    part(element, 'erase-button').click();
    await until(() => textOf(part(element, 'privacy')).includes('与此件不一致'));
    expect(desk.erase.calls).toEqual([]);
    await userEvent.fill(field(element, '请输入编号'), DEMAND);
    part(element, 'erase-button').click();
    await until(() => textOf(part(element, 'private')).includes('个人信息已清除'));
    expect(element.shadowRoot!.textContent).not.toContain('示例联系人');
  });

  it('offers nothing about personal data to those who may not', async () => {
    const client = createFakeClient();
    client.theDesk.me.answer({ label: '窗口', scopes: ['desk'] });
    const { element } = await showOne(DEMAND, {}, { client });
    expect(has(element, 'privacy-button')).toBe(false);
  });

  it('is printed without what only a screen needs', async () => {
    const { element } = await showOne(DEMAND);
    const printed = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    button(element, '打印').click();
    expect(printed).toHaveBeenCalledOnce();
    vi.restoreAllMocks();
  });
});
