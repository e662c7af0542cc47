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

  it('have their values in the order that those have, else by count', () => {
    const valuesOf = (id: string, ...values: string[]): (string | undefined)[] => {
      const counts = { [id]: values.map((value, place) => ({ value, count: 9 - place })) };
      return labelFacets({ limit: 0, facets: [id] }, counts, 'zh-CN')[0]?.values.map(({ value }) => value) ?? [];
    };
    expect(valuesOf('price', '5m-10m', 'negotiable', 'under-100k')).toEqual(['negotiable', 'under-100k', '5m-10m']);
    expect(valuesOf('year', '2023', '2026', '2024')).toEqual(['2026', '2024', '2023']);
    expect(valuesOf('readiness', 'iso-16290-2013.8', 'unknown.1', 'iso-16290-2013.4')).toEqual([
      'iso-16290-2013.4',
      'iso-16290-2013.8',
      'unknown.1',
    ]);
    expect(valuesOf('institution', '甲', '丙', '乙')).toEqual(['甲', '丙', '乙']);
  });

  it('tell values of two vocabularies apart that share a word', () => {
    const counts = { field: ['new-materials', 'zj-new-materials', 'new-energy'].map((value) => ({ value, count: 1 })) };
    const labels = (lang: 'zh-CN' | 'en'): (string | undefined)[] =>
      labelFacets({ limit: 0, facets: ['field'] }, counts, lang)[0]?.values.map(({ label }) => label) ?? [];
    expect(labels('zh-CN')).toEqual(['新材料', '新材料（科创高地）', '新能源与节能']);
    expect(new Set(labels('en')).size).toBe(3);
  });
});
