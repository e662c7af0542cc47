import type { CodeList } from './code-list.js';

/** 合作方式: what an enterprise in need is ready to agree on. */
export const cooperationMode: CodeList = {
  id: 'cooperation-mode',
  label: { 'zh-CN': '合作方式', en: 'Mode of cooperation' },
  version: '2021-01-01',
  source:
    '《中华人民共和国民法典》第八百四十三条至第八百八十七条（技术合同）；技术入股据《浙江省技术市场条例》第十九条',
  complete: true,
  entries: [
    {
      code: 'commissioned-development',
      label: { 'zh-CN': '委托开发', en: 'Commissioned development' },
      aliases: ['技术委托', '委托研发'],
    },
    {
      code: 'cooperative-development',
      label: { 'zh-CN': '合作开发', en: 'Cooperative development' },
      aliases: ['联合开发', '联合研发', '联合攻关'],
    },
    { code: 'assignment', label: { 'zh-CN': '技术转让', en: 'Assignment' }, aliases: ['成果转让'] },
    { code: 'licence', label: { 'zh-CN': '技术许可', en: 'Licence' }, aliases: ['许可使用', '实施许可'] },
    { code: 'consulting', label: { 'zh-CN': '技术咨询', en: 'Consulting' }, aliases: ['咨询'] },
    { code: 'service', label: { 'zh-CN': '技术服务', en: 'Technical service' }, aliases: ['服务'] },
    { code: 'training', label: { 'zh-CN': '技术培训', en: 'Technical training' }, aliases: ['培训'] },
    { code: 'intermediary', label: { 'zh-CN': '技术中介', en: 'Intermediary service' }, aliases: ['中介'] },
    { code: 'equity', label: { 'zh-CN': '技术入股', en: 'Contribution as equity' }, aliases: ['作价入股', '作价投资'] },
  ],
};
