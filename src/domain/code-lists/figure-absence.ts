import type { CodeList } from './code-list.js';

/** 数据缺失原因: why a figure of an indicator is not known. */
export const figureAbsence: CodeList = {
  id: 'figure-absence',
  label: { 'zh-CN': '数据缺失原因', en: 'Why a figure is missing' },
  version: '2026-11-24',
  source: 'Our own list; spellings met in statistical tables',
  complete: true,
  entries: [
    {
      code: 'not-available',
      label: { 'zh-CN': '暂无数据', en: 'Not available' },
      aliases: ['na', 'n/a', 'n.a.', 'null', '无数据', '缺失', '-', '--', '—', '——', '…', '...'],
    },
    {
      code: 'not-collected',
      label: { 'zh-CN': '未统计', en: 'Not collected' },
      aliases: ['未开展统计', '尚未统计', '未采集'],
    },
    {
      code: 'not-yet-published',
      label: { 'zh-CN': '尚未发布', en: 'Not yet published' },
      aliases: ['待发布', '未发布', '未公布', '尚未公布', '待公布'],
    },
    { code: 'not-applicable', label: { 'zh-CN': '不适用', en: 'Not applicable' }, aliases: ['无此项'] },
    { code: 'confidential', label: { 'zh-CN': '不予公开', en: 'Confidential' }, aliases: ['保密', '不公开'] },
  ],
};
