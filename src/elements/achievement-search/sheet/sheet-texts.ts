import type { Messages } from '../../../ui/localize-controller.js';

const zhCN = {
  'sheet.close': '关闭筛选',
  'sheet.clear': '清除条件',
  'sheet.show': { other: '查看 {count} 项成果' },
} as const;

const en: Messages<keyof typeof zhCN> = {
  'sheet.close': 'Close the filters',
  'sheet.clear': 'Clear',
  'sheet.show': { one: 'Show {count} achievement', other: 'Show {count} achievements' },
};

/** Texts of the sheet that holds the filters where there is no room for a column. */
export const texts = { 'zh-CN': zhCN, en } as const;
