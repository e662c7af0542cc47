import { describe, expect, it } from 'vitest';
import { labelFacets } from '../../../src/server/http/facet-labels.js';

describe('facets of an answer', () => {
  it('call an organisation by its kind, not by the code of it', () => {
    const counts = { organisationNature: [{ value: 'private', count: 1 }] };
    const labels = (lang: 'zh-CN' | 'en'): (string | undefined)[] =>
      labelFacets({ limit: 0, facets: ['organisationNature'] }, counts, lang)[0]?.values.map(({ label }) => label) ??
      [];
    expect(labels('zh-CN')).toEqual(['民营企业']);
    expect(labels('en')).toEqual([expect.stringMatching(/^Private/)]);
  });

  it('tell values of two vocabularies apart that share a word', () => {
    const counts = { field: ['new-materials', 'zj-new-materials', 'new-energy'].map((value) => ({ value, count: 1 })) };
    const labels = (lang: 'zh-CN' | 'en'): (string | undefined)[] =>
      labelFacets({ limit: 0, facets: ['field'] }, counts, lang)[0]?.values.map(({ label }) => label) ?? [];
    expect(labels('zh-CN')).toEqual(['新材料', '新材料（科创高地）', '新能源与节能']);
    expect(new Set(labels('en')).size).toBe(3);
  });
});
