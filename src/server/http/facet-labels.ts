import { codeLabel, codeLists, FIELD_SCHEMES } from '../../domain/code-lists/index.js';
import type { Facet, FacetValue } from '../../domain/page.js';
import type { RecordKind } from '../../domain/record.js';
import type { SearchPage, SearchQuery, ValueCount } from '../../search/search-index.js';
import type { Language, Text } from '../language.js';

/** How a facet and its values are called. Values without a name here show what the records call them, else themselves. */
interface FacetNames {
  readonly label: Text;
  /** Code lists that hold its values. */
  readonly lists?: readonly string[];
  /** Scales of readiness: their levels are values such as `iso-16290-2013.6`, since levels of two scales do not compare. */
  readonly scales?: readonly string[];
  readonly texts?: Readonly<Record<string, Text>>;
  /** How values follow each other that have an order of their own: as they are named here, or the latest first. Else by count. */
  readonly order?: 'named' | 'latest';
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

const MODES: Readonly<Record<string, Text>> = {
  offline: { 'zh-CN': '线下', en: 'On site' },
  online: { 'zh-CN': '线上', en: 'Online' },
  hybrid: { 'zh-CN': '线上线下结合', en: 'On site and online' },
};

const EVENT_STATES: Readonly<Record<string, Text>> = {
  scheduled: { 'zh-CN': '如期举行', en: 'As planned' },
  cancelled: { 'zh-CN': '已取消', en: 'Cancelled' },
  postponed: { 'zh-CN': '已延期', en: 'Postponed' },
  rescheduled: { 'zh-CN': '已改期', en: 'Rescheduled' },
};

const ADMISSIONS: Readonly<Record<string, Text>> = {
  free: { 'zh-CN': '免费', en: 'Free' },
  paid: { 'zh-CN': '收费', en: 'Paid' },
};

const NATURES: Readonly<Record<string, Text>> = {
  'public-institution': { 'zh-CN': '事业单位', en: 'Public institution' },
  company: { 'zh-CN': '企业', en: 'Company' },
};

const FEATURES: Readonly<Record<string, Text>> = {
  'national-hightech-zone': { 'zh-CN': '位于国家高新区', en: 'In a national high-tech zone' },
  'poc-centre': { 'zh-CN': '设有概念验证中心', en: 'Has a proof-of-concept centre' },
  enclave: { 'zh-CN': '科创飞地', en: 'Innovation enclave' },
};

const FACETS: Readonly<Record<string, FacetNames>> = {
  field: { label: { 'zh-CN': '技术领域', en: 'Technical field' }, lists: FIELD_SCHEMES },
  industry: { label: { 'zh-CN': '行业', en: 'Industry' } },
  institution: { label: { 'zh-CN': '完成单位', en: 'Institution' } },
  'demand.institution': { label: { 'zh-CN': '需求单位', en: 'Organisation' } },
  'incubator.institution': { label: { 'zh-CN': '运营单位', en: 'Operator' } },
  'event.institution': { label: { 'zh-CN': '主办单位', en: 'Organiser' } },
  region: { label: { 'zh-CN': '地区', en: 'Region' }, lists: ['region'] },
  transferMode: { label: { 'zh-CN': '转化方式', en: 'Mode of transfer' }, lists: ['transfer-mode'] },
  readiness: {
    label: { 'zh-CN': '成熟度', en: 'Readiness' },
    scales: ['iso-16290-2013', 'cn-registration-3', 'cn-13'],
    order: 'named',
  },
  ipKind: { label: { 'zh-CN': '知识产权类型', en: 'Kind of IP right' }, lists: ['ip-kind'] },
  ipStatus: { label: { 'zh-CN': '法律状态', en: 'Legal status' }, lists: ['ip-legal-status'] },
  level: { label: { 'zh-CN': '成果水平', en: 'Level' }, lists: ['achievement-level'] },
  offer: { label: { 'zh-CN': '特色转化方式', en: 'Special offer' }, texts: OFFERS },
  price: { label: { 'zh-CN': '价格', en: 'Price' }, texts: PRICE_BANDS, order: 'named' },
  year: { label: { 'zh-CN': '年份', en: 'Year' }, order: 'latest' },
  lang: { label: { 'zh-CN': '语言', en: 'Language' }, texts: RECORD_LANGUAGES },
  source: { label: { 'zh-CN': '来源', en: 'Source' } },
  budget: { label: { 'zh-CN': '预算', en: 'Budget' }, texts: PRICE_BANDS, order: 'named' },
  demandType: { label: { 'zh-CN': '需求类型', en: 'Kind of demand' }, lists: ['demand-type'] },
  cooperationMode: { label: { 'zh-CN': '合作方式', en: 'Mode of cooperation' }, lists: ['cooperation-mode'] },
  organisationNature: {
    label: { 'zh-CN': '单位性质', en: 'Kind of organisation' },
    lists: ['organisation-nature'],
  },
  carrierType: { label: { 'zh-CN': '载体类型', en: 'Kind of carrier' }, lists: ['carrier-type'] },
  carrierLevel: {
    label: { 'zh-CN': '认定级别', en: 'Level of recognition' },
    lists: ['carrier-level'],
    order: 'named',
  },
  service: { label: { 'zh-CN': '服务内容', en: 'Service' }, lists: ['service-type'] },
  nature: { label: { 'zh-CN': '单位性质', en: 'Legal form' }, texts: NATURES },
  feature: { label: { 'zh-CN': '特色', en: 'Feature' }, texts: FEATURES },
  eventType: { label: { 'zh-CN': '活动类型', en: 'Kind of event' }, lists: ['event-type'] },
  state: { label: { 'zh-CN': '状态', en: 'Status' }, texts: EVENT_STATES },
  mode: { label: { 'zh-CN': '举办方式', en: 'Format' }, texts: MODES },
  admission: { label: { 'zh-CN': '费用', en: 'Admission' }, texts: ADMISSIONS },
  month: { label: { 'zh-CN': '月份', en: 'Month' }, order: 'latest' },
  language: { label: { 'zh-CN': '活动语言', en: 'Spoken language' }, texts: RECORD_LANGUAGES },
};

/** The label of every value of a facet that has one, by value. Made when first needed: it is the same for ever. */
function namedValues(id: string, lang: Language): ReadonlyMap<string, string> {
  const key = `${id} ${lang}`;
  let labels = knownLabels.get(key);
  if (!labels) {
    const { lists = [], scales = [], texts = {} } = FACETS[id] ?? {};
    const codesOf = (list: string): readonly string[] => codeLists.get(list)?.entries.map(({ code }) => code) ?? [];
    labels = new Map([
      ...lists.flatMap((list) => codesOf(list).map((code) => [code, codeLabel(list, code, lang)] as const)),
      ...scales.flatMap((list) =>
        codesOf(list).map((code) => [`${list}.${code}`, codeLabel(list, code, lang)] as const),
      ),
      ...Object.entries(texts).map(([value, text]) => [value, text[lang]] as const),
    ]);
    knownLabels.set(key, labels);
  }
  return labels;
}
const knownLabels = new Map<string, ReadonlyMap<string, string>>();

/** What a facet of a kind of record is called in `lang`. */
export function facetLabel(id: string, lang: Language, kind: RecordKind = 'achievement'): string {
  return (FACETS[`${kind}.${id}`] ?? FACETS[id])?.label[lang] ?? id;
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

/**
 * Labels values by what records call them: in English by their English name, where there is one. Values that share a name
 * are told apart by what they are.
 */
function namedByRecords(counts: readonly ValueCount[], lang: Language): FacetValue[] {
  const labelOf = ({ value, name }: ValueCount): string => (lang === 'en' && name !== undefined ? name : value);
  const uses = new Map<string, number>();
  for (const each of counts) uses.set(labelOf(each), (uses.get(labelOf(each)) ?? 0) + 1);
  return counts.map((each) => {
    const { value, count } = each;
    const label = labelOf(each);
    return { value, label: label === value || uses.get(label) === 1 ? label : `${label} (${value})`, count };
  });
}

/** Values that have an order of their own in that order, whatever their counts: the unknown ones last. */
function inOrder(id: string, counts: readonly ValueCount[], names: ReadonlyMap<string, string>): readonly ValueCount[] {
  const { order } = FACETS[id] ?? {};
  if (order === 'latest') return counts.toSorted((a, b) => (a.value < b.value ? 1 : -1));
  if (order === undefined) return counts;
  const places = new Map([...names.keys()].map((value, place) => [value, place]));
  const placeOf = ({ value }: ValueCount): number => places.get(value) ?? places.size;
  return counts.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** A facet with its values in order, labelled in `lang`. A facet or code without a name shows itself. */
export function labelFacet(id: string, counts: readonly ValueCount[], lang: Language, kind?: RecordKind): Facet {
  const label = facetLabel(id, lang, kind);
  const labels = namedValues(id, lang);
  const ordered = inOrder(id, counts, labels);
  if (labels.size === 0) return { id, label, values: namedByRecords(ordered, lang) };
  const values = ordered.map(({ value, count }): FacetValue => ({ value, label: labels.get(value) ?? value, count }));
  return { id, label, values: id === 'field' ? distinct(values, lang) : values };
}

/** The counted facets of a page in the order asked for, labelled in `lang`. */
export function labelFacets(
  query: SearchQuery,
  counts: SearchPage['facets'],
  lang: Language,
  kind?: RecordKind,
): Facet[] {
  return (query.facets ?? []).map((id) => labelFacet(id, counts[id] ?? [], lang, kind));
}

/** What values of a facet are shown as, so that what a user types is looked for in that; nothing where they show themselves. */
export function valueLabels(id: string, lang: Language): ReadonlyMap<string, string> | undefined {
  const labels = namedValues(id, lang);
  return labels.size > 0 ? labels : undefined;
}
