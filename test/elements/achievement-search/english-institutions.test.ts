import { afterEach, beforeAll, expect, it } from 'vitest';
import { page as screen } from 'vitest/browser';
import type { AchievementHit } from '../../../src/sdk/index.js';
import { showReady } from '../../support/achievement-search.js';
import { createFakeClient, pageOf, sampleAchievements } from '../../support/fake-client.js';
import { settled, until } from '../../support/testing.js';

beforeAll(() => screen.viewport(1280, 900));
afterEach(() => {
  history.replaceState(null, '', location.pathname);
});

/** Answers as the platform does: the value stays Chinese, its label is of the language asked for. */
function bilingualClient(): ReturnType<typeof createFakeClient> {
  const client = createFakeClient();
  const institutions = [{ name: { 'zh-CN': '天津大学', en: 'Tianjin University' } }, { name: { 'zh-CN': '浙江大学' } }];
  const [sample] = sampleAchievements;
  const item = { ...sample, institutions } as AchievementHit;
  client.achievements.list.answer(({ lang }) => {
    const isEnglish = lang === 'en';
    const values = [
      { value: '天津大学', label: isEnglish ? 'Tianjin University' : '天津大学', count: 1 },
      { value: '浙江大学', label: '浙江大学', count: 1 },
    ];
    return pageOf([item], { facets: [{ id: 'institution', label: isEnglish ? 'Institution' : '完成单位', values }] });
  });
  return client;
}

it('shows an English page the English institution: in the facet, on the chip and on the result', async () => {
  const client = bilingualClient();
  const { element } = await showReady({ facets: 'institution', urlState: '' }, client);
  element.parentElement!.lang = 'en';
  await screen.getByRole('checkbox', { name: /^Tianjin University/ }).click();
  await settled(element);
  await expect
    .element(screen.getByRole('button', { name: 'Remove filter: Institution, Tianjin University' }))
    .toBeVisible();
  await expect.element(screen.getByText('Tianjin University and 1 more')).toBeVisible();
  expect(screen.getByText('天津大学').elements()).toEqual([]);
  // What is chosen, asked for and put into the address is the value, whatever it is called
  expect(element.filters).toEqual({ institution: ['天津大学'] });
  expect(client.achievements.list.calls.at(-1)?.query).toMatchObject({
    lang: 'en',
    filters: { institution: ['天津大学'] },
  });
  expect(new URL(location.href).searchParams.getAll('f.institution')).toEqual(['天津大学']);
});

it('calls it by its Chinese name again when the page turns Chinese', async () => {
  const client = bilingualClient();
  const { element } = await showReady({ facets: 'institution', filters: { institution: ['天津大学'] } }, client);
  element.parentElement!.lang = 'en';
  await expect.element(screen.getByRole('button', { name: /Tianjin University$/ })).toBeVisible();
  element.parentElement!.lang = 'zh-CN';
  await until(() => client.achievements.list.calls.at(-1)?.query.lang === 'zh-CN');
  await expect.element(screen.getByRole('button', { name: '取消筛选：完成单位，天津大学' })).toBeVisible();
  // The facets are drawn after the chips
  await until(() => screen.getByText(/Tianjin/).elements().length === 0);
});

it('names a value that a link chose, in a facet that the page does not offer', async () => {
  const client = bilingualClient();
  const { element } = await showReady({ facets: 'field', filters: { institution: ['天津大学'] } }, client);
  element.parentElement!.lang = 'en';
  await expect
    .element(screen.getByRole('button', { name: 'Remove filter: Institution, Tianjin University' }))
    .toBeVisible();
  expect(screen.getByRole('group', { name: 'Institution' }).elements()).toEqual([]);
});

it('calls it so on a result whose record says it in Chinese only, and in its details', async () => {
  const client = createFakeClient();
  const [sample] = sampleAchievements;
  const item = {
    ...sample,
    institutions: [{ name: { 'zh-CN': '天津大学' } }],
    owner: { name: { 'zh-CN': '浙江大学' } },
  } as AchievementHit;
  client.achievements.list.answer(() => pageOf([item], { labels: { 'institution.天津大学': 'Tianjin University' } }));
  const { element } = await showReady({}, client);
  element.parentElement!.lang = 'en';
  await expect.element(screen.getByText('Tianjin University')).toHaveAttribute('lang', 'en');
  await screen.getByRole('article').getByRole('link').first().click();
  const details = screen.getByRole('dialog');
  await expect.element(details.getByText('Tianjin University')).toBeVisible();
  // Of this one nobody knows an English name
  await expect.element(details.getByText('浙江大学')).toHaveAttribute('lang', 'zh-CN');
});
