import type { CodeList } from './code-list.js';

/** 三大科创高地 of Zhejiang, and those of its strategic fields that could be sourced. */
export const zjHubs: CodeList = {
  id: 'zj-hubs',
  label: { 'zh-CN': '浙江三大科创高地与战略领域', en: 'Innovation hubs and strategic fields of Zhejiang' },
  version: '2022',
  source:
    '三大科创高地见浙江省公开报道（2021–2022）；十五大战略领域中仅收已见于正式文本的三项，其余待“315”科技创新体系方案原文补全',
  complete: false,
  entries: [
    {
      code: 'zj-internet-plus',
      label: { 'zh-CN': '互联网+', en: 'Internet Plus' },
      aliases: ['互联网＋科创高地', '“互联网+”'],
    },
    { code: 'zj-life-health', label: { 'zh-CN': '生命健康', en: 'Life and health' }, aliases: ['生命健康科创高地'] },
    { code: 'zj-new-materials', label: { 'zh-CN': '新材料', en: 'New materials' }, aliases: ['新材料科创高地'] },
    { code: 'zj-cloud-networks', label: { 'zh-CN': '云计算与未来网络', en: 'Cloud computing and future networks' } },
    {
      code: 'zj-intelligent-computing',
      label: { 'zh-CN': '智能计算与人工智能', en: 'Intelligent computing and artificial intelligence' },
    },
    { code: 'zj-microelectronics', label: { 'zh-CN': '微电子与光电子', en: 'Microelectronics and optoelectronics' } },
  ],
};
