import type { CodeList } from './code-list.js';

/** Technical fields in the statistics of technology contracts and registered achievements. */
export const techMarket11: CodeList = {
  id: 'tech-market-11',
  label: { 'zh-CN': '技术市场统计技术领域', en: 'Technical fields of the technology market' },
  version: '2026-11-23',
  source:
    '全国技术市场统计公报及成果库实际取值；“现代交通”“核应用”两项为通行用法，尚未与统计制度原文核对 (general knowledge, not yet checked)',
  complete: false,
  entries: [
    {
      code: 'tm-electronic-information',
      label: { 'zh-CN': '电子信息', en: 'Electronics and information' },
      aliases: ['电子信息技术'],
    },
    {
      code: 'tm-advanced-manufacturing',
      label: { 'zh-CN': '先进制造', en: 'Advanced manufacturing' },
      aliases: ['先进制造技术'],
    },
    { code: 'tm-aerospace', label: { 'zh-CN': '航空航天', en: 'Aviation and space' }, aliases: ['航空航天技术'] },
    {
      code: 'tm-biomedicine',
      label: { 'zh-CN': '生物医药与医疗器械', en: 'Biomedicine and medical devices' },
      aliases: ['生物、医药和医疗器械', '生物医药和医疗器械', '生物、医药与医疗器械'],
    },
    {
      code: 'tm-new-materials',
      label: { 'zh-CN': '新材料及其应用', en: 'New materials and their use' },
      aliases: ['新材料'],
    },
    {
      code: 'tm-new-energy',
      label: { 'zh-CN': '新能源与节能', en: 'New energy and energy saving' },
      aliases: ['新能源与高效节能'],
    },
    {
      code: 'tm-environment',
      label: { 'zh-CN': '环境保护', en: 'Environmental protection' },
      aliases: ['环境保护与资源综合利用', '环境保护与资源综合利用技术'],
    },
    { code: 'tm-agriculture', label: { 'zh-CN': '现代农业', en: 'Modern agriculture' }, aliases: ['农业', '农业技术'] },
    {
      code: 'tm-urban-social',
      label: { 'zh-CN': '城市建设与社会发展', en: 'Urban construction and social development' },
    },
    { code: 'tm-transport', label: { 'zh-CN': '现代交通', en: 'Modern transport' } },
    { code: 'tm-nuclear', label: { 'zh-CN': '核应用', en: 'Nuclear applications' }, aliases: ['核应用技术'] },
  ],
};
