import { beforeAll, describe, expect, it, vi } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import { searchBox, show, showReady, status, titles } from '../../support/achievement-search.js';
import { createFakeClient, findSamples, pageOf } from '../../support/fake-client.js';
import { settled, until } from '../../support/testing.js';

beforeAll(() => screen.viewport(1280, 900));

describe('searching', () => {
  it('searches while the reader types, at last for all of the words', async () => {
    const { client } = await showReady();
    await userEvent.type(searchBox(), '水稻');
    await expect.element(screen.getByText('共 1 项成果')).toBeVisible();
    await until(() => client.achievements.list.calls.at(-1)?.query.q === '水稻');
  });

  it('does not wait when Enter is pressed', async () => {
    const { client } = await showReady();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await userEvent.type(searchBox(), '水稻{Enter}');
    vi.useRealTimers();
    await until(() => client.achievements.list.calls.at(-1)?.query.q === '水稻');
  });

  it('does not wait for the first key after a rest, and searches again once the typing rests', async () => {
    const { element, client } = await showReady();
    const input = element.shadowRoot!.querySelector('input')!;
    const typed = (value: string) => {
      input.value = value;
      input.dispatchEvent(new InputEvent('input'));
    };
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    typed('电');
    expect(element.query).toBe('电');
    vi.advanceTimersByTime(100);
    typed('电池');
    vi.advanceTimersByTime(50);
    typed('电池回');
    vi.advanceTimersByTime(199);
    expect(element.query).toBe('电');
    vi.advanceTimersByTime(1);
    expect(element.query).toBe('电池回');
    typed('电池回收');
    expect(element.query).toBe('电池回收');
    vi.useRealTimers();
    await until(() => client.achievements.list.calls.at(-1)?.query.q === '电池回收');
  });

  it('waits for Enter where the page wants that', async () => {
    const { element, client } = await showReady({ submitOnly: true });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await userEvent.type(searchBox(), '水稻');
    vi.advanceTimersByTime(10_000);
    vi.useRealTimers();
    expect(element.query).toBe('');
    await userEvent.keyboard('{Enter}');
    await until(() => client.achievements.list.calls.length === 2);
    expect(client.achievements.list.calls[1]?.query.q).toBe('水稻');
  });

  it('searches nothing while a word is being composed, and the word when it is', async () => {
    const { element, client } = await showReady();
    const input = element.shadowRoot!.querySelector('input')!;
    const compose = (value: string, isComposing: boolean) => {
      input.value = value;
      input.dispatchEvent(new InputEvent('input', { isComposing, bubbles: true, composed: true }));
    };
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    input.focus();
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    for (const part of ['s', 'sh', 'shui', "shui'dao"]) {
      compose(part, true);
      vi.advanceTimersByTime(1000);
    }
    await element.updateComplete;
    expect(client.achievements.list.calls).toHaveLength(1);
    compose('水稻', true);
    input.dispatchEvent(new CompositionEvent('compositionend', { data: '水稻', bubbles: true }));
    vi.advanceTimersByTime(200);
    vi.useRealTimers();
    await until(() => client.achievements.list.calls.length === 2);
    expect(client.achievements.list.calls[1]?.query.q).toBe('水稻');
  });

  it('ignores an answer that arrives after a newer one', async () => {
    const { element, client } = await showReady();
    const [slow, fast] = [client.achievements.list.defer(), client.achievements.list.defer()];
    element.query = '电';
    await slow.called;
    element.query = '电池';
    await fast.called;
    expect(slow.signal?.aborted).toBe(true);
    fast.resolve(findSamples({ q: '电池' }));
    slow.resolve(findSamples({ q: '水稻' }));
    await settled(element);
    expect(titles()).toHaveLength(2);
    expect(titles()).not.toContain('耐盐碱水稻新品种“示例稻 8 号”及配套栽培技术');
  });

  it('keeps what it showed while a newer answer is awaited', async () => {
    const { element, client } = await showReady();
    const next = client.achievements.list.defer();
    element.query = '电池';
    await next.called;
    await element.updateComplete;
    expect(titles()).toHaveLength(6);
    expect(element.shadowRoot!.querySelector('[aria-busy=true]')).not.toBeNull();
  });

  it('says politely, once for each answer, how many were found', async () => {
    const { element } = await showReady();
    const spoken: (string | undefined)[] = [status()];
    new MutationObserver(() => spoken.push(status())).observe(screen.getByRole('status').element(), {
      childList: true,
      characterData: true,
      subtree: true,
    });
    await userEvent.type(searchBox(), '电池{Enter}');
    await until(() => spoken.length > 1);
    await settled(element);
    expect(spoken).toEqual(['找到 6 项成果。', '找到 2 项成果。']);
  });

  it('empties the box and searches anew with the clear button, which keeps the focus in the box', async () => {
    const { element, client } = await showReady({ query: '电池' });
    await screen.getByRole('button', { name: '清空搜索框' }).click();
    await until(() => client.achievements.list.calls.at(-1)?.query.q === '');
    await settled(element);
    expect(titles()).toHaveLength(6);
    expect(element.shadowRoot!.activeElement).toBe(searchBox().element());
  });

  it('gives advice, and a way back, when nothing matches', async () => {
    const { element } = await showReady({ query: '电池', filters: { field: ['现代农业'] } });
    await expect.element(screen.getByText('没有找到与“电池”相关的成果')).toBeVisible();
    await screen.getByRole('button', { name: '清除全部筛选条件' }).click();
    await until(() => element.matches(':state(ready)'));
    expect(titles()).toHaveLength(2);
  });

  it('shows the placeholder only when the first answer takes long', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const client = createFakeClient();
    const first = client.achievements.list.defer();
    const { element } = await show({}, client);
    await first.called;
    expect(element.matches(':state(loading)')).toBe(true);
    expect(status()).toBe('');
    vi.advanceTimersByTime(250);
    vi.useRealTimers();
    await until(() => element.matches(':state(stalled)'));
    await until(() => status() === '正在加载…');
  });
});

describe('by keyboard alone', () => {
  it('goes from the words to a facet, back by its chip, to a result and to the next page', async () => {
    const { element, client } = await showReady({ pageSize: 2, detailHref: '#found-{id}' });
    const focused = () => element.shadowRoot!.activeElement;
    const tabTo = async (part: string) => {
      for (let step = 0; step < 30 && focused()?.getAttribute('part') !== part; step += 1) await userEvent.tab();
      expect(focused()?.getAttribute('part')).toBe(part);
    };
    await userEvent.tab();
    expect(focused()).toBe(searchBox().element());
    await userEvent.keyboard('电池{Enter}');
    await until(() => titles().length === 2 && element.matches(':state(ready)'));

    for (let step = 0; step < 10 && !focused()?.matches('[type=checkbox]'); step += 1) await userEvent.tab();
    await userEvent.keyboard(' ');
    await until(() => client.achievements.list.calls.at(-1)?.query.filters?.['field']?.length === 1);
    await settled(element);
    expect(element.filters).toEqual({ field: ['新能源'] });
    expect(focused()?.matches('[type=checkbox]')).toBe(true);

    await tabTo('chip');
    await userEvent.keyboard('{Enter}');
    await until(() => element.shadowRoot!.querySelector('[part=chip]') === null);
    expect(focused()?.getAttribute('part')).toBe('results-area');

    element.query = '';
    await until(() => element.shadowRoot!.querySelector('[part=pager]') !== null && element.matches(':state(ready)'));
    let selected = '';
    element.addEventListener('yn-select', (event) => {
      selected = event.detail.href;
      event.preventDefault();
    });
    await tabTo('title-link');
    await userEvent.keyboard('{Enter}');
    expect(selected).toBe('#found-perovskite-tandem');

    await tabTo('page-button');
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByText('第 2 / 3 页')).toBeVisible();
    expect(focused()?.textContent?.trim()).toBe('下一页');
  });
});

describe('facets', () => {
  const thirty = (chosen: string[] = []) => ({
    id: 'field',
    label: '技术领域',
    values: Array.from({ length: 30 }, (_, index) => ({
      value: `v${index}`,
      label: `领域${index}`,
      count: 30 - index,
    })).filter(({ value }) => !chosen.includes(value)),
  });

  it('shows the first few values, the rest on demand, and the chosen ones always', async () => {
    const client = createFakeClient();
    client.achievements.list.answer(pageOf(undefined, { facets: [thirty()] }));
    await showReady({ filters: { field: ['v20'] }, compareHidden: true }, client);
    const values = () => screen.getByRole('checkbox').elements().length;
    expect(values()).toBe(9);
    await screen.getByRole('button', { name: '展开其余 21 项' }).click();
    expect(values()).toBe(30);
    await screen.getByRole('button', { name: '收起' }).click();
    expect(values()).toBe(9);
  });

  it('keeps a chosen value in sight when nothing matches it any more', async () => {
    const { element } = await showReady({ filters: { field: ['现代农业'] } });
    element.query = '电池';
    await until(() => element.matches(':state(empty)'));
    await expect.element(screen.getByRole('checkbox', { name: '现代农业 0' })).toBeChecked();
  });

  it('keeps the focus among the chips while there are any', async () => {
    const { element } = await showReady({ filters: { field: ['新能源', '新材料', '现代农业'] } });
    const chips = () => [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part=chip]')];
    const focused = () => element.shadowRoot!.activeElement?.textContent?.trim();
    await until(() => chips().length === 3);
    chips()[1]!.focus();
    await userEvent.keyboard('{Enter}');
    await until(() => chips().length === 2);
    expect(focused()).toBe('现代农业');
    await userEvent.keyboard('{Enter}');
    await until(() => chips().length === 1);
    expect(focused()).toBe('新能源');
  });

  it('offers the main ones of the platform, in its order, where the page names none', async () => {
    const client = createFakeClient();
    const facet = (id: string) => ({ id, label: `筛选 ${id}`, values: [{ value: 'a', label: '甲', count: 1 }] });
    client.achievements.list.answer(pageOf(undefined, { facets: [facet('year'), facet('field')] }));
    await showReady({}, client);
    expect(client.achievements.list.calls[0]?.query.facets).toBeUndefined();
    const legends = screen
      .getByRole('group', { name: /^筛选 / })
      .elements()
      .map((group) => group.querySelector('legend')?.textContent?.trim());
    expect(legends).toEqual(['筛选 year', '筛选 field']);
  });

  it('wants all chosen values of a facet where the page says so, and any of them elsewhere', async () => {
    const { element, client } = await showReady({ facetsAll: 'field', filters: { region: ['a', 'b'] } });
    expect(client.achievements.list.calls[0]?.query.matchAll).toBeUndefined();
    element.filters = { field: ['新能源', '新材料'], region: ['a', 'b'] };
    await until(() => client.achievements.list.calls.length === 2);
    expect(client.achievements.list.calls[1]?.query.matchAll).toEqual(['field']);
  });

  it('leaves out a facet that has no values', async () => {
    const client = createFakeClient();
    client.achievements.list.answer(pageOf(undefined, { facets: [{ id: 'field', label: '技术领域', values: [] }] }));
    await showReady({}, client);
    expect(
      screen
        .getByText('技术领域', { exact: true })
        .elements()
        .filter((each) => each.matches('legend')),
    ).toEqual([]);
  });

  it('asks for counts only when words or filters change, not for another order or page', async () => {
    const { element, client } = await showReady({ pageSize: 2, facets: 'field' });
    await screen.getByRole('combobox', { name: '排序' }).selectOptions('relevance');
    await until(() => client.achievements.list.calls.length === 2);
    await settled(element);
    await screen.getByRole('button', { name: '下一页' }).click();
    await until(() => client.achievements.list.calls.length === 3);
    await settled(element);
    element.query = '电池';
    await until(() => client.achievements.list.calls.length === 4);
    expect(client.achievements.list.calls.map(({ query }) => query.facets?.length)).toEqual([1, 0, 0, 1]);
    await expect.element(screen.getByRole('checkbox').first()).toBeVisible();
  });

  it('ticks at once and starts again at the first page', async () => {
    const { element, client } = await showReady({ pageSize: 2 });
    await screen.getByRole('button', { name: '下一页' }).click();
    await until(() => element.shadowRoot!.textContent?.includes('第 2 / 3 页'));
    const next = client.achievements.list.defer();
    await screen.getByRole('checkbox', { name: /新材料/ }).click();
    await expect.element(screen.getByRole('checkbox', { name: /新材料/ })).toBeChecked();
    await expect.element(screen.getByRole('button', { name: '取消筛选：技术领域，新材料' })).toBeVisible();
    await next.called;
    expect(next.query.filters).toEqual({ field: ['新材料'] });
    expect(next.query.cursor).toBeUndefined();
  });
});
