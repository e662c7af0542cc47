import type { CodeList } from './code-list.js';

/** 咨询事项: what somebody asks about a record. */
export const enquiryTopic: CodeList = {
  id: 'enquiry-topic',
  label: { 'zh-CN': '咨询事项', en: 'Topic of an enquiry' },
  version: '2026-11-29',
  source:
    'Our own list: the ways of transfer of 《促进科技成果转化法》第十六条, and the questions seen on listings of technology-transfer offices',
  complete: true,
  entries: [
    { code: 'licence', label: { 'zh-CN': '获得许可', en: 'Taking a licence' } },
    { code: 'assignment', label: { 'zh-CN': '受让技术或专利', en: 'Buying the technology or patent' } },
    { code: 'cooperation', label: { 'zh-CN': '合作开发或实施', en: 'Developing or using it together' } },
    { code: 'investment', label: { 'zh-CN': '投资入股', en: 'Investing' } },
    { code: 'details', label: { 'zh-CN': '了解详情', en: 'Asking for details' } },
    { code: 'solution', label: { 'zh-CN': '提供解决方案', en: 'Offering a solution' } },
    { code: 'broker', label: { 'zh-CN': '委托技术经纪人对接', en: 'Asking for a broker' } },
    { code: 'other', label: { 'zh-CN': '其他', en: 'Something else' } },
  ],
};
