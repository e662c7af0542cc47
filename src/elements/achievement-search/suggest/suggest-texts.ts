import type { Messages } from '../../../ui/localize-controller.js';

const zhCN = {
  'suggest.label': '检索建议',
  'suggest.title': '成果名称',
  'suggest.keywords': '关键词',
  'suggest.institution': '完成单位',
  'suggest.other': '其他',
  'suggest.count': { other: '{count} 项' },
  'suggest.recent': '最近的检索',
  'suggest.clearRecent': '清除检索记录',
} as const;

const en: Messages<keyof typeof zhCN> = {
  'suggest.label': 'Suggestions',
  'suggest.title': 'Titles',
  'suggest.keywords': 'Keywords',
  'suggest.institution': 'Institutions',
  'suggest.other': 'Others',
  'suggest.count': { one: '{count} record', other: '{count} records' },
  'suggest.recent': 'Recent searches',
  'suggest.clearRecent': 'Clear recent searches',
};

/** Texts of the suggestions. */
export const texts = { 'zh-CN': zhCN, en } as const;
