import { codeLabel, FIELD_SCHEMES } from '../../domain/code-lists/index.js';
import type { Facet, FacetValue } from '../../domain/page.js';
import type { SearchPage, SearchQuery } from '../../search/search-index.js';
import type { Language, Text } from '../language.js';

/** How a facet and its values are called. */
interface FacetNames {
  readonly label: Text;
  /** The label of one value; the value itself where this is absent. */
  readonly value?: (value: string, lang: Language) => string;
}

const fromList =
  (...listIds: readonly string[]) =>
  (value: string, lang: Language): string => {
    for (const id of listIds) {
      const label = codeLabel(id, value, lang);
      if (label !== value) return label;
    }
    return value;
  };

const fromTexts =
  (texts: Readonly<Record<string, Text>>) =>
  (value: string, lang: Language): string =>
    texts[value]?.[lang] ?? value;

/** `iso-16290-2013.6`: the level's own label, since levels of two scales do not compare. */
function readinessLabel(value: string, lang: Language): string {
  const dot = value.lastIndexOf('.');
  const [scheme, level] = [value.slice(0, dot), value.slice(dot + 1)];
  const label = codeLabel(scheme, level, lang);
  return label === level ? value : label;
}

const PRICE_BANDS: Readonly<Record<string, Text>> = {
  negotiable: { 'zh-CN': '面议', en: 'Negotiable' },
  'under-100k': { 'zh-CN': '10万元以下', en: 'Under CNY 100,000' },
  '100k-500k': { 'zh-CN': '10万–50万元', en: 'CNY 100,000–500,000' },
  '500k-1m': { 'zh-CN': '50万–100万元', en: 'CNY 500,000–1 million' },
  '1m-5m': { 'zh-CN': '100万–500万元', en: 'CNY 1–5 million' },
  '5m-10m': { 'zh-CN': '500万–1000万元', en: 'CNY 5–10 million' },
  'over-10m': { 'zh-CN': '1000万元及以上', en: 'CNY 10 million and over' },
};

const OFFERS: Readonly<Record<string, Text>> = {
  'open-licence': { 'zh-CN': '开放许可', en: 'Open licence' },
  'try-first': { 'zh-CN': '先用后转', en: 'Try first, pay later' },
};

/** Languages as their own readers know them; other tags stay as they are. */
const RECORD_LANGUAGES: Readonly<Record<string, Text>> = {
  'zh-CN': { 'zh-CN': '中文', en: 'Chinese' },
  zh: { 'zh-CN': '中文', en: 'Chinese' },
  en: { 'zh-CN': '英文', en: 'English' },
};

const FACETS: Readonly<Record<string, FacetNames>> = {
  field: { label: { 'zh-CN': '技术领域', en: 'Technical field' }, value: fromList(...FIELD_SCHEMES) },
  industry: { label: { 'zh-CN': '行业', en: 'Industry' } },
  institution: { label: { 'zh-CN': '完成单位', en: 'Institution' } },
  region: { label: { 'zh-CN': '地区', en: 'Region' }, value: fromList('region') },
  transferMode: { label: { 'zh-CN': '转化方式', en: 'Mode of transfer' }, value: fromList('transfer-mode') },
  readiness: { label: { 'zh-CN': '成熟度', en: 'Readiness' }, value: readinessLabel },
  ipKind: { label: { 'zh-CN': '知识产权类型', en: 'Kind of IP right' }, value: fromList('ip-kind') },
  ipStatus: { label: { 'zh-CN': '法律状态', en: 'Legal status' }, value: fromList('ip-legal-status') },
  level: { label: { 'zh-CN': '成果水平', en: 'Level' }, value: fromList('achievement-level') },
  offer: { label: { 'zh-CN': '特别方式', en: 'Special offer' }, value: fromTexts(OFFERS) },
  price: { label: { 'zh-CN': '价格', en: 'Price' }, value: fromTexts(PRICE_BANDS) },
  year: { label: { 'zh-CN': '年份', en: 'Year' } },
  lang: { label: { 'zh-CN': '语言', en: 'Language' }, value: fromTexts(RECORD_LANGUAGES) },
  source: { label: { 'zh-CN': '来源', en: 'Source' } },
};

/** What a facet is called in `lang`. */
export function facetLabel(id: string, lang: Language): string {
  return FACETS[id]?.label[lang] ?? id;
}

/** Short names of the field vocabularies, for where two of them share a word. The state's eight fields need none. */
const SCHEMES: Readonly<Record<string, Text>> = {
  'tech-market-11': { 'zh-CN': '技术市场', en: 'technology market' },
  'zj-hubs': { 'zh-CN': '科创高地', en: 'Zhejiang hub' },
  clc: { 'zh-CN': '中图分类', en: 'CLC' },
};

/** Tells values of one label apart: 新材料 is one of the eight fields and also a hub. */
function distinct(values: readonly FacetValue[], lang: Language): FacetValue[] {
  const uses = new Map<string, number>();
  for (const { label } of values) uses.set(label, (uses.get(label) ?? 0) + 1);
  return values.map((each) => {
    if (uses.get(each.label) === 1) return each;
    const scheme = FIELD_SCHEMES.find((id) => codeLabel(id, each.value, lang) !== each.value) ?? '';
    const name = SCHEMES[scheme]?.[lang];
    if (!name) return each;
    return { ...each, label: lang === 'zh-CN' ? `${each.label}（${name}）` : `${each.label} (${name})` };
  });
}

/** The counted facets of a page in the order asked for, labelled in `lang`. A facet or code without a name shows itself. */
export function labelFacets(query: SearchQuery, counts: SearchPage['facets'], lang: Language): Facet[] {
  return (query.facets ?? []).map((id) => {
    const names = FACETS[id];
    const values = (counts[id] ?? []).map(({ value, count }): FacetValue => ({
      value,
      label: names?.value?.(value, lang) ?? value,
      count,
    }));
    return { id, label: facetLabel(id, lang), values: id === 'field' ? distinct(values, lang) : values };
  });
}
