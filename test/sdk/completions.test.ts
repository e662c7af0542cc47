import { describe, expect, it } from 'vitest';
import { SchemaError } from '../../src/sdk/index.js';
import { clientOf, json, rejectionOf } from './fake-fetch.js';

function pathOf(url: string): string {
  return decodeURIComponent(url.replace('https://platform.example.org', ''));
}

describe('suggestions', () => {
  const items = [{ text: '钙钛矿太阳能电池', field: 'title', count: 1 }];

  it('are asked for by what is typed and come as a list', async () => {
    const { client, fetch } = clientOf([json({ items })], { lang: 'en', siteKey: 'pk_1' });
    expect(await client.achievements.suggest({ q: 'gai tai', limit: 5 })).toEqual(items);
    expect(pathOf(fetch.requests[0]!.url)).toBe('/api/v1/achievements/suggest?q=gai+tai&limit=5&lang=en&siteKey=pk_1');
  });

  it('say when the answer is not theirs', async () => {
    const { client } = clientOf([json({ suggestions: items })]);
    expect(await rejectionOf(client.achievements.suggest({ q: 'x' }))).toSatisfy(SchemaError.isInstance);
  });
});

describe('values of a facet', () => {
  const facet = { id: 'institution', label: '完成单位', values: [{ value: '示例大学', label: '示例大学', count: 3 }] };

  it('are asked for within the rest of the search', async () => {
    const { client, fetch } = clientOf([json(facet)]);
    const query = {
      facet: 'institution',
      contains: '示例',
      limit: 10,
      q: '电池',
      filters: { field: ['新能源'] },
      matchAll: ['field'],
      ranges: { price: { max: 500_000 } },
      lang: 'zh-CN',
    };
    expect(await client.achievements.facetValues(query)).toEqual(facet);
    expect(pathOf(fetch.requests[0]!.url)).toBe(
      '/api/v1/achievements/facets/institution?q=电池&f.field=新能源&match.field=all&r.price=..500000&limit=10&lang=zh-CN&contains=示例',
    );
  });

  it('keep a facet whose name is written strangely one part of the address', async () => {
    const { client, fetch } = clientOf([json(facet)]);
    await client.achievements.facetValues({ facet: 'a/b?c' });
    expect(fetch.requests[0]!.url).toBe('https://platform.example.org/api/v1/achievements/facets/a%2Fb%3Fc');
  });
});

describe('addresses for links', () => {
  const { client } = clientOf([], { baseUrl: 'https://park.example.org/platform/', siteKey: 'pk_1', lang: 'zh-CN' });

  it('lead to the whole result set as a file, whatever page is shown', () => {
    const url = client.achievements.exportUrl('csv', {
      q: '储能',
      ranges: { published: { min: '2024' } },
      sort: 'newest',
      limit: 10,
      cursor: 'c',
      facets: ['field'],
      countRanges: ['price'],
    });
    expect(decodeURIComponent(url)).toBe(
      'https://park.example.org/platform/api/v1/achievements.csv?q=储能&r.published=2024..&sort=newest&lang=zh-CN&siteKey=pk_1',
    );
    expect(client.achievements.exportUrl('atom')).toBe(
      'https://park.example.org/platform/api/v1/achievements.atom?lang=zh-CN&siteKey=pk_1',
    );
  });

  it('lead to the list on the platform, in the language of the client or of the call', () => {
    const query = { q: '储能', filters: { field: ['新能源'] }, limit: 5, facets: ['field'] };
    expect(decodeURIComponent(client.achievements.listUrl(query))).toBe(
      'https://park.example.org/platform/achievements?q=储能&f.field=新能源',
    );
    expect(client.achievements.listUrl({ lang: 'en' })).toBe('https://park.example.org/platform/en/achievements');
  });

  it('lead to the page of a record in the language of the client or of the call', () => {
    const base = 'https://park.example.org/platform';
    expect(client.achievements.permalink('ach_1')).toBe(`${base}/achievements/ach_1`);
    expect(client.achievements.permalink('ach_1', 'en-GB')).toBe(`${base}/en/achievements/ach_1`);
    expect(client.achievements.permalink('ach_1', 'zh-Hant')).toBe(`${base}/achievements/ach_1`);
    const english = clientOf([], { lang: 'en' }).client.achievements;
    expect(english.permalink('ach_1')).toBe('https://platform.example.org/en/achievements/ach_1');
  });
});
