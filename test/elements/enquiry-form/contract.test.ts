import '../../../src/elements/enquiry-form/define.js';
import { YnEnquiryForm } from '../../../src/elements/enquiry-form/index.js';
import { messages } from '../../../src/elements/enquiry-form/messages.js';
import { describeElementContract } from '../../support/contract.js';
import { formStates } from '../../support/forms.js';

describeElementContract('yn-enquiry-form', {
  elementClass: YnEnquiryForm,
  properties: {
    recordId: 'ach_1',
    recordTitle: '电机用耐高温绝缘漆',
    recordKind: 'achievement',
    hide: 'organisation',
    formId: 'contract',
    variant: 'full',
    draftsOff: true,
    value: { message: '想了解许可条件' },
  },
  states: formStates({
    topic: 'licence',
    message: '想了解许可条件。',
    person: '王工',
    email: 'wang@example.com',
    consents: { contact: 'on' },
  }),
  loads: false,
  messages,
});
