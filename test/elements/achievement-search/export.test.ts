import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import { showReady } from '../../support/achievement-search.js';
import { findSamples } from '../../support/fake-client.js';
import { expectAccessible, until } from '../../support/testing.js';

const toggle = () => screen.getByRole('button', { name: '导出' });
const csv = () => screen.getByRole('link', { name: 'CSV', exact: false });

beforeAll(() => screen.viewport(1280, 900));
afterEach(() => {
  vi.restoreAllMocks();
  history.replaceState(null, '', location.pathname);
});

describe('taking a result set away', () => {
  it('offers files and a feed of exactly what is asked for', async () => {
    const { element, client } = await showReady({ query: '电池', filters: { field: ['新材料'] }, sort: 'newest' });
    await toggle().click();
    for (const format of ['csv', 'json', 'ris', 'atom'] as const) {
      const link = screen.getByRole('link', { name: new RegExp(format, 'i') });
      const address = client.achievements.exportUrl(format, {
        q: '电池',
        filters: { field: ['新材料'] },
        sort: 'newest',
        lang: 'zh-CN',
      });
      await expect.element(link).toHaveAttribute('href', address);
      expect(link.element().hasAttribute('download')).toBe(format !== 'atom');
    }
    await expect.element(toggle()).toHaveAttribute('aria-expanded', 'true');
    await expectAccessible(element);
  });

  it('closes by Escape, which gives the focus back, and by a press elsewhere', async () => {
    const { element } = await showReady();
    await toggle().click();
    await expect.element(csv()).toBeVisible();
    (csv().element() as HTMLElement).focus();
    await userEvent.keyboard('{Escape}');
    await until(() => csv().elements().length === 0);
    expect(element.shadowRoot!.activeElement).toBe(toggle().element());
    await toggle().click();
    await expect.element(csv()).toBeVisible();
    await screen.getByText('共 6 项成果').click();
    await until(() => csv().elements().length === 0);
  });

  it('copies the address of the page where that carries the search, else that of the list on the platform', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { element, client } = await showReady({ query: '电池' });
    await toggle().click();
    await screen.getByRole('button', { name: '复制检索链接' }).click();
    await expect.element(screen.getByText('链接已复制。')).toBeVisible();
    expect(write).toHaveBeenLastCalledWith(client.achievements.listUrl({ q: '电池', filters: {}, lang: 'zh-CN' }));
    element.urlState = '';
    await element.updateComplete;
    await screen.getByRole('button', { name: '复制检索链接' }).click();
    await until(() => write.mock.lastCall?.[0] === location.href);
  });

  it('shows the link where the browser does not let it be copied', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    await showReady();
    await toggle().click();
    await screen.getByRole('button', { name: '复制检索链接' }).click();
    const field = screen.getByRole('textbox', { name: '请手动复制此链接', exact: false });
    await expect.element(field).toHaveValue(expect.stringContaining('/achievements'));
  });

  it('is not offered when there is nothing to take, or where the page says so', async () => {
    const { element, client } = await showReady({ exportHidden: true });
    expect(toggle().elements()).toEqual([]);
    element.exportHidden = false;
    await expect.element(toggle()).toBeVisible();
    client.achievements.list.answer((query) => ({ ...findSamples(query), items: [], total: 0 }));
    element.query = '常温超导';
    await until(() => element.matches(':state(empty)'));
    expect(toggle().elements()).toEqual([]);
  });
});
