import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import '../../../src/elements/achievement-search/define.js';
import type { YnAchievementSearch } from '../../../src/elements/achievement-search/index.js';
import { createFakeClient } from '../../support/fake-client.js';
import { fixture, html, settled, until } from '../../support/testing.js';

let before: string;
beforeEach(() => {
  before = location.href;
});
afterEach(() => {
  history.replaceState(null, '', before);
});

async function show(properties: Partial<YnAchievementSearch>): Promise<YnAchievementSearch> {
  const element = Object.assign(document.createElement('yn-achievement-search'), {
    client: createFakeClient(),
    ...properties,
  });
  await fixture(html`<main lang="zh-CN">${element}</main>`);
  await settled(element);
  return element;
}

function visit(search: string): void {
  const url = new URL(location.href);
  url.search = search;
  history.replaceState({ ofTheRouter: 1 }, '', url);
}

function type(element: YnAchievementSearch, words: string): void {
  const input = element.shadowRoot!.querySelector('input')!;
  input.value = words;
  input.dispatchEvent(new InputEvent('input'));
  input.form!.requestSubmit();
}

const params = () => Object.fromEntries(new URLSearchParams(location.search));

describe('the search in the address of the page', () => {
  it('is left alone unless the page asks for it', async () => {
    visit('?q=水稻');
    const element = await show({});
    expect(element.query).toBe('');
    type(element, '电池');
    await until(() => element.query === '电池');
    expect(params()).toEqual({ q: '水稻' });
  });

  it('is taken up on arrival, facets and page included', async () => {
    visit('?a.q=电池&a.f.field=新能源&a.page=2&a.cursor=1&other=kept');
    const element = await show({ urlState: 'a', pageSize: 1 });
    expect(element.query).toBe('电池');
    expect({ ...element.filters }).toEqual({ field: ['新能源'] });
    expect(element.shadowRoot!.textContent).toContain('第 2 / 2 页');
  });

  it('is known before anything is asked for', async () => {
    visit('?a.q=电池');
    const client = createFakeClient();
    await show({ urlState: 'a', client });
    expect(client.achievements.list.calls.map(({ query }) => query.q)).toEqual(['电池']);
  });

  it('is taken up when the page asks for it later, with the results kept until then', async () => {
    visit('?a.q=电池');
    const element = await show({});
    element.urlState = 'a';
    await element.updateComplete;
    expect(element.shadowRoot!.querySelectorAll('[part=result]').length).toBeGreaterThan(2);
    await until(() => element.query === '电池');
    element.urlState = undefined;
    await settled(element);
    type(element, '水稻');
    await until(() => element.query === '水稻');
    expect(params()).toEqual({ 'a.q': '电池' });
  });

  it('is taken up by an element that was moved before it could be read', async () => {
    visit('?a.q=电池');
    const element = Object.assign(document.createElement('yn-achievement-search'), {
      client: createFakeClient(),
      urlState: 'a',
    });
    const frame = await fixture(html`<main lang="zh-CN">${element}</main>`);
    frame.append(element);
    await settled(element);
    expect(element.query).toBe('电池');
  });

  it('follows what the reader does and keeps what belongs to the page', async () => {
    visit('?other=kept');
    const element = await show({ urlState: 'a', pageSize: 1 });
    type(element, '电池');
    await until(() => params()['a.q'] === '电池');
    await settled(element);
    element.shadowRoot!.querySelector<HTMLInputElement>('[type=checkbox]')!.click();
    await settled(element);
    await until(() => element.shadowRoot!.querySelectorAll('[part=page-button]').length === 2);
    await until(() => element.matches(':state(ready)'));
    element.shadowRoot!.querySelectorAll<HTMLElement>('[part=page-button]')[1]!.click();
    expect(params()).toEqual({ other: 'kept', 'a.q': '电池', 'a.f.field': '新能源', 'a.page': '2', 'a.cursor': '1' });
    expect(history.state).toEqual({ ofTheRouter: 1 });
  });

  it('takes the reader back and forward through what was searched', async () => {
    const element = await show({ urlState: '' });
    for (const words of ['电池', '水稻']) {
      type(element, words);
      await until(() => params()['q'] === words);
    }
    history.back();
    await until(() => element.query === '电池');
    history.back();
    await until(() => element.query === '');
    expect(element.shadowRoot!.querySelector('input')!.value).toBe('');
    history.forward();
    await until(() => element.query === '电池');
    await settled(element);
    await until(() => element.shadowRoot!.querySelectorAll('[part=result]').length === 2);
  });

  it('takes the reader back and forward through ranges and facets of which all are wanted', async () => {
    const element = await show({ urlState: '', ranges: 'price', facetsAll: 'field' });
    const root = element.shadowRoot!;
    const box = (value: string) => root.querySelector<HTMLInputElement>(`[name=field][value="${value}"]`)!;
    const most = () => root.querySelectorAll<HTMLInputElement>('[part=range-input]')[1]!;
    const results = () => root.querySelectorAll('[part=result]').length;
    const shows = async (count: number, price: string, ...chosen: string[]) => {
      await until(() => results() === count && most().value === price);
      await settled(element);
      expect([...root.querySelectorAll<HTMLInputElement>(':checked[name]')].map(({ value }) => value).sort()).toEqual(
        chosen.toSorted(),
      );
    };
    await until(() => most());
    const all = results();
    box('新材料').click();
    await shows(2, '', '新材料');
    box('新能源').click();
    await shows(1, '', '新材料', '新能源');
    expect(params()).toMatchObject({ 'match.field': 'all' });
    most().value = '100';
    most().dispatchEvent(new InputEvent('input', { bubbles: true }));
    most().form!.requestSubmit();
    await until(() => element.rangeFilters['price'] !== undefined);
    await settled(element);
    expect(element.rangeFilters).toEqual({ price: { max: '1000000' } });
    const narrowed = location.search;
    history.back();
    await shows(1, '', '新材料', '新能源');
    expect(element.rangeFilters).toEqual({});
    history.back();
    await shows(2, '', '新材料');
    history.back();
    await shows(all, '');
    for (let step = 0; step < 3; step += 1) {
      const at = location.search;
      history.forward();
      await until(() => location.search !== at);
    }
    expect(location.search).toBe(narrowed);
    await until(() => most().value === '100');
    expect(element.rangeFilters).toEqual({ price: { max: '1000000' } });
    expect(element.filters).toEqual({ field: ['新材料', '新能源'] });
  });

  it('goes back to what the page had set when the address tells of nothing', async () => {
    const element = await show({ urlState: 'b', query: '水稻' });
    type(element, '电池');
    await until(() => params()['b.q'] === '电池');
    history.back();
    await until(() => element.query === '水稻');
  });

  it('makes one step of the history out of words typed in a row', async () => {
    const element = await show({ urlState: 'c' });
    const pushed = vi.spyOn(history, 'pushState');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const input = element.shadowRoot!.querySelector('input')!;
    for (const words of ['电', '电池', '电池回收']) {
      input.value = words;
      input.dispatchEvent(new InputEvent('input'));
      vi.advanceTimersByTime(200);
    }
    vi.useRealTimers();
    expect(params()['c.q']).toBe('电池回收');
    expect(pushed).toHaveBeenCalledOnce();
    pushed.mockRestore();
    history.back();
    await until(() => element.query === '');
  });

  it('keeps two searches on one page apart', async () => {
    visit('?a.q=电池&b.q=水稻');
    const [first, second] = [await show({ urlState: 'a' }), await show({ urlState: 'b' })];
    expect([first.query, second.query]).toEqual(['电池', '水稻']);
    type(first, '膜');
    await until(() => params()['a.q'] === '膜');
    expect(params()['b.q']).toBe('水稻');
    expect(second.query).toBe('水稻');
  });

  it('warns about a prefix that cannot be used, and searches all the same', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const element = await show({ urlState: '?' });
    type(element, '电池');
    await until(() => element.query === '电池');
    await settled(element);
    expect(String(warn.mock.calls[0]?.[1])).toContain('prefix');
    vi.restoreAllMocks();
  });
});
