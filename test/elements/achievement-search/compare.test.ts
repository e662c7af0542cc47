import { beforeAll, describe, expect, it } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import type { YnAchievementSearch } from '../../../src/elements/achievement-search/index.js';
import type { AchievementHit } from '../../../src/sdk/index.js';
import { showReady } from '../../support/achievement-search.js';
import { createFakeClient, pageOf, sampleAchievements } from '../../support/fake-client.js';
import { expectAccessible, until } from '../../support/testing.js';

const textOf = (row: ReturnType<typeof screen.getByRole>): string => row.element().textContent ?? '';
const box = (title: string) => screen.getByRole('checkbox', { name: `对比 ${title}`, exact: false });
const PEROVSKITE = '大面积钙钛矿';
const NODULES = '基于深度学习';
const BATTERIES = '废旧磷酸铁锂';

async function compare(...titles: string[]): Promise<YnAchievementSearch> {
  const { element } = await showReady();
  for (const title of titles) await box(title).click();
  await screen.getByRole('button', { name: '开始对比' }).click();
  await expect.element(screen.getByRole('dialog', { name: '成果对比' })).toBeVisible();
  return element;
}

beforeAll(() => screen.viewport(1280, 900));

describe('comparing achievements', () => {
  it('counts what is chosen, and asks for at least two', async () => {
    const { element } = await showReady();
    await box(PEROVSKITE).click();
    const bar = screen.getByRole('region', { name: '成果对比' });
    await expect.element(bar.getByText('已选 1 项成果')).toBeVisible();
    await bar.getByRole('button', { name: '开始对比' }).click({ force: true });
    expect(screen.getByRole('dialog').elements()).toEqual([]);
    await box(NODULES).click();
    await expect.element(bar.getByText('已选 2 项成果')).toBeVisible();
    await expectAccessible(element);
    await bar.getByRole('button', { name: '清空' }).click();
    expect(bar.elements()).toEqual([]);
    expect(element.shadowRoot!.activeElement?.className).toContain('results-area');
  });

  it('takes no more than four', async () => {
    const { element } = await showReady();
    const boxes = [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('[part=compare] input')];
    for (const each of boxes.slice(0, 4)) each.click();
    await element.updateComplete;
    expect(boxes.map((each) => each.disabled)).toEqual([false, false, false, false, true, true]);
    boxes[0]?.click();
    await element.updateComplete;
    expect(boxes.some((each) => each.disabled)).toBe(false);
  });

  it('reads whole what the list has excerpts of', async () => {
    const client = createFakeClient();
    const [one, other] = sampleAchievements;
    const items: AchievementHit[] = [
      { ...one!, excerpt: true },
      { ...other!, excerpt: true },
    ];
    client.achievements.list.answer(pageOf(items));
    client.achievements.get.answer((id) => ({
      ...items.find((each) => each.id === id)!,
      summary: { 'zh-CN': `${id} 的全文` },
    }));
    const { element } = await showReady({}, client);
    for (const each of element.shadowRoot!.querySelectorAll<HTMLInputElement>('[part=compare] input')) each.click();
    await screen.getByRole('button', { name: '开始对比' }).click();
    for (const { id } of items) await expect.element(screen.getByRole('cell', { name: `${id} 的全文` })).toBeVisible();
  });

  it('puts them side by side, says where they differ in a word, and shows those aspects alone on demand', async () => {
    const element = await compare(PEROVSKITE, BATTERIES);
    const table = screen.getByRole('table');
    await expect.element(table.getByRole('columnheader', { name: PEROVSKITE, exact: false })).toBeVisible();
    const price = table.getByRole('row', { name: /^价格/ });
    expect(textOf(price)).toMatch(/不同.*300 万元.*0.12 亿元/s);
    const source = table.getByRole('row', { name: /^来源/ });
    expect(textOf(source)).not.toContain('不同');
    await expectAccessible(element);
    await screen.getByRole('checkbox', { name: '只看不同项' }).click();
    await expect.element(price).toBeVisible();
    expect(source.elements()).toEqual([]);
  });

  it('says in a word that one of them tells nothing', async () => {
    await compare(PEROVSKITE, NODULES);
    expect(textOf(screen.getByRole('row', { name: /^价格/ }))).toContain('无');
  });

  it('lets one of three go, and comes back to the button by Escape', async () => {
    const element = await compare(PEROVSKITE, NODULES, BATTERIES);
    await screen.getByRole('button', { name: `移出对比：${NODULES}`, exact: false }).click();
    await until(() => element.shadowRoot!.querySelectorAll('.compare-table > thead th').length === 3);
    expect(screen.getByRole('button', { name: '移出对比', exact: false }).elements()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await until(() => screen.getByRole('dialog').elements().length === 0);
    expect(element.shadowRoot!.activeElement?.getAttribute('part')).toBe('compare-button');
  });

  it('keeps the names of the aspects in sight on a phone', async () => {
    await screen.viewport(360, 740);
    try {
      const element = await compare(PEROVSKITE, BATTERIES);
      const area = element.shadowRoot!.querySelector('.compare-scroll')!;
      const aspect = area.querySelector('tbody .aspect')!;
      const before = aspect.getBoundingClientRect().left;
      expect(area.scrollWidth).toBeGreaterThan(area.clientWidth);
      area.scrollLeft = 200;
      expect(aspect.getBoundingClientRect().left).toBeCloseTo(before, 0);
      expect(document.scrollingElement!.scrollWidth).toBeLessThanOrEqual(360);
    } finally {
      await screen.viewport(1280, 900);
    }
  });

  it('is left out where the page says so', async () => {
    await showReady({ compareHidden: true });
    expect(screen.getByText('对比').elements()).toEqual([]);
  });
});
