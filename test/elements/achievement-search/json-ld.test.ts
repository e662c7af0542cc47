import { beforeAll, describe, expect, it } from 'vitest';
import { page as screen } from 'vitest/browser';
import { show, showReady } from '../../support/achievement-search.js';
import { createFakeClient, pageOf, sampleAchievements } from '../../support/fake-client.js';
import type { AchievementHit } from '../../../src/sdk/index.js';
import { until } from '../../support/testing.js';

interface ItemList {
  readonly itemListElement: readonly { readonly position: number; readonly item: Record<string, unknown> }[];
}

function written(element: Element): ItemList | undefined {
  const text = element.querySelector('script[type="application/ld+json"]')?.textContent;
  return text ? (JSON.parse(text) as ItemList) : undefined;
}

beforeAll(() => screen.viewport(1280, 900));

describe('results as JSON-LD', () => {
  it('stand in the tag where the page wants them, follow the search, and go with the element', async () => {
    const { element, client } = await showReady({ jsonLd: true, query: '钙钛矿' });
    await until(() => written(element) !== undefined);
    const [first] = written(element)!.itemListElement;
    expect(first?.item).toMatchObject({
      '@type': 'CreativeWork',
      url: client.achievements.permalink('perovskite-tandem', 'zh-CN'),
      offers: { price: 3_000_000, priceCurrency: 'CNY' },
      identifier: [{ value: 'ZL202410000001.2' }],
    });
    element.query = '';
    await until(() => written(element)?.itemListElement.length === 6);
    expect(element.querySelectorAll('script')).toHaveLength(1);
    const parent = element.parentElement!;
    element.remove();
    expect(element.querySelector('script')).toBeNull();
    parent.append(element);
    await until(() => written(element) !== undefined);
    element.jsonLd = false;
    await until(() => written(element) === undefined);
  });

  it('cannot leave their script', async () => {
    const client = createFakeClient();
    const title = { 'zh-CN': '</script><img src=x onerror="document.title=1"><!--' };
    client.achievements.list.answer(pageOf<AchievementHit>([{ ...sampleAchievements[0]!, title }]));
    const { element } = await show({ jsonLd: true }, client);
    await until(() => written(element) !== undefined);
    expect(element.innerHTML).not.toContain('</script><img');
    expect(written(element)?.itemListElement[0]?.item['name']).toBe(title['zh-CN']);
  });

  it('are not written unasked', async () => {
    const { element } = await showReady();
    expect(element.children).toHaveLength(0);
  });
});
