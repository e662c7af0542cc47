import type { CodeList } from './code-list.js';

/** 服务类型: of agencies and carriers. */
export const serviceType: CodeList = {
  id: 'service-type',
  label: { 'zh-CN': '服务类型', en: 'Type of service' },
  version: '2021',
  source:
    'GB/T 34670-2017《技术转移服务规范》的七类服务；《浙江省技术市场条例》第二条、第六条；区级科技成果转移转化行动方案所列平台服务',
  complete: false,
  entries: [
    { code: 'development', label: { 'zh-CN': '技术开发', en: 'Technology development' } },
    { code: 'transfer', label: { 'zh-CN': '技术转让', en: 'Technology transfer' }, aliases: ['技术转移'] },
    { code: 'technical-service', label: { 'zh-CN': '技术服务', en: 'Technical service' } },
    {
      code: 'consulting',
      label: { 'zh-CN': '技术咨询', en: 'Technology consulting' },
      aliases: ['技术交易咨询', '咨询'],
    },
    {
      code: 'evaluation',
      label: { 'zh-CN': '技术评价', en: 'Technology evaluation' },
      aliases: ['技术评估', '评估', '成果评价'],
    },
    {
      code: 'investment-financing',
      label: { 'zh-CN': '技术投融资', en: 'Investment and financing' },
      aliases: ['投融资'],
    },
    {
      code: 'information-platform',
      label: { 'zh-CN': '信息网络平台', en: 'Information platform' },
      aliases: ['技术信息', '信息'],
    },
    { code: 'venue', label: { 'zh-CN': '技术交易场所', en: 'Venue for technology trade' }, aliases: ['场所'] },
    { code: 'brokerage', label: { 'zh-CN': '技术经纪', en: 'Technology brokerage' }, aliases: ['经纪'] },
    { code: 'feasibility-review', label: { 'zh-CN': '技术论证', en: 'Feasibility review' }, aliases: ['论证'] },
    {
      code: 'property-rights-trading',
      label: { 'zh-CN': '技术产权交易', en: 'Trading of technology property rights' },
      aliases: ['产权交易'],
    },
    { code: 'tender-agency', label: { 'zh-CN': '技术招标代理', en: 'Tender agency' }, aliases: ['招标代理'] },
    { code: 'publication', label: { 'zh-CN': '成果发布', en: 'Publication of results' }, aliases: ['发布'] },
    { code: 'verification', label: { 'zh-CN': '概念验证', en: 'Proof of concept' }, aliases: ['验证'] },
    { code: 'trading', label: { 'zh-CN': '技术交易', en: 'Technology trading' }, aliases: ['交易'] },
    {
      code: 'registration',
      label: { 'zh-CN': '合同登记', en: 'Contract registration' },
      aliases: ['登记', '技术合同登记'],
    },
    { code: 'exhibition', label: { 'zh-CN': '成果展示', en: 'Exhibition of results' }, aliases: ['展示'] },
    {
      code: 'intellectual-property',
      label: { 'zh-CN': '知识产权服务', en: 'Intellectual property service' },
      aliases: ['知识产权'],
    },
  ],
};
