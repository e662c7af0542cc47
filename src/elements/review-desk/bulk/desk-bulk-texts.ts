import type { Messages, PartTexts } from '../../../ui/localize-controller.js';

const zhCN = {
  'desk.bulk.label': '批量与导出',
  'desk.bulk.kind': '类别',
  'desk.bulk.template': '1. 下载模板并填写',
  'desk.bulk.template.xlsx': 'Excel 模板',
  'desk.bulk.template.csv': 'CSV 模板',
  'desk.bulk.file': '2. 选择填好的文件',
  'desk.bulk.file.hint': '支持 .xlsx 与 .csv，首行为列名，不超过 {size}。',
  'desk.bulk.file.missing': '请先选择文件。',
  'desk.bulk.file.tooLarge': '文件超过 {size}，请分批上传。',
  'desk.bulk.check': '3. 检查文件',
  'desk.bulk.check.hint': '只检查，不导入。',
  'desk.bulk.run': '4. 正式导入 {count} 件',
  'desk.bulk.running': '正在处理…',
  'desk.bulk.failed': '文件没有处理成功，未导入任何内容。',
  'desk.bulk.checked': '共 {rows} 行，可导入 {accepted} 行，有问题 {rejected} 行。',
  'desk.bulk.done': '已导入 {accepted} 件，{rejected} 行有问题未导入。',
  'desk.bulk.faults': '问题清单',
  'desk.bulk.row': '行',
  'desk.bulk.column': '列',
  'desk.bulk.problem': '问题',
  'desk.bulk.more': { other: '另有 {count} 个问题未列出，改正后请重新检查。' },
  'desk.bulk.export': '导出办件',
  'desk.bulk.export.hint': '按当前筛选条件导出，含非公开内容，请妥善保管。',
  'desk.bulk.export.csv': '导出 CSV',
  'desk.bulk.export.json': '导出 JSON',
  'desk.bulk.download.failed': '下载失败，请重试。',
} as const;

export type BulkKey = keyof typeof zhCN;

const en: Messages<BulkKey> = {
  'desk.bulk.label': 'Bulk and export',
  'desk.bulk.kind': 'Kind',
  'desk.bulk.template': '1. Fill in a template',
  'desk.bulk.template.xlsx': 'Excel template',
  'desk.bulk.template.csv': 'CSV template',
  'desk.bulk.file': '2. Choose the filled file',
  'desk.bulk.file.hint': '.xlsx or .csv, headings in the first row, {size} at most.',
  'desk.bulk.file.missing': 'Choose a file first.',
  'desk.bulk.file.tooLarge': 'The file is larger than {size}. Split it.',
  'desk.bulk.check': '3. Check the file',
  'desk.bulk.check.hint': 'Nothing is imported yet.',
  'desk.bulk.run': '4. Import {count}',
  'desk.bulk.running': 'Working…',
  'desk.bulk.failed': 'The file could not be dealt with. Nothing was imported.',
  'desk.bulk.checked': '{rows} rows: {accepted} can be imported, {rejected} have problems.',
  'desk.bulk.done': '{accepted} imported, {rejected} rows with problems left out.',
  'desk.bulk.faults': 'Problems',
  'desk.bulk.row': 'Row',
  'desk.bulk.column': 'Column',
  'desk.bulk.problem': 'Problem',
  'desk.bulk.more': {
    one: 'And {count} more problem. Mend these, then check again.',
    other: 'And {count} more problems. Mend these, then check again.',
  },
  'desk.bulk.export': 'Export submissions',
  'desk.bulk.export.hint': 'What the filters show, private parts included: keep it safe.',
  'desk.bulk.export.csv': 'Export CSV',
  'desk.bulk.export.json': 'Export JSON',
  'desk.bulk.download.failed': 'The download failed. Try again.',
};

/** Texts of upload and export. */
export const bulkTexts: PartTexts<BulkKey> = { 'zh-CN': zhCN, en };
