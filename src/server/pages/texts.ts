import type { Language, Text } from '../language.js';

/** Words of the pages. */
const TEXTS = {
  achievements: { 'zh-CN': '科技成果', en: 'Achievements' },
  skip: { 'zh-CN': '跳到正文', en: 'Skip to the content' },
  otherLanguage: { 'zh-CN': 'English', en: '中文' },
  languages: { 'zh-CN': '语言', en: 'Language' },
  notices: { 'zh-CN': '公示', en: 'Public notices' },
  asData: { 'zh-CN': '数据（JSON）', en: 'As data (JSON)' },
  atSource: { 'zh-CN': '在来源网站查看', en: 'View at the source' },
  about: {
    'zh-CN': '{source}发布的科技成果，共 {count} 项。',
    en: '{count} research achievements published by {source}.',
  },
  noTitle: { 'zh-CN': '（无标题）', en: '(no title)' },

  search: { 'zh-CN': '检索科技成果', en: 'Search achievements' },
  words: { 'zh-CN': '关键词', en: 'Words' },
  find: { 'zh-CN': '检索', en: 'Search' },
  sort: { 'zh-CN': '排序', en: 'Order' },
  standard: { 'zh-CN': '默认', en: 'Default' },
  relevance: { 'zh-CN': '相关度', en: 'Relevance' },
  newest: { 'zh-CN': '最新发布', en: 'Newest' },
  updated: { 'zh-CN': '最近更新', en: 'Recently updated' },
  total: { 'zh-CN': '共 {count} 项', en: '{count} found' },
  none: {
    'zh-CN': '没有符合条件的成果。请减少筛选条件，或换用其他词语。',
    en: 'Nothing matches. Take filters away, or try other words.',
  },
  near: { 'zh-CN': '以下为近似结果', en: 'Near matches' },
  results: { 'zh-CN': '检索结果', en: 'Results' },
  filters: { 'zh-CN': '筛选', en: 'Filters' },
  chosen: { 'zh-CN': '已选条件', en: 'Chosen filters' },
  remove: { 'zh-CN': '移除：{label}', en: 'Remove: {label}' },
  clear: { 'zh-CN': '清除全部条件', en: 'Clear all filters' },
  next: { 'zh-CN': '下一页', en: 'Next page' },
  first: { 'zh-CN': '回到第一页', en: 'First page' },
  pages: { 'zh-CN': '翻页', en: 'Pages' },
  takeAway: { 'zh-CN': '下载结果', en: 'Download the results' },
  feed: { 'zh-CN': '订阅（Atom）', en: 'Feed (Atom)' },
  asOf: { 'zh-CN': '数据时间：{time}', en: 'Data as of {time}' },

  home: { 'zh-CN': '返回成果列表', en: 'Go to the list of achievements' },
  requestId: { 'zh-CN': '请求编号：{id}', en: 'Request: {id}' },
} as const satisfies Record<string, Text>;

export type PageText = keyof typeof TEXTS;

/** A text of the pages in `lang`, its placeholders replaced. */
export function pageText(
  name: PageText,
  lang: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return TEXTS[name][lang].replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}
