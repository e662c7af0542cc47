import type { CodeList } from './code-list.js';

/** 单位性质 */
export const organisationNature: CodeList = {
  id: 'organisation-nature',
  label: { 'zh-CN': '单位性质', en: 'Kind of organisation' },
  version: '2021',
  source:
    '技术合同认定登记表中的买方、卖方性质代码 (010 机关 … 300 外资), only those that a submitter can tell of oneself',
  complete: false,
  entries: [
    { code: 'state-owned', label: { 'zh-CN': '国有企业', en: 'State-owned enterprise' } },
    { code: 'private', label: { 'zh-CN': '民营企业', en: 'Private enterprise' }, aliases: ['私营企业', '民企'] },
    {
      code: 'hk-macao-taiwan',
      label: { 'zh-CN': '港澳台投资企业', en: 'Enterprise with investment from Hong Kong, Macao or Taiwan' },
    },
    {
      code: 'foreign',
      label: { 'zh-CN': '外商投资企业', en: 'Enterprise with foreign investment' },
      aliases: ['外资企业'],
    },
    { code: 'research-institute', label: { 'zh-CN': '科研院所', en: 'Research institute' }, aliases: ['科研机构'] },
    { code: 'university', label: { 'zh-CN': '高等院校', en: 'University' }, aliases: ['高校'] },
    { code: 'medical', label: { 'zh-CN': '医疗卫生机构', en: 'Medical institution' }, aliases: ['医院'] },
    { code: 'government', label: { 'zh-CN': '政府机关', en: 'Government body' }, aliases: ['机关'] },
    { code: 'association', label: { 'zh-CN': '社会团体', en: 'Association' } },
    { code: 'individual', label: { 'zh-CN': '个人', en: 'Individual' } },
  ],
};
