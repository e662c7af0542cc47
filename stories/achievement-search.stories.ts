import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/achievement-search/define.js';
import { HttpError, NetworkError, type AchievementHit, type Page } from '../src/sdk/index.js';
import type { YnAchievementSearch } from '../src/elements/achievement-search/index.js';
import {
  createFakeClient,
  type FakeClient,
  findSamples,
  pageOf,
  sampleAchievements,
} from '../test/support/fake-client.js';
import { onStage, type Stage } from './stage.js';

interface Args extends Stage {
  /** Prepares the answers of the platform. */
  readonly prepare?: (client: FakeClient) => void;
  readonly configured?: boolean;
  readonly query?: string;
  readonly filters?: Record<string, string[]>;
  readonly pageSize?: number;
  readonly detailHref?: string;
  readonly ranges?: string;
  readonly facetsAll?: string;
}

function render({
  prepare,
  configured = true,
  query,
  filters,
  pageSize,
  detailHref,
  ranges,
  facetsAll,
  ...stage
}: Args): TemplateResult {
  const client = createFakeClient();
  prepare?.(client);
  return onStage(
    html`<yn-achievement-search
      .client=${configured ? client : undefined}
      .query=${query ?? ''}
      .filters=${filters ?? {}}
      .pageSize=${pageSize ?? 20}
      .ranges=${ranges ?? ''}
      .facetsAll=${facetsAll ?? ''}
      .detailHref=${detailHref ?? '#/achievements/{id}'}
    ></yn-achievement-search>`,
    stage,
  );
}

const meta: Meta<Args> = {
  title: 'Achievement search',
  component: 'yn-achievement-search',
  tags: ['autodocs'],
  render,
};
export default meta;
type Story = StoryObj<Args>;

/** An empty search lists everything, the newest first. */
export const Default: Story = {};

/** Words are highlighted where the platform found them. */
export const Highlights: Story = {
  args: {
    query: '电池',
    filters: { field: ['新能源'] },
    prepare: (client) => client.achievements.list.answer((query) => withHighlights(findSamples(query), '电池')),
  },
};

/** Not all words match everywhere: the near matches stand below a line. */
export const Relaxed: Story = {
  args: {
    query: '钙钛矿 回收',
    prepare: (client) =>
      client.achievements.list.answer((query) => ({ ...findSamples({ ...query, q: '' }), total: 2, strict: 2 })),
  },
};

/** More than fits on a page. */
export const Paged: Story = { args: { pageSize: 2 } };

/** Until a quarter of a second has passed nothing moves: room is kept and the eye is left alone. */
export const Loading: Story = {
  args: { prepare: (client) => void client.achievements.list.defer() },
};

/** The first answer takes long. */
export const Stalled: Story = {
  args: { prepare: (client) => void client.achievements.list.defer() },
  play: async ({ canvasElement }) => {
    await until(canvasElement, (search) => search.matches(':state(stalled)'));
  },
};

/** A newer answer is awaited; the older one stays. */
export const Refreshing: Story = {
  play: async ({ canvasElement }) => {
    const search = await until(canvasElement, (element) => element.matches(':state(ready)'));
    (search.client as FakeClient).achievements.list.defer();
    search.query = '电池';
    await until(canvasElement, (element) => element.matches(':state(refreshing)'));
  },
};

/** Nothing matches: each way out that is open. */
export const Empty: Story = {
  args: {
    query: '常温常压超导悬浮列车',
    filters: { field: ['新材料'] },
    prepare: (client) => client.achievements.list.answer((query) => ({ ...findSamples(query), items: [], total: 0 })),
  },
};

/** Nothing could be loaded. */
export const Failed: Story = {
  name: 'Error',
  args: {
    prepare: (client) =>
      client.achievements.list.answer(() => {
        throw new NetworkError({ offline: true });
      }),
  },
};

/** Something newer could not be loaded: what was there stays, with its age. */
export const StaleAfterError: Story = {
  play: async ({ canvasElement }) => {
    const search = await until(canvasElement, (element) => element.matches(':state(ready)'));
    (search.client as FakeClient).achievements.list.defer().reject(new HttpError({ status: 503 }));
    search.query = '电池';
    await until(canvasElement, (element) => element.matches(':state(error)'));
  },
};

/** Texts as long as real ones get, and longer. */
export const LongText: Story = {
  args: {
    query: '一个非常长的检索词'.repeat(12),
    prepare: (client) => client.achievements.list.answer(() => longPage()),
  },
};

/** A page that reads from right to left. */
export const RTL: Story = { args: { lang: 'ar', dir: 'rtl' } };

/** A page in the dark. */
export const Dark: Story = {
  args: {
    scheme: 'dark',
    query: '电池',
    filters: { field: ['新能源'] },
    pageSize: 1,
    prepare: (client) => client.achievements.list.answer((query) => withHighlights(findSamples(query), '电池')),
  },
};

/** A phone: the facets wait behind a button. */
export const Narrow: Story = { args: { width: 320, filters: { field: ['新材料', '新能源'] } } };

/** Suggestions below the box, one of them active. */
export const Suggestions: Story = {
  play: async ({ canvasElement }) => {
    const input = await box(canvasElement);
    input.focus();
    await part(canvasElement, '.popup');
    input.value = '电池';
    for (;;) {
      input.dispatchEvent(new InputEvent('input'));
      await new Promise((resolve) => setTimeout(resolve, 200));
      if (canvasElement.querySelector('yn-achievement-search')?.shadowRoot?.querySelector('[part=suggestion]')) break;
    }
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
  },
};

/** Ranges to type into, and a facet of which a record must have all chosen values. */
export const Ranges: Story = {
  args: {
    ranges: 'price readiness published',
    facetsAll: 'field',
    filters: { field: ['新能源'] },
  },
};

/** What was typed is no date: the field says what would be. */
export const RangeProblem: Story = {
  args: { ranges: 'published' },
  play: async ({ canvasElement }) => {
    const field = (await part(canvasElement, '[part=range-input]')) as HTMLInputElement;
    field.value = '去年';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await part(canvasElement, '[aria-invalid]');
  },
};

/** A phone with the facets in their sheet. */
export const Sheet: Story = {
  args: { width: 360, filters: { field: ['新材料'] }, ranges: 'price' },
  play: async ({ canvasElement }) => {
    ((await part(canvasElement, '.filters-toggle')) as HTMLElement).click();
    await part(canvasElement, 'dialog[open]');
  },
};

/** What a query may say, once the reader asks. */
export const Tips: Story = {
  play: async ({ canvasElement }) => {
    ((await part(canvasElement, '.help')) as HTMLDetailsElement).open = true;
    await part(canvasElement, '.rules');
  },
};

/** A page in English. */
export const English: Story = { args: { lang: 'en', filters: { field: ['新材料'] } } };

/** The author of the page has not said which platform to talk to. */
export const Unconfigured: Story = { args: { configured: false } };

/** The first thing in the search that fits, once it is there. */
async function part(canvas: HTMLElement, selector: string): Promise<Element> {
  const search = await until(canvas, (element) => !!element.shadowRoot?.querySelector(selector));
  return search.shadowRoot?.querySelector(selector) as Element;
}

async function box(canvas: HTMLElement): Promise<HTMLInputElement> {
  await until(canvas, (element) => element.matches(':state(ready)'));
  return (await part(canvas, 'input')) as HTMLInputElement;
}

async function until(
  canvas: HTMLElement,
  holds: (search: YnAchievementSearch) => boolean,
): Promise<YnAchievementSearch> {
  for (;;) {
    const search = canvas.querySelector('yn-achievement-search');
    if (search && holds(search)) return search;
    await new Promise(requestAnimationFrame);
  }
}

/** The page with ranges for `word` as a platform gives them. */
function withHighlights(page: Page<AchievementHit>, word: string): Page<AchievementHit> {
  const items = page.items.map((item) => {
    const texts = { title: item.title, summary: item.summary, benefit: item.benefit };
    const highlights = Object.fromEntries(
      Object.entries(texts).flatMap(([field, map]) =>
        Object.entries(map ?? {}).map(([lang, text]) => [
          `${field}.${lang}`,
          [...text.matchAll(new RegExp(word, 'g'))].map((match): [number, number] => [
            match.index,
            match.index + word.length,
          ]),
        ]),
      ),
    );
    return { ...item, highlights };
  });
  return { ...page, items };
}

function longPage(): Page<AchievementHit> {
  const [sample] = sampleAchievements;
  if (!sample) throw new Error('the samples are gone');
  const institution = { name: { 'zh-CN': '示例省新型储能与氢能装备产业技术协同创新研究院有限责任公司（筹）' } };
  const items: AchievementHit[] = [
    {
      ...sample,
      title: { 'zh-CN': '面向复杂工况的大型风电机组齿轮箱早期微弱故障特征提取与剩余寿命预测关键技术及应用'.repeat(4) },
      benefit: undefined,
      summary: { 'zh-CN': (sample.summary?.['zh-CN'] ?? '').repeat(12) },
      institutions: Array.from({ length: 12 }, () => institution),
      fields: Array.from({ length: 9 }, (_, index) => ({ scheme: 'text', code: `技术领域名称相当长的第${index}个` })),
    },
    {
      ...sample,
      id: 'unbroken',
      title: { en: 'Methionylthreonylthreonylglutaminylarginyltyrosylglutamylserylleucylphenylalanyl'.repeat(4) },
      summary: { en: 'https://example.org/'.padEnd(400, 'x') },
      benefit: undefined,
    },
  ];
  const values = Array.from({ length: 30 }, (_, index) => ({
    value: `v${index}`,
    label: index % 3 ? `领域 ${index}` : '云计算与未来网络、智能计算与人工智能、微电子与光电子等战略性领域'.repeat(2),
    count: 12_345_678 - index,
  }));
  return pageOf<AchievementHit>(items, {
    total: 12_345_678,
    facets: [{ id: 'field', label: '技术领域', values }],
    nextCursor: 'x',
  });
}
