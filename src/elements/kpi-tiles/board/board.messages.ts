import type { Messages, PartTexts } from '../../../ui/localize-controller.js';

const zhCN = {
  'kpi.fullscreen': '全屏显示',
} as const;

export type KpiBoardKey = keyof typeof zhCN;

const en: Messages<KpiBoardKey> = {
  'kpi.fullscreen': 'Full screen',
};

/** Texts of the board. */
export const boardTexts: PartTexts<KpiBoardKey> = { 'zh-CN': zhCN, en };
