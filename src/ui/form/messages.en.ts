import type { Messages } from '../localize-controller.js';
import { stateEn } from '../messages.en.js';
import type { FormKey } from './messages.js';

/** English texts that every form needs from the start. */
export const formEn: Messages<FormKey> = {
  ...stateEn,
  'form.starred': 'Fields with * are required.',
  'form.choose': 'Please choose',
  'form.add': 'Add another',
  'form.row': 'Item {number}',
  'form.remove': 'Remove item {number}',
  'form.unit': 'Unit',
  'form.units': '10,000 yuan|yuan|100 million yuan',
  'form.negotiable': 'Negotiable',
  'form.min': 'From',
  'form.max': 'Up to',
  'form.notice': 'How your personal data is handled',
  'form.preview': 'Preview',
  'form.saved': 'Saved on this device at {time}',
  'form.restored': 'What you had entered by {time} and not sent yet is back.',
  'form.startOver': 'Clear and start over',
  'form.sending': 'Sending…',
  'form.sent': 'Received. Your reference is {reference}.',
  'form.unsent': 'Not sent yet. Everything you entered is still here.',
  'form.files': 'Add files',
  'form.check': 'Please check this.',
  'form.noConsents': 'The notice on personal data has not come yet.',
  'form.organisation': 'Organisation',
  'form.creditCode': 'Unified social credit code',
  'form.person': 'Contact person',
  'form.phone': 'Phone',
  'form.email': 'E-mail',
  'section.contact': 'How to reach you (not published)',
  'section.consents': 'Consent',
};
