import type { Messages } from '../../../ui/localize-controller.js';

/** Chinese texts of the menu by which a result set is taken away. */
export const exportZhCN = {
  'export.csv': 'CSV 表格（可用 Excel 打开）',
  'export.json': 'JSON 数据',
  'export.ris': 'RIS 题录（文献管理软件）',
  'export.atom': 'Atom 订阅（最新 50 项）',
  'export.copy': '复制检索链接',
  'export.copied': '链接已复制。',
  'export.copyByHand': '请手动复制此链接：',
  'export.note': '文件包含全部检索结果，最多 10,000 项。',
} as const;

export type ExportKey = keyof typeof exportZhCN;

/** English texts of the same. */
export const exportEn: Messages<ExportKey> = {
  'export.csv': 'CSV table (opens in Excel)',
  'export.json': 'JSON data',
  'export.ris': 'RIS (reference managers)',
  'export.atom': 'Atom feed (the newest 50)',
  'export.copy': 'Copy link to this search',
  'export.copied': 'Link copied.',
  'export.copyByHand': 'Copy this link by hand:',
  'export.note': 'Files hold all results, up to 10,000.',
};
