import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Facet, PageEnvelope } from '../../../src/domain/page.js';
import { foldText } from '../../../src/search/fold.js';
import { formatSearchParams, parseSearchParams } from '../../../src/sdk/index.js';
import type { Platform } from '../../../src/server/platform.js';
import { NASTY, nastyStrings } from '../../support/nasty.js';
import { openTestStore } from '../../support/stores.js';
import { achievement, startQuietly } from './support.js';

/** Every text that the store takes: it refuses U+0000 and halves of surrogate pairs. */
function texts(): string[] {
  const storable = nastyStrings().filter((text) => text.isWellFormed() && !text.includes('\0'));
  return [...new Set([...storable, '__proto__', 'constructor', 'institution', 'a,b', '12:天津大学'])];
}

describe.skipIf(!existsSync(NASTY))('every nasty text as the value of a facet (needs ../shared/data)', () => {
  let platform: Platform;
  let given: string[];
  beforeAll(async () => {
    given = texts();
    const store = await openTestStore();
    await store.putRecords(
      given.flatMap((text, i) => [
        achievement(`zh${i}`, {
          institutions: [{ name: { 'zh-CN': text } }],
          source: { name: `zh ${i}`, id: `zh${i}` },
        }),
        achievement(`en${i}`, {
          institutions: [{ name: { 'zh-CN': `第${i}单位`, en: text } }],
          source: { name: `en ${i}`, id: `en${i}` },
        }),
        // The same text in two other facets
        achievement(`other${i}`, {
          source: { name: text, id: `other${i}` },
          fields: [{ scheme: 'text', code: text.slice(0, 200).toWellFormed() }],
        }),
      ]),
    );
    platform = await startQuietly({ store });
  }, 120_000);
  afterAll(() => platform?.close());

  async function get<T>(path: string, params: URLSearchParams): Promise<T> {
    const response = await fetch(`${platform.url}/api/v1/achievements${path}?${params.toString()}`);
    expect(response.status, params.toString()).toBe(200);
    return (await response.json()) as T;
  }
  const labelsOf = (facets: readonly Facet[], id: string): string[] =>
    facets.find((facet) => facet.id === id)?.values.map(({ label }) => label) ?? [];

  /** A link to values of facets, as an element writes and reads it. */
  function link(
    filters: Readonly<Record<string, readonly string[]>>,
    more: Readonly<Record<string, string>>,
  ): URLSearchParams {
    const params = formatSearchParams({ q: '', filters });
    const address = new URL(`https://example.org/?${params.toString()}`);
    expect({ ...parseSearchParams(address.searchParams).filters }).toEqual(filters);
    for (const [name, value] of Object.entries(more)) params.append(name, value);
    return params;
  }

  it('comes back as it is, chosen by a link, and finds what has it in this facet alone', async () => {
    const ids = ({ items }: PageEnvelope): string[] => items.map((item) => (item as { id: string }).id);
    const work = given.entries();
    const walk = async (): Promise<void> => {
      for (const [i, text] of work) {
        const asked = { facets: 'institution,source', lang: 'zh-CN' };
        const chosen = await get<PageEnvelope>('', link({ institution: [text] }, asked));
        expect(ids(chosen)).toEqual([`zh${i}`]);
        expect(chosen.facets[0]?.values).toContainEqual({ value: text, label: text, count: 1 });
        expect(labelsOf(chosen.facets, 'source')).toEqual([`zh ${i}`]);
        expect(ids(await get('', link({ source: [text] }, { facets: '' })))).toEqual([`other${i}`]);
      }
    };
    await Promise.all(Array.from({ length: 8 }, walk));
  }, 240_000);

  it('is shown on an English page where it is the English name, with the Chinese one for its value', async () => {
    for (const [i, text] of given.entries()) {
      const found = await get<PageEnvelope>(
        '',
        link({ source: [`en ${i}`] }, { facets: 'institution', lang: 'en', limit: '0' }),
      );
      expect(found.facets[0]?.values).toEqual([{ value: `第${i}单位`, label: text, count: 1 }]);
    }
  }, 120_000);

  it('is found by what it begins with', async () => {
    for (const [i, text] of given.entries()) {
      const contains = Array.from(text).slice(0, 60).join('');
      if (foldText(contains).trim() === '') continue;
      const params = link({ source: [`zh ${i}`, `en ${i}`] }, { contains, lang: 'en', limit: '100' });
      const found = await get<Facet>('/facets/institution', params);
      expect(found.values.map(({ value }) => value).toSorted()).toEqual([text, `第${i}单位`].toSorted());
    }
  }, 120_000);
});
