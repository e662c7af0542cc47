import type { Messages } from '../../../ui/localize-controller.js';

const zhCN = {
  'form.role': '职务',
  'enquiry.budget': '预算',
  'enquiry.budget.help': '不便写明可勾选“面议”。',
  'enquiry.neededBy': '希望何时得到答复',
} as const;

const en: Messages<keyof typeof zhCN> = {
  'form.role': 'Position',
  'enquiry.budget': 'Budget',
  'enquiry.budget.help': 'Tick “Negotiable” if you would rather not say.',
  'enquiry.neededBy': 'Answer needed by',
};

export type EnquiryFullKey = keyof typeof zhCN;

/** Texts of the fields that only the full form has. */
export const texts = { 'zh-CN': zhCN, en } as const;
