import { beforeAll, describe, expect, it, vi } from 'vitest';
import { cdp, page as screen, userEvent } from 'vitest/browser';
import type { Indicator } from '../../../src/domain/index.js';
import '../../../src/elements/kpi-tiles/define.js';
import type { YnKpiTiles } from '../../../src/elements/kpi-tiles/index.js';
import { HttpError, NetworkError, type YuniaoError } from '../../../src/sdk/index.js';
import { createFakeClient, type FakeClient, pageOf, sampleIndicators } from '../../support/fake-client.js';
import { expectAccessible, fixture, html, settled, until } from '../../support/testing.js';

interface Shown {
  readonly element: YnKpiTiles;
  readonly client: FakeClient;
}

async function show(properties: Partial<YnKpiTiles> = {}, client = createFakeClient(), lang = 'zh-CN'): Promise<Shown> {
  const element = document.createElement('yn-kpi-tiles');
  Object.assign(element, { client }, properties);
  await fixture(html`<main lang=${lang}>${element}</main>`);
  await settled(element);
  await complete(element);
  return { element, client };
}

/** Trends, changes and buttons follow the figures. */
async function complete(element: YnKpiTiles): Promise<void> {
  await until(() => element.matches(':state(error)') || element.shadowRoot!.querySelector('dialog') !== null);
  await element.updateComplete;
}

/** One sample, changed where a test says so. */
function indicator(code: string, changes: Partial<Indicator> = {}): Indicator {
  const found = sampleIndicators.find((each) => each.code === code);
  if (!found) throw new Error(`no sample ${code}`);
  return { ...found, ...changes };
}

async function showOnly(only: Indicator, properties: Partial<YnKpiTiles> = {}, lang?: string): Promise<Shown> {
  const client = createFakeClient();
  client.indicators.list.answer(pageOf([only]));
  return show(properties, client, lang);
}

const all = (element: Element, part: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(`[part~=${part}]`),
];
const text = (element: Element | undefined): string => element?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
const texts = (element: Element, part: string): string[] => all(element, part).map(text);

interface AccessibilityNode {
  readonly nodeId: string;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly childIds?: readonly string[];
}

interface FrameTree {
  readonly frame: { readonly id: string };
  readonly childFrames?: readonly FrameTree[];
}

/** The paragraphs that assistive technology is told of, in the order in which it reads them. */
async function spoken(): Promise<string[]> {
  const { frameTree } = (await cdp().send('Page.getFrameTree')) as unknown as { frameTree: FrameTree };
  const frames = [frameTree, ...(frameTree.childFrames ?? [])].map(({ frame }) => frame.id);
  const trees = await Promise.all(
    frames.map(async (frameId) => cdp().send('Accessibility.getFullAXTree', { frameId } as never)),
  );
  const nodes = trees.flatMap((tree) => (tree as unknown as { nodes: AccessibilityNode[] }).nodes);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const said = ({ role, name, childIds = [] }: AccessibilityNode): string =>
    role?.value === 'StaticText'
      ? (name?.value ?? '')
      : childIds.map((id) => (byId.has(id) ? said(byId.get(id)!) : '')).join('');
  return nodes.filter(({ role }) => role?.value === 'paragraph').map(said);
}

beforeAll(() => screen.viewport(1280, 900));

describe('what a tile says', () => {
  it('gives figure, unit, basis, period, target, progress, standing, as-of date and source', async () => {
    const { element } = await show({ codes: 'achievements-published' });
    expect(text(all(element, 'tile')[0])).toContain('年度新增 · 2026年');
    expect(texts(element, 'figure')).toEqual(['198项']);
    expect(texts(element, 'target')).toEqual(['目标 300项']);
    expect(texts(element, 'standing')).toEqual(['进度正常']);
    expect(texts(element, 'facts')).toEqual(['截至2026年6月30日 来源：示例指标']);
    expect(texts(element, 'mark')).toEqual(['初步数']);
  });

  it('says in English what the Chinese says', async () => {
    const { element } = await show({ codes: 'transfer-fund carrier-floor-area' }, createFakeClient(), 'en');
    await until(() => texts(element, 'figure')[0] === 'CNY2billion');
    expect(texts(element, 'figure')).toEqual(['CNY2billion', '3.12million m²']);
    expect(texts(element, 'target')).toEqual(['Target for 2026: CNY 2 billion', 'Target for 2030: 5 million m²']);
  });

  it('marks sample figures on the tile itself, and only those', async () => {
    const { element } = await show({ codes: 'achievements-published top-talents' });
    const [real, sample] = all(element, 'tile');
    expect(text(real)).not.toContain('示例数据');
    expect(text(sample?.querySelector('.mark') ?? undefined)).toBe('示例');
  });

  it('says that a figure was corrected', async () => {
    const { observations, ...rest } = indicator('projects-landed');
    const { element } = await showOnly({ ...rest, observations: observations.slice(0, 2) });
    expect(texts(element, 'mark')).toContain('已修订');
  });

  it('shows a dash and the reason for a figure that is not known, the last known one, and never a zero', async () => {
    const { element } = await show({ codes: 'transfer-staff' });
    expect(texts(element, 'figure')).toEqual(['— 尚未发布']);
    expect(text(all(element, 'tile')[0])).toContain('最近数据：506人（2024年）');
    expect(all(element, 'gauge')).toHaveLength(0);
    expect(text(all(element, 'tile')[0])).not.toMatch(/(^|[^\d])0人/);
  });

  it('shows a real zero as a zero', async () => {
    const { element } = await show({ codes: 'top-talents' });
    expect(texts(element, 'figure')).toEqual(['0人']);
    expect(texts(element, 'change')).toEqual(['与上年同期持平']);
  });

  it.each([
    ['reached', 100, '2025', '已完成'],
    ['exceeded', 120, '2025', '超额完成'],
    ['missed', 60, '2025', '未完成'],
  ])('tells by word and sign that a target is %s', async (standing, value, year, word) => {
    const { element } = await showOnly(
      indicator('projects-landed', {
        targets: [{ periodStart: year, periodEnd: year, value: 100 }],
        observations: [{ periodStart: year, periodEnd: year, value }],
      }),
    );
    expect(texts(element, 'standing')).toEqual([word]);
    expect(all(element, 'standing')[0]?.querySelector('svg')).not.toBeNull();
    expect(all(element, 'tile')[0]?.classList).toContain(standing);
  });

  it('judges a limit the other way round', async () => {
    const { element } = await show({ codes: 'days-to-register' });
    expect(texts(element, 'target')).toEqual(['控制目标 不超过 3.0天']);
    expect(texts(element, 'standing')).toEqual(['进度滞后']);
    expect(all(element, 'gauge')).toHaveLength(0);
  });

  it('counts the change of a percentage in points', async () => {
    const { element } = await showOnly(
      indicator('high-value-patents-per-10000', {
        unit: { 'zh-CN': '%' },
        observations: [
          { periodStart: '2024', periodEnd: '2024', value: 95.5 },
          { periodStart: '2025', periodEnd: '2025', value: 98 },
        ],
      }),
    );
    expect(texts(element, 'change')).toEqual(['同比增加 2.5个百分点']);
  });

  it('adds up the quarters of a running year and names them', async () => {
    const { element } = await showOnly(
      indicator('projects-landed', {
        observations: [
          { periodStart: '2026-01', periodEnd: '2026-03', value: 20 },
          { periodStart: '2026-04', periodEnd: '2026-06', value: 31 },
        ],
      }),
    );
    expect(texts(element, 'figure')).toEqual(['51项']);
    expect(texts(element, 'eyebrow')[0]).toContain('2026年1月至6月');
  });

  it('keeps the place of a code that the platform does not know, and says so', async () => {
    const { element } = await show({ codes: 'top-talents no-such-code transfer-fund' });
    expect(all(element, 'tile').map((tile) => text(tile.querySelector('[part=name]') ?? undefined))).toEqual([
      '集聚顶尖人才',
      '平台没有代码为“no-such-code”的指标',
      '成果转化基金规模',
    ]);
  });

  it('leaves markup in a record as the text it is', async () => {
    const payload = '<img src=x onerror="document.title=1">';
    const { element } = await showOnly(
      indicator('top-talents', {
        title: { 'zh-CN': payload },
        unit: { 'zh-CN': payload },
        drillDown: 'javascript:alert(1)',
      }),
      { drillDownHref: '{query}' },
    );
    expect(texts(element, 'name')).toEqual([payload]);
    expect(element.shadowRoot!.querySelector('img, [part=records-link]')).toBeNull();
  });
});

describe('what a screen reader hears', () => {
  it('is label, value, unit, target, progress and date in one sentence', async () => {
    await show({ codes: 'achievements-published' });
    expect(await spoken()).toContain('发布科技成果：198项，目标300项，完成 66%，进度正常，截至2026年6月30日，初步数。');
  });

  it('is the same in English', async () => {
    const { element } = await show({ codes: 'transfer-fund' }, createFakeClient(), 'en');
    await until(() => text(all(element, 'tile')[0]).includes('Target'));
    expect(await spoken()).toContain(
      'Size of the transfer fund: CNY 2 billion, of a target of CNY 2 billion, 100% reached, Target reached, as of the end of 2025, a sample figure, not an actual result.',
    );
  });

  it('is never a zero for what is not known, and a word for the minus sign', async () => {
    await show({ codes: 'transfer-staff net-inflow' });
    const sentences = await spoken();
    expect(sentences).toContain(
      '培养成果转化员：尚未发布，目标500人，2025年，最近数据：506人（2024年），示例数据，并非实际完成数。',
    );
    expect(sentences.some((sentence) => sentence.startsWith('技术交易净流入：负3.25亿元，截至2025年底'))).toBe(true);
  });

  it('is not the moving figure of a count-up', async () => {
    const { element } = await show({ codes: 'achievements-published', countUp: true });
    expect(text(all(element, 'tile')[0]?.querySelector('.sentence') ?? undefined)).toContain('198项');
    expect(all(element, 'figure')[0]?.closest('[aria-hidden=true]')).not.toBeNull();
  });
});

describe('order, size and groups', () => {
  it('shows everything by section of the plan, each under its heading', async () => {
    const { element } = await show();
    expect(texts(element, 'section-title')).toEqual(['总体目标', '金融支持', '人才', '园区落地', '其他指标']);
    expect(all(element, 'section-title')[0]?.getAttribute('aria-level')).toBe('3');
  });

  it('follows the order and the sizes that the author chose', async () => {
    const { element, client } = await show({ codes: 'top-talents:large, transfer-fund transfer-staff:huge' });
    expect(texts(element, 'name')).toEqual(['集聚顶尖人才', '成果转化基金规模', '培养成果转化员']);
    expect(all(element, 'tile').map((tile) => tile.classList.contains('large'))).toEqual([true, false, false]);
    expect(all(element, 'section-title')).toHaveLength(0);
    expect(client.indicators.list.calls[0]?.query.codes).toEqual(['top-talents', 'transfer-fund', 'transfer-staff']);
  });

  it('asks for one section where the page names it', async () => {
    const { element } = await show({ section: 'talent' });
    expect(texts(element, 'name')).toEqual(['集聚顶尖人才', '培养成果转化员', '培育技术经纪人']);
  });
});

describe('the board', () => {
  it('leaves nothing outside its tiles and stays on one screen, however many there are', async () => {
    await screen.viewport(1920, 1080);
    for (const count of [6, 11, 26]) {
      const client = createFakeClient();
      client.indicators.list.answer(
        pageOf(
          Array.from({ length: count }, (_, index) =>
            Object.assign({}, sampleIndicators[index % sampleIndicators.length], { code: `c${index}` }),
          ),
        ),
      );
      const { element } = await show({ layout: 'board', appearance: 'dark', heading: '指标看板' }, client);
      await until(() => all(element, 'tiles')[0]?.dataset['columns']);
      expect(element.getBoundingClientRect().height, `${count} tiles`).toBeLessThanOrEqual(1080);
      for (const tile of all(element, 'tile')) {
        const { bottom, right } = tile.getBoundingClientRect();
        const inside = [...tile.querySelectorAll('.face > *, .actions')].map((each) => each.getBoundingClientRect());
        expect(Math.max(...inside.map((each) => each.bottom)), text(tile)).toBeLessThanOrEqual(bottom);
        expect(Math.max(...inside.map((each) => each.right)), text(tile)).toBeLessThanOrEqual(right);
      }
      element.remove();
    }
    await screen.viewport(1280, 900);
  });
});

describe('the table', () => {
  it('has a caption, heads of columns and rows, and every number as it was reported', async () => {
    await show({ layout: 'table', heading: '行动方案指标', codes: 'contracts-amount high-value-patents-per-10000' });
    const table = screen.getByRole('table', { name: '行动方案指标' });
    await expect.element(table).toBeVisible();
    await expect.element(table.getByRole('rowheader', { name: /技术合同成交额/ })).toBeVisible();
    await expect.element(table.getByRole('columnheader', { name: '计量单位' })).toBeVisible();
    await expect.element(table.getByRole('cell', { name: '1,000,000,000,000' })).toBeVisible();
    await expect.element(table.getByRole('cell', { name: '33.85' })).toBeVisible();
  });

  it('is still a table where its rows are set one below the other', async () => {
    const { element } = await show({ layout: 'table', codes: 'top-talents' });
    element.style.width = '320px';
    const table = screen.getByRole('table');
    await expect.element(table.getByRole('rowheader', { name: /集聚顶尖人才/ })).toBeVisible();
    await expect.element(table.getByRole('cell', { name: /100$/ })).toBeVisible();
  });
});

describe('the definition and history', () => {
  it('opens by keyboard, shows what was corrected and why, and closes by Escape with the focus where it was', async () => {
    const { element } = await show({ codes: 'projects-landed' });
    const button = element.shadowRoot!.querySelector<HTMLElement>('[part=details-button]')!;
    button.focus();
    await userEvent.keyboard('{Enter}');
    const dialog = screen.getByRole('dialog', { name: '落地转化项目' });
    await expect.element(dialog).toBeVisible();
    await expect.element(dialog.getByText('2026年3月11日 修订，原为 104项。原因：剔除重复填报的 8 项')).toBeVisible();
    await expectAccessible(element);
    await userEvent.keyboard('{Escape}');
    await until(() => element.shadowRoot!.querySelector('dialog')?.open === false);
    expect(element.shadowRoot!.activeElement).toBe(button);
  });

  it('gives definition, formula and source of an indicator, and nothing for what it does not say', async () => {
    const { element } = await show({ codes: 'achievements-published' });
    await userEvent.click(all(element, 'details-button')[0]!);
    const dialog = screen.getByRole('dialog');
    for (const words of ['高校院所当年通过本平台公开发布', '发布日期在当年的已发布成果计数', '由平台记录自动计算'])
      await expect.element(dialog.getByText(words, { exact: false })).toBeVisible();
    expect(texts(element, 'about')[0]).not.toContain('责任单位');
  });

  it('shows the number as it was reported beside the one that is rounded', async () => {
    const { element } = await showOnly(
      indicator('top-talents', { observations: [{ periodStart: '2025', periodEnd: '2025', value: 12_345 }] }),
    );
    await userEvent.click(all(element, 'details-button')[0]!);
    await expect.element(screen.getByText('12,345人 ≈ 1.23万人')).toBeVisible();
  });
});

describe('the records behind a figure', () => {
  it('are where the pattern of the page says, unless the page shows them itself', async () => {
    const { element } = await show({
      codes: 'achievements-published top-talents',
      drillDownHref: '#/{query}&of={code}',
    });
    const links = all(element, 'records-link') as HTMLAnchorElement[];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '#/achievements?r.published=2026-01-01..2026-12-31&of=achievements-published',
    ]);
    const drilled = vi.fn<(event: CustomEvent) => void>((event) => event.preventDefault());
    element.addEventListener('yn-drill-down', drilled);
    await userEvent.click(links[0]!);
    expect(drilled.mock.calls[0]?.[0].detail.indicator.code).toBe('achievements-published');
    expect(location.hash).toBe('');
  });
});

describe('the records behind a figure, where the page names no place', () => {
  it('are on the page of the platform that lists achievements, in the reader’s language', async () => {
    const { element } = await show({ codes: 'achievements-published' }, createFakeClient(), 'en');
    await until(() => texts(element, 'records-link')[0] === 'Records');
    expect((all(element, 'records-link')[0] as HTMLAnchorElement).href).toBe(
      'https://platform.example.org/en/achievements?r.published=2026-01-01..2026-12-31',
    );
  });

  it('are data where the platform has no page of them, and the link says so', async () => {
    const { element } = await showOnly(
      indicator('top-talents', { drillDown: 'events?f.state=scheduled&r.start=2026-01-01..2026-05-01' }),
    );
    const link = screen.getByRole('link', { name: '集聚顶尖人才：明细数据（JSON）' });
    await expect.element(link).toHaveTextContent('明细数据（JSON）');
    const drilled = vi.fn<(event: CustomEvent) => void>((event) => event.preventDefault());
    element.addEventListener('yn-drill-down', drilled);
    await userEvent.click(link);
    expect(drilled.mock.calls[0]?.[0].detail.href).toContain('/api/v1/events?f.state=scheduled');
  });

  it('have no link where the page wants none, nor where no records make the figure', async () => {
    const { element } = await show({ codes: 'achievements-published top-talents', drillDownHref: '' });
    expect(all(element, 'records-link')).toHaveLength(0);
    element.drillDownHref = undefined;
    await until(() => all(element, 'records-link').length > 0);
    expect(all(element, 'records-link')).toHaveLength(1);
  });
});

describe('refreshing', () => {
  it('asks again at the interval that the page sets, and keeps the figures meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const { element, client } = await show({ codes: 'achievements-published', refreshSeconds: 60 });
      const next = client.indicators.list.defer();
      vi.advanceTimersByTime(60_000);
      await next.called;
      await until(() => element.matches(':state(refreshing)'));
      expect(texts(element, 'figure')).toEqual(['198项']);
      next.resolve(
        pageOf([
          indicator('achievements-published', {
            observations: [{ periodStart: '2026', periodEnd: '2026', asOf: '2026-07-31', value: 230 }],
          }),
        ]),
      );
      await until(() => texts(element, 'figure')[0] === '230项');
      element.remove();
      vi.advanceTimersByTime(600_000);
      expect(client.indicators.list.calls).toHaveLength(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps older figures under an error, with their age, and offers to try again', async () => {
    const { element, client } = await show({ codes: 'achievements-published' });
    const errors: YuniaoError[] = [];
    element.addEventListener('yn-error', ({ detail }) => errors.push(detail.error as YuniaoError));
    client.indicators.list.defer().reject(new HttpError({ status: 503 }));
    element.refresh();
    await until(() => element.matches(':state(error)'));
    expect(texts(element, 'error-banner')[0]).toContain('当前显示的是截至');
    expect(texts(element, 'figure')).toEqual(['198项']);
    expect(errors.map(({ code }) => code)).toEqual(['unavailable']);
    await userEvent.click(screen.getByRole('button', { name: '重试' }));
    await until(() => element.matches(':state(ready)'));
  });

  it('tells an error from an empty answer', async () => {
    const client = createFakeClient();
    client.indicators.list.answer(pageOf([]));
    const { element } = await show({}, client);
    await expect.element(screen.getByText('没有可显示的指标')).toBeVisible();
    client.indicators.list.defer().reject(new NetworkError());
    element.section = 'talent';
    await until(() => element.matches(':state(error)'));
    await expect.element(screen.getByText('网络连接失败')).toBeVisible();
  });
});

describe('counting up', () => {
  it('moves the figure of the eye only, and ends at the value', async () => {
    const { element } = await show({ codes: 'achievements-published', countUp: true });
    const seen = new Set<string>();
    await until(() => {
      seen.add(texts(element, 'figure')[0] ?? '');
      return texts(element, 'figure')[0] === '198项';
    });
    for (const figure of seen) expect(figure).toMatch(/^\d+(\.\d+)?项$/);
  });

  it('does not move where less motion is wanted', async () => {
    await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] });
    try {
      const { element } = await show({ codes: 'achievements-published', countUp: true });
      expect(texts(element, 'figure')).toEqual(['198项']);
    } finally {
      await cdp().send('Emulation.setEmulatedMedia', { features: [] });
    }
  });
});

describe('room', () => {
  it('is kept while loading, so that nothing moves when the figures come', async () => {
    const client = createFakeClient();
    const answer = client.indicators.list.defer();
    const element = document.createElement('yn-kpi-tiles');
    Object.assign(element, { client, codes: 'achievements-published top-talents transfer-fund net-inflow' });
    await fixture(
      html`<main lang="zh-CN">
        ${element}
        <p>下文</p>
      </main>`,
    );
    await answer.called;
    await until(() => element.matches(':state(stalled)'));
    const before = element.getBoundingClientRect().height;
    answer.resolve(pageOf(sampleIndicators.filter(({ code }) => element.codes.includes(code))));
    await settled(element);
    await element.updateComplete;
    const figuresOnly = element.getBoundingClientRect().height;
    await complete(element);
    expect(element.getBoundingClientRect().height).toBe(figuresOnly);
    expect(Math.abs(element.getBoundingClientRect().height - before)).toBeLessThan(2);
  });
});
