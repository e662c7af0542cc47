import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { page as screen } from 'vitest/browser';
import { pickText } from '../../../src/domain/language.js';
import { showReady } from '../../support/achievement-search.js';
import { until } from '../../support/testing.js';

beforeAll(() => screen.viewport(1280, 900));
afterEach(() => {
  vi.restoreAllMocks();
});

describe("the author's own card", () => {
  it('takes the place of ours, in the language of the page, and text stays text', async () => {
    const { element, client } = await showReady({
      query: '钙钛矿',
      renderItem: (achievement, { language }) => `<b>${pickText(achievement.title, language)?.text}</b>`,
    });
    expect(element.shadowRoot!.querySelector('[part=result]')?.textContent).toContain('<b>大面积');
    expect(element.shadowRoot!.querySelector('b')).toBeNull();
    expect(client.achievements.list.calls.map(({ query }) => query.texts)).toEqual(['whole']);
    element.parentElement!.lang = 'en';
    await until(() => element.shadowRoot!.querySelector('[part=result]')?.textContent?.includes('<b>Large-area'));
  });

  it('is made once, so that what is drawn around it does not take the focus out of it', async () => {
    const made = vi.fn<() => void>();
    const { element } = await showReady({
      query: '钙钛矿',
      renderItem: () => {
        made();
        return document.createElement('button');
      },
    });
    const button = element.shadowRoot!.querySelector<HTMLElement>('[part=result] button')!;
    button.focus();
    element.requestUpdate();
    await element.updateComplete;
    expect(element.shadowRoot!.activeElement).toBe(button);
    expect(made).toHaveBeenCalledOnce();
  });

  it('gives way to ours where it fails, and the failure is told to the author', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await showReady({
      query: '钙钛矿',
      renderItem: () => {
        throw new Error('a slip of the author');
      },
    });
    await expect.element(screen.getByRole('link', { name: '大面积钙钛矿', exact: false })).toBeVisible();
    expect(told).toHaveBeenCalledOnce();
  });
});
