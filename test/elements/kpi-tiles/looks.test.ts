import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page as screen } from 'vitest/browser';
import '../../../src/elements/kpi-tiles/define.js';
import type { YnKpiTiles } from '../../../src/elements/kpi-tiles/index.js';
import { createFakeClient, sampleIndicators } from '../../support/fake-client.js';
import { lightness, lines, onPaper, overrun } from '../../support/media.js';
import { fixture, html, settled, until } from '../../support/testing.js';

const allCodes = sampleIndicators.map(({ code }) => code).join(' ');

async function show(properties: Partial<YnKpiTiles> = {}, lang = 'zh-CN', fontSize = '16px'): Promise<YnKpiTiles> {
  const element = document.createElement('yn-kpi-tiles');
  Object.assign(element, { client: createFakeClient(), codes: allCodes }, properties);
  const main = await fixture<HTMLElement>(html`<main lang=${lang}>${element}</main>`);
  main.style.fontSize = fontSize;
  await settled(element);
  await until(() => element.shadowRoot!.querySelector('dialog') !== null);
  if (element.layout === 'table') await until(() => element.shadowRoot!.querySelector('table') !== null);
  await element.updateComplete;
  return element;
}

const all = (element: Element, selector: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const first = (element: Element, selector: string): HTMLElement => all(element, selector)[0]!;

beforeEach(() => screen.viewport(1280, 900));
afterEach(() => screen.viewport(1280, 900));

describe('on paper', () => {
  it('tiles of a dark page are ink on white', async () => {
    const element = await show({ appearance: 'dark' });
    const base = first(element, '.base');
    expect(lightness(getComputedStyle(base).color)).toBeGreaterThan(0.8);
    await onPaper(() => {
      expect(lightness(getComputedStyle(first(element, '[part=name]')).color)).toBeLessThan(0.2);
      expect(lightness(getComputedStyle(base).backgroundColor)).toBeCloseTo(1);
    });
  });

  it('a table has heads over its columns however narrow the sheet', async () => {
    await screen.viewport(718, 900);
    const element = await show({ layout: 'table' });
    const cells = (): HTMLElement[] => all(element, 'tbody tr:first-child > *');
    const tops = (): Set<number> => new Set(cells().map((cell) => cell.getBoundingClientRect().top));
    expect(tops().size).toBeGreaterThan(1);
    await onPaper(() => {
      expect(tops().size).toBe(1);
      const heads = all(element, 'thead th');
      expect(heads.map((head) => head.getBoundingClientRect().left)).toEqual(
        cells().map((cell) => cell.getBoundingClientRect().left),
      );
      expect(overrun(element)).toBe(0);
    });
  });

  it('the details that are open are printed in place of the tiles, with nothing to press', async () => {
    await screen.viewport(718, 400);
    const element = await show({ codes: 'projects-landed' });
    await screen.getByRole('button', { name: /说明/ }).click();
    await expect.element(screen.getByRole('dialog', { name: '落地转化项目' })).toBeVisible();
    await onPaper(() => {
      const dialog = first(element, 'dialog');
      expect(dialog.checkVisibility()).toBe(true);
      expect(dialog.scrollHeight).toBeLessThanOrEqual(dialog.clientHeight);
      expect(dialog.textContent).toContain('剔除重复填报的 8 项');
      expect(first(element, '[part=tile]').checkVisibility()).toBe(false);
      expect(all(element, 'button').filter((button) => button.checkVisibility())).toEqual([]);
    });
  });

  it('a board takes no more room than its tiles', async () => {
    const element = await show({ layout: 'board', codes: 'top-talents' });
    await until(() => element.getBoundingClientRect().height >= innerHeight);
    await onPaper(() => {
      expect(element.getBoundingClientRect().height).toBeLessThan(innerHeight / 2);
    });
  });
});

describe('large text on a narrow page', () => {
  it.each(['tiles', 'compact', 'table'] as const)('runs out of no side as %s', async (layout) => {
    await screen.viewport(360, 740);
    for (const lang of ['zh-CN', 'en']) expect(overrun(await show({ layout }, lang, '32px')), lang).toBe(0);
  });

  it('sets a unit below its figure rather than break its word', async () => {
    await screen.viewport(360, 740);
    const element = await show({ codes: 'achievements-published' }, 'en', '32px');
    const after = first(element, '[part=figure] .after');
    expect(after.textContent).toBe('achievements');
    expect(new Set(lines(after).map(({ top }) => top)).size).toBe(1);
  });
});

describe('the details', () => {
  async function open(fontSize: string): Promise<YnKpiTiles> {
    await screen.viewport(360, 740);
    const element = await show({ codes: 'projects-landed' }, 'zh-CN', fontSize);
    await screen.getByRole('button', { name: /说明/ }).click();
    await expect.element(screen.getByRole('rowheader', { name: '2025年' })).toBeVisible();
    return element;
  }

  it('keep a year on one line beside a long remark', async () => {
    const element = await open('16px');
    for (const year of all(element, '[part=series] tbody th')) expect(lines(year), year.textContent).toHaveLength(1);
  });

  it('leave what they say more room than its heads, however large the text', async () => {
    const element = await open('32px');
    const [head, text] = ['dt', 'dd'].map((each) => first(element, each).getBoundingClientRect().width);
    expect(text).toBeGreaterThan(head! * 1.4);
  });
});

describe('the table', () => {
  it.each([1160, 1280])('fits an English page %i pixels wide', async (width) => {
    await screen.viewport(width, 900);
    expect(overrun(await show({ layout: 'table' }, 'en'))).toBe(0);
  });

  it('keeps a date on one line', async () => {
    await screen.viewport(1160, 900);
    const element = await show({ layout: 'table', codes: 'achievements-published contracts-amount' });
    const date = first(element, '[data-column="截至"] span');
    expect(date.textContent).toBe('2026年6月30日');
    expect(lines(date)).toHaveLength(1);
  });

  it('of a history has its heads where the figures below them are', async () => {
    const element = await show({ codes: 'achievements-published' });
    await screen.getByRole('button', { name: /说明/ }).click();
    await expect.element(screen.getByRole('columnheader', { name: '数值（项）' })).toBeVisible();
    const [head, figure] = ['th:nth-child(2)', 'td'].map((cell) => lines(first(element, `[part=series] ${cell}`))[0]);
    expect(head?.right).toBeCloseTo(figure?.right ?? 0, 0);
  });
});

describe('a board', () => {
  it('has tiles that are wider than high on a screen that stands upright, too', async () => {
    await screen.viewport(1080, 1920);
    const element = await show({ layout: 'board' });
    await until(() => first(element, '[data-grid]').getBoundingClientRect().height > innerHeight / 2);
    const { width, height } = first(element, '[part=tile]').getBoundingClientRect();
    expect(width).toBeGreaterThan(height);
  });

  it('has its columns where it was drawn before it was shown, as in a tab that is not open', async () => {
    const element = await show({ layout: 'board', hidden: true });
    element.hidden = false;
    const [one, two] = all(element, '[part=tile]').map((each) => each.getBoundingClientRect());
    expect(one?.width).toBeGreaterThan(0);
    expect(two?.left).toBeGreaterThan(one?.right ?? 0);
  });
});
