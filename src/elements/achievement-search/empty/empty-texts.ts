import type { Messages } from '../../../ui/localize-controller.js';

const zhCN = {
  'search.empty.title': '没有找到相关成果',
  'search.empty.titleFor': '没有找到与“{query}”相关的成果',
  'search.empty.fewerWords': '请减少检索词，或换用更宽泛的说法，并检查有无错别字。',
  'search.empty.fewerFilters': '筛选条件可能过严。',
  'search.empty.removeFilters': '清除全部筛选条件',
  'search.empty.none': '这里还没有发布成果。',
} as const;

const en: Messages<keyof typeof zhCN> = {
  'search.empty.title': 'No achievements found',
  'search.empty.titleFor': 'No achievements found for “{query}”',
  'search.empty.fewerWords': 'Try fewer or more general words, and check the spelling.',
  'search.empty.fewerFilters': 'Your filters may be too narrow.',
  'search.empty.removeFilters': 'Remove all filters',
  'search.empty.none': 'Nothing has been published here yet.',
};

/** Texts for when nothing matches. */
export const texts = { 'zh-CN': zhCN, en } as const;
