import { beforeAll, describe, expect, it } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import { NetworkError } from '../../../src/sdk/index.js';
import { daysAgo, manySubmissions, sampleSubmission } from '../../support/desk-samples.js';
import { DESK_TOKEN } from '../../support/fake-desk.js';
import { createFakeClient, type FakeClient } from '../../support/fake-client.js';
import { until } from '../../support/testing.js';
import { button, choose, field, has, open, part, root, type Shown, showQueue, textOf } from './support.js';

beforeAll(() => screen.viewport(1280, 900));

const rows = ({ element }: Pick<Shown, 'element'>): HTMLElement[] => [
  ...root(element).querySelectorAll<HTMLElement>('[part~=row]'),
];
const references = (shown: Pick<Shown, 'element'>): string[] =>
  // What lies far below is not laid out, so it has no text that is seen
  rows(shown).map((row) => row.querySelector('.reference')?.textContent?.trim() ?? '');

function withMany(count: number): FakeClient {
  const client = createFakeClient();
  client.theDesk.submissions.clear();
  for (const each of manySubmissions(count)) client.theDesk.submissions.set(each.reference, each);
  return client;
}

describe('the queue', () => {
  it('tells of each submission where it stands, from whom, of what kind, how old and who deals with it', async () => {
    const shown = await showQueue();
    const row = rows(shown).find((each) => textOf(each).includes('A26-5NQ8-2WXC'));
    expect(textOf(row)).toBe('公示中 低温快充磷酸铁锂电池电解液 A26-5NQ8-2WXC 示例大学 科技成果 20天前 办公室');
    expect(row?.querySelector('.status svg')).not.toBeNull();
    const suspicious = rows(shown).find((each) => textOf(each).includes('疑似垃圾信息'));
    expect(suspicious).toBeDefined();
  });

  it('counts the statuses, and lists one of them or one kind', async () => {
    const shown = await showQueue();
    const { element, desk } = shown;
    expect(textOf(button(element, '公示中'))).toBe('公示中（1）');
    button(element, '公示中').click();
    await until(() => references(shown).join() === 'A26-5NQ8-2WXC');
    expect(button(element, '公示中').getAttribute('aria-pressed')).toBe('true');
    button(element, '全部').click();
    await choose(field<HTMLSelectElement>(element, '类别'), 'enquiry');
    await until(() => references(shown).every((each) => each.startsWith('E')));
    expect(desk.list.calls.at(-1)?.query).toMatchObject({ kinds: ['enquiry'], sort: 'oldest' });
  });

  it('finds by words, by who deals with it, and puts the newest first', async () => {
    const shown = await showQueue();
    const { element } = shown;
    await userEvent.fill(root(element).querySelector<HTMLInputElement>('input[type=search]')!, '高压电缆');
    await userEvent.keyboard('{Enter}');
    await until(() => references(shown).join() === 'D26-7K4Q-X9MT');
    await choose(field<HTMLSelectElement>(element, '经办人'), 'me');
    await until(() => textOf(part(element, 'empty-view')).startsWith('没有符合条件的办件'));
    button(element, '清除筛选').click();
    await choose(field<HTMLSelectElement>(element, '排序'), 'newest');
    await until(() => references(shown)[0] === 'D26-7K4Q-X9MT' || references(shown).length > 10);
    await choose(field<HTMLSelectElement>(element, '经办人'), 'nobody');
    await until(() => rows(shown).every((each) => textOf(each).includes('未分派')));
  });

  it('goes on with the next fifty, and says where it is', async () => {
    const client = withMany(120);
    const shown = await showQueue({}, { client });
    expect(rows(shown)).toHaveLength(50);
    expect(textOf(root(shown.element).querySelector('.foot span'))).toBe('已列出 50 件，共 120 件');
    client.theDesk.list.defer().reject(new NetworkError());
    part(shown.element, 'more-button').click();
    await until(() => has(shown.element, 'error-banner'));
    expect(rows(shown)).toHaveLength(50);
    part(shown.element, 'retry-button').click();
    await until(() => rows(shown).length === 100);
    part(shown.element, 'more-button').click();
    await until(() => rows(shown).length === 120);
    expect(new Set(references(shown)).size).toBe(120);
    expect(has(shown.element, 'more-button')).toBe(false);
  });

  it('tells of what has come without moving what is being read', async () => {
    const shown = await showQueue();
    const { element, desk } = shown;
    await open(element, 'D26-7K4Q-X9MT');
    const before = references(shown);
    const soon = (): string => daysAgo(-1);
    for (const reference of ['D26-NEW0-0001', 'D26-NEW0-0002'])
      desk.submissions.set(reference, sampleSubmission({ reference, receivedAt: soon(), updatedAt: soon() }));
    const other = desk.submissions.get('A26-5NQ8-2WXC')!;
    desk.submissions.set('A26-5NQ8-2WXC', { ...other, status: 'published', updatedAt: soon() });
    element.refresh();
    await until(() => has(element, 'fresh-button'));
    expect(textOf(part(element, 'fresh-button'))).toBe('有 2 件新到，点此显示');
    expect(references(shown)).toEqual(before);
    const changed = rows(shown).find((each) => each.textContent?.includes('A26-5NQ8-2WXC'));
    expect(changed?.querySelector('.status')?.textContent).toContain('已发布');
    part(element, 'fresh-button').click();
    await until(() => references(shown).length === before.length + 2);
    expect(references(shown).slice(2)).toEqual(before);
    expect(textOf(part(element, 'detail-title'))).toContain('D26-7K4Q-X9MT');
    expect(has(element, 'fresh-button')).toBe(false);
  });

  it('says that what is being read has changed, and shows it when asked', async () => {
    const { element, desk } = await showQueue();
    await open(element, 'D26-7K4Q-X9MT');
    const before = desk.submissions.get('D26-7K4Q-X9MT')!;
    desk.submissions.set('D26-7K4Q-X9MT', { ...before, assignee: '科技局', version: 2, updatedAt: daysAgo(-1) });
    element.refresh();
    await until(() => textOf(part(element, 'detail')).includes('此件刚刚有变更'));
    expect(textOf(part(element, 'detail'))).not.toContain('科技局');
    button(element, '载入最新内容').click();
    await until(() => textOf(part(element, 'detail')).includes('经办人：科技局'));
  });

  it('keeps the list with its age when a newer one cannot be had', async () => {
    const shown = await showQueue();
    shown.desk.list.defer().reject(new NetworkError());
    part(shown.element, 'refresh-button').click();
    await until(() => has(shown.element, 'error-banner'));
    expect(rows(shown).length).toBeGreaterThan(10);
  });

  it('goes from row to row by arrow keys, and opens one by Enter', async () => {
    const shown = await showQueue();
    const { element } = shown;
    const buttons = [...root(element).querySelectorAll<HTMLElement>('.open')];
    buttons[0]!.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(root(element).activeElement).toBe(buttons[1]);
    await userEvent.keyboard('{End}');
    expect(root(element).activeElement).toBe(buttons.at(-1));
    await userEvent.keyboard('{Home}{Enter}');
    await until(() => root(element).activeElement?.id === 'detail-title');
    expect(textOf(part(element, 'detail-title'))).toContain(references(shown)[0]);
  });

  it('shows list and submission side by side where there is room, one after the other where there is not', async () => {
    const { element } = await showQueue();
    await open(element, 'D26-7K4Q-X9MT');
    const [queue, detail] = [part(element, 'queue'), part(element, 'detail')];
    expect(queue.getBoundingClientRect().right).toBeLessThan(detail.getBoundingClientRect().left);
    element.parentElement!.style.width = '360px';
    expect(getComputedStyle(queue).display).toBe('none');
    part(element, 'back-button').click();
    await until(() => getComputedStyle(queue).display !== 'none');
    expect((root(element).activeElement as HTMLElement).dataset['reference']).toBe('D26-7K4Q-X9MT');
  });

  it('stays a table to those who hear it, in cards as well', async () => {
    const { element } = await showQueue({}, { width: 360 });
    expect(getComputedStyle(part(element, 'row')).display).toBe('flex');
    await expect.element(screen.getByRole('columnheader', { name: '状态' })).toBeInTheDocument();
    expect(screen.getByRole('row').elements().length).toBe(41);
    void element;
  });

  it('is quick with ten thousand waiting: a page of them is drawn, and no key press waits', async () => {
    const client = withMany(10_000);
    const { element } = await showQueue({ token: DESK_TOKEN }, { client });
    expect(textOf(part(element, 'queue'))).toContain('共 10,000 件');
    expect(root(element).querySelectorAll('[part~=row]')).toHaveLength(50);
    const started = performance.now();
    element.requestUpdate();
    await element.updateComplete;
    expect(performance.now() - started).toBeLessThan(500);
  });
});
