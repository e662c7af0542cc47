import type { CodeList } from './code-list.js';

/** The eight fields that the state supports; the first choice for the field of an achievement. */
export const hightech8: CodeList = {
  id: 'hightech-8',
  label: { 'zh-CN': '国家重点支持的高新技术领域', en: 'High-technology fields with state support' },
  version: '2016',
  source: '《国家重点支持的高新技术领域》（《高新技术企业认定管理办法》附件，2016年修订）的一级领域',
  complete: true,
  entries: [
    {
      code: 'electronic-information',
      label: { 'zh-CN': '电子信息', en: 'Electronics and information' },
      aliases: ['电子信息技术', '电子与信息'],
    },
    {
      code: 'biology-medicine',
      label: { 'zh-CN': '生物与新医药', en: 'Biology and new medicine' },
      aliases: ['生物与新医药技术', '生物医药'],
    },
    { code: 'aerospace', label: { 'zh-CN': '航空航天', en: 'Aviation and space' }, aliases: ['航空航天技术'] },
    { code: 'new-materials', label: { 'zh-CN': '新材料', en: 'New materials' }, aliases: ['新材料技术'] },
    {
      code: 'hightech-services',
      label: { 'zh-CN': '高技术服务', en: 'High-technology services' },
      aliases: ['高技术服务业'],
    },
    {
      code: 'new-energy',
      label: { 'zh-CN': '新能源与节能', en: 'New energy and energy saving' },
      aliases: ['新能源与节能技术', '新能源及节能技术'],
    },
    {
      code: 'resources-environment',
      label: { 'zh-CN': '资源与环境', en: 'Resources and environment' },
      aliases: ['资源与环境技术'],
    },
    {
      code: 'advanced-manufacturing',
      label: { 'zh-CN': '先进制造与自动化', en: 'Advanced manufacturing and automation' },
      aliases: ['先进制造与自动化技术'],
    },
  ],
};
