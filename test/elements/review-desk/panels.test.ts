import { beforeAll, describe, expect, it, vi } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import { HttpError, NetworkError } from '../../../src/sdk/index.js';
import { until } from '../../support/testing.js';
import { button, choose, field, has, part, root, showOne, showQueue, textOf } from './support.js';

const DEMAND = 'D26-7K4Q-X9MT';

beforeAll(() => screen.viewport(1400, 1000));

async function edited(): Promise<Awaited<ReturnType<typeof showOne>>> {
  const shown = await showOne(DEMAND);
  button(shown.element, '编辑内容').click();
  await until(() => has(shown.element, 'editor'));
  return shown;
}

const input = (element: HTMLElement, path: string): HTMLInputElement =>
  element.shadowRoot!.querySelector<HTMLInputElement>(`[id="edit-${path}"]`)!;

describe('the editor', () => {
  it('has a field for every value, and sends the draft as it shall stand', async () => {
    const { element, desk } = await edited();
    await until(() => input(element, 'demandType').tagName === 'SELECT');
    expect(part(element, 'save-button').getAttribute('aria-disabled')).toBe('true');
    await userEvent.fill(input(element, 'title.zh-CN'), '电缆附件放电监测');
    await userEvent.fill(input(element, 'indicators.0.value'), '5.5');
    await userEvent.fill(input(element, 'deadline'), '');
    await choose(input(element, 'demandType') as unknown as HTMLSelectElement, 'testing');
    await userEvent.fill(field(element, '修改原因'), '按电话沟通修改');
    part(element, 'save-button').click();
    await until(() => desk.edit.calls.length === 1 && !has(element, 'editor'));
    const { draft, version, note } = desk.edit.calls[0]!.query.request;
    expect({ version, note }).toEqual({ version: 1, note: '按电话沟通修改' });
    expect(draft).toMatchObject({ title: { 'zh-CN': '电缆附件放电监测' }, demandType: 'testing' });
    expect((draft['indicators'] as object[])[0]).toMatchObject({ value: 5.5, operator: '<=' });
    expect(draft).not.toHaveProperty('deadline');
    expect(textOf(part(element, 'detail-title'))).toContain('电缆附件放电监测');
    expect(has(element, 'compare-button')).toBe(true);
  });

  it('adds a language, an entry and a field, and leaves out what stays empty', async () => {
    const { element, desk } = await edited();
    root(element).querySelector<HTMLElement>('[aria-label^="添加英语"]')!.click();
    await until(() => input(element, 'summary.en') !== null);
    await userEvent.fill(input(element, 'summary.en'), 'In English');
    root(element).querySelector<HTMLElement>('[aria-label^="添加一项: 量化指标"]')!.click();
    await until(() => input(element, 'indicators.2.value') !== null);
    await choose(field<HTMLSelectElement>(element, '添加字段'), 'constraints');
    await until(() => input(element, 'constraints.zh-CN') !== null);
    await userEvent.fill(input(element, 'constraints.zh-CN'), '不停电');
    part(element, 'save-button').click();
    await until(() => desk.edit.calls.length === 1);
    const { draft } = desk.edit.calls[0]!.query.request;
    expect(draft['indicators']).toHaveLength(2);
    expect(draft).toMatchObject({ summary: { en: 'In English' }, constraints: { 'zh-CN': '不停电' } });
  });

  it('puts what somebody else changed with what is typed, and shows both where they differ', async () => {
    const { element, desk } = await edited();
    await userEvent.fill(input(element, 'title.zh-CN'), '我的名称');
    const before = desk.submissions.get(DEMAND)!;
    desk.submissions.set(DEMAND, {
      ...before,
      version: 2,
      draft: { ...before.draft, title: { ...before.title, 'zh-CN': '对方的名称' }, deadline: '2028' },
    });
    part(element, 'save-button').click();
    await until(() => textOf(part(element, 'editor')).includes('有 1 处您和对方都改了'));
    expect(input(element, 'title.zh-CN').value).toBe('我的名称');
    expect(input(element, 'deadline').value).toBe('2028');
    expect(textOf(part(element, 'editor'))).toContain('对方改为： 对方的名称');
    button(element, '采用对方的内容').click();
    await until(() => input(element, 'title.zh-CN').value === '对方的名称');
    await userEvent.fill(input(element, 'title.zh-CN'), '商量好的名称');
    part(element, 'save-button').click();
    await until(() => desk.submissions.get(DEMAND)?.version === 3);
    expect(desk.submissions.get(DEMAND)?.draft).toMatchObject({ title: { 'zh-CN': '商量好的名称' }, deadline: '2028' });
  });

  it('says at the field what the platform does not accept, and loses nothing', async () => {
    const { element, desk } = await edited();
    await userEvent.fill(input(element, 'indicators.0.value'), '十');
    const errors = [{ path: 'draft.indicators.0.value', code: 'type', message: '请填写数字。' }];
    desk.edit
      .defer()
      .reject(new HttpError({ status: 422, problem: { type: 'about:blank', title: 'x', status: 422, errors } }));
    part(element, 'save-button').click();
    await until(() => input(element, 'indicators.0.value').getAttribute('aria-invalid') === 'true');
    expect(textOf(part(element, 'editor'))).toContain('量化指标 · 第 1 项 · 数值: 请填写数字。');
    expect(input(element, 'indicators.0.value').value).toBe('十');
    desk.edit.defer().reject(new NetworkError());
    part(element, 'save-button').click();
    await until(() => textOf(part(element, 'editor')).includes('没有保存成功'));
    expect(input(element, 'indicators.0.value').value).toBe('十');
  });
});

describe('upload and export', () => {
  async function opened(): Promise<Awaited<ReturnType<typeof showQueue>>> {
    const shown = await showQueue();
    button(shown.element, '批量与导出').click();
    await until(() => has(shown.element, 'bulk'));
    return shown;
  }

  it('checks a sheet row by row before it takes it', async () => {
    const { element, desk } = await opened();
    button(element, '3. 检查文件').click();
    await until(() => textOf(part(element, 'bulk')).includes('请先选择文件'));
    const file = root(element).querySelector<HTMLInputElement>('input[type=file]')!;
    await userEvent.upload(file, new File(['需求名称\n甲\n'], '需求.csv', { type: 'text/csv' }));
    button(element, '3. 检查文件').click();
    await until(() => textOf(part(element, 'bulk')).includes('共 3 行，可导入 2 行，有问题 1 行。'));
    expect(textOf(part(element, 'bulk').querySelector('table'))).toBe('行 列 问题 3 需求名称 缺少名称。');
    expect(textOf(part(element, 'bulk'))).toContain('以下列未被识别，内容不会导入：备注栏');
    expect(desk.upload.calls.map(({ query }) => query)).toEqual([{ kind: 'demand', dryRun: true }]);
    button(element, '4. 正式导入 2 件').click();
    await until(() => textOf(part(element, 'bulk')).includes('已导入 2 件；0 行此前已导入过，1 行有问题未导入。'));
    expect(desk.upload.calls.at(-1)?.query).toEqual({ kind: 'demand', dryRun: false });
  });

  it('says why a file could not be dealt with', async () => {
    const { element, desk } = await opened();
    const file = root(element).querySelector<HTMLInputElement>('input[type=file]')!;
    await userEvent.upload(file, new File(['x'], 'x.csv'));
    const problem = { type: 'about:blank', title: '无法识别', status: 422, detail: '找不到列名。' };
    desk.upload.defer().reject(new HttpError({ status: 422, problem }));
    button(element, '3. 检查文件').click();
    await until(() => textOf(part(element, 'bulk')).includes('找不到列名。'));
    expect(textOf(part(element, 'bulk'))).toContain('未导入任何内容');
  });

  it('gives templates and what the queue shows as files', async () => {
    const { element } = await opened();
    const saved: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    for (const [words, name] of [
      ['Excel 模板', '技术需求.xlsx'],
      ['导出 CSV', 'yuniao-desk.csv'],
    ] as const) {
      button(element, words).click();
      await until(() => saved.at(-1) === name);
      await element.updateComplete;
    }
    vi.restoreAllMocks();
  });
});

describe('by keyboard alone', () => {
  it('an operator signs in, reads, and publishes', async () => {
    const { show } = await import('./support.js');
    const { element, desk } = await show();
    const before = desk.submissions.get(DEMAND)!;
    desk.submissions.clear();
    desk.submissions.set(DEMAND, { ...before, status: 'firstReview' });
    const focused = (): HTMLElement | null => root(element).activeElement as HTMLElement | null;
    const tabTo = async (words: string): Promise<void> => {
      for (let presses = 0; presses < 80 && !textOf(focused()).startsWith(words); presses += 1)
        await userEvent.keyboard('{Tab}');
      expect(textOf(focused())).toContain(words);
    };
    await userEvent.keyboard('{Tab}');
    expect((focused() as HTMLInputElement).name).toBe('token');
    await userEvent.keyboard('ynt_fake{Enter}');
    await until(() => has(element, 'rows') && focused()?.className === 'heading-0');
    await tabTo('高压电缆');
    await userEvent.keyboard('{Enter}');
    await until(() => focused()?.id === 'detail-title' && has(element, 'step-button'));
    await tabTo('发布');
    await userEvent.keyboard('{Enter}');
    await until(() => has(element, 'step-form'));
    expect(textOf(part(element, 'step-form'))).toContain('任何人都能看到');
    await tabTo('确认：发布');
    await userEvent.keyboard('{Enter}');
    await until(() => desk.submissions.get(DEMAND)?.status === 'published');
    await until(() => textOf(part(element, 'detail')).includes('已发布'));
  });
});
