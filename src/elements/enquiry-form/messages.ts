import type { FormKey } from '../../ui/form/messages.js';
import { formZhCN } from '../../ui/form/messages.js';
import type { Catalogue } from '../../ui/localize-controller.js';

/** Chinese texts of `<yn-enquiry-form>`. Their keys are the ones that every language has. */
export const enquiryZhCN = {
  'enquiry.heading': '咨询',
  'enquiry.about': '咨询：{title}',
  'enquiry.intro': '您的问题只发给负责答复的工作人员，不会公开。',
  'enquiry.submit': '发送咨询',
  'section.question': '咨询内容',
  'enquiry.topic': '咨询事项',
  'enquiry.message': '想了解什么',
  'enquiry.message.help': '说明您的用途和关心的问题，便于一次答复清楚。',
} as const;

export type EnquiryKey = keyof typeof enquiryZhCN | FormKey;

export const messages: Catalogue<EnquiryKey> = {
  'zh-CN': { ...formZhCN, ...enquiryZhCN },
  en: async () => (await import('./messages.en.js')).en,
};
