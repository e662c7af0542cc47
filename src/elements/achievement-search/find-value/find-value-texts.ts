import type { Messages } from '../../../ui/localize-controller.js';

const zhCN = {
  'findValue.label': '在“{facet}”中查找',
  'findValue.none': '没有符合的选项',
  'findValue.failed': '暂时无法查找，请稍后再试',
} as const;

const en: Messages<keyof typeof zhCN> = {
  'findValue.label': 'Find in “{facet}”',
  'findValue.none': 'No such option',
  'findValue.failed': 'Cannot look this up at the moment. Try again later.',
};

/** Texts of the fields that look for a value in a long facet. */
export const texts = { 'zh-CN': zhCN, en } as const;
