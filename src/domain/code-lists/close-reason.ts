import type { CodeList } from './code-list.js';

/** 关闭原因: why a submission came to its end. */
export const closeReason: CodeList = {
  id: 'close-reason',
  label: { 'zh-CN': '关闭原因', en: 'Reason for closing' },
  version: '2026-11-29',
  source:
    'Our own list: the ends of the review flows seen, and the reasons for declining that portals of universities offer',
  complete: true,
  entries: [
    { code: 'done', label: { 'zh-CN': '已办结', en: 'Done' } },
    { code: 'withdrawn', label: { 'zh-CN': '提交人撤回', en: 'Withdrawn by the submitter' } },
    { code: 'rejected', label: { 'zh-CN': '不予通过', en: 'Rejected' } },
    { code: 'expired', label: { 'zh-CN': '已过期', en: 'Expired' } },
    { code: 'merged', label: { 'zh-CN': '与重复件合并', en: 'Merged with a duplicate' } },
    { code: 'spam', label: { 'zh-CN': '垃圾信息', en: 'Spam' } },
    { code: 'not-our-field', label: { 'zh-CN': '不属于本单位领域', en: 'Not our field' } },
    { code: 'have-own', label: { 'zh-CN': '已有自有方案', en: 'A solution of their own exists' } },
    { code: 'price', label: { 'zh-CN': '价格未谈妥', en: 'No agreement on the price' } },
    { code: 'timing', label: { 'zh-CN': '时机不合适', en: 'Wrong time' } },
    { code: 'no-answer', label: { 'zh-CN': '对方未回复', en: 'No answer from the other side' } },
  ],
};
