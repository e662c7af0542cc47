import type { Messages, PartTexts } from '../../../ui/localize-controller.js';

const zhCN = {
  'desk.compare.label': '版本对比',
  'desk.compare.before': '原版本',
  'desk.compare.after': '新版本',
  'desk.compare.version': '第 {index} 版（{time}，{actor}）',
  'desk.compare.current': '当前版本',
  'desk.compare.field': '字段',
  'desk.compare.none': '两个版本内容相同。',
  'desk.compare.changes': { other: '共 {count} 处不同' },
  'desk.compare.empty': '（无）',
  'desk.compare.removed': '删去：',
  'desk.compare.added': '新增：',
} as const;

export type CompareKey = keyof typeof zhCN;

const en: Messages<CompareKey> = {
  'desk.compare.label': 'Versions compared',
  'desk.compare.before': 'Earlier version',
  'desk.compare.after': 'Later version',
  'desk.compare.version': 'Version {index} ({time}, {actor})',
  'desk.compare.current': 'As it stands now',
  'desk.compare.field': 'Field',
  'desk.compare.none': 'The two versions are the same.',
  'desk.compare.changes': { one: '{count} difference', other: '{count} differences' },
  'desk.compare.empty': '(none)',
  'desk.compare.removed': 'Removed:',
  'desk.compare.added': 'Added:',
};

export const compareTexts: PartTexts<CompareKey> = { 'zh-CN': zhCN, en };
