import { beforeAll, expect, it } from 'vitest';
import { page as screen } from 'vitest/browser';
import type { AchievementHit } from '../../../src/sdk/index.js';
import { showReady } from '../../support/achievement-search.js';
import { createFakeClient, pageOf, sampleAchievements } from '../../support/fake-client.js';
import { settled, until } from '../../support/testing.js';

beforeAll(() => screen.viewport(1280, 900));

const touch = (a: DOMRect, b: DOMRect): boolean =>
  a.width > 0 && a.right > b.left && b.right > a.left && a.bottom > b.top && b.bottom > a.top;

it.each([
  ['list', 'en', undefined],
  ['list', 'zh-CN', undefined],
  ['compact', 'en', undefined],
  ['list', 'en', 'Put it beside others'],
] as const)(
  'keeps the box for comparing clear of what a card says, however wide: %s, %s, %s',
  async (layout, lang, own) => {
    const client = createFakeClient();
    const [sample] = sampleAchievements;
    // Lines that end everywhere
    const named = Array.from({ length: 12 }, (_, i) => ({
      ...sample,
      id: `long-${i}`,
      institutions: [
        { name: { 'zh-CN': '示例大学'.repeat(i + 1), en: 'Sample University'.padEnd(17 + 7 * i, ' of art') } },
      ],
    }));
    client.achievements.list.answer(() => pageOf(named as AchievementHit[]));
    const messages = own === undefined ? {} : { 'result.compare': own };
    const { element } = await showReady({ layout, facetsHidden: true, messages }, client);
    element.parentElement!.lang = lang;
    await until(() => client.achievements.list.calls.at(-1)?.query.lang === lang);
    await settled(element);
    const cards = [...element.renderRoot.querySelectorAll('article')];
    expect(cards.length).toBe(12);
    for (let width = 320; width <= 1000; width += 8) {
      element.style.inlineSize = `${width}px`;
      for (const card of cards) {
        const box = card.querySelector('label')!.getBoundingClientRect();
        for (const text of card.querySelectorAll('a, bdi, dd')) {
          const lines = [...text.getClientRects()];
          expect(
            lines.some((line) => touch(line, box)),
            `${width} px: ${text.textContent.trim()}`,
          ).toBe(false);
        }
        expect(box.right).toBeLessThanOrEqual(card.getBoundingClientRect().right + 1);
      }
    }
  },
);
