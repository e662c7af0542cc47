import type { CodeList } from './code-list.js';

/** 定价方式 */
export const pricingMethod: CodeList = {
  id: 'pricing-method',
  label: { 'zh-CN': '定价方式', en: 'Pricing method' },
  version: '2022',
  source: '《中华人民共和国促进科技成果转化法》（2015年修正）第十八条；先用后转据 DB33/T 2549-2022',
  complete: true,
  entries: [
    { code: 'agreement', label: { 'zh-CN': '协议定价', en: 'By agreement' }, aliases: ['协议'] },
    {
      code: 'listing',
      label: { 'zh-CN': '挂牌交易', en: 'Listed on a technology exchange' },
      aliases: ['挂牌', '技术交易市场挂牌交易'],
    },
    { code: 'auction', label: { 'zh-CN': '拍卖', en: 'By auction' } },
    { code: 'try-first', label: { 'zh-CN': '先用后转', en: 'Try first, pay later' } },
  ],
};
