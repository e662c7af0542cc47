import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AchievementHit, ListQuery, Page } from '../../../src/sdk/index.js';
import type { YnAchievementSearch } from '../../../src/elements/achievement-search/index.js';
import { show } from '../../support/achievement-search.js';
import { createFakeClient, type FakeClient, pageOf, sampleAchievements } from '../../support/fake-client.js';
import { settled, until } from '../../support/testing.js';

const sampleFacets = [{ id: 'field', label: '技术领域', values: [{ value: '新能源', label: '新能源', count: 3 }] }];

const frames: FrameRequestCallback[] = [];

/** The browser paints what is drawn by now; then what waits for that goes on. */
async function paint(element: YnAchievementSearch): Promise<void> {
  for (const frame of frames.splice(0)) frame(performance.now());
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  await element.updateComplete;
}

function records(count: number, title: string): AchievementHit[] {
  return Array.from({ length: count }, (_, index) => ({
    ...sampleAchievements[0]!,
    id: `${title}-${index}`,
    title: { 'zh-CN': `${title}${index}` },
  }));
}

/** An element that waits for its first answer, in a page whose frames the test paints. */
async function begin(
  answer: (query: ListQuery) => Page<AchievementHit>,
): Promise<{ element: YnAchievementSearch; client: FakeClient; answerNow: () => void }> {
  const client = createFakeClient();
  client.achievements.list.answer(answer);
  const first = client.achievements.list.defer();
  const { element } = await show({}, client);
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((frame) => frames.push(frame));
  return {
    element,
    client,
    answerNow: () => {
      first.resolve(answer({}));
    },
  };
}

const titles = (element: YnAchievementSearch): (string | undefined)[] =>
  [...element.shadowRoot!.querySelectorAll('[part=title]')].map((each) => each.textContent?.trim());
const facets = (element: YnAchievementSearch): number => element.shadowRoot!.querySelectorAll('[part=facet]').length;
const isBusy = (element: YnAchievementSearch): boolean =>
  element.shadowRoot!.querySelector('[part=results-area]')!.ariaBusy === 'true';

describe('an answer is drawn', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    frames.length = 0;
  });

  it('in steps: the first results, those that a window shows, the facets, the rest; then it is ready', async () => {
    const { element, answerNow } = await begin(() => pageOf(records(14, '甲'), { facets: sampleFacets }));
    answerNow();
    await until(() => titles(element).length > 0);
    expect(titles(element)).toHaveLength(3);
    expect(element.shadowRoot!.querySelectorAll('[part=results] > li')).toHaveLength(14);
    expect(facets(element)).toBe(0);
    expect(isBusy(element)).toBe(true);
    expect(element.matches(':state(ready)')).toBe(false);
    await paint(element);
    expect(titles(element)).toHaveLength(6);
    expect(facets(element)).toBe(0);
    await paint(element);
    expect(facets(element)).toBe(sampleFacets.length);
    expect(titles(element)).toHaveLength(6);
    await paint(element);
    expect(titles(element)).toHaveLength(12);
    expect(isBusy(element)).toBe(true);
    await paint(element);
    expect(titles(element)).toHaveLength(14);
    expect(isBusy(element)).toBe(false);
    expect(element.matches(':state(ready)')).toBe(true);
  });

  it('over the one before, of which everything stays until its turn comes', async () => {
    const { element, client, answerNow } = await begin(({ q }) =>
      pageOf(records(8, q || '甲'), { facets: sampleFacets }),
    );
    answerNow();
    await until(() => titles(element).length > 0);
    for (let step = 0; step < 3; step += 1) await paint(element);
    element.query = '乙';
    await until(() => titles(element)[0] === '乙0');
    expect(titles(element)).toEqual(['乙0', '乙1', '乙2', '甲3', '甲4', '甲5', '甲6', '甲7']);
    expect(facets(element)).toBe(sampleFacets.length);
    await paint(element);
    expect(titles(element).slice(4)).toEqual(['乙4', '乙5', '甲6', '甲7']);
    await paint(element);
    await paint(element);
    expect(titles(element)).toEqual(records(8, '乙').map(({ title }) => title['zh-CN']));
    client.achievements.list.answer(pageOf(records(2, '丙')));
    element.query = '丙';
    await until(() => titles(element)[0] === '丙0');
    expect(titles(element)).toEqual(['丙0', '丙1']);
  });

  it('at once where no one looks, as no frame would come', async () => {
    const { element, answerNow } = await begin(() => pageOf(records(12, '甲')));
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    answerNow();
    await settled(element);
    expect(titles(element)).toHaveLength(12);
  });
});

describe('while the first answer is awaited', () => {
  it('placeholders take the room that was kept for them, once the wait is long', async () => {
    const client = createFakeClient();
    client.achievements.list.defer();
    const { element } = await show({ pageSize: 3 }, client);
    const room = (): DOMRect => element.shadowRoot!.querySelector('[part=loading-view]')!.getBoundingClientRect();
    const { height } = room();
    await until(() => element.shadowRoot!.querySelector('.result .bone') !== null);
    expect(room().height).toBe(height);
  });
});
