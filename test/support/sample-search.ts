import { recordLabels } from '../../src/server/http/record-labels.js';
import type { Facet, Range, Suggestion } from '../../src/domain/page.js';
import type { AchievementHit, FacetValuesQuery, ListQuery, Page, SuggestQuery } from '../../src/sdk/index.js';
import { sampleAchievements } from './achievements.js';

/** A page of `items` (all six samples unless told), complete and without facets; `overrides` replaces any part of it. */
export function pageOf<T = AchievementHit>(
  items: readonly T[] = sampleAchievements as readonly T[],
  overrides: Partial<Page<T>> = {},
): Page<T> {
  return {
    items,
    total: items.length,
    facets: [],
    ranges: [],
    asOf: '2026-10-01T00:00:00Z',
    source: 'Sample platform',
    rejected: 0,
    ...overrides,
  };
}

/**
 * The samples that contain `q`, have one of the chosen fields (all of them with `matchAll`) and lie within the ranges; the
 * `field` facet and the ranges `price`, `published` and `readiness` are counted as a platform would.
 */
export function findSamples(query: ListQuery = {}): Page<AchievementHit> {
  const matching = samplesWith(query.q);
  const within = (item: AchievementHit, leftOut?: string): boolean =>
    hasFields(item, query) &&
    Object.keys(query.ranges ?? {}).every((name) => name === leftOut || isWithin(item, name, query));
  const chosen = matching.filter((item) => within(item));
  const start = Number(query.cursor ?? 0);
  const end = start + (query.limit ?? 20);
  return pageOf<AchievementHit>(chosen.slice(start, end), {
    total: chosen.length,
    labels: recordLabels('achievement', chosen, query.lang?.startsWith('en') ? 'en' : 'zh-CN'),
    ...((query.facets ?? ['field']).includes('field') ? { facets: [fieldFacet(matching, query.lang)] } : {}),
    ranges: (query.countRanges ?? []).map((name) =>
      sampleRange(
        matching.filter((item) => within(item, name)),
        name,
        query.lang,
      ),
    ),
    ...(end < chosen.length ? { nextCursor: String(end) } : {}),
  });
}

function samplesWith(q = ''): AchievementHit[] {
  const words = q.trim().toLowerCase();
  return sampleAchievements.filter((item) =>
    JSON.stringify([item.title, item.summary, item.keywords]).toLowerCase().includes(words),
  );
}

function hasFields(item: AchievementHit, { filters, matchAll = [] }: ListQuery): boolean {
  const wanted = filters?.field ?? [];
  const has = (field: string): boolean => fieldsOf(item).includes(field);
  return wanted.length === 0 || (matchAll.includes('field') ? wanted.every(has) : wanted.some(has));
}

const RANGES: Readonly<
  Record<
    string,
    { readonly label: string; readonly type: string; of(item: AchievementHit): number | string | undefined }
  >
> = {
  price: { label: '价格', type: 'money', of: ({ price }) => price && price.amount * (price.unit === '万元' ? 1e4 : 1) },
  published: { label: '发布日期', type: 'date', of: ({ publishedOn }) => publishedOn },
  readiness: {
    label: '成熟度',
    type: 'number',
    of: ({ readiness }) => readiness?.find(({ scheme }) => scheme === 'iso-16290-2013')?.level,
  },
};

function isWithin(item: AchievementHit, name: string, { ranges }: ListQuery): boolean {
  const value = RANGES[name]?.of(item);
  if (value === undefined) return false;
  const { min, max } = ranges?.[name] ?? {};
  const compare = (end: number | string): number =>
    typeof value === 'number' ? value - Number(end) : value.localeCompare(String(end));
  return (min === undefined || compare(min) >= 0) && (max === undefined || compare(max) <= 0);
}

function sampleRange(items: readonly AchievementHit[], id: string, lang = 'zh-CN'): Range {
  const { label = id, type = 'number', of = () => undefined } = RANGES[id] ?? {};
  const values = items.map(of).filter((value) => value !== undefined);
  const sorted = values.sort((a, b) => (a < b ? -1 : Number(a > b)));
  return {
    id,
    label: lang.startsWith('zh') ? label : id,
    type,
    ...(type === 'money' ? { unit: 'CNY' } : {}),
    ...(sorted.length > 0 ? { min: sorted[0], max: sorted.at(-1) } : {}),
    count: sorted.length,
  };
}

/** Titles, keywords and institutions of the samples that contain what is typed. */
export function suggestSamples({ q, limit = 8 }: SuggestQuery): Suggestion[] {
  const word = q.trim().toLowerCase();
  if (word === '') return [];
  const counts = new Map<string, Suggestion>();
  for (const [field, text] of sampleAchievements.flatMap(textsOf)) {
    if (!text.toLowerCase().includes(word)) continue;
    const key = JSON.stringify([field, text]);
    counts.set(key, { text, field, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, limit);
}

function textsOf({ title, keywords = {}, institutions = [] }: AchievementHit): (readonly [string, string])[] {
  const under = (field: string, texts: readonly string[]): (readonly [string, string])[] =>
    texts.map((text) => [field, text]);
  return [
    under('title', Object.values(title)),
    under('keywords', Object.values(keywords).flat()),
    under(
      'institution',
      institutions.flatMap(({ name }) => Object.values(name)),
    ),
  ].flat();
}

/** The field facet of the samples that `q` finds, its values narrowed by their label. */
export function sampleFacet({ facet, contains = '', limit = 20, q, lang }: FacetValuesQuery): Facet {
  if (facet !== 'field') return { id: facet, label: facet, values: [] };
  const { values, ...field } = fieldFacet(samplesWith(q), lang);
  const wanted = values.filter(({ label }) => label.toLowerCase().includes(contains.toLowerCase()));
  return { ...field, values: wanted.slice(0, limit) };
}

function fieldsOf(item: AchievementHit): string[] {
  return (item.fields ?? []).map((concept) => concept.code);
}

function fieldFacet(items: readonly AchievementHit[], lang = 'zh-CN'): Facet {
  const english: Record<string, string> = {
    新能源: 'New energy',
    新材料: 'New materials',
    生物医药: 'Biomedicine',
    人工智能: 'Artificial intelligence',
    现代农业: 'Agriculture',
  };
  const chinese = lang.startsWith('zh');
  const counts = new Map<string, number>();
  for (const field of items.flatMap(fieldsOf)) counts.set(field, (counts.get(field) ?? 0) + 1);
  return {
    id: 'field',
    label: chinese ? '技术领域' : 'Field',
    values: [...counts].map(([value, count]) => ({
      value,
      label: chinese ? value : (english[value] ?? value),
      count,
    })),
  };
}
