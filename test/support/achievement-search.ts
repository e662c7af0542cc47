import { page as screen } from 'vitest/browser';
import '../../src/elements/achievement-search/define.js';
import type { YnAchievementSearch } from '../../src/elements/achievement-search/index.js';
import { createFakeClient, type FakeClient } from './fake-client.js';
import { fixture, html, settled } from './testing.js';

interface Shown {
  readonly element: YnAchievementSearch;
  readonly client: FakeClient;
}

/** A search on a Chinese page, over the samples. */
export async function show(
  properties: Partial<YnAchievementSearch> = {},
  client: FakeClient = createFakeClient(),
): Promise<Shown> {
  const element = document.createElement('yn-achievement-search');
  Object.assign(element, { client }, properties);
  await fixture(html`<main lang="zh-CN">${element}</main>`);
  return { element, client };
}

/** The same once it shows its first answer. */
export async function showReady(
  properties: Partial<YnAchievementSearch> = {},
  client: FakeClient = createFakeClient(),
): Promise<Shown> {
  const shown = await show(properties, client);
  await settled(shown.element);
  return shown;
}

export const searchBox = (): ReturnType<typeof screen.getByRole> =>
  screen.getByRole('combobox', { name: '检索科技成果' });

/** The titles of the results that show. */
export const titles = (): (string | undefined)[] =>
  screen
    .getByRole('heading')
    .elements()
    .map((heading) => heading.textContent?.trim());

/** What a screen reader was told last. */
export const status = (): string | undefined => screen.getByRole('status').element().textContent?.trim();
