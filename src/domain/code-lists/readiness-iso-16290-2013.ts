import type { CodeList } from './code-list.js';

/** Technology readiness levels, shortened. */
export const readinessIso16290: CodeList = {
  id: 'iso-16290-2013',
  label: { 'zh-CN': '技术就绪度（ISO 16290:2013）', en: 'Technology readiness level (ISO 16290:2013)' },
  version: '2013',
  source:
    'ISO 16290:2013, levels 1 to 9; the labels are our short forms, not the text of the standard (general knowledge, to be checked before it is quoted)',
  complete: true,
  entries: [
    { code: '1', label: { 'zh-CN': '基本原理', en: 'Basic principles' }, aliases: ['TRL1', 'TRL 1', 'TRL-1'] },
    { code: '2', label: { 'zh-CN': '技术概念', en: 'Technology concept' }, aliases: ['TRL2', 'TRL 2', 'TRL-2'] },
    { code: '3', label: { 'zh-CN': '概念验证', en: 'Proof of concept' }, aliases: ['TRL3', 'TRL 3', 'TRL-3'] },
    {
      code: '4',
      label: { 'zh-CN': '实验室环境验证', en: 'Verified in the laboratory' },
      aliases: ['TRL4', 'TRL 4', 'TRL-4'],
    },
    {
      code: '5',
      label: { 'zh-CN': '相关环境下部件验证', en: 'Component verified in a relevant environment' },
      aliases: ['TRL5', 'TRL 5', 'TRL-5'],
    },
    {
      code: '6',
      label: { 'zh-CN': '相关环境下模型演示', en: 'Model demonstrated in a relevant environment' },
      aliases: ['TRL6', 'TRL 6', 'TRL-6'],
    },
    {
      code: '7',
      label: { 'zh-CN': '使用环境下模型演示', en: 'Model demonstrated in the operational environment' },
      aliases: ['TRL7', 'TRL 7', 'TRL-7'],
    },
    {
      code: '8',
      label: { 'zh-CN': '系统完成并通过验收', en: 'System completed and accepted' },
      aliases: ['TRL8', 'TRL 8', 'TRL-8'],
    },
    { code: '9', label: { 'zh-CN': '实际运行验证', en: 'Proven in operation' }, aliases: ['TRL9', 'TRL 9', 'TRL-9'] },
  ],
};
