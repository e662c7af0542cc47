import { beforeAll, describe, expect, it } from 'vitest';
import { page as screen } from 'vitest/browser';
import { type AchievementHit, NetworkError } from '../../../src/sdk/index.js';
import type { YnAchievementSearch } from '../../../src/elements/achievement-search/index.js';
import { showReady, status, titles } from '../../support/achievement-search.js';
import { createFakeClient, type FakeClient, pageOf, sampleAchievements } from '../../support/fake-client.js';
import { until } from '../../support/testing.js';

const button = () => screen.getByRole('button', { name: /加载|已显示全部/ });

/** A platform with so many achievements, in pages as long as asked for. */
function clientWith(total: number): FakeClient {
  const client = createFakeClient();
  client.achievements.list.answer(({ cursor = '0', limit = 20 }) => {
    const start = Number(cursor);
    const end = Math.min(start + limit, total);
    const items = Array.from({ length: end - start }, (_, index): AchievementHit => {
      const number = start + index;
      return { ...sampleAchievements[number % 6]!, id: `n${number}`, title: { 'zh-CN': `成果 ${number}` } };
    });
    return pageOf<AchievementHit>(items, { total, ...(end < total && { nextCursor: String(end) }) });
  });
  return client;
}

const count = (element: YnAchievementSearch): number => element.shadowRoot!.querySelectorAll('[part=result]').length;

beforeAll(() => screen.viewport(1280, 900));

describe('further results below', () => {
  it('are added by the button, which keeps the focus, and told politely', async () => {
    const { element, client } = await showReady({ paging: 'more', pageSize: 20 }, clientWith(50));
    await expect.element(screen.getByText('已显示 20 / 50 项')).toBeVisible();
    await button().click();
    await until(() => count(element) === 40);
    expect(titles().at(-1)).toBe('成果 39');
    expect(element.shadowRoot!.activeElement).toBe(button().element());
    await until(() => status() === '又显示了 20 项，已显示 40 项，共 50 项。');
    expect(client.achievements.list.calls.at(-1)?.query).toMatchObject({ cursor: '20', limit: 20, facets: [] });
    await button().click();
    await until(() => count(element) === 50);
    await expect
      .element(screen.getByRole('button', { name: '已显示全部结果' }))
      .toHaveAttribute('aria-disabled', 'true');
  });

  it('begin anew with another search', async () => {
    const { element } = await showReady({ paging: 'more', pageSize: 20 }, clientWith(50));
    await button().click();
    await until(() => count(element) === 40);
    element.query = '别的';
    await until(() => count(element) === 20);
    await expect.element(screen.getByText('已显示 20 / 50 项')).toBeVisible();
  });

  it('stay as they are when the next ones do not come, and come with a second try', async () => {
    const { element, client } = await showReady({ paging: 'more', pageSize: 20 }, clientWith(50));
    client.achievements.list.defer().reject(new NetworkError());
    await button().click();
    await expect.element(screen.getByRole('alert')).toBeVisible();
    expect(count(element)).toBe(20);
    await screen.getByRole('button', { name: '重试' }).click();
    await until(() => count(element) === 40);
  });

  it('follow the choice for comparison, the language and the layout', async () => {
    const { element } = await showReady({ paging: 'more', pageSize: 20 }, clientWith(50));
    await button().click();
    await until(() => count(element) === 40);
    const boxes = () => [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('[part=compare] input')];
    for (const at of [0, 25, 30, 39]) boxes()[at]?.click();
    await element.updateComplete;
    expect(boxes().flatMap((each, index) => (each.checked ? index : []))).toEqual([0, 25, 30, 39]);
    expect(boxes().filter((each) => each.disabled)).toHaveLength(36);
    element.layout = 'compact';
    await element.updateComplete;
    expect(element.shadowRoot!.querySelectorAll('[part=snippet]')).toHaveLength(0);
  });

  it('draw the line before near matches once', async () => {
    const client = clientWith(0);
    const hits = (from: number, to: number): AchievementHit[] =>
      Array.from({ length: to - from }, (_, index) => ({ ...sampleAchievements[0]!, id: `r${from + index}` }));
    client.achievements.list.answer(({ cursor }) =>
      cursor === undefined
        ? pageOf(hits(0, 4), { total: 6, nextCursor: '4' })
        : cursor === '4'
          ? pageOf(hits(4, 8), { total: 6, strict: 2, nextCursor: '8' })
          : pageOf(hits(8, 12), { total: 6, strict: 0 }),
    );
    const { element } = await showReady({ paging: 'more', pageSize: 4, query: '钙钛矿' }, client);
    for (const shown of [8, 12]) {
      await button().click();
      await until(() => count(element) === shown);
    }
    const order = [...element.shadowRoot!.querySelectorAll('[part=results], [part=divider]')];
    expect(order.map((each) => each.getAttribute('part'))).toEqual([
      'results',
      'results',
      'divider',
      'results',
      'results',
    ]);
  });
});

describe('ten thousand results', () => {
  it('are shown step by step, and no step looks again at those before', async () => {
    const calls: number[] = [];
    const renderItem = (achievement: AchievementHit): string => {
      calls.push(1);
      return achievement.id;
    };
    const properties = { paging: 'more', pageSize: 100, facetsHidden: true, renderItem } as const;
    const { element } = await showReady(properties, clientWith(10_000));
    await expect.element(button()).toBeVisible();
    for (let shown = 200; shown <= 1000; shown += 100) {
      (button().element() as HTMLElement).click();
      await until(() => count(element) === shown);
    }
    expect(calls).toHaveLength(1000);
  });
});
