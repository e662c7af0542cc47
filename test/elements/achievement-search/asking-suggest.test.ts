import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp, page as screen, userEvent } from 'vitest/browser';
import type { Suggestion } from '../../../src/domain/page.js';
import type { YnAchievementSearch } from '../../../src/elements/achievement-search/index.js';
import { NetworkError } from '../../../src/sdk/index.js';
import { searchBox, showReady } from '../../support/achievement-search.js';
import { createFakeClient } from '../../support/fake-client.js';
import { expectAccessible, until } from '../../support/testing.js';

const OFFERS: Suggestion[] = [
  { text: '钙钛矿太阳能电池', field: 'keywords', count: 12 },
  { text: '钙钛矿叠层组件规模化制备技术', field: 'title', count: 1 },
  { text: '钙钛矿稳定性', field: 'keywords', count: 3 },
  { text: '示例大学钙钛矿研究院', field: 'institution', count: 5 },
];

function answering(offers: readonly Suggestion[] = OFFERS) {
  const client = createFakeClient();
  client.achievements.suggest.answer([...offers]);
  return client;
}

const options = () =>
  screen
    .getByRole('listbox', { name: '检索建议' })
    .getByRole('option')
    .elements()
    .map((option) => option.querySelector('bdi')?.textContent);
const active = (element: YnAchievementSearch) => {
  const id = element.shadowRoot!.querySelector('input')!.getAttribute('aria-activedescendant');
  return id === null ? undefined : element.shadowRoot!.getElementById(id)?.querySelector('bdi')?.textContent;
};

/** Types into the box as a reader does, and waits for the suggestions. */
async function ask(words = '钙钛矿'): Promise<void> {
  await searchBox().click();
  await searchBox().fill(words); // in one go: a slow machine would rest between the keys
  await until(() => options().length > 0);
}

beforeAll(() => screen.viewport(1280, 900));
beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

describe('suggestions', () => {
  it('come under the name of what they are, and say how often they occur', async () => {
    await showReady({}, answering());
    await ask();
    expect(options()).toEqual([
      '钙钛矿太阳能电池',
      '钙钛矿稳定性',
      '钙钛矿叠层组件规模化制备技术',
      '示例大学钙钛矿研究院',
    ]);
    for (const name of ['关键词', '成果名称', '完成单位'])
      await expect.element(screen.getByRole('group', { name })).toBeVisible();
    await expect.element(screen.getByRole('option', { name: '钙钛矿太阳能电池 12 项' })).toBeVisible();
    await expect.element(searchBox()).toHaveAttribute('aria-expanded', 'true');
  });

  it('are asked for in the language of the page, once the typing rests', async () => {
    const { client } = await showReady({}, answering());
    await ask();
    expect(client.achievements.suggest.calls.map(({ query }) => query).at(-1)).toEqual({
      q: '钙钛矿',
      limit: 8,
      lang: 'zh-CN',
    });
  });

  it('do not come over the results of who was quicker than the code for them', async () => {
    const { client } = await showReady({}, answering());
    const input = searchBox().element() as HTMLInputElement;
    input.focus();
    input.value = '钙钛矿';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    input.form!.requestSubmit();
    await until(() => client.achievements.list.calls.at(-1)?.query.q === '钙钛矿');
    await import('../../../src/elements/achievement-search/suggest/suggest-part.js');
    await expect.element(searchBox()).toHaveAttribute('aria-expanded', 'false');
    expect(client.achievements.suggest.calls).toEqual([]);
    await until(async () => {
      await userEvent.keyboard('{ArrowDown}');
      return options().length > 0;
    });
  });

  it('are accessible while they show', async () => {
    const { element } = await showReady({}, answering());
    await ask();
    await userEvent.keyboard('{ArrowDown}');
    await expectAccessible(element);
  });

  it('are walked with the arrow keys, Home and End, and past the typed words again', async () => {
    const { element } = await showReady({}, answering());
    await ask();
    expect(active(element)).toBeUndefined();
    const walk: [string, string | undefined][] = [
      ['{ArrowDown}', '钙钛矿太阳能电池'],
      ['{ArrowDown}', '钙钛矿稳定性'],
      ['{End}', '示例大学钙钛矿研究院'],
      ['{ArrowDown}', undefined],
      ['{ArrowUp}', '示例大学钙钛矿研究院'],
      ['{Home}', '钙钛矿太阳能电池'],
      ['{ArrowUp}', undefined],
    ];
    for (const [key, text] of walk) {
      await userEvent.keyboard(key);
      expect(active(element), key).toBe(text);
    }
    expect((searchBox().element() as HTMLInputElement).value).toBe('钙钛矿');
  });

  it('leave Home and End to the typed words while none is active', async () => {
    await showReady({}, answering());
    await ask();
    await userEvent.keyboard('{Home}');
    expect((searchBox().element() as HTMLInputElement).selectionStart).toBe(0);
  });

  it('are taken with Enter when one is active, which searches for it at once', async () => {
    const { element, client } = await showReady({}, answering());
    await ask();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await until(() => client.achievements.list.calls.at(-1)?.query.q === '钙钛矿太阳能电池');
    expect(element.query).toBe('钙钛矿太阳能电池');
    await expect.element(searchBox()).toHaveValue('钙钛矿太阳能电池');
    await expect.element(searchBox()).toHaveAttribute('aria-expanded', 'false');
    expect(element.shadowRoot!.activeElement).toBe(searchBox().element());
  });

  it('never take Enter away from what was typed', async () => {
    const { element } = await showReady({ submitOnly: true }, answering());
    await ask();
    await userEvent.keyboard('{Enter}');
    await until(() => element.query === '钙钛矿');
    expect(options()).toEqual([]);
  });

  it('are taken with the pointer, which leaves the focus in the box', async () => {
    const { element } = await showReady({}, answering());
    await ask();
    await screen.getByRole('option', { name: /钙钛矿稳定性/ }).click();
    await until(() => element.query === '钙钛矿稳定性');
    expect(element.shadowRoot!.activeElement).toBe(searchBox().element());
  });

  it('close with Escape, which keeps the words, and open again with an arrow key', async () => {
    const { element } = await showReady({}, answering());
    await ask();
    await userEvent.keyboard('{Escape}');
    expect(options()).toEqual([]);
    expect((searchBox().element() as HTMLInputElement).value).toBe('钙钛矿');
    await userEvent.keyboard('{ArrowDown}');
    await until(() => options().length === 4);
    expect(active(element)).toBeUndefined();
  });

  it('close when the reader goes on, by keyboard or with a click elsewhere on the page', async () => {
    const { element } = await showReady({}, answering());
    await ask();
    await userEvent.tab();
    expect(options()).toEqual([]);
    await ask();
    element.parentElement!.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    expect(options()).toEqual([]);
  });

  it('that come after newer ones are dropped', async () => {
    const client = answering();
    const [slow, fast] = [client.achievements.suggest.defer(), client.achievements.suggest.defer()];
    await showReady({}, client);
    await searchBox().click();
    await userEvent.keyboard('钙');
    await slow.called;
    await userEvent.keyboard('钛');
    await fast.called;
    expect(slow.signal?.aborted).toBe(true);
    fast.resolve([{ text: '钙钛矿', field: 'keywords', count: 1 }]);
    slow.resolve([{ text: '钙离子', field: 'keywords', count: 1 }]);
    await until(() => options().length > 0);
    expect(options()).toEqual(['钙钛矿']);
  });

  it('that come after the reader has left the box are dropped', async () => {
    const client = answering();
    const late = client.achievements.suggest.defer();
    await showReady({}, client);
    await searchBox().click();
    await userEvent.keyboard('钙');
    await late.called;
    await userEvent.tab();
    expect(late.signal?.aborted).toBe(true);
  });

  it('that cannot be had are done without', async () => {
    const { element, client } = await showReady({}, answering());
    client.achievements.suggest.answer(() => {
      throw new NetworkError();
    });
    await searchBox().click();
    await userEvent.keyboard('电池');
    await until(() => client.achievements.suggest.calls.length > 0 && element.query === '电池');
    expect(options()).toEqual([]);
    await until(() => element.matches(':state(ready)'));
  });

  it('are text, whatever they hold', async () => {
    const payload = '<img src=x onerror="document.title=1">钙钛矿';
    const { element } = await showReady({}, answering([{ text: payload, field: '"><script>', count: 2 }]));
    await ask();
    expect(options()).toEqual([payload]);
    await expect.element(screen.getByRole('group', { name: '其他' })).toBeVisible();
    expect(element.shadowRoot!.querySelector('img, script')).toBeNull();
  });

  it('are left out where the page does not want them', async () => {
    const { client } = await showReady({ suggestionsHidden: true }, answering());
    await screen.getByRole('searchbox', { name: '检索科技成果' }).click();
    await userEvent.keyboard('电池');
    await expect.element(screen.getByText('共 2 项成果')).toBeVisible();
    expect(client.achievements.suggest.calls).toEqual([]);
  });

  it('take their listener off the page when the element goes', async () => {
    const { element } = await showReady({}, answering());
    await ask();
    const removed = vi.spyOn(document, 'removeEventListener');
    element.remove();
    expect(removed.mock.calls.map(([type]) => type)).toContain('pointerdown');
  });
});

describe('while a word is being composed', () => {
  it('nothing is searched or suggested, not even by Enter, until it is done', async () => {
    const { element, client } = await showReady({}, answering());
    await ask('电');
    await until(() => element.query === '电');
    const asked = () => [client.achievements.list.calls.length, client.achievements.suggest.calls.length];
    const before = asked();
    // A real input method, as far as the browser can tell
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (const text of ['c', 'chi', "dian'chi"]) {
      await cdp().send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      vi.advanceTimersByTime(1000);
    }
    const input = searchBox().element() as HTMLInputElement;
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', isComposing: true, bubbles: true }));
    vi.advanceTimersByTime(1000);
    expect(input.value).toBe("电dian'chi");
    expect(asked()).toEqual(before);
    expect(options()).toEqual([]);
    await cdp().send('Input.insertText', { text: '池' });
    vi.advanceTimersByTime(1000);
    vi.useRealTimers();
    await until(() => client.achievements.list.calls.at(-1)?.query.q === '电池');
    await until(() => client.achievements.suggest.calls.at(-1)?.query.q === '电池');
  });
});

describe('recent searches', () => {
  it('are neither read nor kept unless the page asks for it', async () => {
    const written = vi.spyOn(Storage.prototype, 'setItem');
    const read = vi.spyOn(Storage.prototype, 'getItem');
    const { element } = await showReady({}, answering([]));
    await searchBox().click();
    await userEvent.keyboard('电池{Enter}');
    await until(() => element.query === '电池');
    expect([...written.mock.calls, ...read.mock.calls]).toEqual([]);
  });

  it('are offered in the empty box, the latest first and eight at most, and can be forgotten', async () => {
    const { element } = await showReady({ recentSearches: true }, answering([]));
    await searchBox().click();
    for (const words of ['一', '二', '三', '四', '五', '六', '七', '八', '九', '二']) {
      await userEvent.fill(searchBox(), words);
      await userEvent.keyboard('{Enter}');
      await until(() => element.query === words);
    }
    await userEvent.clear(searchBox());
    await until(() => options().length > 0);
    expect(options()).toEqual(['二', '九', '八', '七', '六', '五', '四', '三']);
    await expect.element(screen.getByRole('group', { name: '最近的检索' })).toBeVisible();
    await screen.getByRole('button', { name: '清除检索记录' }).click();
    expect(options()).toEqual([]);
    expect(localStorage.length).toBe(0);
    expect(element.shadowRoot!.activeElement).toBe(searchBox().element());
  });

  it('are searched for again when chosen', async () => {
    localStorage.setItem('yuniao.recent-searches', '["水稻", 7, null, "电池"]');
    const { element } = await showReady({ recentSearches: true, suggestionsHidden: true }, answering());
    await searchBox().click();
    await until(() => options().length === 2);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await until(() => element.query === '电池');
  });

  it.each(['no json', '{"a":1}', 'null'])('survive what another script has put in their place: %s', async (stored) => {
    localStorage.setItem('yuniao.recent-searches', stored);
    const { element } = await showReady({ recentSearches: true }, answering([]));
    await searchBox().click();
    await userEvent.keyboard('电池{Enter}');
    await until(() => localStorage.getItem('yuniao.recent-searches') === '["电池"]');
    expect(element.query).toBe('电池');
  });

  it('are done without where the browser forbids storage', async () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const { element } = await showReady({ recentSearches: true }, answering([]));
    await searchBox().click();
    await userEvent.keyboard('电池{Enter}');
    await until(() => element.query === '电池' && element.matches(':state(ready)'));
  });
});

describe('search tips', () => {
  it('tell on demand what a query may say', async () => {
    await showReady();
    const tips = screen.getByText('检索技巧');
    await tips.click();
    for (const words of ['标题:储能', '单位:浙江大学', '钙钛矿 -铅', '引号内的词语须连续出现'])
      await expect.element(screen.getByText(words)).toBeVisible();
  });

  it('are left out where the page does not want them', async () => {
    await showReady({ helpHidden: true });
    await expect.element(screen.getByText('检索技巧')).not.toBeInTheDocument();
  });
});
