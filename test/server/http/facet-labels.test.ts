import { describe, expect, it } from 'vitest';
import { labelFacets, MAX_FACET_VALUES } from '../../../src/server/http/facet-labels.js';

describe('facets of an answer', () => {
  it('tell values of two vocabularies apart that share a word', () => {
    const counts = { field: ['new-materials', 'zj-new-materials', 'new-energy'].map((value) => ({ value, count: 1 })) };
    const labels = (lang: 'zh-CN' | 'en'): (string | undefined)[] =>
      labelFacets({ limit: 0, facets: ['field'] }, counts, lang)[0]?.values.map(({ label }) => label) ?? [];
    expect(labels('zh-CN')).toEqual(['新材料', '新材料（科创高地）', '新能源与节能']);
    expect(new Set(labels('en')).size).toBe(3);
  });

  it('hold the most frequent values, and those that are chosen however rare', () => {
    const institution = Array.from({ length: 500 }, (_, at) => ({ value: `单位${at}`, count: 500 - at }));
    const query = { limit: 0, facets: ['institution'], filters: { institution: ['单位499'] } };
    const [facet] = labelFacets(query, { institution }, 'zh-CN');
    expect(facet?.values).toHaveLength(MAX_FACET_VALUES + 1);
    expect(facet?.values.at(-1)).toEqual({ value: '单位499', label: '单位499', count: 1 });
  });
});
