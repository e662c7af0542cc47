import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/kpi-tiles/define.js';
import type { KpiLayout, KpiSize, YnKpiTiles } from '../src/elements/kpi-tiles/index.js';
import { HttpError, NetworkError } from '../src/sdk/index.js';
import { createFakeClient, type FakeClient, pageOf, sampleIndicators } from '../test/support/fake-client.js';
import { kpiTilesDocs } from './kpi-tiles.docs.js';
import { onStage, type Stage } from './stage.js';

interface Args extends Stage {
  /** Prepares the answers of the platform. */
  readonly prepare?: (client: FakeClient) => void;
  readonly configured?: boolean;
  readonly codes?: string;
  readonly layout?: KpiLayout;
  readonly size?: KpiSize;
  readonly heading?: string;
  readonly countUp?: boolean;
}

function render({ prepare, configured = true, codes, layout, size, heading, countUp, ...stage }: Args): TemplateResult {
  const client = createFakeClient();
  prepare?.(client);
  return onStage(
    html`<yn-kpi-tiles
      .client=${configured ? client : undefined}
      .codes=${codes ?? ''}
      .layout=${layout ?? 'tiles'}
      .size=${size ?? 'medium'}
      .heading=${heading}
      .countUp=${countUp ?? false}
      drill-down-href="#/{query}"
    ></yn-kpi-tiles>`,
    stage,
  );
}

const meta: Meta<Args> = {
  title: 'KPI tiles',
  component: 'yn-kpi-tiles',
  tags: ['autodocs'],
  parameters: { docs: { description: { component: kpiTilesDocs } } },
  render,
};
export default meta;
type Story = StoryObj<Args>;

/** All indicators by the sections of the plan. */
export const Default: Story = {};

/** The author picks indicators, their order and their size. */
export const Picked: Story = {
  args: { codes: 'transfer-fund:large projects-landed high-value-patents-per-10000 no-such-code', heading: '重点指标' },
};

/** Little room: the figure and how it stands. */
export const Small: Story = { args: { size: 'small' } };

/** A strip for the top of a page. */
export const Compact: Story = {
  args: { layout: 'compact', codes: 'achievements-published projects-landed transfer-fund top-talents transfer-staff' },
};

/** The same as a table: for assistive technology, for copying and for paper. */
export const Table: Story = { args: { layout: 'table', heading: '行动方案指标完成情况' } };

/** A board for an exhibition hall, dark and full of light. */
export const Board: Story = { args: { layout: 'board', heading: '科技成果转移转化首选地 · 指标看板', scheme: 'dark' } };

/** Definition, method and history, with what a figure was before it was corrected. */
export const Details: Story = {
  args: { codes: 'projects-landed' },
  play: async ({ canvasElement }) => {
    // The buttons follow the figures
    const hasButton = (element: Element): boolean =>
      element.shadowRoot?.querySelector('.details') instanceof HTMLElement;
    const tiles = await until(canvasElement, hasButton);
    tiles.shadowRoot?.querySelector<HTMLElement>('.details')?.click();
    await until(canvasElement, (element) => element.shadowRoot?.querySelector('dialog')?.open === true);
  },
};

/** Not known is not zero; below zero; thirteen digits. */
export const HardFigures: Story = {
  args: { codes: 'top-talents transfer-staff brokers net-inflow contracts-amount days-to-register' },
};

/** Until a quarter of a second has passed nothing moves: room is kept and the eye is left alone. */
export const Loading: Story = { args: { prepare: (client) => void client.indicators.list.defer() } };

/** The first answer takes long. */
export const Stalled: Story = {
  args: { prepare: (client) => void client.indicators.list.defer() },
  play: async ({ canvasElement }) => {
    await until(canvasElement, (tiles) => tiles.matches(':state(stalled)'));
  },
};

/** Newer figures are awaited; the older ones stay. */
export const Refreshing: Story = {
  play: async ({ canvasElement }) => {
    const tiles = await until(canvasElement, (element) => element.matches(':state(ready)'));
    (tiles.client as FakeClient).indicators.list.defer();
    tiles.refresh();
    await until(canvasElement, (element) => element.matches(':state(refreshing)'));
  },
};

/** The platform has no indicator. */
export const Empty: Story = { args: { prepare: (client) => client.indicators.list.answer(pageOf([])) } };

/** Nothing could be loaded. */
export const Failed: Story = {
  name: 'Error',
  args: {
    prepare: (client) =>
      client.indicators.list.answer(() => {
        throw new NetworkError({ offline: true });
      }),
  },
};

/** Newer figures could not be loaded: what was there stays, with its age. */
export const StaleAfterError: Story = {
  play: async ({ canvasElement }) => {
    const tiles = await until(canvasElement, (element) => element.matches(':state(ready)'));
    (tiles.client as FakeClient).indicators.list.defer().reject(new HttpError({ status: 503 }));
    tiles.refresh();
    await until(canvasElement, (element) => element.matches(':state(error)'));
  },
};

/** Texts as long as real ones get, and longer. */
export const LongText: Story = {
  args: {
    prepare: (client) =>
      client.indicators.list.answer(
        pageOf(
          sampleIndicators.slice(0, 3).map((indicator) =>
            Object.assign({}, indicator, {
              title: {
                'zh-CN': '规模以上工业企业研究与试验发展经费支出占主营业务收入比重及其较上年同期增减情况'.repeat(2),
              },
              unit: { 'zh-CN': '项（含跨区域联合申报并经主管部门认定的项目）' },
              responsibleOffice: { name: { 'zh-CN': '示例市科学技术局成果转化与区域创新处（技术市场管理办公室）' } },
              note: { 'zh-CN': '口径说明。'.repeat(80) },
            }),
          ),
        ),
      ),
  },
};

/** A page that reads from right to left. */
export const RTL: Story = { args: { lang: 'ar', dir: 'rtl' } };

/** A page in the dark. */
export const Dark: Story = { args: { scheme: 'dark' } };

/** A phone. */
export const Narrow: Story = { args: { width: 320 } };

/** A page in English. */
export const English: Story = { args: { lang: 'en' } };

/** The table on a phone: each row's cells one below the other. */
export const NarrowTable: Story = { args: { layout: 'table', width: 320 } };

/** The author of the page has not said which platform to talk to. */
export const Unconfigured: Story = { args: { configured: false } };

async function until(canvas: HTMLElement, holds: (tiles: YnKpiTiles) => boolean): Promise<YnKpiTiles> {
  for (;;) {
    const tiles = canvas.querySelector('yn-kpi-tiles');
    if (tiles && holds(tiles)) return tiles;
    await new Promise(requestAnimationFrame);
  }
}
