import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import type { Achievement } from '../../../src/domain/achievement.js';
import type { YnAchievementSearch } from '../../../src/elements/achievement-search/index.js';
import type { AchievementHit } from '../../../src/sdk/index.js';
import { searchBox, showReady } from '../../support/achievement-search.js';
import { createFakeClient, type FakeClient, pageOf, sampleAchievements } from '../../support/fake-client.js';
import { lightness, onPaper } from '../../support/media.js';
import { until } from '../../support/testing.js';

const all = (element: Element, selector: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const first = (element: Element, selector: string): HTMLElement => all(element, selector)[0]!;
const visible = (element: Element, selector: string): HTMLElement[] =>
  all(element, selector).filter((each) => each.checkVisibility({ visibilityProperty: true }));
const CONTROLS = 'button, input, select, summary, .filters, .popup *';

/** Whether a reader of paper would miss some of what `element` holds. */
const isCut = (element: HTMLElement): boolean =>
  getComputedStyle(element).overflowY !== 'visible' &&
  (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1);

/** A record of which no window shows all at once. */
const long: Achievement = {
  ...sampleAchievements[0]!,
  summary: { 'zh-CN': '大面积组件的制备。'.repeat(200) },
  ip: [
    {
      kind: 'invention',
      title: { 'zh-CN': '一种叠层电池' },
      patentNo: 'ZL202410000001.2',
      filingDate: '2024-01-02',
      holders: [{ name: { 'zh-CN': '示例大学' } }],
    },
  ],
};

function clientOf(...records: AchievementHit[]): FakeClient {
  const client = createFakeClient();
  client.achievements.list.answer(pageOf(records));
  client.achievements.get.answer((id) => records.find((record) => record.id === id)!);
  return client;
}

async function compared(): Promise<YnAchievementSearch> {
  const { element } = await showReady({}, clientOf(long, { ...long, id: 'other', title: { 'zh-CN': '另一项' } }));
  for (const box of screen.getByRole('checkbox', { name: /^对比/ }).all()) await box.click();
  await screen.getByRole('button', { name: '开始对比' }).click();
  await expect.element(screen.getByRole('dialog', { name: '成果对比' })).toBeVisible();
  return element;
}

beforeEach(() => screen.viewport(718, 600));
afterEach(() => screen.viewport(1280, 900));

describe('on paper', () => {
  it('there are the results, each in one piece, and nothing to press', async () => {
    const { element } = await showReady({ facets: 'field institution' });
    await screen.viewport(1280, 900);
    await until(() => visible(element, CONTROLS).length > 5);
    await screen.getByRole('checkbox', { name: /^对比/ }).first().click();
    await expect.element(screen.getByRole('region', { name: '成果对比' })).toBeVisible();
    const count = visible(element, '[part=result]').length;
    expect(count).toBe(sampleAchievements.length);
    await onPaper(() => {
      expect(visible(element, `${CONTROLS}, [part=compare-bar]`)).toEqual([]);
      expect(visible(element, '[part=result]')).toHaveLength(count);
      expect(getComputedStyle(first(element, '[part=result]')).breakInside).toBe('avoid');
      const { left, right } = first(element, '[part=results-area]').getBoundingClientRect();
      expect([left, right]).toEqual([element.getBoundingClientRect().left, element.getBoundingClientRect().right]);
    });
  });

  it('what was searched for stands above them, without suggestions', async () => {
    const { element } = await showReady();
    await searchBox().click();
    await userEvent.keyboard('电池{Enter}');
    await until(() => element.query === '电池');
    await onPaper(() => {
      expect(visible(element, CONTROLS).map((each) => (each as HTMLInputElement).value)).toEqual(['电池']);
    });
  });

  it('what narrows the search stands there as words', async () => {
    const { element } = await showReady({ facets: 'field' });
    await screen.viewport(1280, 900);
    await screen.getByRole('checkbox').first().click();
    await until(() => visible(element, '[part=chip]').length === 1);
    await onPaper(() => {
      expect(visible(element, '[part=chip] bdi')).toHaveLength(1);
      expect(visible(element, '[part=chip] svg, [part=clear-filters]')).toEqual([]);
    });
  });

  it('a dark page is ink on white', async () => {
    const { element } = await showReady({ appearance: 'dark' });
    const color = (): number => lightness(getComputedStyle(first(element, '.snippet')).color);
    expect(color()).toBeGreaterThan(0.5);
    await onPaper(() => {
      expect(color()).toBeLessThan(0.5);
    });
  });

  it('the details that are open are printed whole, in place of the results', async () => {
    const { element } = await showReady({}, clientOf(long));
    await screen.getByRole('link').click();
    await expect.element(screen.getByRole('dialog')).toBeVisible();
    await until(() => all(element, 'dialog *').some(isCut));
    await onPaper(() => {
      expect(all(element, 'dialog, dialog :not(.visually-hidden)').filter(isCut)).toEqual([]);
      expect(first(element, 'dialog').getBoundingClientRect().height).toBeGreaterThan(innerHeight);
      expect(getComputedStyle(first(element, 'dialog')).position).toBe('absolute');
      expect(visible(element, `[part=result], ${CONTROLS}`)).toEqual([]);
    });
  });

  it('so is a comparison, with the tables in it narrow enough for their cells', async () => {
    const element = await compared();
    await until(() => all(element, 'dialog *').some(isCut));
    await onPaper(() => {
      expect(all(element, 'dialog, dialog :not(.visually-hidden)').filter(isCut)).toEqual([]);
      expect(visible(element, `[part=result], ${CONTROLS}`)).toEqual([]);
      const [inner] = visible(element, '.compare-table td table');
      const { right } = inner!.closest('.compare-table td')!.getBoundingClientRect();
      expect(inner!.getBoundingClientRect().right).toBeLessThanOrEqual(right);
      for (const cell of visible(element, '.compare-table td td'))
        expect(cell.getBoundingClientRect().width).toBeGreaterThan(80);
    });
  });
});

describe('with large text', () => {
  it('what is ticked to compare grows with its words', async () => {
    const { element } = await showReady();
    element.style.fontSize = '32px';
    const { width } = first(element, '[part=compare] input').getBoundingClientRect();
    expect(width).toBeGreaterThan(24);
  });
});
