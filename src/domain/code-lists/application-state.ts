import type { CodeList } from './code-list.js';

/** 应用状态: how far the achievement is in use. */
export const applicationState: CodeList = {
  id: 'application-state',
  label: { 'zh-CN': '应用状态', en: 'State of application' },
  version: '2026-11-23',
  source: '科技成果登记表“应用状态”栏，取自公开的成果信息系统的录入选项，尚未与登记表原文核对',
  complete: false,
  entries: [
    { code: 'industrial', label: { 'zh-CN': '产业化应用', en: 'Industrial use' }, aliases: ['已产业化'] },
    {
      code: 'small-scale',
      label: { 'zh-CN': '小批量或小范围应用', en: 'Small batches or limited use' },
      aliases: ['小批量应用', '小范围应用'],
    },
    { code: 'trial', label: { 'zh-CN': '试用', en: 'On trial' }, aliases: ['试用阶段'] },
    { code: 'discontinued', label: { 'zh-CN': '应用后停用', en: 'Used, then discontinued' }, aliases: ['停用'] },
    { code: 'not-applied', label: { 'zh-CN': '未应用', en: 'Not yet in use' } },
    { code: 'other', label: { 'zh-CN': '其他', en: 'Other' }, aliases: ['其它'] },
  ],
};
