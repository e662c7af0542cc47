import type { CodeList } from './code-list.js';

/** 处理目的: what personal data of a submitter may be used for, each with a consent of its own. */
export const consentPurpose: CodeList = {
  id: 'consent-purpose',
  label: { 'zh-CN': '个人信息处理目的', en: 'Purpose of using personal data' },
  version: '2026-11-29',
  source: '《中华人民共和国个人信息保护法》第十四条、第十七条、第二十三条; the division is our own',
  complete: true,
  entries: [
    { code: 'contact', label: { 'zh-CN': '受理与联系', en: 'Handling the submission and getting in touch' } },
    { code: 'forwarding', label: { 'zh-CN': '转交对接单位', en: 'Passing it on to a partner' } },
    { code: 'statistics', label: { 'zh-CN': '统计分析', en: 'Statistics' } },
  ],
};
