import { formEn } from '../../ui/form/messages.en.js';
import type { Messages } from '../../ui/localize-controller.js';
import type { EnquiryKey } from './messages.js';

/** English texts of `<yn-enquiry-form>`. */
export const en: Messages<EnquiryKey> = {
  ...formEn,
  'enquiry.heading': 'Ask a question',
  'enquiry.about': 'Your question about {title}',
  'enquiry.intro': 'Only those who answer will read it. It is not published.',
  'enquiry.submit': 'Send the question',
  'section.question': 'Your question',
  'enquiry.topic': 'Topic',
  'enquiry.message': 'What would you like to know?',
  'enquiry.message.help': 'Say what you need it for, so that one reply can settle it.',
};
