import type { CodeList } from './code-list.js';

/** Where a record stands on its way to the public and after. */
export const recordStatus: CodeList = {
  id: 'record-status',
  label: { 'zh-CN': '记录状态', en: 'Record status' },
  version: '2026-11-23',
  source: 'Our own list: the union of the review flows seen on Chinese and European platforms',
  complete: true,
  entries: [
    { code: 'draft', label: { 'zh-CN': '草稿', en: 'Draft' } },
    { code: 'submitted', label: { 'zh-CN': '已提交', en: 'Submitted' } },
    { code: 'firstReview', label: { 'zh-CN': '初审', en: 'First review' } },
    { code: 'review', label: { 'zh-CN': '复审', en: 'Review' }, aliases: ['评审'] },
    { code: 'returned', label: { 'zh-CN': '退回修改', en: 'Returned for revision' }, aliases: ['退回'] },
    { code: 'publicNotice', label: { 'zh-CN': '公示', en: 'Public notice' }, aliases: ['公示中'] },
    { code: 'published', label: { 'zh-CN': '已发布', en: 'Published' }, aliases: ['发布'] },
    { code: 'negotiating', label: { 'zh-CN': '洽谈中', en: 'In negotiation' }, aliases: ['对接中'] },
    { code: 'contracted', label: { 'zh-CN': '已签约', en: 'Contracted' } },
    { code: 'closed', label: { 'zh-CN': '已关闭', en: 'Closed' } },
    { code: 'tombstone', label: { 'zh-CN': '已删除', en: 'Deleted' } },
  ],
};
