import '../../../src/elements/demand-form/define.js';
import { YnDemandForm } from '../../../src/elements/demand-form/index.js';
import { messages } from '../../../src/elements/demand-form/messages.js';
import { describeElementContract } from '../../support/contract.js';
import { formStates } from '../../support/forms.js';

describeElementContract('yn-demand-form', {
  elementClass: YnDemandForm,
  properties: {
    heading: '说说您的难题',
    hide: 'creditCode deadline',
    require: 'demandType',
    formId: 'contract',
    variant: 'full',
    draftsOff: true,
    value: { title: { 'zh-CN': '电机用耐高温绝缘漆' }, keywords: { 'zh-CN': '绝缘漆、电机' } },
  },
  states: formStates({
    title: { 'zh-CN': '电机用耐高温绝缘漆' },
    problem: { 'zh-CN': '现有绝缘漆在 200 ℃ 以上开裂。' },
    organisation: '示例电机有限公司',
    person: '王工',
    phone: '0571-88000000',
    consents: { contact: 'on' },
  }),
  loads: false,
  messages,
});
