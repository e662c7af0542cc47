import type { CodeList } from './code-list.js';

/** Where a right stands at its office. */
export const ipLegalStatus: CodeList = {
  id: 'ip-legal-status',
  label: { 'zh-CN': '法律状态', en: 'Legal status' },
  version: '2026-11-23',
  source:
    '专利法律状态的通行说法，尚未与国家知识产权局公告用语核对 (general knowledge, not yet checked with the office)',
  complete: false,
  entries: [
    { code: 'pending', label: { 'zh-CN': '申请中', en: 'Pending' }, aliases: ['受理'] },
    { code: 'published', label: { 'zh-CN': '已公开', en: 'Published' }, aliases: ['公开'] },
    {
      code: 'examination',
      label: { 'zh-CN': '实质审查', en: 'In examination' },
      aliases: ['实审', '实质审查的生效'],
    },
    { code: 'granted', label: { 'zh-CN': '已授权', en: 'Granted' }, aliases: ['授权', '有效', '有权', 'issued'] },
    { code: 'rejected', label: { 'zh-CN': '已驳回', en: 'Rejected' }, aliases: ['驳回'] },
    { code: 'expired', label: { 'zh-CN': '已失效', en: 'Expired' }, aliases: ['失效', '无效', '终止'] },
    { code: 'assigned', label: { 'zh-CN': '已转让', en: 'Assigned' }, aliases: ['转让'] },
    { code: 'licensed', label: { 'zh-CN': '许可备案', en: 'Licence recorded' }, aliases: ['许可'] },
    { code: 'open-licence', label: { 'zh-CN': '开放许可', en: 'Open licence' } },
  ],
};
