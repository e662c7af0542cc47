import type { CodeList } from './code-list.js';

/** 价款、报酬或者使用费的支付方式 */
export const paymentMode: CodeList = {
  id: 'payment-mode',
  label: { 'zh-CN': '支付方式', en: 'Mode of payment' },
  version: '2021-01-01',
  source: '《中华人民共和国民法典》第八百四十六条',
  complete: true,
  entries: [
    {
      code: 'lump-sum',
      label: { 'zh-CN': '一次总算、一次总付', en: 'Lump sum, paid at once' },
      aliases: ['一次总算一次总付', '一次总付', '一次性支付'],
    },
    {
      code: 'lump-sum-instalments',
      label: { 'zh-CN': '一次总算、分期支付', en: 'Lump sum, paid in instalments' },
      aliases: ['一次总算分期支付', '分期支付'],
    },
    { code: 'royalty', label: { 'zh-CN': '提成支付', en: 'Royalty' }, aliases: ['提成'] },
    {
      code: 'initial-fee-and-royalty',
      label: { 'zh-CN': '提成支付附加预付入门费', en: 'Initial fee and royalty' },
      aliases: ['入门费加提成', '入门费+提成', '提成+预付入门费'],
    },
  ],
};
