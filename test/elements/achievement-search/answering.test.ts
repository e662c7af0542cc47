import { beforeAll, describe, expect, it, vi } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import {
  type AchievementHit,
  HttpError,
  NetworkError,
  SchemaError,
  TimeoutError,
  type YuniaoError,
} from '../../../src/sdk/index.js';
import { searchBox, show, showReady, titles } from '../../support/achievement-search.js';
import { createFakeClient, findSamples, pageOf, sampleAchievements } from '../../support/fake-client.js';
import { settled, until } from '../../support/testing.js';

beforeAll(() => screen.viewport(1280, 900));

describe('what it shows', () => {
  it('lists everything, with its count, until somebody searches', async () => {
    await showReady();
    await expect.element(screen.getByText('共 6 项成果')).toBeVisible();
    expect(titles()).toContain('桥梁结构健康监测光纤传感网络');
  });

  it('gives for each result what it does, who has it, its field, maturity, ways of transfer and date', async () => {
    await showReady({ query: '钙钛矿' });
    const result = screen.getByRole('article');
    for (const text of [
      '同等面积多发电约 20%',
      '示例大学新能源学院',
      '技术就绪度 6 级',
      '许可、合作实施',
      '2026年3月2日',
    ])
      await expect.element(result.getByText(text, { exact: false }).first()).toBeVisible();
  });

  it('shows nothing rather than a code that it has no word for', async () => {
    const [sample] = sampleAchievements;
    const client = createFakeClient();
    const strange: AchievementHit = {
      ...sample!,
      fields: [{ scheme: 'cn-hightech', code: 'F-77' }],
      transferModes: ['barter'],
      readiness: [{ scheme: 'martian', level: 3 }],
    };
    client.achievements.list.answer(pageOf([strange]));
    const { element } = await showReady({}, client);
    expect(element.shadowRoot?.textContent).not.toMatch(/F-77|barter|martian/);
  });

  it('names a code by the word that came with the answer', async () => {
    const [sample] = sampleAchievements;
    const client = createFakeClient();
    client.achievements.list.answer(
      pageOf<AchievementHit>([{ ...sample!, transferModes: ['barter'] }], {
        labels: { 'transfer-mode.barter': '以物易物' },
      }),
    );
    await showReady({}, client);
    await expect.element(screen.getByRole('article').getByText('以物易物')).toBeVisible();
  });

  it('writes prices as the reader does, and says where they are open', async () => {
    const { element } = await showReady();
    await expect.element(screen.getByText('300 万元')).toBeVisible();
    await expect.element(screen.getByText('面议', { exact: true })).toBeVisible();
    element.parentElement!.lang = 'en';
    await expect.element(screen.getByText('CNY 3,000,000')).toBeVisible();
  });

  it('leaves the summary out of compact results', async () => {
    await showReady({ query: '钙钛矿', layout: 'compact' });
    await expect.element(screen.getByText('示例大学新能源学院')).toBeVisible();
    expect(screen.getByText('同等面积多发电', { exact: false }).elements()).toEqual([]);
  });

  it('marks the words that were found, and leaves markup in a record as the text it is', async () => {
    const payload = '<img src=x onerror="document.title=1">钙钛矿</script><script>alert(1)</script>';
    const [sample] = sampleAchievements;
    const client = createFakeClient();
    client.achievements.list.answer(
      pageOf<AchievementHit>([
        {
          ...sample!,
          title: { 'zh-CN': payload },
          benefit: { 'zh-CN': payload },
          institutions: [{ name: { 'zh-CN': payload } }],
          highlights: {
            'title.zh-CN': [
              [payload.indexOf('钙'), payload.indexOf('钙') + 3],
              [0, 4],
            ],
          },
        },
      ]),
    );
    const { element } = await showReady({ query: '钙钛矿' }, client);
    expect(titles()).toEqual([payload]);
    expect([...element.shadowRoot!.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
      '<img',
      '钙钛矿',
    ]);
    expect(element.shadowRoot!.querySelector('img, script')).toBeNull();
  });

  it('draws a line before results that match only some of the words', async () => {
    const client = createFakeClient();
    client.achievements.list.answer((query) => ({ ...findSamples({ ...query, q: '' }), total: 2, strict: 2 }));
    const { element } = await showReady({ query: '钙钛矿 回收' }, client);
    await expect.element(screen.getByText('以下是相近的成果')).toBeVisible();
    const lists = [...element.shadowRoot!.querySelectorAll('[part=results]')];
    expect(lists.map((list) => list.children.length)).toEqual([2, 4]);
    await expect.element(screen.getByText('共 2 项成果')).toBeVisible();
  });

  it('says how many records could not be read', async () => {
    const client = createFakeClient();
    client.achievements.list.answer(pageOf(undefined, { rejected: 2 }));
    await showReady({}, client);
    await expect.element(screen.getByText('有 2 条数据无法识别，未予显示。')).toBeVisible();
  });

  it('leads to the page that the author names, and else to that of the platform', async () => {
    const { element, client } = await showReady({ query: '钙钛矿' });
    const link = screen.getByRole('link');
    const { permalink } = client.achievements;
    await expect.element(link).toHaveAttribute('href', permalink('perovskite-tandem', 'zh-CN'));
    element.detailHref = '/chengguo/{id}.html';
    await expect.element(link).toHaveAttribute('href', '/chengguo/perovskite-tandem.html');
  });

  it('follows the language of the page, also when that changes', async () => {
    const { element, client } = await showReady();
    element.parentElement!.lang = 'en';
    await expect.element(screen.getByRole('button', { name: 'Search', exact: true })).toBeVisible();
    await expect.element(screen.getByText('6 achievements', { exact: true })).toBeVisible();
    await until(() => client.achievements.list.calls.at(-1)?.query.lang === 'en');
    await expect.element(screen.getByText('New energy').first()).toBeVisible();
  });

  it('takes other words from the page, and keeps its own for the rest', async () => {
    await showReady({ messages: { 'search.submit': '检索一下', 'search.resultCount': '{count} 条' } });
    await expect.element(screen.getByRole('button', { name: '检索一下' })).toBeVisible();
    await expect.element(screen.getByText('6 条', { exact: true })).toBeVisible();
  });

  it.each([
    [{}, 'https://…'],
    [{ api: 'ftp://nowhere' }, '“ftp://nowhere”'],
  ])('tells the author of the page what is missing when there is no platform: %o', async (properties, words) => {
    await show({ client: undefined, ...properties });
    await expect.element(screen.getByRole('alert').getByText(words, { exact: false }).first()).toBeVisible();
    await expect.element(screen.getByRole('alert').getByText('api="https://…"', { exact: false })).toBeVisible();
  });
});

describe('pages', () => {
  it('goes forth and back, and cannot leave the list', async () => {
    const { element, client } = await showReady({ pageSize: 4 });
    const next = screen.getByRole('button', { name: '下一页' });
    const previous = screen.getByRole('button', { name: '上一页' });
    await expect.element(previous).toHaveAttribute('aria-disabled', 'true');
    await next.click();
    await expect.element(screen.getByText('第 2 / 2 页')).toBeVisible();
    expect(titles()).toHaveLength(2);
    await expect.element(next).toHaveAttribute('aria-disabled', 'true');
    next.element().dispatchEvent(new MouseEvent('click'));
    await previous.click();
    await expect.element(screen.getByText('第 1 / 2 页')).toBeVisible();
    await settled(element);
    expect(client.achievements.list.calls.map(({ query }) => query.cursor)).toEqual([undefined, '4', undefined]);
  });

  it('brings the first result of the new page into view', async () => {
    const { element } = await showReady({ pageSize: 4 });
    element.style.fontSize = '40px';
    const next = screen.getByRole('button', { name: '下一页' });
    next.element().scrollIntoView();
    const results = element.shadowRoot!.querySelector('[part=results-area]')!;
    expect(results.getBoundingClientRect().top).toBeLessThan(0);
    await next.click();
    await until(() => results.getBoundingClientRect().top >= 0);
    await expect.element(screen.getByText('第 2 / 2 页')).toBeInTheDocument();
  });

  it('begins at the first page when the platform no longer knows the place', async () => {
    const client = createFakeClient();
    client.achievements.list.answer((query) => {
      if (query.cursor !== undefined)
        throw new HttpError({
          status: 400,
          problem: {
            type: 'about:blank',
            title: 'Bad Request',
            status: 400,
            errors: [{ path: 'cursor', code: 'invalid', message: 'gone' }],
          },
        });
      return { ...findSamples(query) };
    });
    const { element } = await showReady({ pageSize: 2 }, client);
    await screen.getByRole('button', { name: '下一页' }).click();
    await until(() => client.achievements.list.calls.length === 3);
    await settled(element);
    await expect.element(screen.getByText('第 1 / 3 页')).toBeVisible();
    expect(client.achievements.list.calls).toHaveLength(3);
  });
});

describe('when something fails', () => {
  const failures: [string, YuniaoError, string][] = [
    ['offline', new NetworkError({ offline: true }), '网络连接失败'],
    ['timeout', new TimeoutError({ timeoutMs: 1000 }), '响应超时'],
    ['401', new HttpError({ status: 401 }), '本网站无权显示这些数据'],
    ['404', new HttpError({ status: 404 }), '找不到服务'],
    ['422', new HttpError({ status: 422 }), '请求有误'],
    ['429', new HttpError({ status: 429, retryAfterMs: 7000 }), '请在 7 秒后重试。'],
    ['500', new HttpError({ status: 500 }), '服务出现故障'],
    [
      'unreadable answer',
      new SchemaError({ message: 'not a page', endpoint: '/achievements', issues: [] }),
      '无法识别返回的数据',
    ],
  ];

  it.each(failures)('says what happened and what to do: %s', async (_, error, words) => {
    const client = createFakeClient();
    client.achievements.list.defer().reject(error);
    await showReady({}, client);
    await expect.element(screen.getByRole('alert').getByText(words, { exact: false }).first()).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '重试' })).toBeVisible();
    await expect.element(screen.getByText(/没有找到/)).not.toBeInTheDocument();
  });

  it('never shows what the network wrote', async () => {
    const client = createFakeClient();
    client.achievements.list.defer().reject(new HttpError({ status: 500, cause: 'Traceback: secret at line 1' }));
    const { element } = await showReady({}, client);
    expect(element.shadowRoot?.textContent).not.toContain('Traceback');
  });

  it('shows the results after a second try', async () => {
    const client = createFakeClient();
    client.achievements.list.defer().reject(new NetworkError());
    const { element } = await showReady({}, client);
    await screen.getByRole('button', { name: '重试' }).click();
    await until(() => element.matches(':state(ready)'));
    expect(titles()).toHaveLength(6);
    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
  });

  it('keeps older results under a message that tells their age', async () => {
    const { element, client } = await showReady();
    client.achievements.list.defer().reject(new HttpError({ status: 503 }));
    element.query = '电池';
    await until(() => element.matches(':state(error)'));
    await expect
      .element(screen.getByRole('alert').getByText('当前显示的是截至 2026年', { exact: false }))
      .toBeVisible();
    expect(titles()).toHaveLength(6);
    await screen.getByRole('button', { name: '重试' }).click();
    await until(() => element.matches(':state(ready)'));
    expect(titles()).toHaveLength(2);
  });
});

describe('refresh()', () => {
  it('asks for results and counts anew, without telling the page what it did itself', async () => {
    const { element, client } = await showReady();
    const told = vi.fn<() => void>();
    element.addEventListener('yn-search', told);
    element.refresh();
    await until(() => client.achievements.list.calls.length === 2);
    await settled(element);
    expect(client.achievements.list.calls[1]?.query).toEqual(client.achievements.list.calls[0]?.query);
    expect(told).not.toHaveBeenCalled();
  });
});

describe('events', () => {
  it('tells of a search that the reader caused, and not of one that the page set', async () => {
    const { element } = await showReady();
    const told = vi.fn<(event: Event) => void>();
    document.addEventListener('yn-search', told);
    element.query = '水稻';
    await until(() => titles().length === 1);
    expect(told).not.toHaveBeenCalled();
    await userEvent.fill(searchBox(), '电池');
    await until(() => titles().length === 2);
    document.removeEventListener('yn-search', told);
    expect(told.mock.calls.map(([event]) => (event as CustomEvent<unknown>).detail)).toEqual([
      { query: '电池', total: 2 },
    ]);
    expect(element.query).toBe('电池');
  });

  it('tells the page which result is followed, and stays when the page says so', async () => {
    const { element } = await showReady({ query: '钙钛矿', detailHref: '#never' });
    const before = location.href;
    const followed = vi.fn<(id: string) => void>();
    element.addEventListener('yn-select', (event) => {
      followed(event.detail.achievement.id);
      event.preventDefault();
    });
    await screen.getByRole('link').click();
    expect(followed).toHaveBeenCalledExactlyOnceWith('perovskite-tandem');
    expect(location.href).toBe(before);
  });

  it('tells of a failure, to the element alone', async () => {
    const client = createFakeClient();
    const { element } = await showReady({}, client);
    const failure = new NetworkError();
    const told = vi.fn<(event: CustomEvent<{ error: unknown }>) => void>();
    const bubbled = vi.fn<() => void>();
    element.addEventListener('yn-error', told);
    document.addEventListener('yn-error', bubbled);
    client.achievements.list.defer().reject(failure);
    element.query = '电池';
    await until(() => told.mock.calls.length > 0);
    document.removeEventListener('yn-error', bubbled);
    expect(told.mock.calls[0]?.[0].detail.error).toBe(failure);
    expect(bubbled).not.toHaveBeenCalled();
  });
});

describe('slots', () => {
  it('lets the page put its own words in place of a state', async () => {
    const { element } = await showReady({ query: '常温超导' });
    const own = Object.assign(document.createElement('p'), { slot: 'empty', textContent: '请致电技术转移中心' });
    element.append(own);
    await expect.element(screen.getByText('请致电技术转移中心')).toBeVisible();
  });

  it('hides what stands in the tag for browsers without scripts', async () => {
    const { element } = await showReady();
    const fallback = Object.assign(document.createElement('p'), { textContent: '检索需要 JavaScript' });
    element.append(fallback);
    expect(fallback.checkVisibility()).toBe(false);
  });
});
