import type { Messages } from '../../localize-controller.js';

const zhCN = {
  'languages.zh-CN': '中文',
  'languages.en': 'English',
  'languages.label': '“{label}”的语言',
  'languages.filled': '（已填写）',
} as const;

const en: Messages<keyof typeof zhCN> = {
  'languages.zh-CN': '中文',
  'languages.en': 'English',
  'languages.label': 'Language of “{label}”',
  'languages.filled': '(filled in)',
};

/** Texts of the choice between two languages of a text. */
export const texts = { 'zh-CN': zhCN, en } as const;
