import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import type { Facet } from '../../../src/domain/page.js';
import type { YnAchievementSearch } from '../../../src/elements/achievement-search/index.js';
import { NetworkError } from '../../../src/sdk/index.js';
import { showReady } from '../../support/achievement-search.js';
import { createFakeClient, findSamples, pageOf } from '../../support/fake-client.js';
import { expectAccessible, settled, until } from '../../support/testing.js';

const chip = (name: string | RegExp) => screen.getByRole('button', { name });
const lastQuery = (client: ReturnType<typeof createFakeClient>) => client.achievements.list.calls.at(-1)?.query;

beforeAll(() => screen.viewport(1280, 900));

describe('ranges', () => {
  const from = (name: string) => screen.getByRole('textbox', { name: `${name}：不低于` });
  const to = (name: string) => screen.getByRole('textbox', { name: `${name}：不高于` });

  it('are offered below the facets as the page names them, with what records there are as a hint', async () => {
    const { client } = await showReady({ ranges: 'price readiness published' });
    await expect.element(screen.getByRole('group', { name: '价格（万元）' })).toBeVisible();
    expect(lastQuery(client)?.countRanges).toEqual(['price', 'readiness', 'published']);
    const [price] = findSamples({ countRanges: ['price'] }).ranges;
    const wan = (end: unknown) => new Intl.NumberFormat('zh-CN').format(Number(end) / 1e4);
    await expect
      .element(screen.getByText(`${wan(price?.min)}–${wan(price?.max)} 万元`, { exact: false }))
      .toBeVisible();
    await expect.element(screen.getByRole('textbox', { name: '发布日期：不早于' })).toBeVisible();
  });

  it('take an amount in 万元, open at the other end, with Enter', async () => {
    const { element, client } = await showReady({ ranges: 'price' });
    await to('价格').click();
    await userEvent.keyboard('100万{Enter}');
    await until(() => client.achievements.list.calls.length === 2);
    expect(lastQuery(client)?.ranges).toEqual({ price: { max: '1000000' } });
    expect(element.rangeFilters).toEqual({ price: { max: '1000000' } });
    await expect.element(to('价格')).toHaveValue('100');
    await expect.element(chip('取消筛选：价格，100 万元以下')).toBeVisible();
  });

  it('take over what was typed when the reader goes on', async () => {
    const { client } = await showReady({ ranges: 'readiness' });
    await from('成熟度').click();
    await userEvent.keyboard('TRL 6');
    await userEvent.tab();
    await until(() => client.achievements.list.calls.length === 2);
    expect(lastQuery(client)?.ranges).toEqual({ readiness: { min: '6' } });
  });

  it('say what is wrong and what would be right, keep what was typed, and ask for nothing', async () => {
    const { element, client } = await showReady({ ranges: 'published' });
    const since = screen.getByRole('textbox', { name: '发布日期：不早于' });
    await since.click();
    await userEvent.keyboard('去年{Enter}');
    await expect.element(screen.getByRole('alert').getByText('请填写日期', { exact: false })).toBeVisible();
    await expect.element(since).toHaveAttribute('aria-invalid', 'true');
    await expect.element(since).toHaveValue('去年');
    await expect.element(since).toHaveAccessibleDescription(/请填写日期，例如 2024/);
    expect(client.achievements.list.calls).toHaveLength(1);
    await expectAccessible(element);
    await userEvent.fill(since, '2025年');
    await userEvent.keyboard('{Enter}');
    await until(() => client.achievements.list.calls.length === 2);
    expect(lastQuery(client)?.ranges).toEqual({ published: { min: '2025' } });
    await expect.element(since).not.toHaveAttribute('aria-invalid');
  });

  it('refuse ends between which nothing can lie', async () => {
    const { client } = await showReady({ ranges: 'price', rangeFilters: { price: { min: 500_000 } } });
    await expect.element(from('价格')).toHaveValue('50');
    await to('价格').click();
    await userEvent.keyboard('10{Enter}');
    await expect.element(screen.getByText('起始值不能大于终止值，请修改其中一项。')).toBeVisible();
    await expect.element(to('价格')).toHaveAttribute('aria-invalid', 'true');
    expect(client.achievements.list.calls).toHaveLength(1);
  });

  it('are taken back by their chip, by emptying the fields, and with everything else', async () => {
    const { element, client } = await showReady({
      ranges: 'price readiness',
      rangeFilters: { price: { min: '100000', max: '5000000' }, readiness: { min: 4 } },
      filters: { field: ['新能源'] },
    });
    await chip('取消筛选：价格，10–500 万元').click();
    await until(() => client.achievements.list.calls.length === 2);
    expect(lastQuery(client)?.ranges).toEqual({ readiness: { min: 4 } });
    await userEvent.fill(from('成熟度'), '');
    await userEvent.keyboard('{Enter}');
    await until(() => client.achievements.list.calls.length === 3);
    expect(lastQuery(client)?.ranges).toEqual({});
    element.rangeFilters = { price: { min: 1 } };
    await chip('全部清除').click();
    await until(() => JSON.stringify([element.filters, element.rangeFilters]) === '[{},{}]');
    await expect.element(from('价格')).toHaveValue('');
  });

  it('that a link brought can be taken back though the page does not offer them', async () => {
    const { client } = await showReady({ rangeFilters: { price: { max: '1000000' } } });
    expect(client.achievements.list.calls[0]?.query).toMatchObject({
      ranges: { price: { max: '1000000' } },
      countRanges: ['price'],
    });
    await expect.element(chip('取消筛选：价格，100 万元以下')).toBeVisible();
  });

  it('read in English, in yuan', async () => {
    const { element, client } = await showReady({ ranges: 'price' });
    element.parentElement!.lang = 'en';
    const most = screen.getByRole('textbox', { name: 'price: to' });
    await most.click();
    await userEvent.keyboard('500k{Enter}');
    await until(() => lastQuery(client)?.ranges !== undefined);
    expect(lastQuery(client)?.ranges).toEqual({ price: { max: '500000' } });
    await expect.element(chip('Remove filter: price, up to CNY 500,000')).toBeVisible();
  });
});

describe('a long facet', () => {
  const values = Array.from({ length: 30 }, (_, index) => ({
    value: `v${index}`,
    label: `单位${index}`,
    count: 30 - index,
  }));
  const institutions: Facet = { id: 'institution', label: '完成单位', values };
  const found: Facet = { ...institutions, values: [{ value: 'zju', label: '浙江大学', count: 2 }] };

  async function expanded() {
    const client = createFakeClient();
    client.achievements.list.answer(pageOf(undefined, { facets: [institutions] }));
    client.achievements.facetValues.answer(found);
    const shown = await showReady(
      { facets: 'institution', filters: { institution: ['v3'] }, compareHidden: true },
      client,
    );
    await screen.getByRole('button', { name: '展开其余 22 项' }).click();
    const field = screen.getByRole('searchbox', { name: '在“完成单位”中查找' });
    await expect.element(field).toBeVisible();
    return { ...shown, field };
  }
  const labels = () =>
    screen
      .getByRole('checkbox')
      .elements()
      .map((box) => box.parentElement?.querySelector('.facet-label')?.textContent);

  it('is looked through by the platform, among what is searched for, with chosen values always in sight', async () => {
    const { client, field } = await expanded();
    await field.click();
    await userEvent.keyboard('浙大');
    await until(() => labels().length === 2);
    expect(labels()).toEqual(['单位3', '浙江大学']);
    expect(client.achievements.facetValues.calls.at(-1)?.query).toMatchObject({
      facet: 'institution',
      contains: '浙大',
      limit: 100,
      lang: 'zh-CN',
      filters: { institution: ['v3'] },
    });
  });

  it('gives a found value its name on the chip', async () => {
    const { element, field } = await expanded();
    await field.click();
    await userEvent.keyboard('浙大');
    await until(() => labels().length === 2);
    await screen.getByRole('checkbox', { name: /浙江大学/ }).click();
    await expect.element(chip('取消筛选：完成单位，浙江大学')).toBeVisible();
    expect(element.filters).toEqual({ institution: ['v3', 'zju'] });
  });

  it('shows all again when nothing is looked for, and says so when nothing is found', async () => {
    const { client, field } = await expanded();
    client.achievements.facetValues.answer({ ...institutions, values: [] });
    await field.click();
    await userEvent.keyboard('火星');
    await expect.element(screen.getByText('没有符合的选项')).toBeVisible();
    expect(labels()).toEqual(['单位3']);
    await userEvent.clear(field);
    await until(() => labels().length === 30);
  });

  it('looks again when the search changes, and drops an answer that comes late', async () => {
    const { element, client, field } = await expanded();
    const slow = client.achievements.facetValues.defer();
    await field.click();
    await userEvent.keyboard('浙大');
    await slow.called;
    element.query = '电池';
    await until(() => client.achievements.facetValues.calls.length === 2);
    expect(slow.signal?.aborted).toBe(true);
    expect(client.achievements.facetValues.calls[1]?.query).toMatchObject({ q: '电池', contains: '浙大' });
  });

  it('keeps what it showed when looking fails, and says so', async () => {
    const { client, field } = await expanded();
    client.achievements.facetValues.answer(() => {
      throw new NetworkError();
    });
    await field.click();
    await userEvent.keyboard('浙大');
    await expect.element(screen.getByText('暂时无法查找，请稍后再试')).toBeVisible();
    expect(labels()).toHaveLength(30);
  });
});

describe('all of the chosen values', () => {
  it('are wanted where the page says so, which the facet says as well', async () => {
    await showReady({ facets: 'field', facetsAll: 'field', filters: { field: ['新能源'] } });
    await expect.element(screen.getByRole('group', { name: '技术领域 须同时符合' })).toBeVisible();
  });
});

describe('where there is no room for a column', () => {
  let narrow: YnAchievementSearch | undefined;
  afterEach(() => narrow?.remove());

  async function showNarrow(properties: Partial<YnAchievementSearch> = {}) {
    const shown = await showReady({ compareHidden: true, ...properties });
    narrow = shown.element;
    narrow.style.width = '360px';
    const toggle = screen.getByRole('button', { name: /^筛选/ });
    await toggle.click();
    const sheet = screen.getByRole('dialog', { name: '筛选' });
    await expect.element(sheet).toBeVisible();
    return { ...shown, toggle, sheet };
  }

  it('the facets wait behind a button, whatever the width of the window', async () => {
    const { element } = await showReady({ compareHidden: true });
    element.style.width = '360px';
    await expect.element(screen.getByRole('button', { name: '筛选' })).toHaveAttribute('aria-expanded', 'false');
    expect(screen.getByRole('checkbox').elements()).toHaveLength(0);
    element.style.width = '';
    await expect.element(screen.getByRole('checkbox').first()).toBeVisible();
  });

  it('they come in a sheet that says how many results the choice leaves', async () => {
    const { element, sheet } = await showNarrow({ ranges: 'price' });
    await expect.element(sheet.getByRole('button', { name: '查看 6 项成果' })).toBeVisible();
    await expect.element(sheet.getByRole('group', { name: '价格（万元）' })).toBeVisible();
    await sheet.getByRole('checkbox', { name: /新材料/ }).click();
    const { total } = findSamples({ filters: { field: ['新材料'] } });
    await expect.element(sheet.getByRole('button', { name: `查看 ${total} 项成果` })).toBeVisible();
    await expectAccessible(element);
  });

  it('the choice can be taken back in the sheet', async () => {
    const { element, sheet } = await showNarrow({ filters: { field: ['新材料'] } });
    await sheet.getByRole('button', { name: '清除条件' }).click();
    await until(() => JSON.stringify(element.filters) === '{}');
    await expect.element(sheet).toBeVisible();
  });

  it.each(['button', 'Escape', 'close', 'outside'])('it is left by %s, and the focus goes back', async (way) => {
    const { element, sheet, toggle } = await showNarrow();
    if (way === 'Escape') await userEvent.keyboard('{Escape}');
    else if (way === 'outside') element.shadowRoot!.querySelector<HTMLElement>('dialog')!.click();
    else await sheet.getByRole('button', { name: way === 'close' ? '关闭筛选' : '查看 6 项成果' }).click();
    await expect.element(sheet).not.toBeInTheDocument();
    await until(() => element.shadowRoot!.activeElement === toggle.element());
    await expect.element(toggle).toHaveAttribute('aria-expanded', 'false');
  });

  it('it is gone when the element leaves the page, and can be opened again', async () => {
    const { element, sheet, toggle } = await showNarrow();
    const parent = element.parentElement!;
    element.remove();
    parent.append(element);
    await settled(element);
    await expect.element(sheet).not.toBeInTheDocument();
    await toggle.click();
    await expect.element(sheet).toBeVisible();
  });
});
