import type { Achievement } from '../../domain/achievement.js';
import { recordId } from '../../domain/record-id.js';

const SOURCE = { name: '示例来源', id: 'sample-001' };

/** An achievement as a source would send it; written for the document, no real result. */
export const exampleAchievement: Achievement = {
  id: recordId('achievement', SOURCE.name, SOURCE.id),
  kind: 'achievement',
  status: 'published',
  title: { 'zh-CN': '钙钛矿太阳能电池封装技术（示例）', en: 'Encapsulation of perovskite solar cells (sample)' },
  summary: {
    'zh-CN': '采用低温原子层沉积薄膜封装钙钛矿组件，湿热老化一千小时后效率保持率超过九成。',
    en: 'A film deposited at low temperature keeps more than 90 % of the efficiency after 1,000 h of damp heat.',
  },
  lang: 'zh-CN',
  source: SOURCE,
  createdAt: '2026-01-05T09:00:00+08:00',
  updatedAt: '2026-01-05T09:00:00+08:00',
  institutions: [{ name: { 'zh-CN': '示例大学', en: 'Sample University' } }],
  keywords: { 'zh-CN': ['钙钛矿', '封装'], en: ['perovskite', 'encapsulation'] },
  fields: [{ scheme: 'hightech-8', code: 'new-energy' }],
  readiness: [{ scheme: 'iso-16290-2013', level: 6 }],
  transferModes: ['licence'],
  price: { amount: 80, currency: 'CNY', unit: '万元' },
  publishedOn: '2026-01',
};

/** The body of an import. */
export const exampleImport: { readonly items: readonly Achievement[] } = { items: [exampleAchievement] };

/** Values of the parameters of a list, each accepted by the platform. */
export const exampleParameters: Readonly<Record<string, string>> = {
  q: '钙钛矿',
  sort: 'newest',
  limit: '10',
  facets: 'field,year',
  ranges: 'price,published',
  texts: 'excerpts',
  lang: 'zh-CN',
};

/** Example values of facets, for `f.<facet>`. */
export const exampleFacetValues: Readonly<Record<string, string>> = {
  field: 'new-energy',
  industry: 'C38',
  institution: '示例大学',
  region: '330110',
  transferMode: 'licence',
  readiness: 'iso-16290-2013.6',
  ipKind: 'invention',
  ipStatus: 'granted',
  level: 'domestic-leading',
  offer: 'open-licence',
  price: '500k-1m',
  year: '2026',
  lang: 'zh-CN',
  source: '示例来源',
};

/** Example values of ranges, by what they count. */
export const exampleRanges = { money: '..1000000', date: '2025..', number: '1..' } as const;
