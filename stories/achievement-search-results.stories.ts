import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/achievement-search/define.js';
import type { RenderItem, YnAchievementSearch } from '../src/elements/achievement-search/index.js';
import { createFakeClient } from '../test/support/fake-client.js';
import { onStage, type Stage } from './stage.js';

interface Args extends Stage {
  readonly layout?: 'list' | 'compact';
  readonly paging?: 'pages' | 'more';
  readonly pageSize?: number;
  readonly renderItem?: RenderItem;
}

function render({ layout = 'list', paging = 'pages', pageSize = 20, renderItem, ...stage }: Args): TemplateResult {
  return onStage(
    html`<yn-achievement-search
      .client=${createFakeClient()}
      .layout=${layout}
      .paging=${paging}
      .pageSize=${pageSize}
      .renderItem=${renderItem}
    ></yn-achievement-search>`,
    stage,
  );
}

const meta: Meta<Args> = {
  title: 'Achievement search results',
  component: 'yn-achievement-search',
  tags: ['autodocs'],
  render,
};
export default meta;
type Story = StoryObj<Args>;

/** A line or two for each, where there are many to look through. */
export const Compact: Story = { args: { layout: 'compact' } };

/** A button that adds results below those that show. */
export const LoadMore: Story = {
  args: { paging: 'more', pageSize: 2 },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[part=more-button]');
    await shown(canvasElement, (root) => root.querySelectorAll('[part=result]').length === 4);
  },
};

/** The author of the page draws the results. */
export const OwnCard: Story = {
  args: {
    renderItem: (achievement, { language }) => {
      const card = document.createElement('div');
      card.textContent = `${achievement.title[language] ?? achievement.id} · ${achievement.publishedOn ?? ''}`;
      return card;
    },
  },
};

/** Everything that is known, over the page. */
export const Details: Story = { play: ({ canvasElement }) => openDetails(canvasElement) };

/** The same for readers of English, in the dark. */
export const DetailsDark: Story = {
  args: { lang: 'en', scheme: 'dark' },
  play: ({ canvasElement }) => openDetails(canvasElement),
};

/** Two achievements side by side, the differences marked. */
export const Comparison: Story = {
  play: async ({ canvasElement }) => {
    for (const at of [1, 2]) await press(canvasElement, `[part=results] > :nth-child(${at}) [part=compare] input`);
    await press(canvasElement, '[part=compare-button][aria-disabled=false]');
    await shown(canvasElement, (root) => root.querySelector('dialog[open]') !== null);
  },
};

/** Files, a feed and a link. */
export const TakeAway: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[part=export-toggle]');
    await shown(canvasElement, (root) => root.querySelector('[part=export-menu]') !== null);
  },
};

async function openDetails(canvas: HTMLElement): Promise<void> {
  await press(canvas, '[part=title-link]');
  await shown(canvas, (root) => root.querySelector('dialog[open]') !== null);
}

async function press(canvas: HTMLElement, selector: string): Promise<void> {
  await shown(canvas, (root) => root.querySelector(selector) !== null);
  searchIn(canvas)?.shadowRoot?.querySelector<HTMLElement>(selector)?.click();
}

async function shown(canvas: HTMLElement, holds: (root: ShadowRoot) => boolean): Promise<void> {
  for (;;) {
    const root = searchIn(canvas)?.shadowRoot;
    if (root && holds(root)) return;
    await new Promise(requestAnimationFrame);
  }
}

function searchIn(canvas: HTMLElement): YnAchievementSearch | null {
  return canvas.querySelector('yn-achievement-search');
}
