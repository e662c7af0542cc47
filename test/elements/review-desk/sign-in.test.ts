import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import { HttpError, NetworkError } from '../../../src/sdk/index.js';
import { DESK_TOKEN } from '../../support/fake-desk.js';
import { settled, until } from '../../support/testing.js';
import { button, choose, field, has, open, part, root, show, showQueue, textOf } from './support.js';

beforeAll(() => screen.viewport(1280, 900));
afterEach(() => {
  sessionStorage.clear();
});

const tokenField = (element: HTMLElement): HTMLInputElement => element.shadowRoot!.querySelector('input[name=token]')!;

describe('signing in', () => {
  it('asks for a token in a field that nobody reads over a shoulder and no browser keeps', async () => {
    const { element } = await show();
    expect(tokenField(element).type).toBe('password');
    expect(tokenField(element).autocomplete).toBe('off');
    expect(element.matches(':state(idle)')).toBe(true);
  });

  it('shows the queue to the one whose token it is, and keeps the token nowhere', async () => {
    const { element } = await show();
    const signedIn = vi.fn();
    element.addEventListener('yn-sign-in', signedIn);
    await userEvent.fill(tokenField(element), ` ${DESK_TOKEN} `);
    await userEvent.keyboard('{Enter}');
    await settled(element);
    await element.updateComplete;
    expect(textOf(root(element).querySelector('.who-am-i'))).toBe('当前操作员：办公室');
    expect(signedIn.mock.calls[0]?.[0].detail).toEqual({ label: '办公室', scopes: ['desk', 'publish', 'privacy'] });
    expect(JSON.stringify([...Object.entries(sessionStorage), ...Object.entries(localStorage)])).not.toContain(
      DESK_TOKEN,
    );
    expect(element.shadowRoot!.innerHTML).not.toContain(DESK_TOKEN);
  });

  it.each([
    ['', '请填写令牌。'],
    ['ynt_wrong', '令牌无效或已停用'],
    ['令牌', '令牌无效或已停用'],
  ])('says what is wrong with “%s”', async (token, words) => {
    const { element } = await show();
    await userEvent.fill(tokenField(element), token);
    part(element, 'sign-in-button').click();
    await until(() => textOf(root(element).querySelector('[role=alert]')).includes(words));
    expect(has(element, 'queue')).toBe(false);
  });

  it('tells a token that may not review', async () => {
    const { element, desk } = await show();
    desk.me.answer({ label: '数据组', scopes: ['import'] });
    await userEvent.fill(tokenField(element), DESK_TOKEN);
    part(element, 'sign-in-button').click();
    await until(() => textOf(root(element).querySelector('[role=alert]')).includes('没有审核权限'));
  });

  it('does not blame the token for the network, and tries it again', async () => {
    const { element, desk } = await show();
    desk.me.defer().reject(new NetworkError());
    await userEvent.fill(tokenField(element), DESK_TOKEN);
    part(element, 'sign-in-button').click();
    await until(() => textOf(root(element).querySelector('[role=alert]')).includes('未能登录'));
    button(element, '重试').click();
    await settled(element);
    expect(has(element, 'queue')).toBe(true);
  });

  it('keeps the token for the tab only where the page says so, and forgets it with the one who leaves', async () => {
    const { element } = await show({ remember: true });
    await userEvent.fill(tokenField(element), DESK_TOKEN);
    part(element, 'sign-in-button').click();
    await settled(element);
    expect(Object.values(sessionStorage)).toEqual([DESK_TOKEN]);
    element.remove();
    const again = await show({ remember: true });
    await settled(again.element);
    expect(has(again.element, 'queue')).toBe(true);
    part(again.element, 'sign-out-button').click();
    await until(() => has(again.element, 'sign-in'));
    expect(Object.values(sessionStorage)).toEqual([]);
  });

  it('takes the token to no other platform than the one it was typed for', async () => {
    const { element } = await show();
    await userEvent.fill(tokenField(element), DESK_TOKEN);
    part(element, 'sign-in-button').click();
    await settled(element);
    const other = await show();
    element.client = other.client;
    await until(() => has(element, 'sign-in'));
    expect(other.desk.me.calls).toEqual([]);
  });

  it('leaves nothing of the one before to the next', async () => {
    const { element } = await showQueue();
    await open(element, 'D26-7K4Q-X9MT');
    button(element, '退回修改').click();
    await until(() => has(element, 'step-form'));
    await userEvent.fill(field<HTMLTextAreaElement>(element, '告知提交人'), '给提交人的话');
    const left = vi.fn();
    element.addEventListener('yn-sign-out', left);
    part(element, 'sign-out-button').click();
    await until(() => has(element, 'sign-in'));
    expect(left).toHaveBeenCalledOnce();
    expect(element.shadowRoot!.textContent).not.toContain('示例联系人');
    await userEvent.fill(tokenField(element), DESK_TOKEN);
    part(element, 'sign-in-button').click();
    await settled(element);
    await open(element, 'D26-7K4Q-X9MT');
    expect(has(element, 'step-form')).toBe(false);
  });
});

describe('a token that ends in the middle', () => {
  it('asks for another, and what was typed is still there', async () => {
    const { element, desk } = await showQueue();
    await open(element, 'D26-7K4Q-X9MT');
    button(element, '退回修改').click();
    await until(() => has(element, 'step-form'));
    const note = (): HTMLTextAreaElement => field<HTMLTextAreaElement>(element, '告知提交人');
    await userEvent.fill(note(), '请补充量化指标，谢谢。');
    desk.transition.defer().reject(new HttpError({ status: 401 }));
    part(element, 'step-confirm').click();
    await until(() => textOf(root(element).querySelector('[role=alert]')).includes('登录已失效'));
    expect(has(element, 'detail')).toBe(false);
    await userEvent.fill(tokenField(element), DESK_TOKEN);
    await userEvent.keyboard('{Enter}');
    await until(() => has(element, 'step-form'));
    expect(note().value).toBe('请补充量化指标，谢谢。');
    part(element, 'step-confirm').click();
    await until(() => desk.submissions.get('D26-7K4Q-X9MT')?.status === 'returned');
    expect(desk.transition.calls.at(-1)?.query.request).toEqual({
      to: 'returned',
      version: 1,
      note: { 'zh-CN': '请补充量化指标，谢谢。' },
    });
  });

  it('says so as well when the queue finds out', async () => {
    const { element, desk } = await showQueue();
    desk.list.defer().reject(new HttpError({ status: 401 }));
    part(element, 'refresh-button').click();
    await until(() => textOf(root(element).querySelector('[role=alert]')).includes('登录已失效'));
  });
});

describe('what a page does not get to see', () => {
  it('is anything personal in its title, storage or log', async () => {
    const logged = ['log', 'info', 'warn', 'error', 'debug'].map((name) => vi.spyOn(console, name as 'log'));
    const title = document.title;
    const { element } = await showQueue();
    await open(element, 'D26-7K4Q-X9MT');
    await choose(field<HTMLSelectElement>(element, '类别'), 'demand');
    expect(document.title).toBe(title);
    expect(JSON.stringify([...Object.entries(sessionStorage), ...Object.entries(localStorage)])).not.toMatch(
      /示例联系人|0571/,
    );
    const said = logged
      .flatMap((spy) => spy.mock.calls)
      .flat()
      .map(String)
      .join(' ');
    expect(said).not.toMatch(/示例联系人|0571|ynt_/);
    vi.restoreAllMocks();
  });
});
