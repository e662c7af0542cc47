import type { CodeList } from './code-list.js';

/** 科技金融产品 */
export const financeProduct: CodeList = {
  id: 'finance-product',
  label: { 'zh-CN': '科技金融产品', en: 'Finance product' },
  version: '2026-11-23',
  source:
    '区级科技成果转移转化行动方案；《中华人民共和国促进科技成果转化法》（2015年修正）第三十五条至第三十八条；《浙江省促进科技成果转化条例》；先用后转保险据 DB33/T 2549-2022',
  complete: false,
  entries: [
    {
      code: 'ip-pledge-loan',
      label: { 'zh-CN': '知识产权质押融资', en: 'Loan on pledged intellectual property' },
      aliases: ['知识产权质押贷款', '专利权质押贷款', '专利质押融资'],
    },
    { code: 'ip-securitisation', label: { 'zh-CN': '知识产权证券化', en: 'Securitisation of intellectual property' } },
    {
      code: 'innovation-bond',
      label: { 'zh-CN': '科技创新公司债', en: 'Corporate bond for innovation' },
      aliases: ['科技创新公司债券', '科创债'],
    },
    {
      code: 'equity-pledge-loan',
      label: { 'zh-CN': '股权质押贷款', en: 'Loan on pledged equity' },
      aliases: ['股权质押融资'],
    },
    { code: 'technology-insurance', label: { 'zh-CN': '科技保险', en: 'Technology insurance' } },
    { code: 'talent-insurance', label: { 'zh-CN': '人才创业险', en: 'Insurance for founders' } },
    { code: 'try-first-insurance', label: { 'zh-CN': '先用后转保险', en: 'Insurance for try-first licences' } },
    { code: 'venture-capital', label: { 'zh-CN': '创业投资', en: 'Venture capital' }, aliases: ['风险投资'] },
    {
      code: 'transfer-fund',
      label: { 'zh-CN': '成果转化基金', en: 'Fund for technology transfer' },
      aliases: ['科技成果转化基金', '科技成果转化引导基金'],
    },
    {
      code: 'grant-to-equity',
      label: { 'zh-CN': '补转投', en: 'Grant turned into equity' },
      aliases: ['拨改投', '补改投'],
    },
    { code: 'loan-interest-subsidy', label: { 'zh-CN': '贷款贴息', en: 'Interest subsidy' }, aliases: ['贴息'] },
    { code: 'risk-compensation', label: { 'zh-CN': '风险补偿', en: 'Risk compensation' } },
    { code: 'premium-subsidy', label: { 'zh-CN': '保费补贴', en: 'Premium subsidy' } },
    { code: 'innovation-voucher', label: { 'zh-CN': '科技创新券', en: 'Innovation voucher' }, aliases: ['创新券'] },
  ],
};
